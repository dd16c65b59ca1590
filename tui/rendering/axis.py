"""The axis of a drawn timeline: which cell a moment falls in, and the dates written along it."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from tui.blocks import Period

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = timedelta(days=1)
_NARROW = 14
"""Cells a part of the axis has at least, where there is room."""


class AxisPart(NamedTuple):
    """A stretch of time and the cells it is drawn in."""

    start: datetime
    end: datetime
    left: int
    width: int

    @property
    def cells_a_day(self) -> float:
        """How finely it is drawn."""
        return self.width / max((self.end - self.start) / _DAY, 1 / 1440)

    def cell(self, moment: datetime) -> int:
        """The cell a moment falls in; what lies beside the part falls in its first or last one."""
        share = (moment - self.start) / (self.end - self.start)
        return self.left + min(max(int(share * self.width), 0), self.width - 1)


class Scale(NamedTuple):
    """All parts of an axis, one empty cell between two of them."""

    parts: tuple[AxisPart, ...]

    @property
    def breaks(self) -> tuple[int, ...]:
        """The cells between the parts, where time is left out."""
        return tuple(part.left - 1 for part in self.parts[1:])

    @property
    def span(self) -> tuple[datetime, datetime]:
        """The first moment drawn, and the first one no longer drawn."""
        return self.parts[0].start, self.parts[-1].end

    def edges(self, cell: int) -> tuple[int, int]:
        """The first cell of the part a cell lies in, and the first one after that part."""
        part = next((p for p in self.parts if cell < p.left + p.width), self.parts[-1])
        return part.left, part.left + part.width

    def cell(self, moment: datetime) -> int:
        """The cell a moment falls in; one that is left out falls in the next that is drawn."""
        part = next((p for p in self.parts if moment < p.end), self.parts[-1])
        return part.cell(moment)


def scale(axis: tuple[Period, ...], width: int) -> Scale:
    """Share the cells out: as each part asks for, none so narrow that it says nothing."""
    room = width - (len(axis) - 1)
    least = min(_NARROW, room // len(axis))
    free = room - least * len(axis)
    total = sum(each.share for each in axis) or 1
    parts: list[AxisPart] = []
    left = asked = given = 0
    for each in axis:
        asked += each.share
        cells = least + free * asked // total - given
        given += cells - least
        parts.append(AxisPart(each.start, each.end, left, max(cells, 1)))
        left += cells + 1
    return Scale(tuple(parts))


Tick = tuple[int, str]
"""A cell and what is written from there on."""


def ticks(part: AxisPart) -> tuple[list[Tick], list[Tick]]:
    """The upper and the lower line of dates over a part: months over days, years over months."""
    for days in (1, 2, 7, 14):
        if part.cells_a_day * days >= 3:
            return _months(part), [(part.cell(day), str(day.day)) for day in _days(part, days)]
    for months in (1, 3, 6):
        if part.cells_a_day * 30 * months >= 4:
            found = _firsts(part, months)
            return _years(part, 1), [(part.cell(day), _MONTHS[day.month - 1]) for day in found]
    step = next(n for n in _STEPS if part.cells_a_day * 365 * n >= 6 or n == _STEPS[-1])
    return [], _years(part, step)


def written(made: Iterable[Tick], room: int) -> str:
    """Dates in one line, each from its cell on; one that would touch the one before is left out."""
    text = ""
    for cell, word in made:
        if cell >= len(text) + bool(text) and cell + len(word) <= room:
            text = f"{text:<{cell}}{word}"
    return text


def below(cell: int, word: str, room: int) -> str:
    """A word that says what a cell above it is; beside the cell, where there is room for it."""
    turned = cell + 2 + len(word) > room
    return f"{word:>{max(cell - 1, len(word))}} ╎" if turned else f"{' ' * cell}╎ {word}"


_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10000)


def _days(part: AxisPart, step: int) -> Iterator[datetime]:
    """Every so many days; weeks begin on Monday."""
    first = _midnight(part.start)
    if step >= 7:
        first += (7 - first.weekday()) % 7 * _DAY
    count = 0
    while (day := first + count * _DAY) < part.end:
        yield day
        count += step


def _midnight(moment: datetime) -> datetime:
    """The first beginning of a day from a moment on."""
    day = datetime(moment.year, moment.month, moment.day)
    return day if day == moment else day + _DAY


def _firsts(part: AxisPart, step: int) -> Iterator[datetime]:
    """First days of every so many months, counted from January."""
    year, month = part.start.year, part.start.month
    while (year, month) <= (part.end.year, part.end.month) and year < 10000:
        day = datetime(year, month, 1)
        if (month - 1) % step == 0 and part.start <= day < part.end:
            yield day
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _months(part: AxisPart) -> list[Tick]:
    """Each month that begins, and the one at the left end; the year with the first of them."""
    made = [(part.cell(day), _month(day, year=day.month == 1)) for day in _firsts(part, 1)]
    first = (part.left, _month(part.start, year=True))
    if not made or made[0][0] - part.left > len(first[1]):
        return [first, *made]
    return [(made[0][0], _month(next(_firsts(part, 1)), year=True)), *made[1:]]


def _month(day: datetime, *, year: bool) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}" if year else _MONTHS[day.month - 1]


def _years(part: AxisPart, step: int) -> list[Tick]:
    """Every so many years, and the one at the left end."""
    made = [
        (part.cell(datetime(year, 1, 1)), str(year))
        for year in range(part.start.year + 1, min(part.end.year, 9999) + 1)
        if year % step == 0 and datetime(year, 1, 1) < part.end
    ]
    first = str(part.start.year)
    if made and made[0][0] - part.left <= len(first):
        return made
    return [(part.left, first), *made]
