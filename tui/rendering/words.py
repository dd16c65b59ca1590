"""The bare words of rows and blocks, to search in; nothing of how they are drawn."""

from collections.abc import Iterator

from tui.blocks import Block, Chart, Curve, Lanes, Map, Row, Sign, Span, Sparkline
from tui.rendering.seek import folded


def words_of_row(row: Row) -> str:
    """What a row says, ready for `Pattern.holds`."""
    lines = (row.title, row.subtitle, row.trailing)
    return folded(" ".join("".join(span.text for span in line) for line in lines))[0]


def words_of(blocks: tuple[Block, ...]) -> str:
    """What a page says, ready for `Pattern.holds`; a line of spans is one text."""
    # All that a picture says is on the page in words too.
    written = tuple(
        block for block in blocks if not isinstance(block, Chart | Curve | Map | Sparkline)
    )
    return folded("\n".join(_texts(written)))[0]


def _texts(part: object) -> Iterator[str]:
    match part:
        case str():
            yield part
        case Sign():
            yield part.word
        case Lanes():
            yield from (bar.label for lane in part.lanes for bar in lane.bars)
        case (Span(), *_) as line:
            yield "".join(each.text for each in line if isinstance(each, Span))
        case Span():
            yield part.text
        case tuple():
            for each in part:
                yield from _texts(each)
