"""The bars of a drawn timeline: how well each date is known can be seen.

`■` a day or a time, `□` one that is not certain, `■━■` all the time, `░░░` some time within,
`▒▒▶` after a date, `◀▒▒` before one, `■━▶` since, `◀━■` until. A bar that leaves the picture ends
at its edge without a head.
"""

from datetime import timedelta

from tui.blocks import Bar, Lanes
from tui.rendering.axis import Scale

TWINS = {
    "■": "#", "□": "o", "━": "=", "░": ":", "▒": "%", "▶": ">", "◀": "<", "╎": "|", "╱": "/",
    "└": "\\", "─": "-", "→": ">", "●": "*", "○": "o", "◦": ".", "×": "x", "├": "|", "┤": "|",
    "┬": "+", "▸": ">", "◂": "<",
}  # fmt: skip
"""Each sign of a drawing in ASCII, as wide as itself."""
OPEN = 3
"""Cells of an end that is not known."""
_MINUTE = timedelta(minutes=1)


def glyphs_of(bar: Bar, across: Scale) -> tuple[int, str]:
    """The first cell of a bar, and what is drawn from there."""
    low, high = across.span
    start, end = bar.start, bar.end
    line = "░" if bar.shape == "within" else "━"
    if start is None or end is None:
        return _open_ended(bar, across)
    first = across.cell(start)
    last = across.cell(end - _MINUTE) if end > start else first
    if bar.shape in {"point", "loose"}:
        return first, "■" if bar.shape == "point" else "□"
    size = max(last - first + 1, 1)
    if line == "░" or size == 1:
        return first, (line if line == "░" else "■") * size
    head, foot = "■" if start >= low else line, "■" if end <= high else line
    return first, head + line * (size - 2) + foot


def _open_ended(bar: Bar, across: Scale) -> tuple[int, str]:
    far = across.parts[-1].left + across.parts[-1].width
    fill, knob = ("▒", "▒") if bar.shape == "within" else ("━", "■")
    if bar.start is not None:
        cell = across.cell(bar.start)
        size = max(min(OPEN, far - cell), 1)
        return cell, (knob + fill * (size - 2) + "▶")[-size:] if size > 1 else "▶"
    end = bar.end - _MINUTE if bar.end else across.span[0]
    cell = across.cell(end)
    size = min(OPEN, cell + 1)
    return cell - size + 1, ("◀" + fill * (size - 2) + knob)[:size] if size > 1 else "◀"


_MEANINGS = {
    "point": "■ a day or a time", "loose": "□ not certain",
    "throughout": "■━■ all that time", "within": "░░░ some time within",
}  # fmt: skip


def legend(block: Lanes, across: Scale) -> str:
    """The meaning of the shapes that are there."""
    bars = [bar for lane in block.lanes for bar in lane.bars]
    shapes = {bar.shape for bar in bars if bar.start and bar.end}
    found = [word for shape, word in _MEANINGS.items() if shape in shapes]
    found += ["▒▒▶ after, since"] if any(bar.end is None for bar in bars) else []
    found += ["◀▒▒ before, until"] if any(bar.start is None for bar in bars) else []
    found += ["└→ said to answer it"] if any(bar.after for bar in bars) else []
    found += ["╱ time left out"] if across.breaks else []
    return "   ".join(found)
