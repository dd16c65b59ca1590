"""A map in braille dots: coast lines, the places with their letters, the ways between them.

Degrees are drawn as they are (plate carrée), east-west shortened as it is at the middle of the map.
"""

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tui.blocks import Line, Map, Pin, Span
from tui.rendering.braille import Canvas
from tui.rendering.ink import safe, wrap

LEAST = 24
"""Cells under which a map shows nothing."""
WIDEST, TALLEST = 120, 30
"""Cells beyond which a map only grows."""
ROOM = 0.12
"""Share of its size that is left free around the places."""
NARROWEST = 8.0
"""Degrees a map shows at least."""
LEFT = 7
"""Cells for the words of latitudes."""


class MapFrame(NamedTuple):
    """The part of the world a map shows: its middle, and how many dots a degree has."""

    lon: float
    lat: float
    scale: float
    """Dots a degree of latitude."""
    squeeze: float
    """Dots a degree of longitude has for each that one of latitude has."""
    dots: tuple[int, int]

    def dot(self, lon: float, lat: float) -> tuple[int, int]:
        """The dot a point falls on, counted from the upper left corner."""
        across = (lon - self.lon) * self.squeeze * self.scale + self.dots[0] / 2
        down = (self.lat - lat) * self.scale + self.dots[1] / 2
        return math.floor(across), math.floor(down)

    @property
    def edges(self) -> tuple[float, float, float, float]:
        """West, south, east and north."""
        wide = self.dots[0] / 2 / self.scale / self.squeeze
        tall = self.dots[1] / 2 / self.scale
        return self.lon - wide, self.lat - tall, self.lon + wide, self.lat + tall


def frame_of(pins: tuple[Pin, ...], width: int, tallest: int) -> MapFrame:
    """What to show of the world, and in how many dots, so that all places have room around them."""
    lons, lats = [pin.lon for pin in pins], [pin.lat for pin in pins]
    lon, lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    squeeze = max(math.cos(math.radians(lat)), 0.1)
    wide = max((max(lons) - min(lons)) * (1 + 2 * ROOM), NARROWEST / squeeze) * squeeze
    tall = max((max(lats) - min(lats)) * (1 + 2 * ROOM), NARROWEST)
    scale = min(width * 2 / wide, tallest * 4 / tall)
    # As high as the places ask for, but no strip of it.
    rows = min(max(math.ceil(tall * scale / 4), min(tallest, width // 4)), tallest)
    return MapFrame(lon, lat, scale, squeeze, (width * 2, rows * 4))


def draw_map(block: Map, width: int) -> Iterator[Line]:
    """The lines of a map; nothing where there is no room, or no place."""
    room = min(width, WIDEST) - LEFT
    if not block.pins or room < LEAST:
        return
    frame = frame_of(block.pins, room, min(TALLEST, max(room // 3, 8)))
    field = Canvas(room, frame.dots[1] // 4)
    _coasts(field, frame)
    _ways(field, frame, block)
    _pins(field, frame, block.pins)
    _numbers(field, frame, block)
    step = _step(frame)
    rows = {frame.dot(0, lat)[1] // 4: _degrees(lat, "N", "S") for lat in _round(frame, step, 1)}
    for row, line in enumerate(field.lines()):
        yield (Span(f"{rows.get(row, ''):>{LEFT - 1}} ", "quiet"), *line)
    yield (Span(" " * LEFT), Span(_longitudes(frame, step, room), "quiet"))
    yield from wrap(safe((Span(_legend(block), "quiet"),)), width)


def _coasts(field: Canvas, frame: MapFrame) -> None:
    from tui.rendering.coast import lines  # noqa: PLC0415  (read when the first map is drawn)

    west, south, east, north = frame.edges
    for points in lines():
        for (lon, lat), (to_lon, to_lat) in pairwise(points):
            off = max(lon, to_lon) < west or min(lon, to_lon) > east
            if not (off or max(lat, to_lat) < south or min(lat, to_lat) > north):
                field.line(frame.dot(lon, lat), frame.dot(to_lon, to_lat))


def _ways(field: Canvas, frame: MapFrame, block: Map) -> None:
    for leg in block.legs:
        start, end = block.pins[leg.start], block.pins[leg.end]
        ends = frame.dot(start.lon, start.lat), frame.dot(end.lon, end.lat)
        field.line(*ends, gap=3)


def _pins(field: Canvas, frame: MapFrame, pins: tuple[Pin, ...]) -> None:
    """Letters on their cells; where one is taken, on the nearest that is free."""
    for pin in pins:
        across, down = frame.dot(pin.lon, pin.lat)
        span = Span(pin.letter, pin.role, pin.link)
        near = ((0, 0), (1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, 1), (2, 0), (-2, 0))
        any(field.write(across // 2 + x, down // 4 + y, span) for x, y in near)


def _numbers(field: Canvas, frame: MapFrame, block: Map) -> None:
    """Which way is which, at their middles, where no letter is."""
    for leg in block.legs:
        start, end = block.pins[leg.start], block.pins[leg.end]
        across, down = frame.dot((start.lon + end.lon) / 2, (start.lat + end.lat) / 2)
        if leg.number < 10:
            field.write(across // 2, down // 4, Span(str(leg.number), "label"))


def _step(frame: MapFrame) -> float:
    """Degrees between the words at the edges: about one in twelve cells."""
    least = 12 * 2 / frame.scale / frame.squeeze
    return next(step for step in (0.5, 1, 2, 5, 10, 15, 30, 45, 90, 180) if step >= min(least, 180))


def _round(frame: MapFrame, step: float, axis: int) -> Iterator[float]:
    """The round degrees within the frame; `axis` 0: longitudes, 1: latitudes."""
    low, high = frame.edges[axis], frame.edges[axis + 2]
    number = math.ceil(low / step) * step
    while number < high:
        yield number
        number += step


def _longitudes(frame: MapFrame, step: float, room: int) -> str:
    text = ""
    for lon in _round(frame, step, 0):
        word, cell = _degrees(lon, "E", "W"), frame.dot(lon, 0)[0] // 2
        at = max(cell - len(word) // 2, 0)
        if (not text or at > len(text)) and at + len(word) <= room:
            text = f"{text:<{at}}{word}"
    return text


def _degrees(number: float, above: str, below: str) -> str:
    number = (number + 180) % 360 - 180 if above == "E" else number
    side = "" if number in {0, -180} else above if number > 0 else below
    return f"{abs(number):g}°{side}"


def _legend(block: Map) -> str:
    ways = "dotted: ways, in its order   " if block.legs else ""
    return f"letters: see the list   {ways}coast: Natural Earth"
