"""Charts as blocks: timelines, figures along an axis or over time, places on a map, activity.

Each holds what is shown and not how it is drawn. The page says the same in words as well, so it
loses nothing without its charts.
"""

from datetime import date, datetime
from typing import Literal, NamedTuple, TypeAlias

from tui.blocks.text import Line, Role


class Bar(NamedTuple):
    """Something with a date in a drawn timeline, in the civil time of the drawing's own zone."""

    start: datetime | None
    """None: only its end is known, and the other way round."""
    end: datetime | None
    shape: Literal["point", "loose", "throughout", "within"] = "point"
    """A day or a time; one that is not certain; all the time; some time within."""
    label: str = ""
    role: Role = ""
    link: str = ""
    after: str = ""
    """Link of the bar it is said to answer."""


class Lane(NamedTuple):
    """One line of a drawn timeline, as high as its bars need."""

    name: str
    bars: tuple[Bar, ...]
    rows: int = 7
    """Lines it may take; bars that find no room in them are counted below."""


class Period(NamedTuple):
    """A part of the axis in one scale; between two of them time is left out."""

    start: datetime
    end: datetime
    share: int = 1
    """How much room it asks for, against the others."""


class Lanes(NamedTuple):
    """A drawn timeline: an axis, lanes of bars, and the moments that matter to all of them."""

    axis: tuple[Period, ...]
    lanes: tuple[Lane, ...]
    marks: tuple[tuple[datetime, str], ...] = ()
    """Moments, each with its word: `as of`."""


class Gauge(NamedTuple):
    """What one voice says of a quantity, to be drawn as a row along an axis."""

    who: Line
    """Who says it, and in which source."""
    figure: str
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


class CurveSeries(NamedTuple):
    """What one voice counts over time."""

    who: Line
    dots: tuple[Dot, ...]
    """In the order of time."""
    role: Role = "strong"


class Curve(NamedTuple):
    """One quantity over time, a line for each voice that counts it."""

    unit: str
    series: tuple[CurveSeries, ...]
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


class Sparkline(NamedTuple):
    """How much happened in each of so many spans of time, one after the other."""

    start: date
    days: int
    """Days of one span."""
    counts: tuple[int, ...]
    cut: int = -1
    """The span in which the brief was closed; negative: none of them."""
