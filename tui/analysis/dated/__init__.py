"""Every dated thing of a brief in one order.

The order is by the earliest instant a date may mean; what has none, as `before 2 June`, stands at
the end it has. Of those that begin together, what must be over first comes first, and an open end
last: a day before its month, its month before `after` that day. A clock time without a zone is
placed as if it were told in the home zone: for its place in the list alone, and nowhere told.
"""

from collections import Counter
from datetime import UTC, datetime
from itertools import chain

from tui.analysis.dated.entries import KINDS, Dated, entries_of, placed
from tui.brief.instants import stretch
from tui.brief.model import Brief, Contact, Event, Round, Statement
from tui.brief.register import Register
from tui.brief.when import When

__all__ = ["KINDS", "Dated", "cutoff", "dated", "order", "placed", "undated"]

_FAR = datetime.max.replace(tzinfo=UTC)
_NEAR = datetime.min.replace(tzinfo=UTC)


def dated(brief: Brief, known: Register) -> tuple[Dated, ...]:
    """Everything with a date, in order, whatever the order of the records."""
    home = brief.display_zone
    records = known.by_key.values()
    whole = (brief.conflict,) if brief.conflict else ()
    found = chain.from_iterable(entries_of(record, known, home) for record in (*whole, *records))
    return tuple(sorted(found, key=lambda entry: order(entry, home)))


def order(entry: Dated, home: str) -> tuple[datetime, datetime, int, str]:
    """What entries are sorted by; see the head of this module."""
    place = placed(entry.when, home)
    start, end = place.start or place.end or _NEAR, place.end or _FAR
    return start, end, KINDS.index(entry.kind), entry.key


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
