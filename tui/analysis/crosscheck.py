"""Figures of a brief held against the series that counts the same thing.

Only what a writer ties together is compared, by `series:` on a measure, and only figures of the
same time: a day with that day, a month with that month. A sum of a month says nothing of a day.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tui.analysis.compare.ground import Ground, ground_of
from tui.analysis.compare.kinds import Relation
from tui.analysis.compare.quantities import relate_quantities
from tui.brief.claims import Claim
from tui.brief.corrections import corrected
from tui.brief.instants import stretch
from tui.brief.model import Brief, Event, Measure, Point, Series
from tui.brief.quantity import Quantity
from tui.brief.record import Record
from tui.brief.register import Register
from tui.brief.when import When, hull

_DAYS = {"minute", "part_of_day", "day"}


@dataclass(frozen=True, slots=True)
class Check:
    """One figure of a measure, and what the series says of its time."""

    record: Record
    """The measure, or the event it is in."""
    measure: Measure
    claim: Claim[Quantity]
    series: Series
    when: When | None
    """What time the figure is of: when its event was, else when it was said."""
    found: tuple[tuple[Point, Relation], ...] = ()
    """The points of that time that were not corrected, each with how the figure stands to it."""


def crosscheck(brief: Brief, known: Register) -> tuple[Check, ...]:
    """Every figure that is tied to a series, in the order of the brief."""
    tied = [(r, m, s) for r, m in _measures(brief) if isinstance(s := known.find(m.series), Series)]
    if not tied:
        return ()
    home = brief.display_zone
    ground = ground_of(known, brief.aliases)
    counting = {series.key: _counting(series) for _, _, series in tied}
    checks = []
    for record, measure, series in tied:
        for claim in measure.claims:
            if claim.value is not None:
                when = _time_of(record, claim)
                found = _of_time(counting[series.key], when, home) if when else ()
                related = tuple((each, _relate(claim, each, series, ground)) for each in found)
                checks.append(Check(record, measure, claim, series, when, related))
    return tuple(checks)


def _measures(brief: Brief) -> Iterator[tuple[Record, Measure]]:
    part = brief.conflict
    for event in part.events if part else ():
        yield from ((event, measure) for measure in event.measures)
    yield from ((measure, measure) for measure in (part.measures if part else ()))


def _counting(series: Series) -> tuple[Point, ...]:
    """The points that still count and have both a date and a figure."""
    points = series.all_points
    later = corrected(series).later
    counting = (point for at, point in enumerate(points) if at not in later)
    return tuple(point for point in counting if point.when and point.value)


def _time_of(record: Record, claim: Claim[Quantity]) -> When | None:
    if isinstance(record, Event):
        return hull(record.when.stated) if record.when else None
    return claim.when


def _of_time(points: tuple[Point, ...], when: When, home: str) -> tuple[Point, ...]:
    return tuple(point for point in points if point.when and _same_time(point.when, when, home))


def _same_time(one: When, other: When, home: str) -> bool:
    if not (one.start and one.end and other.start and other.end):
        return False
    if one.start == one.end and other.start == other.end:
        days = {one.precision, other.precision}
        if days <= _DAYS:
            return stretch(one, home).overlaps(stretch(other, home))
    return stretch(one, home) == stretch(other, home)


def _relate(claim: Claim[Quantity], point: Point, series: Series, ground: Ground) -> Relation:
    counted = Claim(value=point.value, predicate=series.predicate, unit=series.unit)
    return relate_quantities(claim, counted, ground)
