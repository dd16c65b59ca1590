"""A series in full: its curve, its points in words, its corrections, and what it is held against.

All that the curve shows is also said in words.
"""

import os
from collections.abc import Iterator
from itertools import islice

from tui.analysis.crosscheck import Check, crosscheck
from tui.blocks import DISPUTED, PROBLEM, Block, Fact, Gap, Heading, Item, Line, Prose, Sign, Span
from tui.brief.model import Event, Measure, Series
from tui.brief.tables.table import SeriesTable
from tui.presentation import dates, figures
from tui.presentation.facts import SIGNS, margin, value
from tui.presentation.names import event_title, name_link, name_links
from tui.presentation.notes import common, names_fact, text_fact
from tui.presentation.series_points import (
    SeriesPoints,
    curve,
    format_figure,
    is_drawn,
    number,
    ordered_points,
    spark,
    who,
)
from tui.presentation.series_tables import point_tables
from tui.presentation.view import View

PROBLEMS = 20
"""Problems of a table told on the page; all of them are on the screen of problems."""


def series_page(view: View, record: Series) -> tuple[Block, ...]:
    """The whole of a series."""
    found = ordered_points(view, record)
    return (
        Heading((Span(record.name or record.as_written, "title"),), level=1),
        *text_fact(view, record, record.unit, "unit"),
        *text_fact(view, record, record.predicate, "what of it"),
        *names_fact(view, (record.by,) if record.by else (), "counted by"),
        *_table_facts(view, record),
        *_summary(view, found),
        *_corrections(view, found),
        *_picture(view, found),
        *_held_against(view, record),
        *((Heading((Span("The points"),)), *point_tables(view, found)) if found.entries else ()),
        *common(view, record),
        *_problems(view, record),
    )


def table_of(view: View, record: Series) -> SeriesTable | None:
    """The table a series is read from."""
    name = os.path.normpath(record.file) if record.file else ""
    return next((each for each in view.reading.tables.values() if each.name == name), None)


def _table_facts(view: View, record: Series) -> Iterator[Fact]:
    table = table_of(view, record)
    if record.file:
        items = [Item((Span(record.file),))]
        if table and table.stale:
            kept = "; what it said last is shown" if record.rows else ""
            items.append(Item((Span(f"{table.stale.message}{kept}", "problem"),), depth=1))
        yield Fact("table", tuple(items))
    for label, named in (("columns", record.columns), ("only rows", record.only)):
        if named:
            summary = ", ".join(f"{name}: {text}" for name, text in named.items())
            yield Fact(label, (Item((Span(summary),)),))
    yield from text_fact(view, record, record.dates, "day order")


def _summary(view: View, found: SeriesPoints) -> Iterator[Fact]:
    dated, series = found.dated, found.series
    if not found.entries:
        return
    summary = figures.counted(len(found.entries), "point")
    if dated:
        ends = (dated[0].point.when, dated[-1].point.when)
        days = dict.fromkeys(dates.format_when(when, view.home) for when in ends if when)
        summary += f", {' – '.join(days)}"
    yield Fact("points", (Item((Span(summary),)),))
    drawn = [e for e in found.counting if is_drawn(e, series.unit)]
    if len(drawn) > 1:
        low = min(drawn, key=lambda entry: number(entry.point.value) or 0)
        high = max(drawn, key=lambda entry: number(entry.point.value, high=True) or 0)
        for label, each in (("lowest", low), ("highest", high), ("latest", drawn[-1])):
            point = each.point
            if point.value and point.when:
                figure = Span(format_figure(series, point.value), "strong")
                day = Span(f", {dates.format_when(point.when, view.home)}", "quiet")
                voice = who(view, series, point) if point.by or point.source else ()
                by = (Span("  — ", "quiet"), *voice) if voice else ()
                yield Fact(label, (Item((figure, day, *by), margin(view, point.src)),))


def _picture(view: View, found: SeriesPoints) -> Iterator[Block]:
    drawn = curve(view, found)
    if drawn is None:
        return
    yield Gap()
    yield drawn
    left = len(found.entries) - sum(len(each.dots) for each in drawn.series)
    if left:
        text = f"Not drawn, being of no certain day, no number or another unit: {left}."
        yield Prose((Span(text, "quiet"),))


def _corrections(view: View, found: SeriesPoints) -> Iterator[Block]:
    items = []
    for entry in found.entries:
        before, after = entry.point, entry.later
        if after and before.value and after.value and after.when:
            day = Span(f"{dates.format_when(after.when, view.home)}: ")
            old = Span(format_figure(found.series, before.value), "quiet")
            new = Span(format_figure(found.series, after.value), "strong")
            line: Line = (day, old, Span(" → ", "quiet"), new)
            if after.by or after.source:
                line = (*line, Span("  — ", "quiet"), *who(view, found.series, after))
            items.append(Item(line, margin(view, after.src)))
    if items:
        yield Fact("corrected", tuple(items))


def _problems(view: View, record: Series) -> Iterator[Block]:
    table = table_of(view, record)
    wrong = view.reading.problems_of(str(table.path)) if table else ()
    if not wrong:
        return
    items = [
        Item(
            (Span(each.message, "problem" if each.severity == "error" else "warning"),),
            (Span(f"line {each.place.line}", "source"),),
        )
        for each in islice(wrong, PROBLEMS)
    ]
    if len(wrong) > PROBLEMS:
        items.append(Item((Span(f"and {len(wrong) - PROBLEMS} more", "quiet"),)))
    yield Heading((Span("In the table"),), level=3)
    yield Fact("problems", tuple(items))


# --- figures of the brief, and what the series says of them ----------------------------------


def checks(view: View) -> tuple[Check, ...]:
    """Every figure that is tied to a series; worked out once for a state of the brief."""
    known: dict[str, tuple[Check, ...]] = view.worked_out("checks")
    if "" not in known:
        known[""] = crosscheck(view.brief, view.register)
    return known[""]


def in_the_series(view: View, measure: Measure) -> tuple[Fact, ...]:
    """What the series says of the figures of a measure."""
    series = view.register.find(measure.series)
    if not isinstance(series, Series):
        return ()
    found = [each for each in checks(view) if each.measure is measure]
    items = [Item((name_link(view, measure.series),))]
    for check in found:
        items += _check_items(view, check, value(view, check.claim))
    return (Fact("in the series", tuple(items)),)


def _held_against(view: View, record: Series) -> tuple[Fact, ...]:
    """The figures of the brief that are tied to this series."""
    items: list[Item] = []
    for check in checks(view):
        if check.series is record:
            title = event_title(check.record) if isinstance(check.record, Event) else ""
            name = ": ".join(part for part in (title, check.measure.name) if part)
            line = (Span(name, "name", check.record.key), Span(": "), *value(view, check.claim))
            items += _check_items(view, check, line)
    return (Fact("held against", tuple(items)),) if items else ()


def _check_items(view: View, check: Check, line: Line) -> Iterator[Item]:
    """A figure, and below it each point of its time."""
    by = (Span("  — ", "quiet"), *name_links(view, (check.claim.by,))) if check.claim.by else ()
    yield Item((*line, *by), margin(view, check.claim.src))
    if check.when is None:
        yield Item((Span("no date to look it up by", "quiet"),), depth=1)
    elif not check.found:
        day = dates.format_when(check.when, view.home)
        yield Item((Span(f"the series has no figure of just {day}", "quiet"),), depth=1)
    for point, relation in check.found:
        sign = SIGNS.get(relation.kind)
        word = sign.word if sign else "the same" if relation.kind == "agree" else ""
        note = ": ".join(part for part in (word, relation.note) if part)
        summary = format_figure(check.series, point.value) if point.value else ""
        voice = who(view, check.series, point)
        spans = (Span(summary, "strong"), *((Span("  — ", "quiet"), *voice) if voice else ()))
        role = sign.role if sign else "quiet"
        yield Item((*spans, Span(f"   {note}", role)), margin(view, point.src), sign, depth=1)


# --- its row in a list ------------------------------------------------------------------------


def series_below(record: Series) -> Line:
    """A series in one line: how it went, and the latest figure of it."""
    points = record.all_points
    if not points:
        return (Span(record.file, "quiet"),)
    summary = figures.counted(len(points), "point")
    blocks = spark(record)
    return (*((Span(blocks, "strong"), Span("  ")) if blocks else ()), Span(summary, "quiet"))


def series_signs(view: View, record: Series) -> tuple[Sign, ...]:
    """The marks of a series: those of any record, of its table, and of what it is held against."""
    table = table_of(view, record)
    wrong = view.reading.problems_of(str(table.path)) if table else ()
    broken = any(problem.severity == "error" for problem in wrong)
    kinds = {r.kind for check in checks(view) if check.series is record for _, r in check.found}
    signs = ((DISPUTED,) if "dispute" in kinds else ()) + ((PROBLEM,) if broken else ())
    return tuple(dict.fromkeys((*signs, *view.signs(record))))
