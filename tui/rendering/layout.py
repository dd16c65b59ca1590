"""Blocks → lines of a given width: a label column, the values, and a margin for sources.

Under `FOLD` columns the margin folds below the value, and under `STACK` the label goes above it.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from tui.blocks import Block, Code, Fact, Gap, Heading, Item, Line, Prose, Quote, Role, Span, Table
from tui.brief.shown import shown_prose
from tui.rendering.ink import blank, cut, pad, safe, width_of, wrap
from tui.rendering.tables import draw_table

FOLD = 50
"""Columns under which the margin has no column."""
TIGHT = 66
"""Columns under which labels and margin are kept narrow."""
STACK = 44
"""Width under which the label is above the value."""
MEASURE = 108
"""Columns beyond which lines get too long to read, however wide the screen."""
LABEL = 13
MARGIN = 22
INDENT = 3


class Grid(NamedTuple):
    """The columns of one page, the same from its top to its end."""

    width: int
    left: int
    """Columns for labels; 0: they are above."""
    right: int
    """Columns for the margin; 0: it folds below."""
    page: int = 0
    """Columns a picture may fill: it is not read line by line."""


def lay(blocks: tuple[Block, ...], width: int) -> tuple[Line, ...]:
    """Lay blocks out on a page of some width. Every text in it is made safe on the way."""
    grid = _grid(blocks, max(min(width, MEASURE), 8))._replace(page=width)
    lines: list[Line] = []
    before: Block | None = None
    for block in blocks:
        made = list(_LAYERS.get(type(block), _picture)(block, grid))
        if made and lines and lines[-1] and _needs_gap(block, before):
            lines.append(())
        lines += made
        before = block
    return tuple(lines)


def _grid(blocks: tuple[Block, ...], width: int) -> Grid:
    tight = width < TIGHT
    left = 0 if width < STACK else LABEL - 2 * tight
    margins = (item.margin for block in blocks if isinstance(block, Fact) for item in block.items)
    widest = max((width_of(safe(margin)) for margin in margins), default=0)
    right = 0 if width < FOLD else min(widest, MARGIN // 2 if tight else MARGIN)
    return Grid(width, left, right)


def _needs_gap(block: Block, before: Block | None) -> bool:
    """Headings, running text and facts of several lines have air around them."""
    if isinstance(before, Heading) and before.level == 1:
        return not (isinstance(block, Heading) and block.level > 2)
    if isinstance(block, Heading):
        return True
    if isinstance(block, Fact) and isinstance(before, Fact) and block.label and not before.label:
        # What follows a list is about the whole again.
        return True
    return any(
        isinstance(each, Prose | Quote | Table | Code) or _tall(each) for each in (block, before)
    )


def _tall(block: Block | None) -> bool:
    return isinstance(block, Fact) and len(block.items) > 1 and bool(block.label)


def _heading(block: Heading, grid: Grid) -> Iterator[Line]:
    role: Role = "title" if block.level == 1 else "heading"
    spans = tuple(Span(s.text, s.role or role, s.link) for s in safe(block.text))
    if block.level > 1:
        spans = tuple(
            Span(s.text.upper() if block.level == 2 else s.text, s.role, s.link) for s in spans
        )
    yield from _with_right(spans, safe(block.trailing), grid.width)


def _fact(block: Fact, grid: Grid) -> Iterator[Line]:
    label = safe((Span(block.label.upper(), "label"),))
    if not grid.left and block.label:
        yield from wrap(label, grid.width)
    grid = grid._replace(left=grid.left if block.label else 0)
    labels = list(wrap(label, grid.left - 1)) if grid.left else []
    if not any(item.margin for item in block.items):
        grid = grid._replace(right=0)
    signs = max((width_of(_sign(item)) + 1 for item in block.items if item.sign), default=0)
    for item in block.items:
        made = list(_item(item, labels, max(grid.left, signs), grid))
        labels = labels[len(made) :]
        yield from made
    # A label of more lines than its values.
    yield from labels


def _sign(item: Item) -> Line:
    return (Span(item.sign.glyph, item.sign.role),) if item.sign else ()


def _item(item: Item, labels: list[Line], start: int, grid: Grid) -> Iterator[Line]:
    """One value: the label or the sign to its left, its sources to its right or below."""
    margin = safe(item.margin)
    width = grid.width
    right = grid.right if margin or not item.depth else 0
    depth = item.depth * 2
    sign = _sign(item)
    # Without a label to its left, what goes on below is set in, so that the eye sees where one
    # item ends and the next begins.
    hang = 0 if grid.left else 2
    values = list(
        wrap(safe(item.value), width - start - depth - hang - (right + 2 if right else 0))
    )
    margins = list(wrap(margin, right)) if right and margin else []
    for index in range(max(len(values), len(margins))):
        label = labels[index] if index < len(labels) else ()
        left_cells = _label_cells(label, sign if index == 0 else (), start)
        inset = blank(depth + (hang if index else 0))
        line = (*left_cells, *inset, *(values[index] if index < len(values) else ()))
        if index < len(margins):
            line = (*pad(line, width - right), *margins[index])
        yield line
    if margin and not grid.right:
        for line in wrap(margin, width - start - INDENT):
            yield (*blank(start + INDENT), *line)


def _label_cells(label: Line, sign: Line, width: int) -> Line:
    """What is left of a value: its label, and its sign at the end of the column."""
    if not sign:
        return pad(label, width)
    return (
        *pad(cut(label, width - width_of(sign) - 2), width - width_of(sign) - 1),
        *sign,
        Span(" "),
    )


def _prose(block: Prose, grid: Grid) -> Iterator[Line]:
    """Paragraphs; a single line break in a file is only how its author broke the line."""
    depth = block.depth * 2
    text = "".join(span.text for span in block.text)
    role = block.text[0].role if block.text else ""
    paragraphs = [p for p in shown_prose(text).split("\n\n") if p.strip()]
    for index, paragraph in enumerate(paragraphs):
        if index:
            yield ()
        spans = (Span(" ".join(paragraph.split()), role),)
        for line in wrap(safe(spans), grid.width - depth):
            yield (*blank(depth), *line)


def _quote(block: Quote, grid: Grid) -> Iterator[Line]:
    width = grid.width
    spans = safe((Span(f"“{block.text}”", "quote"),))
    for line in wrap(spans, width - INDENT):
        yield (*blank(INDENT), *line)
    if block.speaker:
        yield from _with_right(
            (*blank(INDENT), Span("— ", "quiet"), *safe(block.speaker)), safe(block.margin), width
        )


def _with_right(left: Line, right: Line, width: int) -> Iterator[Line]:
    """A line with something at its right edge; below it where there is no room."""
    *lines, last = wrap(left, width)
    yield from lines
    if right and width_of(last) + width_of(right) + 2 <= width:
        yield (*pad(last, width - width_of(right)), *right)
        return
    yield last
    if right:
        yield from wrap(right, width)


def _code(block: Code, grid: Grid) -> Iterator[Line]:
    for line in block.lines:
        yield cut(tuple(Span(s.text, s.role or "code", s.link) for s in safe(line)), grid.width)


def _gap(_block: Gap, _grid: Grid) -> Iterator[Line]:
    yield ()


def _picture(block: Any, grid: Grid) -> Iterator[Line]:
    from tui.rendering.drawing import draw  # noqa: PLC0415  (not every page has a picture)

    return draw(block, grid.page)


_LAYERS: dict[type, Callable[[Any, Grid], Iterator[Line]]] = {
    Heading: _heading,
    Fact: _fact,
    Prose: _prose,
    Quote: _quote,
    Table: lambda block, grid: draw_table(block, grid.width),
    Code: _code,
    Gap: _gap,
}
