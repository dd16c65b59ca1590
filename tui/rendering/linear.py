"""Blocks and rows one line after another, for screen readers and braille lines.

Nothing is beside anything, nothing is drawn, and a sign is its word. What a text of a file
says is left as written.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from tui.blocks import (
    Bar,
    Block,
    Chart,
    Code,
    Curve,
    Fact,
    Gap,
    Heading,
    Item,
    Lanes,
    Line,
    Map,
    Prose,
    Quote,
    Role,
    Row,
    Span,
    Sparkline,
    Table,
)
from tui.brief.lazy_regex import late
from tui.brief.shown import shown_prose
from tui.rendering.ink import safe, wrap
from tui.rendering.layout import MEASURE
from tui.rendering.screen_reader import BETWEEN, NOTHING, in_words, listed, sentences, sources

_DRAWN = late(r"[▁▂▃▄▅▆▇█·]*[▁▂▃▄▅▆▇█][▁▂▃▄▅▆▇█·]*")
"""A series as a line of blocks."""

if TYPE_CHECKING:
    from tui.rendering.charset import Charset


def spoken(
    blocks: tuple[Block, ...], width: int, charset: "Charset | None" = None
) -> tuple[Line, ...]:
    """Blocks as lines of at most a width, in the order they are read."""
    width = max(min(width, MEASURE), 8)
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level < 3 and lines:
            lines.append(())
        for line in block_lines(block):
            shown_line = charset.line(line) if charset else line
            # Several blanks of a line of code say how deep it is; it is not parted at them.
            lines += wrap(shown_line, width)
    return tuple(lines)


def block_lines(block: Block) -> Iterator[Line]:
    """The lines of one block, each as long as what it says."""
    for line in _TELLERS.get(type(block), _nothing)(block):
        shown_line = safe(line)
        yield shown_line if isinstance(block, Code | Prose) else in_words(shown_line)


def spoken_row(row: Row) -> Line:
    """All that a row of a list says, as one line."""
    signs = listed(tuple((Span(sign.word, sign.role),) for sign in row.signs))
    seen = (span for span in row.subtitle if not _DRAWN.fullmatch(span.text))
    below = tuple(span._replace(text=span.text.replace(" · ", ", ")) for span in seen)
    return in_words(sentences(row.title, row.trailing, signs, below))


def _heading(block: Heading) -> Iterator[Line]:
    role: Role = "title" if block.level == 1 else "heading"
    title = tuple(span if span.role else span._replace(role=role) for span in block.text)
    if block.trailing and block.level > 1:
        yield (*title, BETWEEN, *block.trailing)
        return
    yield title
    if block.trailing:
        yield block.trailing


def _fact(block: Fact) -> Iterator[Line]:
    label = Span(f"{block.label}: ", "label") if block.label else None
    for index, item in enumerate(block.items):
        shown_line = _item(item)
        yield (label, *shown_line) if label and not index else shown_line


def _item(item: Item) -> Line:
    sign = (Span(item.sign.word, item.sign.role),) if item.sign else ()
    return sentences(item.value, sign, sources(item.margin))


def _prose(block: Prose) -> Iterator[Line]:
    """Paragraphs; a single line break in a file is only how its author broke the line."""
    role = block.text[0].role if block.text else ""
    text = shown_prose("".join(span.text for span in block.text))
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            yield (Span(" ".join(paragraph.split()), role),)


def _quote(block: Quote) -> Iterator[Line]:
    yield sentences((Span(f"“{block.text}”", "quote"),), block.speaker, sources(block.margin))


def _table(block: Table) -> Iterator[Line]:
    """A row a line: what it is of, and for each column its name and its cell."""
    for row in block.rows:
        cells = zip(block.columns[1:], row[1:], strict=True)
        shown_line = (
            ((*_bare(head), Span(": "), *_bare(cell)) if _is_filled(head) else sources(_bare(cell)))
            for head, cell in cells
            if _is_filled(cell)
        )
        yield sentences(row[0], *shown_line)


def _is_filled(cell: Line) -> bool:
    return any(span.text.strip() for span in cell)


def _bare(cell: Line) -> Line:
    """A cell without the blanks that put figures under each other, and with a word for its dot."""
    if len(cell) > 1:
        return cell
    text = cell[0].text.strip()
    return (cell[0]._replace(text=NOTHING if text == "·" else text),)


def _code(block: Code) -> Iterator[Line]:
    yield from block.lines


def _lanes(block: Lanes) -> Iterator[Line]:
    """A drawn timeline in words: who or what, when, how well that is known."""
    for lane in block.lanes:
        for bar in lane.bars:
            label = (Span(bar.label, bar.role, bar.link),)
            answer = (Span("said to answer another"),) if bar.after else ()
            yield sentences((Span(lane.name, "label"),), label, (Span(_when(bar)),), answer)
    for moment, word in block.marks:
        yield (Span(f"{word}: {_day(moment)}", "quiet"),)


def _when(bar: Bar) -> str:
    first = _day(bar.start) if bar.start else ""
    last = _day(bar.end - timedelta(minutes=1)) if bar.end else ""
    if not (first and last):
        return f"from {first} on" if first else f"until {last}"
    within = "some time " if bar.shape == "within" else ""
    loose = ", not certain" if bar.shape == "loose" else ""
    return f"{within}{first}{loose}" if first == last else f"{within}{first} to {last}{loose}"


def _day(moment: datetime) -> str:
    return f"{moment.day} {moment:%b %Y}"


def _gap(_block: Gap) -> Iterator[Line]:
    yield ()


def _nothing(_block: Block) -> Iterator[Line]:
    yield from ()


_TELLERS: dict[type, Callable[[Any], Iterator[Line]]] = {
    Heading: _heading,
    Fact: _fact,
    Prose: _prose,
    Quote: _quote,
    Table: _table,
    Code: _code,
    Gap: _gap,
    Lanes: _lanes,
    # Told in words beside the picture.
    Chart: _nothing,
    Curve: _nothing,
    Map: _nothing,
    Sparkline: _nothing,
}
