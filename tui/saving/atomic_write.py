"""A new file next to the old one: complete and safe on disk before it gets the old one's name."""

import errno
import os
import re
import secrets
import stat
import time
from contextlib import suppress
from pathlib import Path

from tui.saving.failpoints import step
from tui.saving.process import lives

REFUSED = {errno.EACCES, errno.EPERM}
_NONE = {errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
_NEW = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_OURS = re.compile(r"\..+\.parley-(\d+)-[0-9a-f]{8}")
_NAME = 200  # bytes; with our ending the name stays below the 255 of every file system
_DAY = 86_400


def write_temporary(path: Path, data: bytes, mode: int = 0o666) -> Path | None:
    """Write a file that is ready to replace `path`, and give its name. Raises `StepError`.

    Mode, owner and attributes are those of `path` where it exists, else `mode` less the umask.
    None: no such file may be made here, or it could not have the owner and the rights of the old
    one, and those who share the old one would be shut out.
    """
    name = os.fsdecode(os.fsencode(path.name)[:_NAME])
    temporary = path.with_name(f".{name}.parley-{os.getpid()}-{secrets.token_hex(4)}")
    with step("making a new file beside it"):
        like = _state(path)
        try:
            handle = os.open(temporary, _NEW, 0o600 if like else mode)
        except OSError as error:
            if like and error.errno in REFUSED:
                return None
            raise
    ready = False
    try:
        ready = _fill(handle, path, data, like)
    finally:
        if not ready:
            discard(temporary)
    return temporary if ready else None


def _fill(handle: int, path: Path, data: bytes, like: os.stat_result | None) -> bool:
    """Write a new file with the rights of the old one; False if it cannot have them."""
    opened = True
    try:
        with step("writing the new file"):
            write_all(handle, data)
        with step("giving the new file the rights of the old one"):
            if like and not _dress(handle, path, like):
                return False
        with step("bringing the new file to the disk"):
            os.fsync(handle)
            opened = False
            os.close(handle)  # some network disks say only here that they are full
        return True
    finally:
        if opened:
            with suppress(OSError):
                os.close(handle)


def write_all(handle: int, data: bytes) -> None:
    """Write everything; the system may take a part at a time."""
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]


def _state(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _dress(handle: int, path: Path, like: os.stat_result) -> bool:
    """Give a new file the mode, owner, group, access list and labels of another."""
    if os.name != "posix":
        return True
    try:
        new = os.fstat(handle)
        if (new.st_uid, new.st_gid) != (like.st_uid, like.st_gid):
            os.fchown(handle, like.st_uid, like.st_gid)
        os.fchmod(handle, stat.S_IMODE(like.st_mode))
        for name in _attributes(path):
            os.setxattr(handle, name, os.getxattr(path, name))
    except FileNotFoundError:
        return True  # it has gone meanwhile; the last look before the rename finds out
    except OSError as error:
        if error.errno in REFUSED | _NONE:
            return False
        raise
    return True


def _attributes(path: Path) -> list[str]:
    if not hasattr(os, "listxattr"):
        return []
    try:
        return os.listxattr(path)
    except OSError as error:
        if error.errno in _NONE:
            return []
        raise


def confirm(folder: Path) -> str:
    """Bring a change of names to the disk. Returns a warning; "" if all is well."""
    if os.name != "posix":
        return ""
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        # Network and FUSE disks cannot do this for a folder; that is no sign of trouble.
        if error.errno not in {errno.EINVAL, *REFUSED, *_NONE}:
            why = os.strerror(error.errno or errno.EIO)
            return f"saved, but the disk did not confirm it: {why}"
    return ""


def discard(temporary: Path) -> None:
    """Take away a file that did not come to replace the old one."""
    with suppress(OSError):
        temporary.unlink()


def sweep(folder: Path) -> None:
    """Take away what killed saves left here: files of ours, over a day old, their process gone."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            named = _OURS.fullmatch(entry.name)
            if named is None or lives(int(named[1])):
                continue
            with suppress(OSError):
                state = entry.stat(follow_symlinks=False)
                if stat.S_ISREG(state.st_mode) and state.st_mtime < time.time() - _DAY:
                    discard(Path(entry.path))
