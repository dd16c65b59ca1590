"""A quantity over time in braille dots: a line for each voice, with bounds as bars across it.

A figure of a day is a mark, one of a month or a year a stroke as long as that; `◦` is a figure that
was corrected, dots of half the density its bounds. A long series is its line alone.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from string import ascii_letters
from typing import NamedTuple

from tui.blocks import Curve, CurveSeries, Dot, Line, Role, Span
from tui.rendering.axis import AxisPart, below, ticks, written
from tui.rendering.braille import Canvas
from tui.rendering.ink import safe, wrap
from tui.rendering.range_chart import Axis, axis_of, number_on

LEAST = 24
"""Cells under which a curve says nothing."""
WIDEST = 120
"""Cells beyond which it gains nothing."""
TALL, LOW = 14, 10
"""Lines of a curve, and of one that has little width."""
DENSE = 3
"""Cells a figure needs for its own mark."""
BEYOND = 0.25
"""Share of its length by which the time drawn reaches on, to where the brief was closed."""
DAY = timedelta(days=1, hours=1)
"""The longest a day can be."""
STUB = 6
"""Dots of a bar without an end."""


class CurveFrame(NamedTuple):
    """Where in the field what falls."""

    field: Canvas
    axis: Axis
    part: AxisPart
    """Of dots, not of cells."""

    def across(self, dot: Dot) -> tuple[int, int]:
        """The first and the last dot of a figure's time; of a day or less, its middle."""
        length = dot.end - dot.start
        if length <= DAY:
            middle = self.part.cell(dot.start + length / 2)
            return middle, middle
        return self.part.cell(dot.start), self.part.cell(dot.end - timedelta(microseconds=1))

    def down(self, number: float) -> int:
        """The dot a figure falls in."""
        return self.axis.cells - 1 - self.axis.cell(number)


def draw_curve(block: Curve, width: int) -> Iterator[Line]:
    """The lines of a curve over its dates; nothing where there is no room, or nothing to draw."""
    dots = [dot for series in block.series for dot in series.dots]
    height = TALL if width >= 80 else LOW
    axis = axis_of(dots, height * 4, height // 3)
    if axis is None:
        return
    words = {tick: number_on(tick, axis.step) for tick in axis.ticks}
    left = max(map(len, words.values())) + 1
    cells = min(width - left - 1, WIDEST)
    if cells < LEAST:
        return
    start, end = _time(dots, block.cut)
    frame = CurveFrame(Canvas(cells, height), axis, AxisPart(start, end, 0, cells * 2))
    cut = frame.part.cell(block.cut) if block.cut and start <= block.cut <= end else -1
    if cut >= 0:
        frame.field.line((cut, 0), (cut, height * 4 - 1), gap=3, role="quiet")
    for series, letter in zip(block.series, _letters(block.series), strict=True):
        _draw_series(frame, series, letter)
    if block.unit:
        yield from wrap(safe((Span(block.unit, "label"),)), width)
    rows = {frame.down(tick) // 4: word for tick, word in words.items()}
    for row, line in enumerate(frame.field.lines()):
        edge = f"{rows.get(row, ''):>{left - 1}} {'┤' if row in rows else '│'}"
        yield (Span(edge, "quiet"), *line)
    yield (Span(f"{'└':>{left + 1}}{'─' * cells}", "quiet"),)
    yield from _dates(AxisPart(start, end, 0, cells), left + 1, cut // 2)
    yield from _legend(block, width)


def _time(dots: Sequence[Dot], cut: datetime | None) -> tuple[datetime, datetime]:
    """From the first figure to the last, and on to where the brief was closed if that is near."""
    start = min(dot.start for dot in dots)
    end = max(start + timedelta(days=1), *(dot.end for dot in dots))
    return start, cut if cut and end < cut <= end + (end - start) * BEYOND else end


def _letters(series: Sequence[CurveSeries]) -> list[str]:
    """What the figures of each voice are marked with; of one voice, by their own shapes."""
    if len(series) == 1:
        return [""]
    return [ascii_letters[26:][at] if at < 26 else "+" for at in range(len(series))]


def _draw_series(frame: CurveFrame, series: CurveSeries, letter: str) -> None:
    """One voice: its bounds, its line, its marks."""
    counting = [dot for dot in series.dots if dot.shape != "earlier"]
    for dot in series.dots:
        _bounds(frame, dot, series.role)
    # The middle of two bounds is nobody's figure: no line goes through it.
    points = [
        (sum(frame.across(d)) // 2, frame.down(d.best)) for d in counting if d.best is not None
    ]
    alone = len({dot.start for dot in counting}) == len(counting)
    for one, other in pairwise(points) if alone else ():
        frame.field.line(one, other, role=series.role)
    sparse = len(counting) * DENSE <= frame.field.width
    # Of two in one place the one that counts is seen.
    for dot in sorted(series.dots, key=lambda dot: dot.shape == "earlier"):
        if sparse or dot.shape == "earlier" or dot is counting[-1]:
            _mark(frame, dot, letter, series.role)


def _middle(dot: Dot) -> float | None:
    """Where the letter of a figure goes: at its best value, its one bound, or between both."""
    if dot.best is not None:
        return dot.best
    ends = [bound for bound in (dot.low, dot.high) if bound is not None]
    return sum(ends) / len(ends) if ends else None


def _bounds(frame: CurveFrame, dot: Dot, role: Role) -> None:
    """A bar from bound to bound, and a stroke as long as the time of the figure."""
    first, last = frame.across(dot)
    for number in (dot.low, dot.high) if dot.best is None else (dot.best,):
        if number is not None:
            frame.field.line((first, frame.down(number)), (last, frame.down(number)), role=role)
    if dot.low is None and dot.high is None:
        return
    at = (first + last) // 2
    top = frame.down(dot.high) if dot.high is not None else frame.down(dot.low or 0) - STUB
    foot = frame.down(dot.low) if dot.low is not None else frame.down(dot.high or 0) + STUB
    frame.field.line((at, top), (at, foot), gap=2, role=role)


def _mark(frame: CurveFrame, dot: Dot, letter: str, role: Role) -> None:
    """A figure's own sign, beside another one where that is there already."""
    middle = _middle(dot)
    glyph = letter or _glyph(dot)
    if middle is None or not glyph:
        return
    span = Span(
        "◦" if dot.shape == "earlier" else glyph, "quiet" if dot.shape == "earlier" else role
    )
    first, last = frame.across(dot)
    column, row = (first + last) // 4, frame.down(middle) // 4
    any(frame.field.write(column + x, row, span) for x in (0, 1, -1))


def _glyph(dot: Dot) -> str:
    """The sign of a figure; none where only two bounds are known: the bar between them is all."""
    if dot.best is not None:
        return "○" if dot.shape == "about" else "●"
    if (dot.low is None) == (dot.high is None):
        return ""
    return "▴" if dot.high is None else "▾"


def _dates(part: AxisPart, left: int, cut: int) -> Iterator[Line]:
    for made in ticks(part):
        if text := written(made, part.width):
            yield (Span(" " * left + text, "quiet"),)
    if cut >= 0:
        yield (Span(" " * left + below(cut, "as of", part.width), "quiet"),)


def _legend(block: Curve, width: int) -> Iterator[Line]:
    """Who is which letter, and what the other signs mean."""
    letters = _letters(block.series)
    spans: list[Span] = []
    for letter, series in zip(letters, block.series, strict=True):
        if letter:
            spans += [Span("   ")] if spans else []
            spans += [Span(f"{letter} ", series.role), *series.who]
    if spans:
        yield from wrap(safe(tuple(spans)), width)
    dots = [dot for series in block.series for dot in series.dots]
    one, glyphs = len(letters) == 1, set(map(_glyph, dots))
    meanings = (
        ("● a figure", one and "●" in glyphs),
        ("○ about", one and "○" in glyphs),
        ("▴ over, at least", one and "▴" in glyphs),
        ("▾ under, at most", one and "▾" in glyphs),
        ("dotted: its bounds", any(d.low is not None or d.high is not None for d in dots)),
        ("◦ corrected later", any(dot.shape == "earlier" for dot in dots)),
    )
    line = ""
    for text in (text for text, there in meanings if there):
        if line and len(line) + 3 + len(text) > width:
            yield from wrap((Span(line, "quiet"),), width)
            line = ""
        line += f"   {text}" if line else text
    yield from wrap((Span(line, "quiet"),), width)
