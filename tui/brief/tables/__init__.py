"""Tables of figures beside a brief: read as the brief is, followed as it is, checked as it is."""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeAlias

from tui.brief.files import leads_out, read_bytes
from tui.brief.limits import LIMITS, size_message
from tui.brief.model import Brief, Series
from tui.brief.place import Place, Problem
from tui.brief.refs import Mention
from tui.brief.spelling import nearest
from tui.brief.tables.points import Ask, TableReading, read_points
from tui.brief.tables.sheet import ParsedTable, read_sheet
from tui.brief.tables.table import SeriesTable

Fetch: TypeAlias = Callable[[Path, str], bytes | Problem]
"""Where the bytes of a table come from, by its path and by its name within the brief."""
KINDS = (".csv", ".tsv")
OTHERS = 2
"""Ways to read a table that are remembered beside those of now: somebody may be typing one."""
ALL_BYTES = 2 * LIMITS.file
"""Of all tables of a brief."""
ALL_ROWS = 200_000
"""Of all tables of a brief, a table counted as often as another series reads it."""


class Tabled(NamedTuple):
    """A brief with the points of its tables."""

    brief: Brief
    tables: dict[Path, SeriesTable]
    problems: tuple[Problem, ...] = ()
    mentions: tuple[Mention, ...] = ()


def attach(brief: Brief, folder: Path, before: Mapping[Path, SeriesTable], fetch: Fetch) -> Tabled:
    """Read the tables that the series of a brief name. Never raises.

    `before` is what was read last: a table of the same bytes is not read again, and one that
    cannot be read at this moment keeps what it said.
    """
    if brief.conflict is None:
        return Tabled(brief, {})
    attaching = _Attaching(folder, before, fetch)
    series = tuple(attaching.filled(each) for each in brief.conflict.series)
    whole = replace(brief, conflict=replace(brief.conflict, series=series))
    attaching.forget()
    problems, mentions = tuple(attaching.problems), tuple(attaching.mentions)
    return Tabled(whole, attaching.tables, problems, mentions)


def read_inside(folder: Path, contents: Mapping[Path, bytes]) -> Fetch:
    """Read tables from disk: regular files inside the folder of the brief, wherever links lead.

    `contents` are bytes that were read already.
    """

    def fetch(path: Path, _name: str) -> bytes | Problem:
        if refused := leads_out(path, folder):
            return refused
        return contents[path] if path in contents else read_bytes(path)

    return fetch


class _Attaching:
    """Reads the tables of one brief, each file once."""

    def __init__(self, folder: Path, before: Mapping[Path, SeriesTable], fetch: Fetch) -> None:
        self.tables: dict[Path, SeriesTable] = {}
        self.problems: list[Problem] = []
        self.mentions: list[Mention] = []
        self._folder, self._before, self._fetch = folder, before, fetch
        self._sheets: dict[Path, ParsedTable] = {}
        self._rows = 0
        self._asked: set[Ask] = set()

    def filled(self, series: Series) -> Series:
        """A series with the points of its table, as far as that can be read."""
        if not series.file:
            return series
        name = os.path.normpath(series.file)
        if wrong := _unfit(series.file, name):
            self._wrong(series, "file", "file", wrong)
            return series
        path = self._folder / name
        if path not in self.tables:
            self.tables[path] = self._table(path, name)
        table = self.tables[path]
        if table.stale:
            self._wrong(series, "file", table.stale.code, f"{name}: {table.stale.message}")
        ask = Ask(series.columns, series.only, series.dates)
        self._asked.add(ask)
        reading = self._read(table, ask, series)
        self.problems += reading.problems
        self.mentions += reading.mentions
        for asked in reading.asked:
            self._wrong(series, asked.field, "column", asked.message)
        return replace(series, rows=reading.rows) if reading.rows else series

    def forget(self) -> None:
        """Let go of what was made of a table in other words than those of now, but the last."""
        for table in self.tables.values():
            others = [ask for ask in tuple(table.readings) if ask not in self._asked]
            for ask in others[:-OTHERS]:
                table.readings.pop(ask, None)

    def _wrong(self, series: Series, field: str, code: str, message: str) -> None:
        self.problems.append(Problem(series.spot.field(field), code, message))

    def _table(self, path: Path, name: str) -> SeriesTable:
        before, data = self._before.get(path), self._fetch(path, name)
        size = sum(len(table.data) for table in self.tables.values())
        if not isinstance(data, Problem) and size + len(data) > ALL_BYTES:
            reading = size_message(size + len(data), ALL_BYTES).removeprefix("file is ")
            data = Problem(Place(str(path)), "size", f"all tables of the brief are {reading}")
        if isinstance(data, Problem):
            return replace(before, stale=data) if before else SeriesTable(path, name, b"", data)
        if before and before.data == data and not (before.stale and not data):
            return before if before.stale is None else replace(before, stale=None)
        return SeriesTable(path, name, data)

    def _read(self, table: SeriesTable, ask: Ask, series: Series) -> TableReading:
        known: TableReading | None = table.readings.get(ask)
        if known is not None or (table.stale and not table.data):
            return known or TableReading()
        if table.path not in self._sheets:
            self._sheets[table.path] = read_sheet(table.data, str(table.path))
        sheet = self._sheets[table.path]
        self._rows += len(sheet.rows)
        if self._rows > ALL_ROWS:
            message = f"the tables of this brief have more than {ALL_ROWS:,} rows; this is not read"
            self._wrong(series, "file", "size", message)
            return TableReading()
        table.readings[ask] = reading = read_points(sheet, ask)
        return reading


def _unfit(file: str, name: str) -> str:
    """Why a path can be no table of a brief, or ""."""
    if Path(name).is_absolute() or os.pardir in Path(name).parts:
        return f"`{file}` leads out of the folder of the brief"
    if not name.lower().endswith(KINDS):
        guess = nearest(Path(name).suffix, KINDS)
        hint = f", did you mean `{guess}`?" if guess else ""
        return f"a table is a `.csv` or a `.tsv` file, with commas, semicolons or tabs{hint}"
    return ""
