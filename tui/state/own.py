"""Saving what the reader wrote: it is no news to who wrote it."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from tui.brief.place import Problem
from tui.brief.reading import Reading
from tui.failure.load import guarded_load
from tui.saving.save import SaveConflict, Saved, save
from tui.state.unread import Unread

SaveOwn: TypeAlias = Callable[
    [tuple[Reading, ...], Path, bytes, bytes | None], Saved | SaveConflict | Problem
]
"""`save_own` as the session offers it: known states, path, new bytes, bytes it had."""


def save_own(
    unread: Unread,
    known: Iterable[Reading],
    path: Path,
    data: bytes,
    base: bytes | None,
    at: datetime,
) -> Saved | SaveConflict | Problem:
    """`save` a file of a brief, and take as read what that changed; `known` as in `own_change`."""
    with unread.lock:
        # Whoever follows the file finds nothing unread before it is known whose it is.
        done = save(path, data, base)
        if isinstance(done, Saved) and base is not None:
            own_change(unread, known, path, (base, done.data), at)
        return done


def own_change(
    unread: Unread,
    known: Iterable[Reading],
    path: Path,
    change: tuple[bytes, bytes],
    at: datetime,
    *,
    undo: bool = False,
) -> int:
    """Take as read what a change of one file by the reader changed; say of how many records.

    `known`: states of the brief somebody has read, the one on screen first; they spare a reading.
    `undo`: it can be taken back as a mark can.
    """
    states = tuple(known)
    before = _with(states, path, change[0], None)
    after = _with(states, path, change[1], before)
    with unread.lock:
        if undo:
            unread.remember_before(before.path)
        return unread.own(before, after, at)


def _with(known: tuple[Reading, ...], path: Path, data: bytes, before: Reading | None) -> Reading:
    """The brief on screen as it is with other bytes in one file."""
    base = before or known[0]
    files = base.paths | {path: data}
    for reading in known:
        if reading.paths == files:
            return reading
    return guarded_load(base.path, base, files)
