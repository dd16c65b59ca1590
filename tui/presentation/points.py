"""The points of a series in the order of time: as a curve, as tables, as one line of blocks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from tui.blocks import Block, Curve, CurveSeries, Dot, Heading, Line, Shape, Span, Table
from tui.brief.corrections import corrected, voice_of
from tui.brief.instants import stretch
from tui.brief.model import Point, Series
from tui.brief.quantity import Quantity
from tui.brief.spelling import fold
from tui.presentation import dates, figures
from tui.presentation.facts import inherited, margin
from tui.presentation.lanes import civil
from tui.presentation.view import View

FEW = 100
"""Points that are all told one by one; of more, months or years are, and the last of them."""
LAST = 20
HEIGHTS = "▁▂▃▄▅▆▇█"
_FIRST, _END = datetime(2, 1, 1), datetime(9990, 1, 1)
_NEVER = datetime.max


class Entry(NamedTuple):
    """One point, with what time it is of."""

    point: Point
    start: datetime | None
    """In the civil time of the brief; None: no date, or one without a beginning or an end."""
    end: datetime | None
    later: Point | None = None
    """The correction that took its place."""


class Course(NamedTuple):
    """All points of a series in the order of time, those without a date last."""

    series: Series
    entries: tuple[Entry, ...]

    @property
    def counting(self) -> Iterator[Entry]:
        """Those that no correction took the place of."""
        return (entry for entry in self.entries if entry.later is None)

    @property
    def dated(self) -> list[Entry]:
        """Those of a certain time."""
        return [entry for entry in self.entries if entry.start and entry.end]


def course(view: View, series: Series) -> Course:
    """Put the points of a series in order; worked out once for a state of the brief."""
    known: dict[str, Course] = view.worked_out("courses")
    if series.key not in known:
        points = series.all_points
        later = corrected(series).later
        entries = [
            Entry(point, *_time(view, point), points[later[at]] if at in later else None)
            for at, point in enumerate(points)
        ]
        entries.sort(key=lambda entry: (entry.start or _NEVER, entry.end or _NEVER))
        known[series.key] = Course(series, tuple(entries))
    return known[series.key]


def _time(view: View, point: Point) -> tuple[datetime | None, datetime | None]:
    when = point.when
    if when is None or when.start is None or when.end is None:
        return None, None
    if not when.clock:
        return when.start.earliest, when.end.latest
    span = stretch(when, view.home)
    return civil(view, span.start) if span.start else None, civil(
        view, span.end
    ) if span.end else None


def who(view: View, series: Series, point: Point) -> Line:
    """Who counted a point: who it says, else where it was read, else who counts the series."""
    if point.by:
        told: Line = (view.name(point.by),)
        return (*told, Span(f", {point.source}")) if point.source else told
    if point.source:
        return (Span(point.source),)
    return (view.name(series.by),) if series.by else inherited(view, point.src or series.src)


def number(quantity: Quantity | None, *, high: bool = False) -> Decimal | None:
    """The one number that stands for a figure: its best, else its lower or its higher bound."""
    if quantity is None or quantity.best is not None:
        return quantity.best if quantity else None
    low, top = quantity.bounds
    first, second = (top, low) if high else (low, top)
    return first if first is not None else second


def is_drawn(entry: Entry, unit: str) -> bool:
    """Whether a point has a time and a number of the unit that is drawn."""
    value = entry.point.value
    if number(value) is None or not _is_of(value, unit):
        return False
    return bool(entry.start and entry.end and entry.start > _FIRST and entry.end < _END)


def _is_of(value: Quantity | None, unit: str) -> bool:
    return value is not None and (not value.unit or fold(value.unit) == fold(unit))


def curve(view: View, course: Course) -> Curve | None:
    """The curve of a series, with a line for each voice; None for fewer than two figures."""
    series = course.series
    drawn = [entry for entry in course.entries if is_drawn(entry, series.unit)]
    if len(drawn) < 2:
        return None
    voices: dict[tuple[Any, ...], list[Entry]] = defaultdict(list)
    for entry in drawn:
        voices[voice_of(series, entry.point)].append(entry)
    drawn_series = []
    for entries in voices.values():
        first = entries[0].point
        role = view.party_role(first.by or series.by) if first.by or series.by else "strong"
        drawn_series.append(CurveSeries(who(view, series, first), tuple(map(_dot, entries)), role))
    cut = stretch(view.brief.as_of, view.home).end if view.brief.as_of else None
    unit = ", ".join(word for word in (series.unit, series.predicate) if word)
    return Curve(unit, tuple(drawn_series), civil(view, cut) if cut else None)


def _dot(entry: Entry) -> Dot:
    value = entry.point.value or Quantity()
    start, end = entry.start or _NEVER, entry.end or _NEVER
    numbers = (
        None if each is None else float(each) for each in (value.best, value.low, value.high)
    )
    shape: Shape = "earlier" if entry.later else "about" if value.approx else "exact"
    best, low, high = numbers
    return Dot(start, end, best, low, high, shape)


def tables(view: View, course: Course) -> Iterator[Block]:
    """All points one by one; of many, what they were month by month, and the last of them."""
    if len(course.entries) <= FEW:
        yield points_table(view, course.series, course.entries)
        return
    from tui.presentation.periods import periods  # noqa: PLC0415  (few series are so long)

    yield from periods(view, course)
    dated = course.dated
    yield Heading((Span(f"The last {LAST}"),))
    yield points_table(view, course.series, dated[-LAST:])
    if rest := [entry for entry in course.entries if not (entry.start and entry.end)]:
        yield Heading((Span("Of no certain day"),))
        yield points_table(view, course.series, rest)


def points_table(view: View, series: Series, entries: Iterable[Entry]) -> Table:
    """Points one by one: when, how many, who, where it was read, and what is remarked."""
    made = [_cells(view, series, entry) for entry in entries]
    heads = ("when", series.unit or "figure", "who", "read in", "note")
    kept = [n for n in range(len(heads)) if n < 2 or any(row[n] for row in made)]
    rows = tuple(tuple(row[n] for n in kept) for row in made)
    return Table(tuple((Span(heads[n]),) for n in kept), rows)


def _cells(view: View, series: Series, entry: Entry) -> tuple[Line, ...]:
    point = entry.point
    when = dates.tell(point.when, view.home) if point.when else f"line {point.spot.line}"
    named = point.by or point.source
    return (
        (Span(when),),
        _figure(series, entry),
        who(view, series, point) if named else (),
        margin(view, point.src),
        (Span(point.note, "quiet"),) if point.note else (),
    )


def _figure(series: Series, entry: Entry) -> Line:
    point = entry.point
    if point.value is None:
        return (Span(f"“{point.as_written}”", "warning"),)
    told = tell_figure(series, point.value)
    if entry.later and entry.later.value:
        return Span(told, "quiet"), Span(f", corrected to {tell_figure(series, entry.later.value)}")
    corrects = f", corrects {tell_figure(series, point.corrects)}" if point.corrects else ""
    return Span(told, "strong"), Span(corrects, "quiet")


def tell_figure(series: Series, quantity: Quantity) -> str:
    """A figure in words, its unit where that is not the one of the series."""
    told = figures.tell(quantity)
    unit = quantity.unit
    return told.removesuffix(f" {unit}") if unit and fold(unit) == fold(series.unit) else told


def spark(series: Series, cells: int = 16) -> str:
    """A series as a line of blocks: the last figure of each of so many spans of time."""
    later = corrected(series).later
    found = sorted(
        (point.when.start.earliest, at, float(amount))
        for at, point in enumerate(series.all_points)
        if at not in later and point.when and point.when.start and point.when.end
        and (amount := number(point.value, high=True)) is not None
        and _is_of(point.value, series.unit)
    )  # fmt: skip
    if len(found) < 2:
        return ""
    first, length = found[0][0], found[-1][0] - found[0][0]
    cells = min(cells, len(found))
    heights: list[float | None] = [None] * cells
    for at, _, height in found:
        heights[min(int((at - first) / (length or timedelta(1)) * cells), cells - 1)] = height
    top = max(height for *_, height in found) or 1.0
    return "".join("·" if h is None else HEIGHTS[min(max(int(h / top * 8), 0), 7)] for h in heights)
