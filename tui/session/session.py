"""Open briefs: what each one says now, and how this reader sees it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from tui.brief.collector import COLLECTOR, LARGE
from tui.brief.files import weight_of_tables
from tui.brief.folder import YAML
from tui.brief.handling import LADDER, Ladder
from tui.brief.place import Problem
from tui.brief.reading import Reading
from tui.brief.value import EMPTY
from tui.failure.guard import guarded
from tui.library import BriefPaths, find_briefs
from tui.presentation.view import View
from tui.state.names import name_of, whole_path
from tui.state.state import Clock, State

if TYPE_CHECKING:
    from tui.saving.save import SaveConflict, Saved
    from tui.watch import FileChange, Fingerprint, WatchedPath

SMALL = 256 * 1024
"""Bytes up to which a brief is read at once: sooner done than painting an empty screen first."""


def now() -> datetime:
    """The moment, with a zone."""
    return datetime.now(UTC)


def _nothing(_path: Path) -> None:
    """Nothing was read early."""


class Session:
    """Holds every brief that was opened, as it is now. Knows nothing of the screen."""

    def __init__(
        self,
        paths: tuple[Path, ...],
        state: State | None = None,
        *,
        zone: str = "",
        clock: Clock = now,
        read_early: Callable[[Path], Reading | None] = _nothing,
        ladder: Ladder = LADDER,
    ) -> None:
        """`read_early` has what was read already, when a brief is read for the first time."""
        self.ladder = ladder
        """The levels of handling."""
        self.paths = paths
        self.state = state or State(None)
        self.zone = zone
        """The reader's own time zone; empty: unknown."""
        self.clock = clock
        self._read_early = read_early
        self.paths_found: BriefPaths = find_briefs(paths)
        self.readings: dict[Path, Reading] = {}
        self.reach: dict[Path, int] = {}
        """Days a picture around something reaches, where the reader has set it."""
        self.truncated: frozenset[Path] = frozenset()
        """Files that were read although they look cut off."""
        self._reading: defaultdict[Path, Lock] = defaultdict(Lock)
        """One reading of a brief at a time: of two at once the older one might end last."""

    def view(self, path: Path) -> View:
        """A brief as this reader sees it now. No other place makes a view of a brief."""
        news = self.state.news(path)
        return View(
            self.readings[path],
            self.zone,
            news.changes if news else EMPTY,
            news.known if news else EMPTY,
            self.state.bookmarks.keys(path),
            self.reach.get(path, View.reach),
            self.clock(),
        )

    def find_unread(self, path: Path) -> str:
        """Find what is unread in a brief; return why that is not known, if it is not."""
        return guarded(
            "what is unread",
            lambda: self.state.unread.look(self.readings[path], self.clock()).trouble,
            lambda failure: failure.message,
        )

    def reload(self, path: Path, contents: Mapping[Path, bytes] | None = None) -> str:
        """Read a brief again, and what is unread in it unless all is new; return any trouble."""
        known = self.state.news(path) is not None
        with COLLECTOR.paused():
            reading = self.read(path, contents)
            trouble = self.find_unread(path) if known else ""
            if sum(map(len, reading.paths.values())) > LARGE:
                COLLECTOR.freeze()
        return trouble

    def mark_read(self, path: Path, keys: Collection[str] = ()) -> None:
        """Remember that some records of a brief were read, or all of it."""
        if keys:
            self.state.unread.mark(path, keys, self.clock())
        else:
            self.state.unread.mark_all(path, self.clock())

    def undo_mark(self, path: Path) -> bool:
        """Make unread again what was marked last; return whether there was a mark."""
        return self.state.unread.take_back(path, self.clock())

    def own_change(self, path: Path, file: Path, change: tuple[bytes, bytes]) -> int:
        """Mark as read what the reader changed in a file of a brief; return in how many records."""
        from tui.state.own import own_change  # noqa: PLC0415  (not for the first paint)

        known = (self.readings[path],)
        return own_change(self.state.unread, known, file, change, self.clock(), undo=True)

    def save_own(
        self, known: Sequence[Reading], path: Path, data: bytes, base: bytes | None
    ) -> "Saved | SaveConflict | Problem":
        """Save what the reader wrote in a file of a brief; it is not unread. See `state.own`."""
        from tui.state.own import save_own  # noqa: PLC0415  (not for the first paint)

        return save_own(self.state.unread, known, path, data, base, self.clock())

    def read(self, path: Path, contents: Mapping[Path, bytes] | None = None) -> Reading:
        """Read a brief, or read it again; only what is other on disk is parsed.

        `contents`: bytes somebody found to be new.
        """
        with self._reading[path]:
            before = self.readings.get(path)
            reading = self._read_early(path) if before is None and contents is None else None
            if reading is None or reading.ladder != self.ladder:
                from tui.failure.load import guarded_load  # noqa: PLC0415  (what was read early needs none)

                reading = guarded_load(path, before, contents, ladder=self.ladder)
            self.readings[path] = reading
            return reading

    def add(self, path: Path) -> None:
        """Take a brief in that was not there before; one in a library here belongs to that."""
        if path.parent not in self.paths_found.folders:
            self.paths = (*self.paths, path)
        self.paths_found = find_briefs(self.paths)

    def is_small(self, path: Path) -> bool:
        """Whether a brief is read quicker than a person notices."""
        try:
            files = list(path.glob("*.y*ml")) if path.is_dir() else [path]
            weight = sum(file.stat().st_size for file in files)
            return weight <= SMALL and weight + sum(map(weight_of_tables, files)) <= SMALL
        except OSError:
            return True

    @property
    def briefs(self) -> tuple[Path, ...]:
        """All briefs there are, open or not, in their order."""
        return self.paths_found.briefs

    def find(self, path: Path) -> Path | None:
        """A brief by whatever path leads to its file."""
        if path in self.paths_found.briefs:
            return path
        name = name_of(path)
        return next((each for each in self.paths_found.briefs if name_of(each) == name), None)

    def find_saved(self, absolute: str) -> Path | None:
        """A brief by its path from the root, as it was saved."""
        return next(
            (path for path in self.paths_found.briefs if whole_path(path) == absolute), None
        )

    def problems(self) -> tuple[Problem, ...]:
        """What was wrong with the paths themselves."""
        return self.paths_found.problems

    def touched(self, change: "FileChange") -> tuple[Path, ...]:
        """The opened briefs some files belong to; the list of briefs is updated on the way."""
        files = {*change.contents, *change.gone}
        briefs = set(self.paths_found.briefs)
        if any(self._adds(file, briefs) for file in change.contents) or any(
            self._of_a_library(file) for file in change.gone
        ):
            self.paths_found = find_briefs(self.paths)
        places = files | {file.parent for file in files}
        return tuple(
            path
            for path, reading in self.readings.items()
            if path in places or not files.isdisjoint(reading.tables)
        )

    def _adds(self, file: Path, briefs: set[Path]) -> bool:
        """Whether a file may be a brief, or make its folder one, that is not in the list yet."""
        known = {file, file.parent} & briefs
        return not known and file.suffix in YAML and self._of_a_library(file)

    def _of_a_library(self, file: Path) -> bool:
        """Whether a file may add a brief to a library, or take one away."""
        return any(
            folder in (file.parent, file.parent.parent) for folder in self.paths_found.folders
        )

    def holds(self, file: Path) -> bool:
        """Whether a file belongs to a brief here, or may come to."""
        return self._of_a_library(file) or any(p in (file, file.parent) for p in self.paths)

    def is_followed(self, path: Path) -> bool:
        """Whether a brief is followed with the library it lies in, be it open or not."""
        return path.parent in self.paths_found.folders

    def watches(self) -> tuple["WatchedPath", ...]:
        """What to follow so that no change of these briefs is missed."""
        from tui.watch import WatchedPath  # noqa: PLC0415  (nothing is followed before the first paint)

        folders = set(self.paths_found.folders)
        found = [WatchedPath(folder, "library") for folder in self.paths_found.folders]
        for path in self.paths_found.briefs:
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
