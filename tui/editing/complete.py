"""What could be typed at a cursor: keys of the record, words of a vocabulary, ids, zones, dates."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import NamedTuple
from zoneinfo import available_timezones

from tui.brief.edit import choices
from tui.brief.edit.fields import VERDICT, Field, root
from tui.brief.reading import Reading
from tui.brief.spelling import fold
from tui.editing.outline import Where, where
from tui.editing.whole import noun, usual, whole

MANY = 200
"""Choices that are offered at once; nobody reads on."""
_ID = re.compile(r"[A-Za-z][\w-]+")
_ZONES = {"zone", "display_zone", "assume"}


class Offer(NamedTuple):
    """One thing that could be typed."""

    text: str
    """As it is listed."""
    insert: str
    """What is written; a `|` in it is where the cursor goes."""
    about: str = ""
    """What it is: the manual's sentence, or a name."""
    required: bool = False
    new: str = ""
    """The section a record is added to by taking it; empty: none is."""


class Offers(NamedTuple):
    """What could be typed, and what of it is there already."""

    where: Where
    offers: tuple[Offer, ...]
    closed: bool = False
    """Whether the format wants one of these, so that the best of them is likely meant."""


def complete(
    lines: Sequence[str], row: int, column: int, reading: Reading, today: date
) -> Offers | None:
    """Suggestions for a cursor, the best first; None if there are none."""
    place = where(lines, row, column)
    field = _field_at(place.path) if place else None
    if place is None or field is None:
        return None
    indent = " " * (place.start + 2)
    offers = _matching(_found(field, place, indent, reading, today), place.prefix)
    offers += _new(field, place, reading)
    closed = not place.value or field.kind in {"reference", "word", "flag"}
    return Offers(place, tuple(offers[:MANY]), closed) if offers else None


def _found(field: Field, place: Where, indent: str, reading: Reading, today: date) -> list[Offer]:
    if place.value:
        return list(values(field, reading, today))
    found: list[Offer] = []
    if place.item or field.many:
        found += values(field, reading, today) if field.kind != "claim" else ()
    if place.item and not place.flow and not place.present:
        # Behind a bare dash a blank is still to come.
        found += _whole(field, " " * (place.start + place.bare))
    if not (place.path and place.flow and place.item):
        found += _keys(field, place, indent)
    return found


def _whole(field: Field, indent: str) -> Iterator[Offer]:
    """An item with the fields it usually has."""
    if (field.kind == "record" or field.name == "claims") and (text := whole(field, indent)):
        about = ", ".join(each.name for each in usual(field))
        yield Offer(f"a {noun(field.name)} …", text, about)


def _new(field: Field, place: Where, reading: Reading) -> Iterator[Offer]:
    """A record that is referred to before it is there."""
    name = place.prefix
    if field.kind != "reference" or not _ID.fullmatch(name) or name in reading.register.by_id:
        return
    if not place.value and not place.item:
        return
    for section in field.to:
        if root().field(section):
            yield Offer(name, name, f"a new {noun(section)}, written now", new=section)


def _field_at(path: tuple[str, ...]) -> Field | None:
    """The field that some keys name."""
    field = root()
    for name in path:
        inner = next((each for each in _inner(field) if each.name == name), None)
        if inner is None:
            return None
        if field.kind == "reference" and name == field.short:
            inner = replace(inner, kind="reference", to=field.to)
        field = inner
    return field


def _inner(field: Field) -> tuple[Field, ...]:
    """The fields the map of a field may have; of a claimed one also the wrapper's keys."""
    if not field.claimed:
        return field.fields
    claims = Field("claims", "claim", many=True, fields=field.fields, doc=_CLAIMS)
    own = {each.name for each in field.fields}
    return (claims, *field.fields, *(each for each in VERDICT if each.name not in own))


_CLAIMS = "Several values of one thing, one for each voice."


def _keys(field: Field, place: Where, indent: str) -> Iterator[Offer]:
    for each in _ordered(_inner(field), place):
        about = each.doc or each.label
        yield Offer(each.name, _written(each, place, indent), about, each.required)


def _ordered(fields: tuple[Field, ...], place: Where) -> list[Field]:
    """Required keys first, then as the manual has them; none that is there already."""
    absent = [each for each in fields if each.name not in place.present]
    return sorted(absent, key=lambda each: (not each.required, each.name != "id"))


def _written(field: Field, place: Where, indent: str) -> str:
    """A key with what begins its value."""
    if place.flow:
        return f"{field.name}: "
    if field.kind == "claim":
        return f"{field.name}:\n{indent}- {{value: |}}"
    if field.kind == "record" and not field.short:
        return f"{field.name}:\n{indent}{'- ' if field.many else ''}"
    if field.many and not field.joint and field.kind in {"reference", "word"}:
        return f"{field.name}: [|]"
    return f"{field.name}: "


def values(field: Field, reading: Reading, today: date) -> Iterator[Offer]:
    """What may be the value of a field: words, ids, yes and no, dates near by, time zones."""
    for word in field.words:
        yield Offer(word, word)
    if field.kind == "reference":
        yield from (Offer(each.id, each.id, each.name) for each in choices(reading, field))
    elif field.kind == "record" and (short := field.field(field.short)):
        yield from values(short, reading, today)
    elif field.kind == "flag":
        yield from (Offer("yes", "yes"), Offer("no", "no"))
    elif field.kind == "date":
        yield from _dates(reading, today)
    elif field.name in _ZONES:
        yield from (Offer(zone, zone) for zone in _zones())


def _dates(reading: Reading, today: date) -> Iterator[Offer]:
    as_of = reading.brief.as_of
    if as_of and as_of.start and as_of.start.month and as_of.start.day:
        start = as_of.start
        text = f"{start.year:04}-{start.month:02}-{start.day:02}"
        yield Offer(text, text, "as of: when the brief was closed")
        if text == today.isoformat():
            return
    yield Offer(today.isoformat(), today.isoformat(), "today")


@cache
def _zones() -> tuple[str, ...]:
    # Reads a few hundred files: once, and not before it is needed.
    return tuple(sorted(each for each in available_timezones() if "/" in each or each == "UTC"))


def _matching(offers: Sequence[Offer], prefix: str) -> list[Offer]:
    """Those that begin with what is typed, then those that hold it, in text or name.

    The manual's sentence on a key is asked only where no name answers.
    """
    typed = fold(prefix)
    if not typed:
        return list(offers)
    first = [each for each in offers if fold(each.text).startswith(typed)]
    if len(typed) == 1:
        return first
    inside = [
        each
        for each in offers
        if each not in first
        and (typed in fold(each.text) or (not _is_key(each) and _begins(each.about, typed)))
    ]
    found = first + inside
    return found or [each for each in offers if len(typed) > 2 and _begins(each.about, typed)]


def _is_key(offer: Offer) -> bool:
    return offer.insert != offer.text


def _begins(about: str, typed: str) -> bool:
    """Whether a word of a name begins with what is typed."""
    return len(about) < 80 and any(word.startswith(typed) for word in fold(about).split("_"))
