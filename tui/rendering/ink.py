"""Lines of spans as cells: made safe, measured, wrapped, cut. The one gate to any output.

Every text from a file passes `safe` here before it is laid out; nothing lays out a span itself.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.cells import cell_len

from tui.blocks import SIGNS, Line, Span
from tui.brief.shown import shown
from tui.rendering.clusters import clusters, head

ELLIPSIS = "…"
_WORDS = re.compile(" +|[^ ]+")
_SIGNS = {sign.glyph for sign in SIGNS}


def safe(line: Line) -> Line:
    """A line whose every character may be sent to a terminal. Newlines become a visible mark."""
    return tuple(Span(shown(span.text), span.role, span.link) for span in line if span.text)


def width_of(line: Line) -> int:
    """Cells a line takes."""
    return sum(cell_len(span.text) for span in line)


def blank(count: int) -> Line:
    """So many blanks; none for a number below one."""
    return (Span(" " * count),) if count > 0 else ()


def pad(line: Line, width: int) -> Line:
    """Fill up with blanks to a width; a longer line stays as it is."""
    room = width - width_of(line)
    return (*line, Span(" " * room)) if room > 0 else line


def cut(line: Line, width: int) -> Line:
    """Cut to a width; a cut line ends in `…`, so that nothing is lost without a sign."""
    if width_of(line) <= width:
        return line
    if width <= 0:
        return ()
    room = width - 1
    kept: list[Span] = []
    for span in line:
        size = cell_len(span.text)
        if size > room:
            text = head(span.text, room).rstrip()
            kept.append(Span(text + ELLIPSIS, span.role, span.link))
            break
        kept.append(span)
        room -= size
    return tuple(kept)


def wrap(line: Line, width: int) -> tuple[Line, ...]:
    """Break a line into lines of at most `width` cells, at spaces where there are any."""
    width = max(width, 1)
    lines: list[list[Span]] = [[]]
    room = width
    for parts in _words(line):
        size = width_of(tuple(parts))
        blank = parts[0].text.isspace()
        if size > room and not (blank or room == width):
            lines.append([])
            room = width
        if blank and (room == width or size > room):
            room = 0 if size > room else room
            continue
        for piece in parts if size <= room else _pieces(parts, width):
            size = cell_len(piece.text)
            if size > room:
                lines.append([])
                room = width
            lines[-1].append(piece)
            room -= size
    return tuple(_joined(each) for each in lines)


def _words(line: Line) -> Iterator[list[Span]]:
    """Words and the blanks between them; a word has as many parts as it has roles.

    A sign stays with the word it follows: alone at the beginning of a line it says nothing.
    """
    word: list[Span] = []
    blank: list[Span] = []
    for part in (Span(text, s.role, s.link) for s in line for text in _split(s.text)):
        if part.text.isspace():
            blank.append(part)
        elif word and (not blank or part.text in _SIGNS):
            word += (*blank, part)
            blank = []
        else:
            yield from (each for each in (word, blank) if each)
            word, blank = [part], []
    yield from (each for each in (word, blank) if each)


def _split(text: str) -> Iterable[str]:
    """Words and runs of blanks. A blank that carries a combining mark is a letter of its word."""
    parts: list[str] = _WORDS.findall(text)
    plain = text.isascii() and text.isprintable()  # nothing in it takes no cell
    if plain or all(cell_len(part[0]) for part in parts):
        return parts
    letters = (letter for letter, _ in clusters(text))
    return ("".join(run) for _, run in groupby(letters, key=" ".__eq__))


def _pieces(parts: list[Span], width: int) -> Iterator[Span]:
    """A word in pieces that fit; its parts as they are where they do."""
    for part in parts:
        piece = ""
        size = 0
        for letter, cells in clusters(part.text):
            if piece and size + cells > width:
                yield Span(piece, part.role, part.link)
                piece, size = "", 0
            piece += letter
            size += cells
        yield Span(piece, part.role, part.link)


def _joined(spans: list[Span]) -> Line:
    """Neighbours of one role made one; blanks at the end taken off."""
    made: list[Span] = []
    for span in spans:
        if made and (made[-1].role, made[-1].link) == (span.role, span.link):
            made[-1] = Span(made[-1].text + span.text, span.role, span.link)
        else:
            made.append(span)
    while made and not made[-1].text.strip():
        made.pop()
    if made:
        made[-1] = Span(made[-1].text.rstrip(), made[-1].role, made[-1].link)
    return tuple(made)
