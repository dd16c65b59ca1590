"""What reading a brief from disk gives: the brief, its problems, its files."""

import os
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tui.brief.handling import LADDER, Ladder, Mark
from tui.brief.model import Brief
from tui.brief.place import Problem
from tui.brief.record import Record, Spot
from tui.brief.refs import Mention
from tui.brief.register import Register
from tui.brief.value import EMPTY, Itself, positional

if TYPE_CHECKING:
    from tui.brief.tables.table import SeriesTable


@positional
class Part(Itself):
    """One file of a brief, as last read."""

    path: Path
    data: bytes
    brief: Brief
    """What this file says; the last good state of it where `stale`."""
    problems: tuple[Problem, ...] = ()
    mentions: tuple[Mention, ...] = ()
    marks: tuple[Mark, ...] = ()
    """Marks of handling in it, that of the whole brief among them."""
    stale: tuple[Problem, ...] = ()
    """Why the file cannot be read at this moment; empty: it was read."""


@positional
class Reading(Itself):
    """One state of a brief: the value that flows down to every pane. Equal only to itself."""

    path: Path
    """The file, or the folder of a folder brief."""
    brief: Brief
    register: Register
    problems: tuple[Problem, ...] = ()
    """Everything wrong, sorted by file and place."""
    parts: Mapping[Path, Part] = EMPTY
    stale: tuple[Problem, ...] = ()
    """Why the content shown is older than the file; empty: it is current."""
    tables: "Mapping[Path, SeriesTable]" = EMPTY
    """The tables its series are read from."""
    ladder: Ladder = LADDER
    """The levels of handling its marks are read by."""
    all_problems: tuple[Problem, ...] = ()
    """The problems, also those that are too many to be told."""

    @property
    def usable(self) -> bool:
        """Whether there is anything to show beside problems."""
        return any(part.brief.spot.file for part in self.parts.values())

    @property
    def files(self) -> dict[str, bytes]:
        """The bytes of each file by its name within the brief; of one that is one file, by ""."""
        files = {
            "" if path == self.path else path.name: part.data for path, part in self.parts.items()
        }
        return files | {table.name: table.data for table in self.tables.values()}

    @property
    def paths(self) -> dict[Path, bytes]:
        """The bytes of each file, tables among them, by its path."""
        files = {path: part.data for path, part in self.parts.items()}
        return files | {path: table.data for path, table in self.tables.items()}

    @cached_property
    def state(self) -> str:
        """The hash of the files it was read from; the same for the same bytes alone."""
        from hashlib import sha256  # noqa: PLC0415  (OpenSSL, which the first paint does without)

        whole = sha256()
        for name, data in sorted(self.files.items()):
            whole.update(f"{len(name)} {len(data)} ".encode())
            whole.update(os.fsencode(name))
            whole.update(data)
        return whole.hexdigest()

    @cached_property
    def errors(self) -> int:
        """How many problems are mistakes, and not oddities."""
        return sum(problem.severity == "error" for problem in self.problems)

    @cached_property
    def _by_file(self) -> dict[str, list[Problem]]:
        found: dict[str, list[Problem]] = {}
        for problem in self.problems:
            found.setdefault(problem.place.file, []).append(problem)
        return found

    @cached_property
    def _marked_lines(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for part in self.parts.values():
            for mark in part.marks:
                if self.ladder.named(mark.word) and mark.place != self.brief.spot.field("handling"):
                    found.setdefault(mark.place.file, []).append(mark.place.line)
        return found

    @property
    def marked(self) -> bool:
        """Whether any part of the brief bears a mark of handling that asks for something."""
        return bool(self._marked_lines)

    def is_marked(self, spot: Spot) -> bool:
        """Whether there is a mark of handling within some lines."""
        lines = range(spot.line, spot.end_line + 1)
        return any(line in lines for line in self._marked_lines.get(spot.file, ()))

    def problems_of(self, file: str) -> tuple[Problem, ...]:
        """The problems of one of its files."""
        return tuple(self._by_file.get(file, ()))

    def problems_in(self, record: Record) -> tuple[Problem, ...]:
        """The problems within the lines of a record."""
        return self.problems_at(record.spot)

    def problems_at(self, spot: Spot) -> tuple[Problem, ...]:
        """The problems within some lines."""
        lines = range(spot.line, spot.end_line + 1)
        return tuple(p for p in self._by_file.get(spot.file, ()) if p.place.line in lines)

    def lines(self, file: str) -> list[str]:
        """The lines of a file as last read; bytes that are no UTF-8 become U+FFFD."""
        path = Path(file)
        if table := self.tables.get(path):
            return table.data.decode("utf-8-sig", "replace").split("\n")
        part = self.parts.get(path)
        return part.data.decode("utf-8-sig", "replace").splitlines() if part else []
