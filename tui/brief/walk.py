"""Going through a brief: the records inside records, and the values that are claimed."""

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any, NamedTuple

from tui.brief.claims import Claim, Claimed
from tui.brief.model import Brief, Measure
from tui.brief.record import Record
from tui.brief.refs import SourceRef
from tui.brief.when import When

_PLAIN = {
    "id", "note", "tags", "as_written", "confidential", "extra", "key", "spot", "src",
    "rows",  # a table may have thousands, and none of them claims several values
}  # fmt: skip


class ClaimedField(NamedTuple):
    """A claimable value where it stands."""

    owner: Record
    """The record it is a field of."""
    field: str
    """Its key, as an author writes it; `claims` for the figures of a measure."""
    claimed: Claimed[Any]
    src: tuple[SourceRef, ...]
    """Sources of the records around it, for claims that name none."""

    def sources(self, claim: Claim[Any]) -> tuple[SourceRef, ...]:
        """What one of its claims rests on."""
        return claim.src or self.src


def facts_of(brief: Brief) -> Iterator[ClaimedField]:
    """Every claimable value of a brief, those of a section as a whole among them."""
    cls: Any = Brief
    for name in _open_fields(cls):
        value = getattr(brief, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Record):
                yield from facts(each, brief.src)


def facts(record: Record, src: tuple[SourceRef, ...] = ()) -> Iterator[ClaimedField]:
    """Every claimable value of a record and of the records within it, in the model's order."""
    src = record.src or src
    kind: Any = type(record)
    if isinstance(record, Measure):
        yield ClaimedField(record, "claims", record.figures, src)
        return
    for name in _open_fields(kind):
        value = getattr(record, name)
        if isinstance(value, Claimed):
            yield ClaimedField(record, name.rstrip("_"), value, src)
        else:
            for each in value if isinstance(value, tuple) else (value,):
                if isinstance(each, Record):
                    yield from facts(each, src)


def facts_by_record(brief: Brief) -> Iterator[tuple[Record, ClaimedField]]:
    """The values of `facts_of`, each with the record of the register it is in, or the section."""
    for part in _parts(brief):
        if part.key:
            yield from ((part, fact) for fact in facts(part, brief.src))
            continue
        src = part.src or brief.src
        yield from ((part, fact) for fact in facts(part, brief.src) if fact.owner is part)
        for record in _parts(part):
            yield from ((record, fact) for fact in facts(record, src))


def _parts(whole: Brief | Record) -> Iterator[Record]:
    """The records that are right within a brief or a record."""
    kind: Any = type(whole)
    for name in _open_fields(kind):
        value = getattr(whole, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Record):
                yield each


def within(record: Record) -> Iterator[Record]:
    """A record and all records within it."""
    yield record
    kind: Any = type(record)
    for name in _open_fields(kind):
        value = getattr(record, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Record):
                yield from within(each)


def dates_of(record: Brief | Record) -> Iterator[When]:
    """Every date in a record and in the records within it: claimed, of a claim, and its own."""
    kind: Any = type(record)
    for name in _open_fields(kind):
        value = getattr(record, name)
        for each in value if isinstance(value, tuple) else (value,):
            match each:
                case When():
                    yield each
                case Record():
                    yield from dates_of(each)
                case Claim():
                    yield from _dates(each)
                case Claimed():
                    for claim in each.claims:
                        yield from _dates(claim)


def _dates(claim: Claim[Any]) -> Iterator[When]:
    yield from (each for each in (claim.value, claim.when) if isinstance(each, When))


@cache
def _open_fields(cls: Any) -> tuple[str, ...]:
    """Fields that may hold a claimed value or a record; texts and flags never do."""
    names = (each for each in fields(cls) if each.name not in _PLAIN)
    return tuple(each.name for each in names if each.default in (None, ()))
