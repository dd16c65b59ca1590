"""All watched files: their known states, and which of them are settling."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import inf
from pathlib import Path

from tui.watch.fingerprint import Fingerprint
from tui.watch.folders import Folders
from tui.watch.place import MAIN
from tui.watch.settle import FileState, Read, Settling, Taken, Wait, look
from tui.watch.stamp import stamp

SWEEP = 2.0
"""Seconds between two stats of every file: for lost events, moved links, remote file systems."""
SLICE = 0.05
"""Seconds after which a step begins nothing more and hands over what it has."""
LISTING = 0.01
"""Of these at most so many listing folders, so that a hint need not wait for a sweep to end."""


@dataclass(frozen=True)
class FileChange:
    """Files whose content is another than before, settled; or that are gone. Paths as watched."""

    contents: Mapping[Path, bytes] = field(default_factory=dict)
    """Added and changed files with the bytes read."""
    gone: frozenset[Path] = frozenset()
    """Absent or unreadable for longer than the grace time of two seconds."""
    truncated: frozenset[Path] = frozenset()
    """Those of the contents taken although they look torn: the reader has to be told."""
    notice: str = ""
    """What the reader should know of live reload itself; may quote a file name."""

    def __bool__(self) -> bool:
        return bool(self.contents or self.gone or self.notice)


@dataclass
class EventPaths:
    """The events since the last step."""

    paths: set[str] = field(default_factory=set)
    """Of events."""
    fresh: set[str] = field(default_factory=set)
    """Folders only heard from now on: what happened in them before has to be looked for."""
    missed: bool = False
    """Whether anything anywhere may have happened."""


class Ledger:
    """Turns hints into changes, one `step` at a time; knows nothing of threads and events."""

    def __init__(
        self,
        folders: Folders,
        read: Read,
        known: Mapping[Path, Fingerprint],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.period = SWEEP
        self._folders, self._read, self._clock = folders, read, clock
        self._entries: dict[Path, dict[str, FileState]] = {}
        self._settling: dict[Path, Settling] = {}
        self._unlisted: dict[Path, None] = {}
        self._listing: Iterator[None] | None = None
        self._next_sweep = -inf
        for path, mark in known.items():
            self._entries.setdefault(path.parent, {})[path.name] = FileState(mark)

    @property
    def due(self) -> float:
        """When to make the next step if nothing is heard before; a time of the clock."""
        if self._unlisted or self._listing is not None:
            return -inf
        return min([self._next_sweep, *(s.due for s in self._settling.values())])

    def step(self, hints: EventPaths) -> FileChange:
        """Take in the hints, then look at what is due: first at what there were hints of."""
        end = self._clock() + SLICE
        if hints.missed:
            self._next_sweep = -inf
        for path in hints.paths:
            self._hear(path)
        for real in hints.fresh:
            self._list_later(self._folders.spelled.get(real, ()))
        if change := self._settle(end):
            return change
        if self._clock() >= self._next_sweep:
            self._sweep()
        self._list_some(self._clock() + LISTING)
        return self._settle(end)

    def _sweep(self) -> None:
        self._next_sweep = self._clock() + self.period
        self._list_later([*self._folders.survey(), *self._folders.spots, *self._entries])

    def _hear(self, path: str) -> None:
        for folder in self._folders.spelled.get(path, ()):
            self._folders.forget(folder)
            self._folders.visit(folder)
            self._list_later([folder])
        for at in self._folders.paths(path):
            self._touch(at)

    def _touch(self, path: Path) -> None:
        if self._folders.wants(path):
            if path.name == MAIN:
                self._list_later([path.parent])
            if path.name in self._entries.get(path.parent, ()) or self._folders.lists(path):
                self._wake(path)
        elif self._folders.leads_to_all(path):
            self._list_later(self._folders.survey())
        elif not path.is_symlink():
            self._list_later(self._folders.visit(path))

    def _list_later(self, folders: Iterable[Path]) -> None:
        self._unlisted.update(dict.fromkeys(folders))

    def _list_some(self, end: float) -> None:
        while self._clock() < end:
            if self._listing is None:
                if not self._unlisted:
                    return
                self._listing = self._list(self._unlisted.popitem()[0])
            if next(self._listing, self) is self:
                self._listing = None

    def _list(self, folder: Path) -> Iterator[None]:
        """Wake the files of one folder that are added, absent or look changed."""
        kept, names = self._entries.get(folder, {}), self._folders.names(folder)
        for count, name in enumerate(names | kept.keys()):
            entry = kept.get(name)
            found = stamp(f"{folder}/{name}") if name in names else None
            if found != (entry.stamp if entry else None) or (entry and found is None):
                self._wake(folder / name)
            if count % 100 == 0:
                yield

    def _wake(self, path: Path) -> None:
        now = self._clock()
        self._settling.setdefault(path, Settling(now)).due = now

    def _settle(self, end: float) -> FileChange:
        contents: dict[Path, bytes] = {}
        gone: set[Path] = set()
        truncated: set[Path] = set()
        for path in self._due_paths(end):
            match self._look(path):
                case Taken(content, torn):
                    contents[path] = content
                    truncated.update([path] if torn else [])
                case True:
                    gone.add(path)
                case _:
                    pass
        return FileChange(contents, frozenset(gone), frozenset(truncated))

    def _due_paths(self, end: float) -> Iterator[Path]:
        now = self._clock()
        for path in [path for path, settling in self._settling.items() if settling.due <= now]:
            yield path
            if self._clock() >= end:
                return

    def _look(self, path: Path) -> Taken | bool:
        entries = self._entries.setdefault(path.parent, {})
        entry = entries.setdefault(path.name, FileState())
        settling = self._settling[path]
        outcome = look(path, entry, settling, self._clock(), self._read)
        if isinstance(outcome, Wait):
            settling.due = outcome.until
            return False
        del self._settling[path]
        if entry.fingerprint is None and entry.stamp is None:
            del entries[path.name]
        return outcome
