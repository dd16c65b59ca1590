"""The points of a series as tables: one by one, or in few lines by month, year or century."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from tui.blocks import Block, Heading, Line, Span, Table
from tui.brief.corrections import voice_of
from tui.brief.model import Series
from tui.presentation import dates
from tui.presentation.facts import margin
from tui.presentation.series_points import DatedPoint, SeriesPoints, format_figure, number, who
from tui.presentation.view import View

FEW = 100
"""Points up to which each has a row; of more, each period has one, and the last points."""
LAST = 20
"""How many of the last points."""
MOST = 60
"""Lines up to which periods are months; beyond it years, and beyond it again centuries."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SPANS: tuple[tuple[str, Callable[[datetime], str]], ...] = (
    ("Month by month", lambda day: f"{_MONTHS[day.month - 1]} {day.year}"),
    ("Year by year", lambda day: str(day.year)),
    ("Century by century", lambda day: f"{day.year // 100}00–{day.year // 100}99"),
)


def point_tables(view: View, points: SeriesPoints) -> Iterator[Block]:
    """All points one by one; of many, what they were month by month, and the last of them."""
    if len(points.entries) <= FEW:
        yield _table(view, points.series, points.entries)
        return
    yield from _periods(view, points)
    dated = points.dated
    yield Heading((Span(f"The last {LAST}"),))
    yield _table(view, points.series, dated[-LAST:])
    if rest := [entry for entry in points.entries if not (entry.start and entry.end)]:
        yield Heading((Span("Of no certain day"),))
        yield _table(view, points.series, rest)


def _table(view: View, series: Series, entries: Iterable[DatedPoint]) -> Table:
    """Points one by one: when, how many, who, where it was read, and remarks."""
    made = [_cells(view, series, entry) for entry in entries]
    heads = ("when", series.unit or "figure", "who", "read in", "note")
    kept = [n for n in range(len(heads)) if n < 2 or any(row[n] for row in made)]
    rows = tuple(tuple(row[n] for n in kept) for row in made)
    return Table(tuple((Span(heads[n]),) for n in kept), rows)


def _cells(view: View, series: Series, entry: DatedPoint) -> tuple[Line, ...]:
    point = entry.point
    when = dates.format_when(point.when, view.home) if point.when else f"line {point.spot.line}"
    named = point.by or point.source
    return (
        (Span(when),),
        _figure(series, entry),
        who(view, series, point) if named else (),
        margin(view, point.src),
        (Span(point.note, "quiet"),) if point.note else (),
    )


def _figure(series: Series, entry: DatedPoint) -> Line:
    point = entry.point
    if point.value is None:
        return (Span(f"“{point.as_written}”", "warning"),)
    texts = format_figure(series, point.value)
    if entry.later and entry.later.value:
        return Span(texts, "quiet"), Span(
            f", corrected to {format_figure(series, entry.later.value)}"
        )
    corrects = f", corrects {format_figure(series, point.corrects)}" if point.corrects else ""
    return Span(texts, "strong"), Span(corrects, "quiet")


def _periods(view: View, points: SeriesPoints) -> Iterator[Block]:
    """One line a month and a voice: how many points, the first, the last, the lowest, the highest.

    What a correction took the place of is not among them.
    """
    counting = [entry for entry in points.counting if entry.start and entry.end]
    for title, name_of in _SPANS:
        found: dict[tuple[str, tuple[Any, ...]], list[DatedPoint]] = {}
        for entry in counting:
            key = name_of(entry.start or datetime.min), voice_of(points.series, entry.point)
            found.setdefault(key, []).append(entry)
        if len(found) <= MOST or title == _SPANS[-1][0]:
            break
    several = len({voice for _, voice in found}) > 1
    rows = []
    for (name, _), entries in found.items():
        voices = (who(view, points.series, entries[0].point),) if several else ()
        rows.append(((Span(name),), *voices, *_summed(points, entries)))
    heads = ("", *(("who",) if several else ()), "points", "first", "last", "lowest", "highest")
    yield Heading((Span(title),))
    yield Table(tuple((Span(head),) for head in heads), tuple(rows))


def _summed(points: SeriesPoints, entries: list[DatedPoint]) -> tuple[Line, ...]:
    """How many points there are, and four of them; words that are no number are left aside."""
    numbered = [entry for entry in entries if number(entry.point.value) is not None] or entries
    ends = (
        numbered[0],
        numbered[-1],
        min(numbered, key=lambda entry: number(entry.point.value) or 0),
        max(numbered, key=lambda entry: number(entry.point.value, high=True) or 0),
    )
    texts = (
        format_figure(points.series, each.point.value) if each.point.value else "" for each in ends
    )
    return (Span(f"{len(entries):,}"),), *((Span(text),) for text in texts)
