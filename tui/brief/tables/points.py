"""The rows of a table → points of a series. Dates and figures are read as those of a brief."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, TypeVar

from tui.brief.model import Point
from tui.brief.place import Place, Problem
from tui.brief.quantity import Quantity, QuantityForm
from tui.brief.record import Spot
from tui.brief.refs import Mention, Reference, SourceRef
from tui.brief.tables.columns import SeriesMistake, find_columns
from tui.brief.tables.sheet import ParsedTable
from tui.brief.tables.taking import TableRow
from tui.brief.when import When, WhenForm

V = TypeVar("V", When, Quantity)
_FIGURE = ("value", "low", "high")
_NEEDED = (("date", ("when", "start", "end")), ("figure", _FIGURE))
_ACTORS = ("people", "organizations", "parties")
_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_ORDERS = {"day/month/year": (3, 2, 1), "month/day/year": (3, 1, 2)}


class Ask(NamedTuple):
    """What a series says of its table; the same for the same words alone."""

    columns: Mapping[str, str]
    only: Mapping[str, str]
    dates: str


class TableReading(NamedTuple):
    """What a table says to one series."""

    rows: tuple[Point, ...] = ()
    asked: tuple[SeriesMistake, ...] = ()
    """What is wrong in the brief; its place is known there."""
    problems: tuple[Problem, ...] = ()
    """What is wrong in the table."""
    mentions: tuple[Mention, ...] = ()


def read_points(sheet: ParsedTable, ask: Ask) -> TableReading:
    """Read the rows that count for a series; one that cannot be read is kept as it is written."""
    if not sheet.heading.cells:
        return TableReading(problems=sheet.problems)
    found = find_columns(sheet, ask.columns, ask.only)
    problems = [*sheet.problems, *found.problems]
    if not found.enough:
        return TableReading((), found.asked, tuple(problems))
    reader = _Reader(sheet, found.at, ask.dates, problems)
    points = [reader.point(row) for row in sheet.rows if _counts(row, found.only)]
    if sheet.rows and not points and not found.asked:
        wanted = ", ".join(f"{name}: {text}" for name, text in ask.only.items())
        found = found._replace(asked=(SeriesMistake("only", f"no row of the table has {wanted}"),))
    points += map(reader.kept, sheet.broken)
    points.sort(key=lambda point: point.spot.line)
    return TableReading(tuple(points), found.asked, tuple(problems), tuple(reader.mentions))


def _counts(row: TableRow, only: tuple[tuple[int, str], ...]) -> bool:
    return all(index < len(row.cells) and row.cells[index].strip() == text for index, text in only)


@dataclass
class _Reader:
    """Reads rows one by one; equal texts are read once."""

    sheet: ParsedTable
    at: Mapping[str, int]
    dates: str
    problems: list[Problem]
    mentions: list[Mention] = field(default_factory=list)
    _known: dict[tuple[Any, ...], Any] = field(default_factory=dict)

    def kept(self, row: TableRow) -> Point:
        """A row that cannot be read, as it was written."""
        return Point(as_written=self.sheet.text(row), spot=self._spot(row))

    def point(self, row: TableRow) -> Point:
        """One row as a point."""
        values: dict[str, Any] = {}
        for noun, kinds in _NEEDED:
            if not any(self._cell(row, kind) for kind in kinds):
                self._lacks(row, noun)
                return self.kept(row)
        if by := self._cell(row, "by"):
            values["by"] = Reference(by)
            self.mentions.append(Mention(by, _ACTORS, self._place(row, "by")))
        if src := self._cell(row, "src"):
            values["src"] = self._sources(row, src)
        for name in ("source", "note"):
            if text := self._cell(row, name):
                values[name] = text
        if corrected := self._cell(row, "corrects"):
            values["corrects"] = self._corrects(row, corrected)
        when, figure = self._when(row), self._figure(row)
        return Point(when=when, value=figure, spot=self._spot(row), **values)

    def _cell(self, row: TableRow, kind: str) -> str:
        index = self.at.get(kind, -1)
        return row.cells[index].strip() if 0 <= index < len(row.cells) else ""

    def _place(self, row: TableRow, kind: str) -> Place:
        return self.sheet.place(row, self.at[kind])

    def _spot(self, row: TableRow) -> Spot:
        return Spot(self.sheet.file, row.line, 1, row.end_line)

    def _lacks(self, row: TableRow, noun: str) -> None:
        cells, width = len(row.cells), len(self.sheet.heading.cells)
        short = f": it has {cells} of {width} cells" if cells < width else ""
        place = Place(self.sheet.file, row.line)
        self.problems.append(Problem(place, "row", f"a row without a {noun}{short}"))

    def _sources(self, row: TableRow, text: str) -> tuple[SourceRef, ...]:
        names = re.split(r"[\s,;]+", text)
        place = self._place(row, "src")
        self.mentions += (Mention(name, ("sources",), place) for name in names)
        known = self._known.get(("src", text))
        if known is None:
            known = self._known["src", text] = tuple(SourceRef(name) for name in names)
        return known

    def _when(self, row: TableRow) -> When:
        if "when" in self.at:
            text = self._cell(row, "when")
            return self._read(When, row, "when", (text,), lambda: self._short(text))
        start, end = (self._day(self._cell(row, kind)) for kind in ("start", "end"))
        kind = "start" if start else "end"
        if start == end or not (start and end):
            return self._read(When, row, kind, (start or end,), lambda: self._short(start or end))
        form = WhenForm(start=start, end=end)
        return self._read(When, row, kind, (start, end), lambda: When.from_form(form, Place("")))

    def _short(self, text: str) -> When:
        return When.from_text(self._day(text), Place(""))

    def _day(self, text: str) -> str:
        """A day in the order the series says, in that of a brief. Raises nothing."""
        match = _DAY.fullmatch(text) if self.dates in _ORDERS else None
        if match is None:
            return text
        year, month, day = (match[group] for group in _ORDERS[self.dates])
        return f"{year}-{int(month):02}-{int(day):02}"

    def _figure(self, row: TableRow) -> Quantity:
        texts = tuple(self._cell(row, kind) for kind in _FIGURE)
        kind = _FIGURE[next(n for n, text in enumerate(texts) if text)]
        return self._read(Quantity, row, kind, texts, lambda: _bounded(*texts))

    def _corrects(self, row: TableRow, text: str) -> Quantity:
        nowhere = Place("")
        return self._read(
            Quantity, row, "corrects", (text,), lambda: Quantity.from_text(text, nowhere)
        )

    def _read(
        self, cls: type[V], row: TableRow, kind: str, texts: tuple[str, ...], read: Callable[[], V]
    ) -> V:
        """Read some cells, or remember how they were read; of what is none keep the words."""
        known = self._known.get((cls, texts))
        if known is None:
            try:
                known = read()
            except ValueError as error:
                known = error
            self._known[cls, texts] = known
        if isinstance(known, cls):
            return known
        column = self.sheet.heading.cells[self.at[kind]].strip()
        written = _written(*texts)
        shown = written if len(written) <= 80 else f"{written[:79]}…"
        message = f"`{column}: {shown}`: {known}{self._hint(shown)}"
        self.problems.append(Problem(self._place(row, kind), "value", message))
        return cls(as_written=written)

    def _hint(self, text: str) -> str:
        """What a day in another order asks for."""
        if self.dates or not _DAY.fullmatch(text):
            return ""
        return "; if it is one, say `dates: day/month/year` or `month/day/year` in the series"


def _written(first: str, *others: str) -> str:
    """Cells in words: `10, low 9, high 9`; of a date, its one or two ends."""
    if len(others) != 2:
        return "/".join((first, *others))
    bounds = zip(("low", "high"), others, strict=True)
    return ", ".join([first] * bool(first) + [f"{name} {text}" for name, text in bounds if text])


def _bounded(value: str, low: str, high: str) -> Quantity:
    """A figure with its bounds; the figure may be a word, or bounds itself. Raises ValueError."""
    if not (low or high):
        return Quantity.from_text(value, Place(""))
    form = QuantityForm(low=low, high=high)
    bounds = Quantity.from_form(form, Place(""))
    if not value:
        return bounds
    value_read = Quantity.from_text(value, Place(""))
    if value_read.best is None:
        raise ValueError("bounds in this cell, and in cells of their own")
    ordered = [n for n in (bounds.low, value_read.best, bounds.high) if n is not None]
    if ordered != sorted(ordered):
        raise ValueError("the figure does not lie between its bounds")
    return replace(value_read, low=bounds.low, high=bounds.high)
