"""Pictures as blocks: figures along an axis or over time, places on a map, how much happened when.

Each holds what is to be seen and nothing of how; what it says is told in words beside it too, so a
page without its pictures loses nothing. The drawn timeline is older and stands among the blocks.
"""

from datetime import date, datetime
from typing import Literal, NamedTuple, TypeAlias

from tui.blocks import Line, Role


class Gauge(NamedTuple):
    """What one voice says of a quantity, to be drawn as a row along an axis."""

    who: Line
    """Who says it, and in which source."""
    told: str
    """The figure in words: `over 40`."""
    best: float | None = None
    low: float | None = None
    high: float | None = None
    """Bounds; with neither of them nor `best` there is no number to draw."""
    shape: Literal["exact", "about", "earlier", "withdrawn"] = "exact"
    """`earlier`: its voice gave another one later; `withdrawn`: the writer holds it so."""
    link: str = ""


class Chart(NamedTuple):
    """Figures of one unit and one predicate along one axis, a row a voice."""

    unit: str
    rows: tuple[Gauge, ...]


Shape: TypeAlias = Literal["exact", "about", "earlier"]


class Dot(NamedTuple):
    """A figure at its time, in the civil time of the drawing's own zone."""

    start: datetime
    end: datetime
    """The first moment after it; of a month, its whole length is drawn."""
    best: float | None = None
    low: float | None = None
    high: float | None = None
    shape: Shape = "exact"
    """`earlier`: a correction has taken its place."""


class Strand(NamedTuple):
    """What one voice counts over time."""

    who: Line
    dots: tuple[Dot, ...]
    """In the order of time."""
    role: Role = "strong"


class Curve(NamedTuple):
    """One quantity over time, a strand for each voice that counts it."""

    unit: str
    strands: tuple[Strand, ...]
    cut: datetime | None = None
    """When the brief was closed."""


class Pin(NamedTuple):
    """A place on a map. Degrees, WGS 84: north and east are positive."""

    lon: float
    lat: float
    letter: str
    """What it is marked with, on the map and in the list beside it."""
    link: str = ""
    role: Role = "name"


class Leg(NamedTuple):
    """A way between two pins of a map, by their places among them."""

    start: int
    end: int
    number: int
    """The how-manieth way it is, drawn at its middle."""


class Map(NamedTuple):
    """Pins over the coast lines of the world, with room around them."""

    pins: tuple[Pin, ...]
    legs: tuple[Leg, ...] = ()


class Pulse(NamedTuple):
    """How much happened in each of so many spans of time, one after the other."""

    start: date
    days: int
    """Days of one span."""
    counts: tuple[int, ...]
    cut: int = -1
    """The span in which the brief was closed; negative: none of them."""
