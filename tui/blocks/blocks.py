"""The blocks of a page: what panes, print and the exports show of a record."""

from typing import NamedTuple, TypeAlias

from tui.blocks.charts import Chart, Curve, Lanes, Map, Sparkline
from tui.blocks.text import Line, Sign


class Heading(NamedTuple):
    """A heading within a detail; level 1 is the record's own title."""

    text: Line
    trailing: Line = ()
    level: int = 2


class Item(NamedTuple):
    """One value under a label: what, and in the margin where it comes from."""

    value: Line
    margin: Line = ()
    sign: Sign | None = None
    depth: int = 0
    """Steps of indent: claims are below what they are claims of."""


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
    """Text shown as written, line by line: a piece of YAML, the lines around a problem."""

    lines: tuple[Line, ...]


class Gap(NamedTuple):
    """An empty line."""


Block: TypeAlias = (
    Heading | Fact | Prose | Quote | Table | Code | Gap | Lanes | Chart | Curve | Map | Sparkline
)
"""What a page is made of, from the top down."""
