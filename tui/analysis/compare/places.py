"""Whose day it is: the zone of the place where something was."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from tui.brief.claims import Claimed
from tui.brief.model import Event, Party, Round, Statement, Venue
from tui.brief.record import Record
from tui.brief.refs import Location, Reference
from tui.brief.register import Register
from tui.brief.roots import party_of
from tui.brief.spelling import fold


def zone_of_place(record: Record, known: Register) -> str:
    """The zone a day of a record belongs to; "" where no place is known, or several might be.

    A round is where its venue is, an event where its places are, else where whom it struck is, else
    where who did it is; what belongs to a round is where the round is.
    """
    for zones in _zones(record, known):
        found = {zone for zone in zones if zone}
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


def _zones(record: Record, known: Register) -> Iterator[Iterable[str]]:
    """The zones that are known of a record, the nearest kind of place first."""
    match record:
        case Round():
            yield [_venue_zone(ref, known) for ref in _values(record.venue)]
        case Event():
            yield [_named(site.place, known) for site in record.places]
            yield [_party_zone(ref, known) for ref in _values(record.target)]
            yield [_party_zone(ref, known) for ref in _values(record.actor)]
        case Statement():
            yield [_party_zone(record.speaker, known)]
    yield [_named(getattr(record, "place", None), known)]
    there = known.find(getattr(record, "round", None))
    if isinstance(there, Round) and there is not record:
        yield from _zones(there, known)


def _values(claimed: Claimed[Reference] | None) -> tuple[Reference, ...]:
    return tuple(each for ref in claimed.values for each in ref.each) if claimed else ()


def _venue_zone(ref: Reference, known: Register) -> str:
    """The zone of a venue, else of the place it lies in, however many steps up."""
    seen: set[str] = set()
    record = known.find(ref)
    while isinstance(record, Venue) and record.id not in seen:
        seen.add(record.id)
        names = (record.name, record.city, record.country)
        if zone := record.zone or next(filter(None, (_by_name(known, n) for n in names)), ""):
            return zone
        record = known.find(record.part_of)
    return ""


def _party_zone(ref: Reference | None, known: Register) -> str:
    party = party_of(ref, known)
    return party.zone if party else ""


def _named(place: Any, known: Register) -> str:
    """The zone of a place on the map: of a venue of that name, else of the country it is in."""
    if not isinstance(place, Location):
        return ""
    names = (place.name, place.region, place.country)
    return next(filter(None, (_by_name(known, name) for name in names)), "")


def _by_name(known: Register, name: str) -> str:
    return _by_names(known).get(fold(name), "") if name else ""


@lru_cache(maxsize=4)
def _by_names(known: Register) -> Mapping[str, str]:
    """Name of a venue or party → its zone."""
    found: dict[str, str] = {}
    for record in known.by_key.values():
        if isinstance(record, Venue | Party) and record.zone:
            names = (
                record.name,
                *record.aliases,
                *((record.city,) if isinstance(record, Venue) else ()),
            )
            found.update((fold(name), record.zone) for name in names if name)
    return found
