"""Civil dates on the one line of time: what a `When` can mean in UTC."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import NamedTuple

from tui.brief.claims import Claimed
from tui.brief.when import When

WEST, EAST = timedelta(hours=12), timedelta(hours=14)
"""The furthest offsets on earth: a time without a zone may lie this far off."""


class Stretch(NamedTuple):
    """From the earliest to the latest instant meant, UTC; None: open on that side."""

    start: datetime | None
    end: datetime | None
    """Itself excluded, save where it equals `start`: an instant."""

    def before(self, other: "Stretch") -> bool:
        """Whether it is over, whatever is meant, before the other can begin."""
        if self.end is None or other.start is None:
            return False
        return self.end < other.start or (self.end == other.start and self.end != self.start)

    def overlaps(self, other: "Stretch") -> bool:
        """Whether both can be true of one thing."""
        return not self.before(other) and not other.before(self)

    def holds(self, other: "Stretch") -> bool:
        """Whether the other lies within it."""
        starts = self.start is None or (other.start is not None and self.start <= other.start)
        ends = self.end is None or (other.end is not None and other.end <= self.end)
        return starts and ends


@cache
def zone_of(name: str) -> tzinfo | None:
    """A time zone by IANA name, `UTC` or offset; None where there is no such zone."""
    if name in {"UTC", "GMT", "Z"}:
        return UTC
    if name[:1] in {"+", "-"}:
        sign = -1 if name[0] == "-" else 1
        hours, _, minutes = name[1:].partition(":")
        if not (hours.isdecimal() and (minutes or "0").isdecimal() and len(name) <= 6):
            return None
        offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
        return timezone(sign * offset) if offset <= EAST else None
    from zoneinfo import ZoneInfo  # noqa: PLC0415  (only briefs that name a zone need it)

    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return None


def in_utc(local: datetime, zone: tzinfo) -> datetime:
    """A civil time of a zone as UTC; the ends of the calendar stay where they are.

    Of an hour that the clocks go through twice it is the first; `fold=1` on the time, the second.
    """
    try:
        return local.replace(tzinfo=zone).astimezone(UTC)
    except (OverflowError, ValueError):
        return local.replace(tzinfo=UTC)


def in_zone(instant: datetime, zone: tzinfo | None) -> datetime:
    """What the clocks of a zone show at an instant; at the ends of the calendar, the instant."""
    try:
        return instant.astimezone(zone)
    except (OverflowError, ValueError):
        return instant


def never_was(local: datetime, zone: tzinfo) -> bool:
    """Whether the clocks of a zone went past a civil time when they were put forward."""
    try:
        there = local.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    except (OverflowError, ValueError):
        return False
    return there.replace(tzinfo=None, fold=0) != local


def stretch(when: When, home: str, *, assumed: bool = True) -> Stretch:
    """All the instants a `When` may mean.

    Dates without a clock time are days of `home`. A clock time without a zone is taken in the zone
    the writer assumes (unless not `assumed`), else it may lie in any zone on earth.
    """
    zone = when.zone or (when.assume if assumed else "")
    known = zone_of(zone or home or "UTC") or UTC
    loose = when.clock and not zone
    start = end = None
    if when.start:
        start = in_utc(when.start.latest if when.open else when.start.earliest, known)
    if when.end:
        end = in_utc(when.end.earliest if when.open else when.end.latest, known)
    if loose:
        start, end = _anywhere(when, start, end)
    return Stretch(start, end)


def _anywhere(
    when: When, start: datetime | None, end: datetime | None
) -> tuple[datetime | None, datetime | None]:
    if when.start and start:
        civil = when.start.earliest
        start = in_utc(civil - EAST if civil - datetime.min > EAST else datetime.min, UTC)
    if when.end and end:
        civil = when.end.latest
        end = in_utc(civil + WEST if datetime.max - civil > WEST else datetime.max, UTC)
    return start, end


def after_all_of(first: Claimed[When], second: Claimed[When]) -> bool:
    """Whether every claim of `first` lies after every claim of `second`, whatever is meant."""
    pairs = [(a, b) for a in first.stated for b in second.stated if _dated(a) and _dated(b)]
    return bool(pairs) and all(_is_before(b, a) for a, b in pairs)


def _is_before(first: When, second: When) -> bool:
    """Whether one is over before the other begins, by the calendar of any place on earth."""
    if first.end is None or second.start is None:
        return False
    civil = not any((each.zone or each.assume) for each in (first, second))
    if civil or (first.zone or first.assume) == (second.zone or second.assume):
        return stretch(first, "UTC").before(stretch(second, "UTC"))
    zones = ("-12:00", "+14:00")
    return all(stretch(first, z).before(stretch(second, y)) for z in zones for y in zones)


def _dated(when: When) -> bool:
    return when.start is not None or when.end is not None
