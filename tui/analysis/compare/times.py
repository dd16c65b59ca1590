"""Comparing dates and times on the one line of time.

Two dates without a zone are two days of one calendar on the wall, wherever that hangs. A date that
meets an instant is a day of its place: of the venue of its round, of where an event was. Where it
does not fit there, or where no place is known, a day of the zone of any party or venue will do. No
verdict depends on the zone that times are shown in.

Parts of a day have soft edges. A clock time without a zone may lie in any zone on earth, unless the
writer assumes one: then the assumption is named, and the two at best fit. An hour that the clocks
go through twice may be either. What is `about` or uncertain may be off by one unit of its
precision.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from tui.analysis.compare.ground import Ground, attributed_to
from tui.analysis.compare.kinds import AGREE, NESTED, OPEN, OVERLAP, Kind, Relation
from tui.analysis.compare.texts import same_words
from tui.analysis.date_spans import Readings, is_loose, later, readings
from tui.brief.claims import Claim
from tui.brief.instants import EAST, WEST, Stretch
from tui.brief.when import When

_EDGE = timedelta(hours=1)
"""How far past its hours a part of a day may be meant, where the other time has a clock."""
_CENTURIES = 300
"""Years apart of which one is more likely of another calendar than wrong."""
_ANYWHERE = "anywhere"
"""Stands for the zone of a day where no zone at all is known."""
_CIVIL = "civil"
"""Stands for the zone of two dates that are compared without one."""
_INSTANTS = "instants"
"""Stands for the zone of two dates of which neither is a day yet to be given a place."""
_NO_ZONE = {_ANYWHERE, _CIVIL, _INSTANTS}


def relate_whens(a: Claim[When], b: Claim[When], ground: Ground) -> Relation:
    """Compare two dates: one instant, one within the other, or apart."""
    assert a.value and b.value  # noqa: S101  (the caller takes claims with a value)
    first, second = _bare(a.value), _bare(b.value)
    if not (_dated(first) and _dated(second)):
        alike = same_words(a.value.as_written, b.value.as_written, ground.spellings)
        return AGREE if alike else Relation(Kind.WORDING, "no date stated")
    if first == second:
        return AGREE
    condition = _condition(a, b)
    zone = next(_common_zones(first, second, ground), None)
    if zone is None:
        if _centuries_apart(first, second):
            return Relation(Kind.INCOMPARABLE, "centuries apart: of another calendar?")
        return Relation(Kind.DISPUTE, f"differs if {condition}" if condition else "")
    note = _note(first, second, zone, ground) or (f"agrees if {condition}" if condition else "")
    return _fitting(first, second, zone, note)


def _fitting(first: When, second: When, zone: str, note: str) -> Relation:
    """How two dates that may both be right relate to each other."""
    if not note and (is_loose(first) or is_loose(second)):
        note = "zone not stated"
    if not note and _same(first, second, zone):
        return AGREE
    if not (first.start and first.end and second.start and second.end):
        # "After 16 May" may be true with 25 May; it does not say it.
        return Relation(Kind.COMPATIBLE, note or OPEN)
    return Relation(Kind.FINER, note or _fit(first, second, zone))


def may_be_one_time(a: When, b: When, ground: Ground) -> bool:
    """Whether two dates can be of one time, by the calendar of some place."""
    return next(_common_zones(_bare(a), _bare(b), ground), None) is not None


def is_before(a: When, b: When, ground: Ground) -> bool:
    """Whether one date is over before the other can begin, by the calendar of any place."""
    a, b = _bare(a), _bare(b)
    return all(
        one.before(other)
        for zone in _zones(a, b, ground)
        for one in _read(a, zone, b)
        for other in _read(b, zone, a)
    )


def _read(when: When, zone: str, other: When) -> Readings:
    """What a date may mean, held against another one, by the calendar of a zone."""
    edge = _EDGE if other.clock else timedelta()
    if zone == _CIVIL:
        bare = when if not (when.zone or when.assume or when.clock) else _in_utc(when)
        return readings(bare, "", edge)
    found = readings(when, "" if zone in _NO_ZONE else zone, edge)
    if zone != _ANYWHERE or when.zone or when.assume or when.clock:
        return found
    return tuple(Stretch(later(s, -EAST), later(e, WEST)) for s, e in found)


def _in_utc(when: When) -> When:
    """The same time on the clocks of UTC, as good as those of any place."""
    return replace(when, zone="UTC", assume="")


def _zones(a: When, b: When, ground: Ground) -> tuple[str, ...]:
    """The zones whose days two dates may be of, that of their place before others."""
    if _is_civil(a, b):
        return (_CIVIL,)
    if all(each.clock or each.zone or each.assume for each in (a, b)):
        return (_INSTANTS,)
    return ground.zones or (_ANYWHERE,)


def _is_civil(a: When, b: When) -> bool:
    """Whether two dates are held against each other without a zone."""
    zoned = [bool(each.zone or each.assume) for each in (a, b)]
    if all(zoned) or (is_loose(a) and is_loose(b)):
        return False
    return not any(zoned) or not (a.clock or b.clock)


def _common_zones(a: When, b: When, ground: Ground) -> Iterator[str]:
    """The zones by whose calendars both may be true."""
    for zone in _zones(a, b, ground):
        here, there = _read(a, zone, b), _read(b, zone, a)
        if any(one.overlaps(other) for one in here for other in there):
            yield zone


def _same(a: When, b: When, zone: str) -> bool:
    return _read(a, zone, b) == _read(b, zone, a) and _flags(a) == _flags(b)


def _fit(a: When, b: When, zone: str) -> str:
    here, there = _read(a, zone, b), _read(b, zone, a)
    return NESTED if _within(here, there) or _within(there, here) else OVERLAP


def _within(here: Readings, there: Readings) -> bool:
    return all(any(whole.holds(each) for whole in there) for each in here)


def _note(a: When, b: When, zone: str, ground: Ground) -> str:
    """Where a day has to be for the two to fit, if they do not fit wherever it may be."""
    if zone in _NO_ZONE:
        return "zone not stated" if zone == _ANYWHERE else ""
    if zone == ground.home or (not ground.home and _fits_everywhere(a, b, ground)):
        return ""
    return f"fits by the calendar of {_city(zone)}"


def _fits_everywhere(a: When, b: When, ground: Ground) -> bool:
    return tuple(_common_zones(a, b, ground)) == _zones(a, b, ground)


def _centuries_apart(a: When, b: When) -> bool:
    years = [[m.year for m in (each.start, each.end) if m] for each in (a, b)]
    return min(abs(x - y) for x in years[0] for y in years[1]) > _CENTURIES


def _bare(when: When) -> When:
    """A date without its wording."""
    return replace(when, as_written="", calendar="") if when.as_written or when.calendar else when


def _condition(a: Claim[When], b: Claim[When]) -> str:
    """The writer's assumptions that the comparison of two times of day hangs on."""
    assert a.value and b.value  # noqa: S101
    if not (_hours(a.value) and _hours(b.value)):
        return ""
    assumed = {
        f"{attributed_to(claim)} means {_city(when.assume)} time": when.assume
        for claim, when in ((a, a.value), (b, b.value))
        if when.assume and not when.zone
    }
    both = all(when.assume and not when.zone for when in (a.value, b.value))
    if both and len(set(assumed.values())) == 1:
        return ""
    return " and ".join(sorted(assumed))


def _dated(when: When) -> bool:
    return when.start is not None or when.end is not None


def _hours(when: When) -> bool:
    """Whether a time of day is given, if only in words."""
    return when.clock or any(m is not None and m.part != "" for m in (when.start, when.end))


def _flags(when: When) -> tuple[bool, bool, bool]:
    return when.within, when.approx, when.uncertain


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ") or "UTC"
