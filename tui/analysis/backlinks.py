"""Everything in a brief that refers to a record, by its id. Sources cited: see `coverage`."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import cache
from typing import Any

from tui.brief.claims import Claim, Claimed
from tui.brief.instants import stretch
from tui.brief.model import Brief, Outcome, Series
from tui.brief.order import content, starts
from tui.brief.record import Record
from tui.brief.refs import Reference, SourceRef
from tui.brief.register import INNER, Register
from tui.brief.when import When, hull

_DATES = ("when", "as_of", "agreed", "completed", "proposed", "declared", "published", "asked")
"""Fields that date a record, the better first."""

_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Backlink:
    """One reference, seen from the record it leads to."""

    record: Record
    """The record of a section it is in."""
    owner: Record
    """The record it is in: the same, or a part of it."""
    field: str
    """The key of its owner."""
    ref: Reference
    part: str = ""
    """`of` or `maybe`: it is not the reference itself but what it says of an unnamed speaker."""
    claim: Claim[Any] | None = None
    """The claim it is in, of those under the field."""
    voice: str = ""
    """`by` or `via`: it says who makes or passes on the claim; empty: it is what is claimed."""
    when: When | None = None
    """When that was: of the claim, else of the part, else of the record or its round."""
    dates: Claimed[When] | None = None
    """All that is claimed of `when`, where several dates are."""
    src: tuple[SourceRef, ...] = ()

    @property
    def dated(self) -> bool:
        """Whether it has a place in time."""
        return self.when is not None and bool(self.when.start or self.when.end)


def backlinks(brief: Brief, known: Register) -> Mapping[str, tuple[Backlink, ...]]:
    """Every reference by the id it leads to, in time order, those without a date last.

    Linear in the brief but for the sorting.
    """
    found: dict[str, list[Backlink]] = defaultdict(list)
    for link in _all(brief, known):
        found[getattr(link.ref, link.part or "id")].append(link)
    home = brief.display_zone or "UTC"
    return {to: tuple(sorted(links, key=lambda e: _order(e, home))) for to, links in found.items()}


def _order(link: Backlink, home: str) -> tuple[bool, datetime, datetime, str]:
    """By its earliest day, then its latest, so that like dates are together."""
    if link.when is None or not link.dated:
        return True, _NEVER, _NEVER, ""
    span = stretch(link.when, home)
    start, end = span.start or span.end or _NEVER, span.end or _NEVER
    return False, start, end, content(link.when)


def _all(brief: Brief, known: Register) -> Iterator[Backlink]:
    for record in known.by_key.values():
        yield from _within(_Place(record, record, None, brief.src), known)
    for name in INNER:
        section = getattr(brief, name)
        if section is not None:
            # Its lists are records of their own; what it claims as a whole is not.
            yield from _fields(_Place(section, section, None, brief.src), known, lists=False)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk is, with what parts take from the records around them."""

    record: Record
    owner: Record
    when: When | None
    src: tuple[SourceRef, ...]
    dates: Claimed[When] | None = None

    def links(self, field: str, ref: Reference, **more: Any) -> Iterator[Backlink]:
        """A reference as links to all it names."""
        filled = {"when": self.when, "src": self.src} | more
        if filled["when"] is self.when:
            filled["dates"] = self.dates
        for one in ref.each:
            for part in ("", "of", "maybe"):
                if getattr(one, part or "id"):
                    yield Backlink(self.record, self.owner, field, one, part, **filled)


def _within(place: _Place, known: Register) -> Iterator[Backlink]:
    owner = place.owner
    dates, own = dates_of(owner, known), date_of(owner, known)
    here = _Place(
        place.record, owner, own or place.when, owner.src or place.src,
        dates if own else place.dates,
    )  # fmt: skip
    yield from _fields(here, known)


def _fields(place: _Place, known: Register, *, lists: bool = True) -> Iterator[Backlink]:
    owner = place.owner
    cls: Any = type(owner)
    if isinstance(owner, Outcome) and known.find(owner.next):
        yield from place.links("next", Reference(owner.next))
    for name in _open_fields(cls):
        # A voice that counts a thousand rows of a table is one that counts in it.
        value = (
            owner.voices if isinstance(owner, Series) and name == "rows" else getattr(owner, name)
        )
        field = name.rstrip("_")
        for each in value if isinstance(value, tuple) and lists else (value,):
            match each:
                case Reference():
                    there = known.find(each) if name == "rounds" else None
                    more = {"when": date_of(there, known)} if there else {}
                    yield from place.links(field, each, **more)
                case Record():
                    inner = _Place(place.record, each, place.when, place.src, place.dates)
                    yield from _within(inner, known)
                case Claim() | Claimed():
                    yield from _claims(place, field, each)


def _claims(place: _Place, field: str, held: Claim[Any] | Claimed[Any]) -> Iterator[Backlink]:
    """What is claimed, by whom, and who passed it on."""
    for claim in held.claims if isinstance(held, Claimed) else (held,):
        dated = isinstance(claim.value, When)
        more = {
            "claim": claim,
            "when": claim.when or (claim.value if dated else place.when),
            "src": claim.src or place.src,
        }
        if isinstance(claim.value, Reference):
            yield from place.links(field, claim.value, **more)
        for voice, ref in (("by", claim.by), ("via", claim.via)):
            if ref is not None:
                yield from place.links(field, ref, voice=voice, **more)


@cache
def _open_fields(cls: Any) -> tuple[str, ...]:
    """Fields that may hold a reference, a claim or a record; texts and flags never do."""
    closed = {"src", "tags", "extra"}
    names = (f.name for f in fields(cls) if f.default in (None, ()) and f.name not in closed)
    return tuple(names)


def date_of(record: Record, known: Register) -> When | None:
    """When something was; where several dates are claimed, the time in which all of them lie."""
    dates = dates_of(record, known)
    return hull(dates.stated) if dates else None


def dates_of(record: Record, known: Register) -> Claimed[When] | None:
    """The dates claimed of something; where none is, those of its round."""
    for name in _DATES:
        match getattr(record, name, None):
            case When() as when:
                return Claimed((Claim(value=when),))
            case Claimed(claims=claims) as dates if isinstance(claims[0].value, When):
                return dates
    refs = getattr(record, "rounds", ()) or (getattr(record, "round", None),)
    rounds = (there for ref in refs if (there := known.find(ref)) and there is not record)
    found = [each for each in (dates_of(there, known) for there in rounds) if each]
    return min(found, key=starts) if found else None
