"""Figures along an axis: `●` exact, `○` about, `├──┤` a range, `├─▸` over, `◂─┤` at most.

A figure that its voice replaced by a later one is `◦`, one that the writer set aside `×`. The axis
is linear and told by few round numbers; it begins at nought unless all figures lie close together
far from it.
"""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.blocks import Chart, Dot, Gauge, Line, Span
from tui.rendering.ink import cut, pad, safe, width_of, wrap

LEAST = 12
"""Cells under which an axis says nothing."""
WIDEST = 72
"""Cells beyond which an axis gains nothing."""
WORD = 12
"""Cells from one number of the axis to the next, at least."""
NEAR = 0.6
"""The axis does not begin at nought where all lies beyond this share of its end."""
FEW = 20
"""Numbers up to here are always seen from nought on."""
_BACK = {"withdrawn": ", set aside", "earlier": ", earlier"}
"""Shapes that are drawn quietly, and their words."""
_SHAPES = {"exact": "●", "about": "○", "earlier": "◦", "withdrawn": "×"}


class Axis(NamedTuple):
    """Numbers from `low` to `high` over so many cells, with a word every `step`."""

    low: float
    high: float
    step: float
    cells: int

    def cell(self, number: float) -> int:
        """The cell a number falls in; what lies beside the axis falls in its first or last."""
        share = (number - self.low) / (self.high - self.low)
        return min(max(round(share * (self.cells - 1)), 0), self.cells - 1)

    @property
    def ticks(self) -> tuple[float, ...]:
        """The round numbers from end to end."""
        count = round((self.high - self.low) / self.step)
        return tuple(self.low + index * self.step for index in range(count + 1))


def axis_of(rows: Sequence[Gauge | Dot], cells: int, words: int) -> Axis | None:
    """The axis some figures share, with room for so many words; None where none has a number."""
    found = [n for row in rows for n in (row.low, row.best, row.high) if n is not None]
    numbers = [float(n) for n in found if math.isfinite(n)]
    if not numbers:
        return None
    top, bottom = max(numbers), min(numbers)
    start = bottom - (top - bottom) / 2 if bottom > max(NEAR * top, FEW) else min(bottom, 0.0)
    room = max(top - start, abs(top) / 1e6) or 1.0
    step = _round_step(room, words)
    step = max(step, 1.0) if all(number.is_integer() for number in numbers) else step
    low = math.floor(start / step) * step
    high = math.ceil(top / step) * step
    # An open end needs a cell beyond its bound to point into.
    opened = any(row.low == top and row.high is None for row in rows)
    return Axis(low, high + step * (high <= low or (opened and high == top)), step, cells)


def _round_step(room: float, words: int) -> float:
    """1, 2 or 5 times a power of ten, so that there is room for a word at each."""
    least = max(room / max(words, 1), 1e-9)
    power: float = 10.0 ** math.floor(math.log10(least))
    return next((n * power for n in (1, 2, 5) if n * power >= least), 10 * power)


def draw_chart(block: Chart, width: int) -> Iterator[Line]:
    """The rows of a chart over their axis; where there is no room for one, figures in words."""
    heads = [safe(row.who) for row in block.rows]
    tails = [_figure(row) for row in block.rows]
    left = min(max(map(width_of, heads), default=0), width * 2 // 5) + 2
    cells = min(width - left - 1 - max(map(width_of, tails), default=0), WIDEST)
    axis = axis_of(block.rows, cells, cells // WORD) if cells >= LEAST else None
    if block.unit:
        yield from wrap(safe((Span(block.unit, "label"),)), width)
    if axis is None:
        for head, tail in zip(heads, tails, strict=True):
            yield from wrap((*head, Span(" "), *tail), width)
        return
    yield from _scale(axis, left)
    for row, head, tail in zip(block.rows, heads, tails, strict=True):
        at, glyphs = strokes(row, axis)
        stroke = Span(glyphs, "quiet" if row.shape in _BACK else "strong", row.link)
        yield (*pad(cut(head, left - 2), left), Span(" " * at), stroke, Span(" "), *tail)
    yield from wrap((Span(_legend(block), "quiet"),), width)


def _figure(row: Gauge) -> Line:
    return safe((Span(row.figure, "", row.link), Span(_BACK.get(row.shape, ""), "quiet")))


def strokes(row: Gauge, axis: Axis) -> tuple[int, str]:
    """The first cell of a row on the axis, and what is drawn from there; empty: no number."""
    low, best, high = row.low, row.best, row.high
    knob = _SHAPES[row.shape]
    if low is None and high is None:
        return (axis.cell(best), knob) if best is not None else (0, "")
    first = axis.cell(low) if low is not None else max(axis.cell(high or 0) - 3, 0)
    last = axis.cell(high) if high is not None else min(first + 3, axis.cells - 1)
    cells = ["─"] * (last - first + 1)
    cells[-1] = "┤" if high is not None else "▸"
    cells[0] = "├" if low is not None else "◂"
    if best is not None:
        cells[min(max(axis.cell(best) - first, 0), last - first)] = knob
    elif row.shape in _BACK:
        cells[len(cells) // 2] = knob
    return first, "".join(cells)


def _scale(axis: Axis, left: int) -> Iterator[Line]:
    """The numbers, each from its cell on, or before it at the right end."""
    words = [" "] * axis.cells
    first, *between, last = axis.ticks
    # Both ends are labelled before what lies between them.
    for number in (first, last, *between):
        word = number_on(number, axis.step)
        at = max(min(axis.cell(number) - len(word) // 2, axis.cells - len(word)), 0)
        around = words[max(at - 1, 0) : at + len(word) + 1]
        if not "".join(around).strip() and len(word) <= axis.cells:
            words[at : at + len(word)] = word
    line = ["─"] * axis.cells
    for number in axis.ticks:
        line[axis.cell(number)] = "┬"
    for cells in (words, line):
        yield (Span(" " * left), Span("".join(cells).rstrip(), "quiet"))


def number_on(number: float, step: float) -> str:
    """A number of an axis in words, as exact as its steps are."""
    if abs(number) >= 1e12:
        return f"{number:.3g}"
    places = max(-math.floor(math.log10(step)), 0)
    return f"{number:,.{min(places, 6)}f}"


def _legend(block: Chart) -> str:
    rows = block.rows
    pointed = {row.shape for row in rows if row.best is not None}
    meanings = (
        ("● the figure", "exact" in pointed),
        ("○ about", "about" in pointed),
        ("├─┤ between", any(r.low is not None and r.high is not None for r in rows)),
        ("├─▸ over, at least", any(r.low is not None and r.high is None for r in rows)),
        ("◂─┤ under, at most", any(r.low is None and r.high is not None for r in rows)),
        ("◦ a later figure of the same voice follows", any(r.shape == "earlier" for r in rows)),
        ("× set aside", any(r.shape == "withdrawn" for r in rows)),
    )
    return "   ".join(text for text, there in meanings if there)
