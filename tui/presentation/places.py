"""Where things happened: the places of rounds, contacts and events, with what is known of them.

A writer gives coordinates once: a place or venue without them takes those of its namesake, of the
place it is part of, or of its city.
"""

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tui.blocks import Line, Span
from tui.brief.claims import Claimed
from tui.brief.model import Contact, Event, Round, Venue
from tui.brief.order import starts
from tui.brief.record import Record
from tui.brief.refs import Location
from tui.brief.spelling import fold
from tui.brief.when import When
from tui.presentation.names import full_name
from tui.presentation.stated import stated
from tui.presentation.view import View

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


class Coordinates(NamedTuple):
    """Coordinates as numbers, and as the writer gave them."""

    lat: float
    lon: float
    written: str


class Use(NamedTuple):
    """What happened at a place: the record that says so, and what it says."""

    where: str
    """The place as that record names it."""
    region: str
    point: Coordinates | None
    record: Record
    when: When | None
    line: Line
    date: str = ""


class MapPlace(NamedTuple):
    """One point of the map with all that happened there."""

    letter: str
    point: Coordinates
    uses: tuple[Use, ...]

    @property
    def names(self) -> str:
        """What it is called, each name once."""
        return ", ".join(dict.fromkeys(use.where for use in self.uses))

    @property
    def region(self) -> str:
        """Where it lies, each part once, and nothing the names have said."""
        parts = (part for use in self.uses for part in use.region.split(", "))
        return ", ".join(part for part in dict.fromkeys(parts) if part not in self.names)


class Gazetteer:
    """Names of a brief that have coordinates."""

    def __init__(self, view: View) -> None:
        self.view, self._known = view, dict[str, Coordinates]()
        for venue in view.brief.venues:
            if point := point_of(venue.lat, venue.lon):
                for name in (venue.name, *venue.aliases):
                    self._known.setdefault(fold(name), point)
        for location in _locations(view):
            if point := point_of(location.lat, location.lon):
                self._known.setdefault(fold(location.name), point)

    def of(self, location: Location) -> Coordinates | None:
        """Where a place lies."""
        return point_of(location.lat, location.lon) or self._known.get(fold(location.name))

    def of_venue(self, venue: Venue) -> Coordinates | None:
        """Where a venue lies: there, or where what it is part of lies, or its city."""
        seen: list[str] = []
        at: Record | None = venue
        while isinstance(at, Venue) and at.key not in seen:
            seen.append(at.key)
            if point := point_of(at.lat, at.lon) or self._known.get(fold(at.name)):
                return point
            at = self.view.register.find(at.part_of)
        return self._known.get(fold(venue.city)) if venue.city else None


@lru_cache(maxsize=2)
def gazetteer(view: View) -> Gazetteer:
    """The names of a brief that have coordinates, gathered once for all its pages."""
    return Gazetteer(view)


def point_of(lat: str, lon: str) -> Coordinates | None:
    """Coordinates as written, as numbers; None where they are none, or lie beside the earth."""
    try:
        north, east = float(lat), float(lon)
    except ValueError:
        return None
    on_earth = math.isfinite(north + east) and abs(north) <= 90 and abs(east) <= 180
    return Coordinates(north, east, f"{lat}, {lon}") if on_earth else None


def _locations(view: View) -> Iterator[Location]:
    mediation, conflict = view.brief.mediation, view.brief.conflict
    for contact in mediation.contacts if mediation else ():
        if contact.place:
            yield contact.place
    for event in conflict.events if conflict else ():
        yield from (site.place for site in event.places if site.place)


def uses(view: View, records: tuple[Record, ...] = ()) -> Iterator[Use]:
    """What happened where, rounds first, then contacts and events; of some records, or of all."""
    known = gazetteer(view)
    brief = view.brief
    mediation, conflict = brief.mediation, brief.conflict
    everything = (
        *brief.rounds,
        *(mediation.contacts if mediation else ()),
        *(conflict.events if conflict else ()),
    )
    for record in records or everything:
        match record:
            case Round():
                yield from _of_round(view, known, record)
            case Contact() if record.place:
                yield _use(view, known, record, record.place, _earliest(record.when))
            case Event():
                when = _earliest(record.when)
                for site in record.places:
                    if site.place:
                        note = "; ".join(site.outcome.stated) if site.outcome else ""
                        yield _use(view, known, record, site.place, when, note)


def _earliest(when: Claimed[When] | None) -> When | None:
    """Of the dates that stand the one that begins first."""
    return min(when.stated, key=starts, default=None) if when else None


def _of_round(view: View, known: Gazetteer, record: Round) -> Iterator[Use]:
    when = _earliest(record.when)
    for ref in record.venue.stated if record.venue else ():
        venue = view.register.find(ref)
        if isinstance(venue, Venue):
            region = ", ".join(dict.fromkeys(p for p in (venue.city, venue.country) if p))
            line, date = _record_line(view, record), stated(view, record, "when")
            yield Use(venue.name, region, known.of_venue(venue), record, when, line, date)


def _use(
    view: View,
    known: Gazetteer,
    record: Record,
    place: Location,
    when: When | None,
    note: str = "",
) -> Use:
    region = ", ".join(dict.fromkeys(part for part in (place.region, place.country) if part))
    unsure = place.precision not in {"", "exact"}
    region += f" ({place.precision.replace('_', ' ')})" if unsure else ""
    line, date = _record_line(view, record, note), stated(view, record, "when")
    return Use(place.name or region, region, known.of(place), record, when, line, date)


def _record_line(view: View, record: Record, note: str = "") -> Line:
    name = Span(" ".join(full_name(view, record).split()), "name", record.key)
    return (name, Span(f", {note}", "quiet")) if note else (name,)


def places(found: tuple[Use, ...]) -> tuple[MapPlace, ...]:
    """Points with their letters, in the order given; as many as there are letters."""
    at: dict[tuple[float, float], list[Use]] = {}
    for use in found:
        if use.point:
            at.setdefault((round(use.point.lat, 2), round(use.point.lon, 2)), []).append(use)
    return tuple(
        MapPlace(letter, each[0].point, tuple(each))
        for letter, each in zip(LETTERS, at.values(), strict=False)
        if each[0].point
    )
