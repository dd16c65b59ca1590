"""Rules about places on the map."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.brief.checked import Checked, warning_at
from tui.brief.lazy_regex import late
from tui.brief.model import Contact, Site
from tui.brief.place import Place, Problem, Repair

_DEGREES = late(r"\s*[+-]?\d{1,3}(?:\.\d+)?\s*")
_NEARLY = late(
    r"(?P<minus>[-\u2212])?(?P<whole>\d{1,3})[.,](?P<part>\d+)\s*°?\s*(?P<to>[NSEW])?", re.I
)
_LIMITS = {"lat": 90, "lon": 180}


class _Point(NamedTuple):
    lat: str
    lon: str
    lat_at: Place
    lon_at: Place


def coordinates(checked: Checked) -> Iterator[Problem]:
    """A latitude or a longitude is no number, is out of range, is the other one, or is alone."""
    for point in _points(checked):
        sizes = {name: _size(text) for name, text in (("lat", point.lat), ("lon", point.lon))}
        for name, text, place in (
            ("lat", point.lat, point.lat_at),
            ("lon", point.lon, point.lon_at),
        ):
            size = sizes[name]
            if text and size is None:
                message = f"`{name}: {text}` is no number of degrees; write it as 41.04 or -71.06"
                yield Problem(place, "coordinates", message, "error", _degrees(name, text))
            elif size is not None and size > _LIMITS[name]:
                other = sizes["lon"]
                swapped = name == "lat" and size <= 180 and other is not None and other <= 90
                hint = "; are `lat` and `lon` swapped?" if swapped else ""
                message = f"`{name}: {text}` is more than {_LIMITS[name]} degrees{hint}"
                yield Problem(place, "coordinates", message)
        if bool(point.lat) != bool(point.lon):
            here, wanting, place = (
                ("lat", "lon", point.lat_at) if point.lat else ("lon", "lat", point.lon_at)
            )
            yield warning_at(place, "coordinates", f"`{here}` without `{wanting}` is no place")


def _points(checked: Checked) -> Iterator[_Point]:
    """Every place of the brief that has a latitude or a longitude."""
    brief = checked.brief
    for venue in brief.venues:
        if venue.lat or venue.lon:
            spot = venue.spot
            yield _Point(venue.lat, venue.lon, spot.field("lat"), spot.field("lon"))
    for record in _placed(checked):
        where = record.place
        if where and (where.lat or where.lon):
            at = record.spot.field("place")
            yield _Point(where.lat, where.lon, at, at)


def _placed(checked: Checked) -> Iterator[Site | Contact]:
    brief = checked.brief
    for event in brief.conflict.events if brief.conflict else ():
        yield from event.places
    yield from brief.mediation.contacts if brief.mediation else ()


def _size(text: str) -> float | None:
    """How many degrees, east or west, north or south; None where it is no number."""
    return abs(float(text)) if _DEGREES.fullmatch(text) else None


def _degrees(name: str, text: str) -> Repair | None:
    """The same as a number: with a point for a comma, a minus for south and west."""
    found = _NEARLY.fullmatch(text.strip())
    to = (found["to"] or "").upper() if found else ""
    if found is None or (to and to not in {"lat": "NS", "lon": "EW"}[name]):
        return None
    if found["minus"] and to:
        return None
    minus = "-" if found["minus"] or to in {"S", "W"} else ""
    return Repair(text, f"{minus}{found['whole']}.{found['part']}")
