"""Unsaved text that outlives a crash: drafts in the user's own state folder, never beside a brief.

A draft is one file: a line of JSON that says whose text it is, then the unsaved text, then the
text it started from. Whoever finds one without Parley can read it in any editor.
"""

import errno
import json
import os
import sys
import tempfile
import time
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from tui.brief.files import LIMIT, read_bytes
from tui.brief.place import Place, Problem
from tui.saving.beside import confirm, discard, write_beside
from tui.saving.process import lives, started
from tui.saving.steps import StepError, step

_MONTH = 30 * 86_400
_LIMIT = 8 * LIMIT
_HEADER = 64 * 1024  # a path is at most 4 KiB, six times that as JSON


class Kept(NamedTuple):
    """A draft was written."""

    file: Path
    notice: str = ""
    """What the reader should know about it, in a sentence; empty: nothing."""


class Draft(NamedTuple):
    """Text that was typed and not saved."""

    path: Path
    """The brief's file, links resolved."""
    base: bytes | None
    """What the buffer started from; None: a new file."""
    text: bytes
    """What saving would have written."""
    kept: datetime
    pid: int
    began: str
    """Start of the process, so that a number given out again is not taken for it."""
    file: Path
    """Where the draft lies."""

    @property
    def open_elsewhere(self) -> bool:
        """Whether another Parley that still runs has this text open: nothing to offer."""
        return self.pid != os.getpid() and lives(self.pid, self.began)

    @property
    def saved(self) -> bool:
        """Whether the file on disk says the same."""
        return read_bytes(self.path, _LIMIT) == self.text


def keep(path: Path, base: bytes | None, text: bytes, slot: str = "editing") -> Kept | Problem:
    """Write a draft, in place of the one this process wrote before for this path and `slot`.

    Never raises for the state of the disk. Takes a sync of the disk, so do it in a thread.
    """
    name = f"{_hash(path)}-{os.getpid()}-{started(os.getpid())}-{slot}.draft"
    data = _packed(path, base, text)
    failed: StepError | None = None
    for folder in _folders():
        try:
            _make(folder)
            file = folder / name
            beside = write_beside(file, data, 0o600)
            with step("writing the draft"):
                if beside is None:
                    raise PermissionError(errno.EACCES, "")
                try:
                    beside.replace(file)
                finally:
                    discard(beside)
            confirm(folder)
        except StepError as error:
            failed = failed or error
            continue
        if failed is None:
            return Kept(file)
        lasting = _folders()[0]
        return Kept(file, f"unsaved text is kept in {folder}: {failed.reason}, in {lasting}")
    reason = failed.reason if failed else "there is no folder for them"
    message = f"unsaved text cannot be kept for the case of a crash: {reason}"
    return Problem(Place(os.fspath(path)), "save", message, "warning")


def found(path: Path) -> Draft | None:
    """The draft there is for a file, the newest; None where nothing is unsaved.

    One to offer comes before one that is `open_elsewhere`.
    """
    drafts = [each for each in _read_all(f"{_hash(path)}-*.draft") if not each.saved]
    return max(drafts, key=lambda each: (not each.open_elsewhere, each.kept), default=None)


def drop(what: Path | Draft) -> None:
    """Take away a draft that was decided on; with a path of a brief, those of this process.

    Drafts of others stay until they are offered, and dropped one by one.
    """
    if isinstance(what, Draft):
        discard(what.file)
        return
    for folder in _folders():
        with suppress(OSError):
            for file in folder.glob(f"{_hash(what)}-{os.getpid()}-*-editing.draft"):
                discard(file)


def all_drafts() -> tuple[Draft, ...]:
    """Every draft that differs from its file, the newest first.

    Those older than 30 days that say what the file says are taken away.
    """
    drafts: list[Draft] = []
    for each in _read_all("*.draft"):
        if not each.saved:
            drafts.append(each)
        elif each.kept.timestamp() < time.time() - _MONTH:
            discard(each.file)
    return tuple(sorted(drafts, key=lambda each: each.kept, reverse=True))


def _hash(path: Path) -> str:
    return sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:32]


def _packed(path: Path, base: bytes | None, text: bytes) -> bytes:
    header = {
        "path": os.path.realpath(path),
        "base": None if base is None else sha256(base).hexdigest(),
        "text": len(text),
        "kept": time.time(),
        "pid": os.getpid(),
        "began": started(os.getpid()),
    }
    return json.dumps(header).encode("ascii") + b"\n" + text + (base or b"")


def _read_all(pattern: str) -> list[Draft]:
    files: list[Path] = []
    for folder in _folders():
        with suppress(OSError):
            if _private(folder):
                files += folder.glob(pattern)
    return [draft for file in files if (draft := _unpacked(file))]


def _unpacked(file: Path) -> Draft | None:
    """Read a draft; None for what is none, or damaged: it is left where it is."""
    data = read_bytes(file, 2 * _LIMIT + _HEADER)
    if isinstance(data, Problem):
        return None
    header, _, rest = data.partition(b"\n")
    try:
        told = json.loads(header)
        size = int(told["text"])
        text, base = rest[:size], rest[size:]
        if len(text) != size or told["base"] not in (None, sha256(base).hexdigest()):
            return None
        kept = datetime.fromtimestamp(float(told["kept"]), UTC)
        known = None if told["base"] is None else base
        path, pid, began = Path(str(told["path"])), int(told["pid"]), str(told["began"])
    except (ValueError, TypeError, KeyError, OverflowError, OSError):
        return None
    return Draft(path, known, text, kept, pid, began, file)


# --- where drafts lie -------------------------------------------------------------------------


def _folders() -> tuple[Path, Path]:
    """The folder that lasts, and the one that is there when nothing else can be written."""
    user = os.getuid() if hasattr(os, "getuid") else "user"
    return _state() / "drafts", Path(tempfile.gettempdir()) / f"parley-{user}" / "drafts"


def _state() -> Path:
    if sys.platform == "linux":
        # What platformdirs would say, without the time it takes to load.
        base = os.environ.get("XDG_STATE_HOME", "").strip()
        return (Path(base) if base else Path("~/.local/state").expanduser()) / "parley"
    from platformdirs import user_state_path  # noqa: PLC0415

    return user_state_path("parley")


def _make(folder: Path) -> None:
    """Make the folder, for its owner alone. Raises `StepError` where it is somebody else's."""
    with step("making the folder for drafts"):
        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.mkdir(exist_ok=True, mode=0o700)
        if not _private(folder):
            raise PermissionError(errno.EACCES, "")


def _private(folder: Path) -> bool:
    """Whether a folder is ours alone: the temporary one has a name that anyone could take."""
    if os.name != "posix":
        return folder.is_dir()
    for each in (folder, folder.parent):
        if each.is_symlink() or each.stat().st_uid != os.geteuid():
            return False
    if folder.stat().st_mode & 0o077:
        folder.chmod(0o700)
    return True
