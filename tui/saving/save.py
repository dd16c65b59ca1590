"""Saving a text so that the disk holds the old one or the new one, whole, and nobody's is lost."""

import errno
import os
from pathlib import Path
from typing import NamedTuple

from tui.brief.files import LIMIT, read_bytes
from tui.brief.place import Problem
from tui.saving.atomic_write import REFUSED, confirm, discard, sweep, write_temporary
from tui.saving.failpoints import StepError, step
from tui.saving.overwrite import write_in_place

_LIMIT = 8 * LIMIT
"""A file that has grown past what the reader takes can still be compared."""


class Saved(NamedTuple):
    """The disk holds the text."""

    path: Path
    """The file that was written, links resolved."""
    data: bytes
    """What it holds now: the `base` of the next save."""
    notice: str = ""
    """A warning in a sentence; empty: all is well."""


class SaveConflict(NamedTuple):
    """The file is not what the text started from. Nothing was written."""

    path: Path
    """The file, links resolved."""
    now: bytes | None
    """What it holds; None: it is gone. As `base` of another save it means “in spite of that”."""


def save(path: Path, data: bytes, base: bytes | None) -> Saved | SaveConflict | Problem:
    """Write `data`, if the file still holds `base`; None: if there is no such file.

    A link is followed and stays a link; mode, owner and attributes stay; a hard link and a file
    in a folder closed to us are written in place. Never raises for the state of the disk: a
    `Problem` of the code `save` (or of the reader, for what is no regular file) names the step
    that failed. Waits for the disk, so do it in a thread.
    """
    first = read_bytes(path, _LIMIT)
    if isinstance(first, Problem) and first.code != "missing":
        return first
    try:
        real = _resolve(path)
        return _compare(real, data, base) or _save(real, data, base)
    except StepError as failed:
        return failed.problem(path)


def _resolve(path: Path) -> Path:
    """Follow links, also a link to a file that does not exist yet."""
    with step("following the link"):
        try:
            # Without `strict` a link that cannot be read passes for a file, to be replaced.
            return Path(os.path.realpath(path, strict=True))
        except FileNotFoundError:
            return Path(os.path.realpath(path))


def _compare(real: Path, data: bytes, base: bytes | None) -> Saved | SaveConflict | Problem | None:
    """Look at the file on disk; None: it is what the text started from."""
    found = read_bytes(real, _LIMIT)
    if isinstance(found, Problem) and found.code != "missing":
        return found
    now = None if isinstance(found, Problem) else found
    if now == data:
        return Saved(real, data)
    return None if now == base else SaveConflict(real, now)


def _save(real: Path, data: bytes, base: bytes | None) -> Saved | SaveConflict | Problem:
    if base is not None:
        with step("looking at the file"):
            if not os.access(real, os.W_OK):
                # A new file could take its place all the same; the mark says that none should.
                raise PermissionError(errno.EACCES, "")
            shared = real.stat().st_nlink > 1
        if shared:
            return _save_in_place(real, data, base)
    temporary = write_temporary(real, data)
    if temporary is None:
        return _save_in_place(real, data, base)
    try:
        if (differs := _compare(real, data, base)) is not None:
            return differs
        with step("giving the new file its name"):
            if not _replace(temporary, real):
                return _save_in_place(real, data, base)
    finally:
        discard(temporary)
    notice = confirm(real.parent)
    sweep(real.parent)
    return Saved(real, data, notice)


def _replace(temporary: Path, real: Path) -> bool:
    """Put the new file in the old one's place; False where only its owner may (sticky folders)."""
    try:
        temporary.replace(real)
    except OSError as error:
        if error.errno in REFUSED:
            return False
        raise
    return True


def _save_in_place(real: Path, data: bytes, base: bytes | None) -> Saved | SaveConflict | Problem:
    if base is None:
        raise StepError("making the file", PermissionError(errno.EACCES, ""))
    if (differs := _compare(real, data, base)) is not None:
        return differs
    return write_in_place(real, data, base) or Saved(real, data)
