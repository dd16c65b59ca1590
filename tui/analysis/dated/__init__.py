"""Every dated thing of a brief in one order.

The order is by the earliest instant a date may mean; what has none, as `before 2 June`, stands at
the end it has, though never beyond the cut-off of the brief. Of those that begin together the one
that leaves most open comes first: a year, then its January, then the first of it; `after 16 May`
before what happened on the 17th. The states of one thing stay in the order of its history, so
that `signed, March` comes after `presented, 18 March`. A clock time without a zone is placed as if
it were told in the home zone: for its place in the list alone, and nowhere told.
"""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import TypeAlias

from tui.analysis.compare.statuses import in_time
from tui.analysis.dated.entries import KINDS, Dated, entries_of, placed
from tui.analysis.stale import states_of
from tui.brief.instants import Stretch, stretch
from tui.brief.model import Brief, Contact, Event, Round, Statement
from tui.brief.record import Record
from tui.brief.register import Register
from tui.brief.when import When

__all__ = ["KINDS", "Dated", "cutoff", "dated", "order", "place", "placed", "undated"]

_FAR = datetime.max.replace(tzinfo=UTC)
_NEAR = datetime.min.replace(tzinfo=UTC)
_MOMENT = timedelta(minutes=1)
_STEP = timedelta(microseconds=1)
"""By how much a state is placed after the previous one, where its date begins earlier."""


def dated(brief: Brief, known: Register) -> tuple[Dated, ...]:
    """Everything with a date, in order, whatever the order of the records."""
    home, closed = brief.display_zone, cutoff(brief)
    records = known.by_key.values()
    whole = (brief.conflict,) if brief.conflict else ()
    found = (_in_order(record, tuple(entries_of(record, known, home)), home, closed)
             for record in (*whole, *records))  # fmt: skip
    return tuple(entry for _, entry in sorted(chain.from_iterable(found), key=lambda pair: pair[0]))


Placed: TypeAlias = tuple["Order", Dated]
Order: TypeAlias = tuple[datetime, bool, timedelta, int, str]


def _in_order(
    record: Record, entries: tuple[Dated, ...], home: str, closed: datetime | None
) -> list[Placed]:
    """The entries of one record with what they are sorted by, its states as they came about."""
    states = states_of(record)
    placed_entries = [(order(entry, home, closed), entry) for entry in entries]
    if len(states) < 2:
        return placed_entries
    turn = {(s.status, s.when or s.as_of): n for n, s in enumerate(in_time(states, home))}
    placed_entries.sort(key=lambda pair: turn.get((pair[1].what, pair[1].when), -1))
    last = _NEAR
    made = []
    for key, entry in placed_entries:
        start, end = key[0], placed(entry.when, home).end
        if (entry.what, entry.when) in turn:
            # It may have come about later than its date begins, so it did: within that date alone.
            start = last + _STEP if end and start <= last < end - _STEP else start
            last = start
        made.append(((start, *key[1:]), entry))
    return made


def order(
    entry: Dated, home: str, closed: datetime | None = None
) -> tuple[datetime, bool, timedelta, int, str]:
    """What entries are sorted by; see the head of this module."""
    span = placed(entry.when, home)
    start = place(span, closed)
    left = _FAR - span.end if span.end else timedelta()
    return start, span.start is not None, left, KINDS.index(entry.kind), entry.key


def place(span: Stretch, closed: datetime | None) -> datetime:
    """The instant by which a date is placed in a list."""
    if span.start or not span.end:
        return span.start or _NEAR
    return min(span.end, closed - _MOMENT) if closed else span.end


def cutoff(brief: Brief) -> datetime | None:
    """The instant after which nothing can be in the brief; None where it does not say."""
    return stretch(brief.as_of, brief.display_zone).end if brief.as_of else None


def undated(known: Register) -> dict[str, int]:
    """How many records of each kind should bear a date and do not."""
    records = (r for r in known.by_key.values() if isinstance(r, _WITH_DATE))
    bare = (type(r).__name__.lower() for r in records if not (r.when and _has(r.when.values)))
    return dict(Counter(bare))


_WITH_DATE = (Round, Contact, Event, Statement)


def _has(values: tuple[When, ...]) -> bool:
    return any(when.start or when.end for when in values)
