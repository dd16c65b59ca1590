"""Blocks → Markdown that reads the same in any of its dialects.

Every text is made safe and escaped: a brief can neither begin a list nor make a link.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from tui.blocks import Block, Code, Fact, Gap, Heading, Item, Line, Prose, Quote, Span, Table
from tui.brief.shown import shown, shown_prose
from tui.rendering.layout import lay

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
_BEGINS = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$|=|-)")
_APART = re.compile(r" {2,}(?![—·])")
PICTURE = 78
"""Columns of a drawn timeline, which is exported as it is drawn."""


def markdown(blocks: tuple[Block, ...], *, level: int = 1) -> str:
    """The blocks of a record; its own title becomes a heading of a level."""
    text, before = "", None
    for block in blocks:
        part = "\n".join(_WRITERS.get(type(block), _drawn)(block, level)).strip("\n")
        if part:
            # Facts that follow each other are one list.
            gap = "\n" if isinstance(block, Fact) and isinstance(before, Fact) else "\n\n"
            text += f"{gap if text else ''}{part}"
            before = block
    return f"{text}\n"


def escaped(text: str) -> str:
    """A text in one line that means nothing to Markdown."""
    return _plainly(" ".join(shown(text).split()))


def _plainly(text: str) -> str:
    return _begun(_flat(text))


def _flat(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _begun(text: str) -> str:
    """A line that does not begin a list, nor underline the one before it."""
    return _BEGINS.sub(lambda found: f"{found[1]}{_mark(found[2])}", text)


def _mark(mark: str) -> str:
    return f"{mark[:-1]}\\{mark[-1]}"


def _line(line: Line) -> str:
    """Spans one after another; blanks between them stay outside the bold text."""
    made = []
    for span in line:
        text = shown(span.text)
        bare = text.strip()
        if span.role == "strong" and bare:
            before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
            made.append(f"{before}**{_flat(bare)}**{after}")
        else:
            made.append(_flat(text))
    # What a screen sets apart by blanks needs a sign where blanks run together.
    return _begun(" ".join(_APART.sub(" · ", "".join(made).strip()).split()))


def _heading(block: Heading, level: int) -> Iterator[str]:
    text = tuple(Span(span.text) for span in (*block.text, *_apart(block.trailing)))
    yield f"{'#' * min(level + block.level - 1, 6)} {_line(text)}"


def _apart(line: Line) -> Line:
    return (Span(" · "), *line) if any(span.text.strip() for span in line) else ()


def _fact(block: Fact, _level: int) -> Iterator[str]:
    """A label with its value, as an item of a list; several values are a list within it."""
    label = f"**{escaped(block.label).capitalize()}:**" if block.label.strip() else ""
    if label and len(block.items) == 1:
        yield f"- {label} {_value(block.items[0])}"
        return
    if label:
        yield f"- {label}"
    for item in block.items:
        yield f"{'  ' * (item.depth + bool(label))}- {_value(item)}"


def _value(item: Item) -> str:
    sign = f"{item.sign.glyph} " if item.sign else ""
    margin = "".join(shown(span.text) for span in item.margin).strip()
    sources = f" ({_flat(margin)})" if margin else ""
    return f"{sign}{_line(item.value)}{sources}"


def _prose(block: Prose, _level: int) -> Iterator[str]:
    text = shown_prose("".join(span.text for span in block.text))
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            yield _plainly(" ".join(paragraph.split()))
            yield ""


def _quote(block: Quote, _level: int) -> Iterator[str]:
    yield f"> “{escaped(block.text)}”"
    if block.speaker:
        margin = "".join(shown(span.text) for span in block.margin).strip()
        yield ">"
        yield f"> — {_line(block.speaker)}" + (f" ({escaped(margin)})" if margin else "")


def _table(block: Table, _level: int) -> Iterator[str]:
    yield _cells(block.columns)
    yield _cells(tuple((Span("---"),) for _ in block.columns))
    for row in block.rows:
        yield _cells(row)


def _cells(cells: tuple[Line, ...]) -> str:
    written = ("---" if cell == (Span("---"),) else _line(cell) for cell in cells)
    return f"| {' | '.join(written)} |"


def _code(block: Code, _level: int) -> Iterator[str]:
    yield from _fenced(block.lines)


def _drawn(block: Any, _level: int) -> Iterator[str]:
    yield from _fenced(lay((block,), PICTURE))


def _fenced(lines: tuple[Line, ...]) -> Iterator[str]:
    texts = ["".join(shown(span.text) for span in line).rstrip() for line in lines]
    runs = (len(run) for text in texts for run in re.findall("`+", text))
    fence = "`" * max(3, max(runs, default=0) + 1)
    yield from (fence, *texts, fence)


def _gap(_block: Gap, _level: int) -> Iterator[str]:
    yield ""


_WRITERS: dict[type, Callable[[Any, int], Iterator[str]]] = {
    Heading: _heading,
    Fact: _fact,
    Prose: _prose,
    Quote: _quote,
    Table: _table,
    Code: _code,
    Gap: _gap,
}
