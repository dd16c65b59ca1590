"""What the checks share: the brief, and an order of dates that errs on the side of silence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TypeVar

from tui.analysis.date_spans import span
from tui.brief.claims import Claimed
from tui.brief.instants import EAST, WEST, Stretch, stretch
from tui.brief.model import Brief, Party, Venue
from tui.brief.order import starts
from tui.brief.record import Record
from tui.brief.register import Register
from tui.brief.when import When

R = TypeVar("R", bound=Record)
_APART = WEST + EAST


@dataclass(frozen=True, slots=True)
class Finding:
    """Two things told in the brief that cannot both be right."""

    kind: str
    """Name of the check."""
    records: tuple[Record, ...]
    """The record it is about, and the others it concerns."""
    dates: tuple[When, ...] = ()
    """The dates that do not fit, in the order the words of the kind name them."""
    texts: tuple[str, ...] = ()
    """Words and numbers that do not fit, as told and as counted."""
    held: str = ""
    """What the writer already holds of it."""


@dataclass(frozen=True, eq=False)
class Clock:
    """A brief, and how its dates lie to each other."""

    brief: Brief
    known: Register

    @cached_property
    def zones(self) -> tuple[str, ...]:
        """The home zone and those of all parties and venues: a day may be a day of any of them."""
        records = self.known.by_key.values()
        found = {r.zone for r in records if isinstance(r, Party | Venue) and r.zone}
        return (self.brief.display_zone, *sorted(found - {self.brief.display_zone}))

    def each(self, kind: type[R]) -> Iterator[R]:
        """All records of a kind."""
        return (record for record in self.known.by_key.values() if isinstance(record, kind))

    def wide(self, when: When) -> Stretch:
        """All the instants a date may mean, by the calendar of any zone of the brief."""
        spans = [_meant(when, zone) for zone in self.zones]
        starts = [each.start for each in spans if each.start]
        ends = [each.end for each in spans if each.end]
        whole = len(spans)
        return Stretch(
            min(starts) if len(starts) == whole else None, max(ends) if len(ends) == whole else None
        )

    def before(self, first: When | None, second: When | None) -> bool:
        """Whether one date is over, whatever is meant, before the other can begin."""
        if first is None or second is None or first.end is None or second.start is None:
            return False
        # No two zones are further apart: most pairs need no second look.
        if first.end.earliest - second.start.latest > _APART:
            return False
        return self.wide(first).before(self.wide(second))

    def all_before(self, first: Claimed[When] | None, second: Claimed[When] | None) -> bool:
        """The same of every date claimed for two things; False where one has none."""
        if first is None or second is None:
            return False
        pairs = [(a, b) for a in first.stated for b in second.stated]
        return bool(pairs) and all(self.before(a, b) for a, b in pairs)

    def began_before(self, first: Claimed[When] | None, second: Claimed[When] | None) -> bool:
        """Whether one thing had begun, whatever is meant, before the other could begin."""
        if first is None or second is None:
            return False
        pairs = [(beginning(a), b) for a in first.stated for b in second.stated]
        return bool(pairs) and all(self.before(a, b) for a, b in pairs)

    def earliest(self, whens: Iterable[When]) -> When:
        """The one of some dates that begins first, to be named in a finding."""
        return min(whens, key=lambda when: (self.start(when), when.as_written))

    def longest(self, first: When, last: When) -> timedelta | None:
        """The longest time that may lie from the beginning of one date to the end of another."""
        start, end = self.wide(first).start, self.wide(last).end
        return end - start if start and end else None

    def shortest(self, first: When, last: When) -> timedelta | None:
        """The shortest time that may lie from one date to another."""
        start, end = self.wide(first).end, self.wide(last).start
        return end - start if start and end else None

    def start(self, when: When | None) -> datetime:
        """The earliest it may be; the first of all for a date with no beginning."""
        start = self.wide(when).start if when else None
        return start or datetime.min.replace(tzinfo=UTC)


def beginning(when: When) -> When:
    """When something began that went on for a time; the date itself where it is one."""
    if when.within or when.start is None or when.end is None:
        return when
    return replace(when, end=when.start)


def ending(when: When) -> When:
    """When something ended that went on for a time; the date itself where it is one."""
    if when.within or when.start is None or when.end is None:
        return when
    return replace(when, start=when.end)


def _meant(when: When, zone: str) -> Stretch:
    """The instants a date may mean; where words leave it open, as comparing claims has it."""
    part = any(moment is not None and moment.part for moment in (when.start, when.end))
    if not (when.approx or when.uncertain or part):
        return stretch(when, zone)
    return span(when, zone)


def first(held: Claimed[When] | None) -> When | None:
    """Of the dates that stand the one that begins first, to be named in a finding."""
    return min(held.stated, key=starts, default=None) if held else None
