"""Names in laid out lines that lead to a record."""

from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from tui.blocks import Line, Span
from tui.rendering.ink import width_of


class Link(NamedTuple):
    """A name on a page that leads to a record."""

    key: str
    line: int
    start: int
    """Cells from the left edge of the text."""
    end: int
    span: int
    """Which span of the line it is."""
    goes_on: bool = False
    """Whether it is the rest of a name that began in the line before."""
    source: bool = False
    """Whether it is a source: those are in the margin of nearly every line."""


def links_in(lines: tuple[Line, ...]) -> tuple[Link, ...]:
    """All names as they are read."""
    found: list[Link] = []
    for y, line in enumerate(lines):
        for link in _links(y, line):
            goes_on = _begins(line, link) and _broken(lines, found, link)
            found.append(link._replace(goes_on=goes_on))
    return tuple(found)


def _links(y: int, line: Line) -> Iterator[Link]:
    x = 0
    for index, span in enumerate(line):
        width = width_of((span,))
        if span.link and span.text.strip():
            source = span.role == "source" and span.link.startswith("sources/")
            yield Link(span.link, y, x, x + width, index, source=source)
        x += width


def _begins(line: Line, link: Link) -> bool:
    """Whether nothing but a blank comes before it."""
    return not "".join(span.text for span in line[: link.span]).strip()


def _broken(lines: tuple[Line, ...], found: list[Link], link: Link) -> bool:
    """Whether the name before is the same one, and ended its line."""
    before = found[-1] if found else None
    if before is None or before.line != link.line - 1 or before.key != link.key:
        return False
    return before.span == len(lines[before.line]) - 1


def in_order(links: tuple[Link, ...]) -> tuple[int, ...]:
    """Their numbers in the order keys go through them: names first, then sources."""
    whole = [index for index, link in enumerate(links) if not link.goes_on]
    return tuple(sorted(whole, key=lambda index: links[index].source))


def whole_name(lines: tuple[Line, ...], links: tuple[Link, ...], index: int) -> Span:
    """A name as one span, however many lines it was broken into."""
    pieces = [links[index], *takewhile(lambda link: link.goes_on, links[index + 1 :])]
    text = " ".join(lines[each.line][each.span].text.strip() for each in pieces)
    return Span(text, "", links[index].key)
