"""What a record itself says, with nothing looked up: its words, whom it names, what it cites.

It depends on the record alone, so it is worked out once for each: a file that did not change keeps
its records over a reload, and with them this.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any

from tui.brief.claims import Claim
from tui.brief.model import Organization, Party, Person
from tui.brief.record import Extra, Record
from tui.brief.refs import Location, Reference, SourceRef
from tui.brief.value import Value
from tui.brief.when import When
from tui.filter.flat import flat

VOICES = {"by", "via", "speaker", "on_behalf_of"}
"""Fields that name who says it; `by` of an act names who did it, and is asked for alike."""
_UNSAID = {"spot", "key", "point", "place", "url", "link", "lat", "lon", "cameo"}
_KEPT = "_said"


@dataclass(slots=True)
class RecordText:
    """What was gathered on the way through a record. Filled once, then only read."""

    words: list[str] = field(default_factory=list)
    """Flat texts."""
    refs: list[tuple[str, Reference]] = field(default_factory=list)
    """Whom it names, each with the field."""
    sources: list[str] = field(default_factory=list)
    """Ids of what it cites."""
    places: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    """Marks of handling that it and the records within it bear, whatever they ask for."""


def record_text(record: Record) -> RecordText:
    """What a record says."""
    # Where a cached property would keep it; a table beside the records would outlive them.
    kept = record.__dict__.get(_KEPT)
    if isinstance(kept, RecordText):
        return kept
    found = gathered(record)
    record.__dict__[_KEPT] = found
    return found


def gathered(*values: Any) -> RecordText:
    """What some values say: claims, records, texts."""
    found = RecordText()
    for value in values:
        _gather(value, "", found)
    return found


def _gather(value: Any, name: str, found: RecordText) -> None:
    match value:
        case str():
            found.words += filter(None, (flat(value),))
        case tuple() | Mapping():
            for each in value.values() if isinstance(value, Mapping) else value:
                _gather(each, name, found)
        case Reference() | SourceRef() | When() | Extra():
            _gather_small(value, name, found)
        case _ if hasattr(value, "__dataclass_fields__"):
            _gather_fields(value, found)


def _gather_small(
    value: Reference | SourceRef | When | Extra, name: str, found: RecordText
) -> None:
    """What is read as one thing: of most of its fields the words would mislead."""
    match value:
        case Reference():
            found.refs += ((name, each) for each in value.each)
            _gather(tuple(each.unnamed for each in value.each), name, found)
        case SourceRef():
            found.sources.append(value.id)
            _gather(value.quote, name, found)
        case When():
            _gather(value.as_written, name, found)
        case Extra():
            _gather(value.text, name, found)


def _gather_fields(value: Any, found: RecordText) -> None:
    if isinstance(value, Location):
        found.places += filter(None, (value.name, value.region, value.country))
    if isinstance(value, Record):
        found.tags += value.tags
        found.marks += filter(None, (value.confidential,))
    cls: Any = type(value)
    for name in _open(cls):
        inner = getattr(value, name)
        if inner:
            # What is claimed stands under the field it is a claim of.
            _gather(inner, name if name in VOICES or not isinstance(value, Claim) else "", found)


@cache
def _open(cls: Any) -> tuple[str, ...]:
    return tuple(
        each.name for each in fields(cls)
        if each.name not in _UNSAID or (each.name == "place" and issubclass(cls, Value))
    )  # fmt: skip


ACTORS = (Party, Organization, Person)
"""Who can speak or act."""
