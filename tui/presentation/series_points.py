"""The points of a series in the order of time, as a curve and as one line of blocks."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from tui.blocks import Curve, CurveSeries, Dot, Line, Shape, Span
from tui.brief.corrections import corrected, voice_of
from tui.brief.instants import stretch
from tui.brief.model import Point, Series
from tui.brief.quantity import Quantity
from tui.brief.spelling import fold
from tui.presentation import figures
from tui.presentation.facts import inherited
from tui.presentation.lanes import civil
from tui.presentation.names import name_links
from tui.presentation.view import View

HEIGHTS = "▁▂▃▄▅▆▇█"
_FIRST, _END = datetime(2, 1, 1), datetime(9990, 1, 1)
_NEVER = datetime.max


class DatedPoint(NamedTuple):
    """One point, with what time it is of."""

    point: Point
    start: datetime | None
    """In the civil time of the brief; None: no date, or one without a beginning or an end."""
    end: datetime | None
    later: Point | None = None
    """The correction that took its place."""


class SeriesPoints(NamedTuple):
    """All points of a series in the order of time, those without a date last."""

    series: Series
    entries: tuple[DatedPoint, ...]

    @property
    def counting(self) -> Iterator[DatedPoint]:
        """Those that no correction took the place of."""
        return (entry for entry in self.entries if entry.later is None)

    @property
    def dated(self) -> list[DatedPoint]:
        """Those of a certain time."""
        return [entry for entry in self.entries if entry.start and entry.end]


def ordered_points(view: View, series: Series) -> SeriesPoints:
    """Put the points of a series in order; worked out once for a state of the brief."""
    known: dict[str, SeriesPoints] = view.worked_out("series points")
    if series.key not in known:
        points = series.all_points
        later = corrected(series).later
        entries = [
            DatedPoint(point, *_time(view, point), points[later[at]] if at in later else None)
            for at, point in enumerate(points)
        ]
        entries.sort(key=lambda entry: (entry.start or _NEVER, entry.end or _NEVER))
        known[series.key] = SeriesPoints(series, tuple(entries))
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
        text: Line = name_links(view, (point.by,))
        return (*text, Span(f", {point.source}")) if point.source else text
    if point.source:
        return (Span(point.source),)
    return name_links(view, (series.by,)) if series.by else inherited(view, point.src or series.src)


def number(quantity: Quantity | None, *, high: bool = False) -> Decimal | None:
    """The one number to use for a figure: its best, else its lower or its higher bound."""
    if quantity is None or quantity.best is not None:
        return quantity.best if quantity else None
    low, top = quantity.bounds
    first, second = (top, low) if high else (low, top)
    return first if first is not None else second


def is_drawn(entry: DatedPoint, unit: str) -> bool:
    """Whether a point has a time and a number of the unit that is drawn."""
    value = entry.point.value
    if number(value) is None or not _is_of(value, unit):
        return False
    return bool(entry.start and entry.end and entry.start > _FIRST and entry.end < _END)


def _is_of(value: Quantity | None, unit: str) -> bool:
    return value is not None and (not value.unit or fold(value.unit) == fold(unit))


def curve(view: View, points: SeriesPoints) -> Curve | None:
    """The curve of a series, with a line for each voice; None for fewer than two figures."""
    series = points.series
    drawn = [entry for entry in points.entries if is_drawn(entry, series.unit)]
    if len(drawn) < 2:
        return None
    voices: dict[tuple[Any, ...], list[DatedPoint]] = defaultdict(list)
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


def _dot(entry: DatedPoint) -> Dot:
    value = entry.point.value or Quantity()
    start, end = entry.start or _NEVER, entry.end or _NEVER
    numbers = (
        None if each is None else float(each) for each in (value.best, value.low, value.high)
    )
    shape: Shape = "earlier" if entry.later else "about" if value.approx else "exact"
    best, low, high = numbers
    return Dot(start, end, best, low, high, shape)


def format_figure(series: Series, quantity: Quantity) -> str:
    """A figure in words, its unit where that is not the one of the series."""
    text = figures.format_quantity(quantity)
    unit = quantity.unit
    return text.removesuffix(f" {unit}") if unit and fold(unit) == fold(series.unit) else text


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
