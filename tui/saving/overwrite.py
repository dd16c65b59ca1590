"""Writing into the old file itself, where a new one cannot take its place.

So it is with hard links, where the other name would keep the old text, and where no file may be
made in the folder. It is the one way of saving that may tear a file, so both texts lie elsewhere
first, as a draft, until it is done.
"""

import errno
import os
from contextlib import suppress
from pathlib import Path

from tui.brief.place import Problem
from tui.saving.atomic_write import discard, write_all
from tui.saving.drafts import keep
from tui.saving.failpoints import StepError, step

_FLAGS = (
    os.O_WRONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_NO_RESERVING = {errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL}


def write_in_place(path: Path, data: bytes, before: bytes) -> Problem | None:
    """Put `data` in the place of `before`. Raises `StepError`, with the old text put back."""
    kept = keep(path, before, data, "saving")
    if isinstance(kept, Problem):
        return kept
    try:
        with step("opening the file to write into it"):
            handle = os.open(path, _FLAGS)
        try:
            _overwrite(handle, data, before)
        finally:
            with suppress(OSError):  # all is on the disk already, or reported
                os.close(handle)
    except StepError as failed:
        if failed.whole:
            discard(kept.file)
        else:
            failed.state = f"the file may be damaged; both its old and your text are in {kept.file}"
        raise
    discard(kept.file)
    return None


def _overwrite(handle: int, data: bytes, before: bytes) -> None:
    try:
        with step("making room in the file"):
            _reserve(handle, len(data))
        with step("writing into the file"):
            _fill(handle, data)
    except StepError as failed:
        try:
            _fill(handle, before)
        except OSError:
            failed.whole = False
        raise


def _reserve(handle: int, size: int) -> None:
    """Have a full disk say so before the first byte is overwritten."""
    if not hasattr(os, "posix_fallocate") or not size:
        return
    try:
        os.posix_fallocate(handle, 0, size)
    except OSError as error:
        if error.errno not in _NO_RESERVING:
            raise


def _fill(handle: int, data: bytes) -> None:
    os.lseek(handle, 0, os.SEEK_SET)
    write_all(handle, data)
    os.ftruncate(handle, len(data))
    os.fsync(handle)
