"""What a tab says, as data: rows for its list, and for a record blocks that panes and print draw.

Everything here is plain text from files and from us; no markup, no colours. A `role` names what a
piece of text is, and the theme decides how that looks. Named tuples, as thousands are made at once.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, Union

from tui.brief.record import NOWHERE, Spot

if TYPE_CHECKING:
    from tui.pictures import Chart, Curve, Map, Pulse

Role: TypeAlias = Literal[
    "",  # ink on paper
    "strong",
    "quiet",
    "title",
    "heading",
    "label",
    "quote",
    "name",
    "source",
    "status",
    "handling",  # who may read it, where that is not everybody
    "code",
    "disputed",
    "finer",
    "incomparable",
    "asymmetric",
    "silent",
    "changed",
    "stale",
    "problem",
    "warning",
    "good",
    "chosen",  # the name a key would follow
    "hit",  # words that are sought
    "focus",  # the one accent: where the keys go
    "party1",
    "party2",
    "party3",
    "party4",
    "party5",
    "party6",
]


class Span(NamedTuple):
    """A piece of text in one role. `link` is the key of the record it names, if any."""

    text: str
    role: Role = ""
    link: str = ""


Line: TypeAlias = tuple[Span, ...]
"""Spans that follow each other; wrapped where they are drawn."""


class Sign(NamedTuple):
    """A mark in a list, with its ASCII twin for terminals without UTF-8, and its word."""

    glyph: str
    ascii: str
    word: str
    role: Role


DISPUTED = Sign("≠", "!=", "disputed", "disputed")
FINER = Sign("≈", "~", "finer, not contrary", "finer")
INCOMPARABLE = Sign("∥", "//", "not comparable", "incomparable")
ASYMMETRIC = Sign("⇄", "<>", "asymmetric", "asymmetric")
SILENT = Sign("∅", "-", "only one source says it", "silent")
CHANGED = Sign("•", "*", "changed since you last read it", "changed")
STALE = Sign("†", "+", "its time has passed", "stale")
PROBLEM = Sign("‼", "!!", "problem in the file here", "problem")
BOOKMARK = Sign("★", "#", "your bookmark", "strong")
SIGNS = (DISPUTED, FINER, INCOMPARABLE, ASYMMETRIC, SILENT, CHANGED, STALE, PROBLEM, BOOKMARK)


class Row(NamedTuple):
    """One entry of a list. `key` is the identity the reader's place hangs on."""

    key: str
    title: Line
    below: Line = ()
    """A second line."""
    aside: Line = ()
    """At the right edge of the first line: a status, a figure."""
    signs: tuple[Sign, ...] = ()
    group: str = ""
    """Heading it stands under; told once for rows that follow each other."""
    party: Role = ""
    """The party whose colour marks the row."""
    spot: Spot = NOWHERE
    filed: str = ""
    """Further words a filter finds it by: whose it is, where it belongs."""
    about: str = ""
    """Key of the record a dossier would be of: of a delegation, its party."""


class Heading(NamedTuple):
    """A heading within a detail; level 1 is the record's own title."""

    text: Line
    aside: Line = ()
    level: int = 2


class Item(NamedTuple):
    """One value under a label: what, and in the margin where it comes from."""

    value: Line
    margin: Line = ()
    sign: Sign | None = None
    depth: int = 0
    """Steps of indent: claims stand below what they are claims of."""


class Fact(NamedTuple):
    """A label and one or more values. The value first, the apparatus after."""

    label: str
    items: tuple[Item, ...]


class Prose(NamedTuple):
    """Running text; paragraphs are split at blank lines."""

    text: Line
    depth: int = 0


class Quote(NamedTuple):
    """Somebody's own words."""

    text: str
    speaker: Line = ()
    margin: Line = ()


class Table(NamedTuple):
    """Columns of short texts. The first column names the row."""

    columns: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


class Code(NamedTuple):
    """Text to be shown as it stands, line by line: a piece of YAML, the lines around a problem."""

    lines: tuple[Line, ...]


class Gap(NamedTuple):
    """An empty line."""


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


Block: TypeAlias = Union[
    Heading, Fact, Prose, Quote, Table, Code, Gap, Lanes, "Chart", "Curve", "Map", "Pulse"
]
