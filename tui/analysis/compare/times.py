"""Comparing dates and times on the one line of time.

A date without a clock time is a day of the home zone; where it does not fit there, a day of the
zone of any party or venue will do. A clock time without a zone may lie in any zone on earth, unless
the writer assumes one: then the assumption is named, and the two at best fit. What is `about` or
uncertain may be off by one unit of its precision.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from tui.analysis.compare.ground import Ground, attributed_to
from tui.analysis.compare.kinds import AGREE, NESTED, OVERLAP, Kind, Relation
from tui.analysis.compare.texts import same_words
from tui.brief.claims import Claim
from tui.brief.instants import Stretch, stretch
from tui.brief.when import When

TOLERANCE = {
    "minute": timedelta(minutes=30), "part_of_day": timedelta(hours=3), "day": timedelta(days=1),
    "week": timedelta(weeks=1), "month": timedelta(days=31), "season": timedelta(days=92),
    "year": timedelta(days=366),
}  # fmt: skip
"""How far off a date called approximate or uncertain may be, by its precision."""
_FIRST, _LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


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
    zone = _common_zone(first, second, ground)
    if zone is None:
        return Relation(Kind.DISPUTE, f"differs if {condition}" if condition else "")
    here, there = span(first, zone), span(second, zone)
    same = here == there and _flags(first) == _flags(second)
    nested = here.holds(there) or there.holds(here)
    note = "" if same else NESTED if nested else OVERLAP
    if zone != ground.home:
        note = f"fits by the calendar of {_city(zone)}"
    elif condition:
        note = f"agrees if {condition}"
    elif _loose(first) or _loose(second):
        note = "zone not stated"
    return Relation(Kind.FINER, note) if note else AGREE


@lru_cache(maxsize=4096)
def span(when: When, home: str) -> Stretch:
    """All the instants a date may mean, with what `about` and the word night leave open."""
    found = stretch(when, home)
    start, end = found.start, found.end
    if when.end and when.end.part == "night" and not when.open:
        # The night of the 1st is as often the one that begins on the evening of the 1st.
        end = _later(end, timedelta(days=1))
    if when.approx or when.uncertain:
        margin = TOLERANCE.get(when.precision, timedelta())
        start, end = _later(start, -margin), _later(end, margin)
    return Stretch(start, end)


def _common_zone(a: When, b: When, ground: Ground) -> str | None:
    """The first zone in which both may be true, the home zone before others; None: in none."""
    for zone in ground.zones:
        if span(a, zone).overlaps(span(b, zone)):
            return zone
    return None


def _bare(when: When) -> When:
    """A date without its wording; calendar dates have no use for a zone."""
    if _hours(when):
        return replace(when, as_written="")
    return replace(when, as_written="", zone="", assume="")


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


def _loose(when: When) -> bool:
    return when.clock and not when.zone and not when.assume


def _flags(when: When) -> tuple[bool, bool, bool]:
    return when.within, when.approx, when.uncertain


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ") or "UTC"


def _later(moment: datetime | None, by: timedelta) -> datetime | None:
    """Move a bound; the ends of the calendar stay where they are."""
    if moment is None:
        return None
    try:
        return moment + by
    except OverflowError:
        return _FIRST if by < timedelta() else _LAST
