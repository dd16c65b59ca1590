"""Unsaved text that outlives a crash: drafts in the user's own state folder, never next to a brief.

One file for each path and each Parley that has it open, so that no two overwrite each other's.
"""

import errno
import os
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from tui.brief.place import Place, Problem
from tui.saving.atomic_write import confirm, discard, sweep, write_temporary
from tui.saving.draft import FileDraft, pack, unpack
from tui.saving.failpoints import StepError, step
from tui.saving.process import started
from tui.saving.state import folders, make, private

__all__ = ["FileDraft", "KeptDraft", "all_drafts", "drop", "found", "keep"]

_MONTH = 30 * 86_400


class KeptDraft(NamedTuple):
    """A draft was written."""

    file: Path
    notice: str = ""
    """What the reader should know about it, in a sentence; empty: nothing."""


def keep(path: Path, base: bytes | None, text: bytes, slot: str = "editing") -> KeptDraft | Problem:
    """Write a draft, in place of the one this process wrote before for this path and `slot`.

    Never raises for the state of the disk. Takes a sync of the disk, so do it in a thread.
    """
    name = f"{_hash(path)}-{os.getpid()}-{started(os.getpid())}-{slot}.draft"
    data = pack(path, base, text)
    lasting, temporary = folders()
    try:
        return KeptDraft(_write(lasting, name, data))
    except StepError as first:
        reason = first.reason
    try:
        file = _write(temporary, name, data)
    except StepError:
        message = f"unsaved text cannot be kept for the case of a crash: {reason}, in {lasting}"
        return Problem(Place(os.fspath(path)), "save", message, "warning")
    return KeptDraft(file, f"unsaved text is kept in {temporary}: {reason}, in {lasting}")


def _write(folder: Path, name: str, data: bytes) -> Path:
    make(folder)
    file = folder / name
    temporary = write_temporary(file, data, 0o600)
    with step("writing the draft"):
        if temporary is None:
            raise PermissionError(errno.EACCES, "")
        try:
            temporary.replace(file)
        finally:
            discard(temporary)
    confirm(folder)
    sweep(folder)
    return file


def found(path: Path) -> FileDraft | None:
    """The draft there is for a file, the newest; None where nothing is unsaved.

    One to offer comes before one that is `open_elsewhere`.
    """
    drafts = _unsaved(f"{_hash(path)}-*.draft")
    return max(drafts, key=lambda each: (not each.open_elsewhere, each.kept), default=None)


def drop(what: Path | FileDraft) -> None:
    """Take away a draft that was decided on; with a path of a brief, those of this process.

    Drafts of others stay until they are offered, and dropped one by one.
    """
    if isinstance(what, FileDraft):
        discard(what.file)
        return
    for folder in folders():
        with suppress(OSError):
            for file in folder.glob(f"{_hash(what)}-{os.getpid()}-*-editing.draft"):
                discard(file)


def all_drafts() -> tuple[FileDraft, ...]:
    """Every draft that differs from its file, the newest first."""
    return tuple(sorted(_unsaved("*.draft"), key=lambda each: each.kept, reverse=True))


def _unsaved(pattern: str) -> list[FileDraft]:
    """Drafts that differ from their files; a month after, those that do not are taken away."""
    drafts: list[FileDraft] = []
    for each in _read_all(pattern):
        if not each.saved:
            drafts.append(each)
        elif each.kept.timestamp() < time.time() - _MONTH:
            discard(each.file)
    return drafts


def _hash(path: Path) -> str:
    return sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:32]


def _read_all(pattern: str) -> list[FileDraft]:
    files: list[Path] = []
    for folder in folders():
        with suppress(OSError):
            if private(folder):
                files += folder.glob(pattern)
    return [draft for file in files if (draft := unpack(file))]
