"""Every dated thing of a brief in one order.

The order is by the earliest instant a date may mean; what has none, as `before 2 June`, stands at
the end it has, though never beyond the cut-off of the brief. Of those that begin together the one
that leaves most open comes first: a year, then its January, then the first of it; `after 16 May`
before what happened on the 17th. A clock time without a zone is placed as if it were told in the
home zone: for its place in the list alone, and nowhere told.
"""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import chain

from tui.analysis.dated.entries import KINDS, Dated, entries_of, placed
from tui.brief.instants import Stretch, stretch
from tui.brief.model import Brief, Contact, Event, Round, Statement
from tui.brief.register import Register
from tui.brief.when import When

__all__ = ["KINDS", "Dated", "cutoff", "dated", "order", "place", "placed", "undated"]

_FAR = datetime.max.replace(tzinfo=UTC)
_NEAR = datetime.min.replace(tzinfo=UTC)
_MOMENT = timedelta(minutes=1)


def dated(brief: Brief, known: Register) -> tuple[Dated, ...]:
    """Everything with a date, in order, whatever the order of the records."""
    home, closed = brief.display_zone, cutoff(brief)
    records = known.by_key.values()
    whole = (brief.conflict,) if brief.conflict else ()
    found = chain.from_iterable(entries_of(record, known, home) for record in (*whole, *records))
    return tuple(sorted(found, key=lambda entry: order(entry, home, closed)))


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
