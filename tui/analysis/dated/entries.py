"""Every dated thing of a brief in one order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from tui.brief.instants import stretch
from tui.brief.model import (
    Brief,
    Contact,
    Document,
    Event,
    Exchange,
    Proposed,
    Round,
    Statement,
    Tranche,
)
from tui.brief.record import Record
from tui.brief.register import Register
from tui.brief.when import When


@dataclass(frozen=True, slots=True)
class Dated:
    """Something that has a date."""

    when: When
    kind: str
    """What it is, in a word: round, contact, event, statement, document, exchange, ceasefire."""
    record: Record
    """The record it stands in."""
    what: str = ""
    """The part of the record that is dated, where it is not the whole: `proposed`, `received`."""
    claims: int = 1
    """How many dates are claimed for it; the first is told here."""


def dated(brief: Brief, known: Register) -> tuple[Dated, ...]:
    """Everything with a date, the earliest first; what may begin at one time, by its end."""
    home = brief.display_zone
    far = datetime.max.replace(tzinfo=UTC)
    near = datetime.min.replace(tzinfo=UTC)

    def order(entry: Dated) -> tuple[datetime, datetime]:
        span = stretch(entry.when, home)
        start, end = span.start, span.end
        return (start or (end or near), end or far)

    found = [e for record in known.by_key.values() for e in _entries(record)]
    return tuple(sorted((e for e in found if e.when.start or e.when.end), key=order))


def _entries(record: Record) -> Iterator[Dated]:
    match record:
        case Round():
            yield from _claimed(record, "round", "when", "")
            yield from _first(record, "round", record.proposed, "proposed")
        case Document():
            yield from _claimed(record, "document", "when", "")
            for state in record.states:
                if state.when:
                    yield Dated(state.when, "document", record, state.status)
        case Exchange():
            yield from _claimed(record, "exchange", "agreed", "agreed")
            yield from _first(record, "exchange", record.tranches, "tranche")
            yield from _claimed(record, "exchange", "completed", "completed")
        case Contact() | Event() | Statement():
            yield from _claimed(record, type(record).__name__.lower(), "when", "")


def _first(
    record: Record, kind: str, parts: tuple[Proposed, ...] | tuple[Tranche, ...], what: str
) -> Iterator[Dated]:
    """The dates of parts of a record; of several claims the first."""
    for part in parts:
        for when in part.when.values[:1] if part.when else ():
            yield Dated(when, kind, record, what)


def _claimed(record: Record, kind: str, field: str, what: str) -> Iterator[Dated]:
    held = getattr(record, field)
    if held is not None and isinstance(held.first, When):
        yield Dated(held.first, kind, record, what, len(held.claims))
