"""What a date may mean: stretches of time, with what its words leave open.

Parts of a day have soft edges. An hour that the clocks go through twice may be either. What is
`about` or uncertain may be off by one unit of its precision.
"""

from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import TypeAlias

from tui.brief.instants import Stretch, in_utc, stretch, zone_of
from tui.brief.moment import Moment
from tui.brief.when import When

TOLERANCE = {
    "minute": timedelta(minutes=30), "part_of_day": timedelta(hours=3), "day": timedelta(days=1),
    "week": timedelta(weeks=1), "month": timedelta(days=31), "season": timedelta(days=92),
    "year": timedelta(days=366),
}  # fmt: skip
"""How far off a date called approximate or uncertain may be, by its precision."""
HOURS = {
    "midnight": ((-1, 1), (23, 25)),
    "night": ((0, 6), (20, 30)),
    "early": ((0, 9),),
    "early morning": ((0, 9),),
    "morning": ((4, 12),),
    "noon": ((11, 13),),
    "afternoon": ((12, 18),),
    "evening": ((16, 24),),
    "late": ((20, 26),),
    "late evening": ((20, 25),),
}
"""Hours a part of a day may mean, from its first midnight on; the night and midnight of a day are
as often those it begins with as those it ends with."""
_FIRST, _LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
Readings: TypeAlias = tuple[Stretch, ...]
"""What a date may mean: one of these."""


@lru_cache(maxsize=4096)
def span(when: When, home: str) -> Stretch:
    """All the instants a date may mean, with what its words leave open."""
    found = readings(when, home)
    starts = [each.start for each in found if each.start is not None]
    ends = [each.end for each in found if each.end is not None]
    whole = len(found)
    return Stretch(
        min(starts) if len(starts) == whole else None, max(ends) if len(ends) == whole else None
    )


@lru_cache(maxsize=4096)
def readings(when: When, home: str, edge: timedelta = timedelta()) -> Readings:
    """What a date may mean as a day of `home`; more than one thing for a night or a doubled hour.

    `edge` is how far past its hours a part of a day may be meant.
    """
    start, end = when.start, when.end
    zone = zone_of(when.zone or when.assume or home or "UTC") or UTC
    if start is not None and start == end and start.part and not when.open:
        midnight = datetime(start.year, start.month or 1, start.day or 1)
        found = tuple(
            Stretch(
                _hours_on(midnight, timedelta(hours=low) - edge, zone),
                _hours_on(midnight, timedelta(hours=high) + edge, zone),
            )
            for low, high in HOURS[start.part]
        )
    elif start is not None and start == end and start.hour is not None and not is_loose(when):
        first, second = (in_utc(start.earliest.replace(fold=n), zone) for n in (0, 1))
        whole = stretch(when, home)
        # In the hour that never was the second of the two comes first: there is one only.
        twice = second > first and not when.open
        found = (whole, Stretch(second, second)) if twice else (whole,)
    else:
        found = (_softened(stretch(when, home), start, end, edge),)
    if not (when.approx or when.uncertain):
        return found
    margin = TOLERANCE.get(when.precision, timedelta())
    return tuple(Stretch(later(s, -margin), later(e, margin)) for s, e in found)


def _softened(whole: Stretch, start: Moment | None, end: Moment | None, edge: timedelta) -> Stretch:
    """A range with the soft edges of the parts of a day it begins and ends with."""
    if start is not None and start.part:
        whole = whole._replace(start=later(whole.start, -edge))
    if end is not None and end.part:
        whole = whole._replace(end=later(whole.end, edge))
    return whole


def _hours_on(midnight: datetime, by: timedelta, zone: tzinfo) -> datetime:
    """The instant some hours from a midnight; it stays within the calendar."""
    try:
        return in_utc(midnight + by, zone)
    except OverflowError:
        return _FIRST if by < timedelta() else _LAST


def later(moment: datetime | None, by: timedelta) -> datetime | None:
    """Move a bound; the ends of the calendar stay where they are."""
    if moment is None:
        return None
    try:
        return moment + by
    except OverflowError:
        return _FIRST if by < timedelta() else _LAST


def is_loose(when: When) -> bool:
    """Whether a clock time may lie in any zone, as neither source nor writer names one."""
    return when.clock and not when.zone and not when.assume
