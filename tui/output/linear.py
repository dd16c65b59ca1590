"""Blocks and rows one line after another, for screen readers and braille lines.

Nothing stands beside anything, nothing is drawn, and a sign is its word. What a text of a file
says is left as it stands there.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from tui.blocks import (
    SIGNS,
    Bar,
    Block,
    Code,
    Fact,
    Heading,
    Item,
    Lanes,
    Line,
    Prose,
    Quote,
    Role,
    Row,
    Sign,
    Span,
    Table,
)
from tui.output.ink import safe, wrap
from tui.output.layout import MEASURE, lay
from tui.pictures import Chart, Curve, Map, Pulse

_SIGNS = {sign.glyph: sign for sign in SIGNS}
_ALONE = re.compile(rf"(?<!\S)[{''.join(_SIGNS)}](?!\S)")
_DRAWN = re.compile(r"[▁▂▃▄▅▆▇█·]*[▁▂▃▄▅▆▇█][▁▂▃▄▅▆▇█·]*")
"""A series as a line of blocks."""
_WIDE = re.compile(r" {3,}|^ {2,}$")
_BETWEEN = Span(", ")


def spoken(blocks: tuple[Block, ...], width: int) -> tuple[Line, ...]:
    """Blocks as lines of at most a width, in the order they are read."""
    width = max(min(width, MEASURE), 8)
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level < 3 and lines:
            lines.append(())
        if isinstance(block, Prose):
            lines += lay((block._replace(depth=0),), width)
            continue
        tell = _TELLERS.get(type(block))
        for line in tell(block) if tell else lay((block,), width):
            told = safe(line)
            lines += wrap(told if isinstance(block, Code) else in_words(told), width)
    return tuple(lines)


def spoken_row(row: Row) -> Line:
    """All that a row of a list says, as one line."""
    signs = _listed(tuple((Span(sign.word, sign.role),) for sign in row.signs))
    seen = (span for span in row.below if not _DRAWN.fullmatch(span.text))
    below = tuple(span._replace(text=span.text.replace(" · ", ", ")) for span in seen)
    return in_words(_sentences(row.title, row.aside, signs, below))


def in_words(line: Line) -> Line:
    """Signs of ours as words; the dots that part what stands in one line as commas."""
    made: list[Span] = []
    for span in line:
        bare = span.text.lstrip()
        sign = _SIGNS.get(bare[:1])
        if span.text.strip() == "·":
            made.append(_BETWEEN)
        elif sign and span.role == sign.role:
            before = span.text[: -len(bare)]
            made += (Span(before), _word(span._replace(text=bare), sign))
        elif bare[:2] in {"● ", "○ "}:
            made.append(span._replace(text=bare[2:]))
        else:
            text = _ALONE.sub(lambda found: _SIGNS[found[0]].word, span.text)
            made.append(span._replace(text=_WIDE.sub(", ", text)))
    return tuple(made)


def _word(span: Span, sign: Sign) -> Span:
    rest = span.text[1:].strip()
    word = f"{sign.word}: {rest}" if rest else sign.word
    # What stood beside a sign is a word of its own.
    return Span(f"{word} " if span.text != span.text.rstrip() else word, span.role, span.link)


def _sentences(*parts: Line) -> Line:
    """Parts that say something, each ended before the next begins."""
    made: list[Span] = []
    for part in parts:
        if not "".join(span.text for span in part).strip():
            continue
        if made:
            last = made[-1]
            ended = last.text.rstrip()
            stop = " " if ended.endswith((".", "?", "!", ":")) else ". "
            # A name that leads on ends before the stop.
            made[-1:] = [last, Span(stop)] if last.link else [last._replace(text=ended + stop)]
        made += part
    return tuple(made)


def _listed(parts: tuple[Line, ...]) -> Line:
    made: list[Span] = []
    for part in parts:
        made += (_BETWEEN, *part) if made else part
    return tuple(made)


def _heading(block: Heading) -> Iterator[Line]:
    role: Role = "title" if block.level == 1 else "heading"
    yield tuple(span if span.role else span._replace(role=role) for span in block.text)
    if block.aside:
        yield block.aside


def _fact(block: Fact) -> Iterator[Line]:
    label = Span(f"{block.label}: ", "label") if block.label else None
    for index, item in enumerate(block.items):
        told = _item(item)
        yield (label, *told) if label and not index else told


def _item(item: Item) -> Line:
    sign = (Span(item.sign.word, item.sign.role),) if item.sign else ()
    return _sentences(item.value, sign, item.margin)


def _quote(block: Quote) -> Iterator[Line]:
    yield _sentences((Span(f"“{block.text}”", "quote"),), block.speaker, block.margin)


def _table(block: Table) -> Iterator[Line]:
    for row in block.rows:
        cells = zip(block.columns[1:], row[1:], strict=True)
        told = (
            ((*head, Span(": "), *_bare(cell)) if head else _bare(cell)) for head, cell in cells
        )
        yield _sentences(row[0], *told)


def _bare(cell: Line) -> Line:
    """A cell without the blanks that put figures under each other."""
    told = tuple(span._replace(text=span.text.strip()) for span in cell if span.text.strip())
    return cell if len(cell) > 1 else told


def _code(block: Code) -> Iterator[Line]:
    yield from block.lines


def _lanes(block: Lanes) -> Iterator[Line]:
    """A drawn timeline in words: who or what, when, how well that is known."""
    for lane in block.lanes:
        for bar in lane.bars:
            label = (Span(bar.label, bar.role, bar.link),)
            answer = (Span("said to answer another"),) if bar.after else ()
            yield _sentences((Span(lane.name, "label"),), label, (Span(_when(bar)),), answer)
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


def _nothing(_block: Block) -> Iterator[Line]:
    yield from ()


_TELLERS: dict[type, Callable[[Any], Iterator[Line]]] = {
    Heading: _heading,
    Fact: _fact,
    Quote: _quote,
    Table: _table,
    Code: _code,
    Lanes: _lanes,
    # Told in words beside the picture.
    Chart: _nothing,
    Curve: _nothing,
    Map: _nothing,
    Pulse: _nothing,
}
