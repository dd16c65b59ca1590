"""The folders that hold, or may come to hold, watched files, as they are now."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tui.watch.place import MAIN, WatchedPath, is_folder
from tui.watch.stamp import stamp


class FolderSnapshot(NamedTuple):
    """A folder when last looked at; another one at the same path has another identity."""

    identity: tuple[int, int]
    """Device and inode."""
    real: str
    """The path without links, which is the one events come with."""
    turn: int
    """Tells one hearing of the same folder from the next."""


class Folders:
    """The folders to hear, kept up to date by `survey` (all) and `visit` (one)."""

    def __init__(self, watches: Iterable[WatchedPath]) -> None:
        self.watches = tuple(watches)
        self.spots: dict[Path, FolderSnapshot] = {}
        self.spelled: dict[str, tuple[Path, ...]] = {}
        """The paths of each folder as watched, by its real path. Replaced whole, never changed."""
        self.heard: dict[str, FolderSnapshot] = {}
        """By real path: another dictionary whenever there is something new to listen to."""
        self._turn = 0

    def survey(self) -> set[Path]:
        """Look at every folder; return those added, removed and replaced."""
        found: dict[Path, None] = {}
        for watch in self.watches:
            with suppress(OSError):
                found.update(dict.fromkeys(watch.folders()))
        changed = {folder for folder in found if self._look(folder)}
        for folder in self.spots.keys() - found:
            del self.spots[folder]
            changed.add(folder)
        return self._spell(changed)

    def visit(self, folder: Path) -> set[Path]:
        """Look at one path; return it if a folder was added, removed or replaced there."""
        return self._spell({folder} if self._look(folder) else set())

    def forget(self, folder: Path) -> None:
        """Listen to a folder again: one renamed away and back is heard no more."""
        self.spots.pop(folder, None)

    def concerns(self, path: str) -> bool:
        """Whether an event's path can matter, by its name alone; safe to call from any thread."""
        return path in self.spelled or any(
            watch.wants(at) or watch.may_hold(at)
            for at in self.paths(path)
            for watch in self.watches
        )

    def paths(self, real: str) -> list[Path]:
        """Return an event's path as watched; several where a folder is watched by two names."""
        folder, name = os.path.split(real)
        return [at / name for at in self.spelled.get(folder, ())]

    def wants(self, path: Path) -> bool:
        """Whether a path is a watched file, by its name alone."""
        return any(watch.wants(path) for watch in self.watches)

    def leads_to_all(self, path: Path) -> bool:
        """Whether a whole watch depends on a path."""
        return any(path == w.path or path in w.path.parents for w in self.watches)

    def lists(self, path: Path) -> bool:
        """Whether a file that is wanted by its name lies where files are taken from now."""
        return any(
            watch.wants(path)
            and (watch.kind == "file" or path.parent == watch.path or _has_brief(path.parent))
            for watch in self.watches
        )

    def names(self, folder: Path) -> set[str]:
        """Return the names of the watched files in a folder."""
        names: set[str] = set()
        if folder in self.spots:
            for watch in self.watches:
                with suppress(OSError):
                    names.update(watch.names(folder))
        return names

    def _look(self, folder: Path) -> bool:
        old = self.spots.get(folder)
        new = self._spot(folder, old)
        if new is None:
            self.spots.pop(folder, None)
        else:
            self.spots[folder] = new
        return new != old

    def _spell(self, changed: set[Path]) -> set[Path]:
        if changed:
            spelled: dict[str, tuple[Path, ...]] = {}
            for folder, spot in self.spots.items():
                spelled[spot.real] = (*spelled.get(spot.real, ()), folder)
            self.spelled = spelled
            self.heard = {spot.real: spot for spot in self.spots.values()}
        return changed

    def _spot(self, folder: Path, old: FolderSnapshot | None) -> FolderSnapshot | None:
        if not is_folder(folder):
            return None
        try:
            found = folder.stat()
        except OSError:
            return None
        identity = (found.st_dev, found.st_ino)
        if old is not None and old.identity == identity:
            return old
        self._turn += 1
        return FolderSnapshot(identity, os.path.realpath(folder), self._turn)


def _has_brief(folder: Path) -> bool:
    return stamp(folder / MAIN) is not None
