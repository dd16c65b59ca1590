"""How much happened when, as one line of blocks: eighths of a cell, the fullest one eight."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from tui.blocks import Line, Span, Sparkline
from tui.rendering.axis import AxisPart, below, ticks, written

_HEIGHTS = "▁▂▃▄▅▆▇█"
EMPTY = "·"
"""A span in which nothing happened: the line goes on."""
WIDEST = 3
"""Cells of one span, however wide the screen is."""


def draw_sparkline(block: Sparkline, width: int) -> Iterator[Line]:
    """A line of blocks over a line of dates; nothing where there is no room for it."""
    count = len(block.counts)
    if not count or count > width:
        return
    size = min(width // count, WIDEST)
    most = max(block.counts)
    spans = []
    for number in block.counts:
        glyph = _HEIGHTS[-(-number * 8 // most) - 1] if number else EMPTY
        spans.append(Span(glyph * size, "strong" if number else "quiet"))
    yield tuple(spans)
    yield from _dates(block, size)


def _dates(block: Sparkline, size: int) -> Iterator[Line]:
    """Dates below their spans, and where the brief was closed."""
    start = datetime.combine(block.start, time())
    room = len(block.counts) * size
    part = AxisPart(start, start + timedelta(days=block.days * len(block.counts)), 0, room)
    for made in ticks(part):
        if text := written(made, room):
            yield (Span(text, "quiet"),)
    if 0 <= block.cut < len(block.counts):
        yield (Span(below(block.cut * size, "as of", room), "quiet"),)
