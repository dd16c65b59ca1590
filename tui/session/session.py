"""The briefs at hand: what each one says now."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from tui.brief.files import weight_of_tables
from tui.brief.folder import YAML
from tui.brief.place import Problem
from tui.brief.reading import Reading
from tui.library import BriefPaths, find_briefs

if TYPE_CHECKING:
    from tui.watch import FileChange, Fingerprint, WatchedPath

SMALL = 256 * 1024
"""Bytes up to which a brief is read at once: sooner done than painting an empty screen first."""


def _nothing(_path: Path) -> None:
    """Nothing was read ahead."""


class Desk:
    """Holds the state of every brief that was opened. Knows nothing of the screen."""

    def __init__(
        self,
        paths: tuple[Path, ...],
        ahead: Callable[[Path], Reading | None] = _nothing,
    ) -> None:
        """`ahead` is asked for what was read already, where a brief is read for the first time."""
        self.paths = paths
        self._ahead = ahead
        self.shelf: BriefPaths = find_briefs(paths)
        self.readings: dict[Path, Reading] = {}
        self._reading: defaultdict[Path, Lock] = defaultdict(Lock)
        """One reading of a brief at a time: of two at once the older one might end last."""

    def read(self, path: Path, contents: Mapping[Path, bytes] | None = None) -> Reading:
        """Read a brief, or read it again; only what is other on disk is parsed.

        `contents`: bytes somebody found to be new.
        """
        with self._reading[path]:
            before = self.readings.get(path)
            reading = self._ahead(path) if before is None and contents is None else None
            if reading is None:
                from tui.brief.load import load  # noqa: PLC0415  (what is read ahead needs none)

                reading = load(path, before, contents)
            self.readings[path] = reading
            return reading

    def add(self, path: Path) -> None:
        """Take a brief in that was not there before; one in a library here belongs to that."""
        if path.parent not in self.shelf.folders:
            self.paths = (*self.paths, path)
        self.shelf = find_briefs(self.paths)

    def is_small(self, path: Path) -> bool:
        """Whether a brief is read quicker than a person notices."""
        try:
            files = list(path.glob("*.y*ml")) if path.is_dir() else [path]
            weight = sum(file.stat().st_size for file in files)
            return weight <= SMALL and weight + sum(map(weight_of_tables, files)) <= SMALL
        except OSError:
            return True

    def problems(self) -> tuple[Problem, ...]:
        """What was wrong with the paths themselves."""
        return self.shelf.problems

    def touched(self, change: "FileChange") -> tuple[Path, ...]:
        """The opened briefs some files belong to; the shelf is put in order on the way."""
        files = {*change.contents, *change.gone}
        briefs = set(self.shelf.briefs)
        if any(self._adds(file, briefs) for file in change.contents) or any(
            self._of_the_shelf(file) for file in change.gone
        ):
            self.shelf = find_briefs(self.paths)
        places = files | {file.parent for file in files}
        return tuple(
            path
            for path, reading in self.readings.items()
            if path in places or not files.isdisjoint(reading.tables)
        )

    def _adds(self, file: Path, briefs: set[Path]) -> bool:
        """Whether a file may be a brief, or make its folder one, that is not on the shelf yet."""
        known = {file, file.parent} & briefs
        return not known and file.suffix in YAML and self._of_the_shelf(file)

    def _of_the_shelf(self, file: Path) -> bool:
        """Whether a file may add a brief to a library, or take one away."""
        return any(folder in (file.parent, file.parent.parent) for folder in self.shelf.folders)

    def holds(self, file: Path) -> bool:
        """Whether a file belongs to a brief here, or may come to."""
        return self._of_the_shelf(file) or any(p in (file, file.parent) for p in self.paths)

    def is_followed(self, path: Path) -> bool:
        """Whether a brief is followed with the library it lies in, be it open or not."""
        return path.parent in self.shelf.folders

    def watches(self) -> tuple["WatchedPath", ...]:
        """What to follow so that no change of these briefs is missed."""
        from tui.watch import WatchedPath  # noqa: PLC0415  (nothing is followed before the first paint)

        folders = set(self.shelf.folders)
        found = [WatchedPath(folder, "library") for folder in self.shelf.folders]
        for path in self.shelf.briefs:
            if path.parent in folders:
                continue
            is_folder = path.is_dir() or any(p != path for p in self._parts(path))
            found.append(WatchedPath(path, "folder" if is_folder else "file"))
        return (*found, *(WatchedPath(table) for table in sorted(self.tables)))

    @property
    def tables(self) -> frozenset[Path]:
        """The tables that opened briefs are read from."""
        return frozenset(table for each in self.readings.values() for table in each.tables)

    def _parts(self, path: Path) -> Iterable[Path]:
        reading = self.readings.get(path)
        return reading.parts if reading else ()

    def known(self) -> dict[Path, "Fingerprint"]:
        """What the opened briefs were read from."""
        from tui.watch import fingerprint  # noqa: PLC0415

        known: dict[Path, Fingerprint] = {}
        for reading in self.readings.values():
            known |= {path: fingerprint(data) for path, data in reading.paths.items()}
            for table in reading.tables.values():
                if table.stale:  # it is to be told of once it is there, whatever it says
                    del known[table.path]
        return known
