"""Places as a map, and all of it in words: where they lie, what happened, who went from where to
where.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tui.blocks import Block, Fact, Heading, Item, Leg, Map, Pin, Prose, Span
from tui.brief.instants import stretch
from tui.brief.model import Contact
from tui.brief.record import Record
from tui.presentation.names import name_link
from tui.presentation.places import LETTERS, MapPlace, Use, places, uses
from tui.presentation.stated import stated
from tui.presentation.view import View


class Way(NamedTuple):
    """Somebody's way from one visit to the next, by places of the map."""

    start: int
    end: int
    first: Contact
    second: Contact


def has_places(view: View) -> bool:
    """Whether anything happened at a place whose coordinates are known."""
    return any(use.point for use in uses(view))


def map_page(view: View) -> tuple[Block, ...]:
    """The map of a brief, the list of its places, the ways between them, and what is not on it."""
    found = tuple(uses(view))
    spots = places(found)
    if not spots:
        return ()
    ways = _ways(view, spots)
    return (
        Heading((Span("The map", "title"),), level=1),
        _map(spots, ways),
        Heading((Span("Places"),)),
        *_list(spots),
        *_way_items(view, spots, ways),
        *_missing(found, spots),
    )


def small_map(view: View, record: Record) -> tuple[tuple[Block, ...], dict[str, str]]:
    """The map of one record that touched several places; letters of it by the places' names."""
    spots = places(tuple(uses(view, (record,))))
    letters = {use.where: each.letter for each in spots for use in each.uses}
    return ((_map(spots, ()),), letters) if len(spots) > 1 else ((), {})


def _map(spots: tuple[MapPlace, ...], ways: tuple[Way, ...]) -> Map:
    pins = (Pin(p.point.lon, p.point.lat, p.letter, p.uses[0].record.key) for p in spots)
    legs = (Leg(way.start, way.end, number) for number, way in enumerate(ways, 1))
    return Map(tuple(pins), tuple(legs))


def _list(spots: tuple[MapPlace, ...]) -> Iterator[Block]:
    """Each place under its letter, with what happened there."""
    for each in spots:
        name = (Span(f"{each.letter} ", "label"), Span(each.names, "strong"))
        where = (Span(f"  {each.region}", "quiet"),) if each.region else ()
        yield Heading((*name, *where), (Span(each.point.written, "quiet"),), level=3)
        lines = dict.fromkeys((use.line, use.date) for use in each.uses)
        yield Fact("", tuple(Item(line, (Span(date, "quiet"),) if date else (), depth=1)
                             for line, date in lines))  # fmt: skip


def _ways(view: View, spots: tuple[MapPlace, ...]) -> tuple[Way, ...]:
    """From each dated visit to the next one of the same traveller, elsewhere; in order of time."""
    visits: dict[str, list[tuple[float, int, Contact]]] = {}
    for index, each in enumerate(spots):
        for use in each.uses:
            visit = use.record
            start = stretch(use.when, view.home).start if use.when else None
            if isinstance(visit, Contact) and visit.kind == "visit" and start and visit.who:
                visits.setdefault(visit.who[0].id, []).append((start.timestamp(), index, visit))
    made = []
    for who, stops in visits.items():
        ordered = sorted(stops, key=lambda stop: stop[:2])
        for (_, start_at, first), (time, end_at, second) in pairwise(ordered):
            if who and start_at != end_at:
                made.append((time, Way(start_at, end_at, first, second)))
    return tuple(way for _, way in sorted(made, key=lambda each: each[0]))


def _way_items(view: View, spots: tuple[MapPlace, ...], ways: tuple[Way, ...]) -> tuple[Block, ...]:
    items = []
    for number, way in enumerate(ways, 1):
        head = (Span(f"{number}  ", "label"), name_link(view, way.second.who[0]), Span(": "))
        ends = []
        for at, visit in ((way.start, way.first), (way.end, way.second)):
            when = stated(view, visit, "when")
            name = visit.place.name if visit.place else ""
            date = f", {when}" if when else ""
            ends.append((Span(name, "name", visit.key), Span(f" ({spots[at].letter}){date}")))
        items.append(Item((*head, *ends[0], Span(" → "), *ends[1])))
    return (Heading((Span("Ways"),)), Fact("", tuple(items))) if items else ()


def _missing(found: tuple[Use, ...], spots: tuple[MapPlace, ...]) -> tuple[Block, ...]:
    """Places without coordinates, or beyond the last letter."""
    drawn = {use.where for each in spots for use in each.uses}
    names = list(dict.fromkeys(use.where for use in found if use.where not in drawn))
    beyond = " or no letter left" if len(spots) == len(LETTERS) else ""
    text = f"Not on the map, having no coordinates{beyond}: {'; '.join(names)}."
    return (Prose((Span(text, "quiet"),)),) if names else ()
