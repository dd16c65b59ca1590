"""A drawn timeline: lanes of bars with their names, below the dates and above the legend."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from rich.cells import cell_len

from tui.blocks import Bar, Lane, Lanes, Line, Role, Span
from tui.output.axis import Scale, Tick, scale, ticks
from tui.output.bars import glyphs_of, legend
from tui.output.ink import cut, pad, safe, width_of, wrap

LABEL = 14
STACK = 60
"""Columns under which the name of a lane stands above it."""
ROWS = 7
"""Lines a lane may take; what finds no room in them is counted below."""
LONGEST = 30
"""Cells of a label."""


class _Cell(NamedTuple):
    text: str = " "
    role: Role = ""
    link: str = ""


@dataclass(eq=False, slots=True)
class _Row:
    cells: list[_Cell]
    free: int = 0
    """The first cell from which on nothing is written."""

    def write(self, at: int, text: str, role: Role, link: str) -> None:
        """Write from a cell on; a letter two cells wide leaves the second one empty."""
        for letter in text:
            size = cell_len(letter)
            if size == 0 and at > 0:
                last = self.cells[at - 1]
                self.cells[at - 1] = last._replace(text=last.text + letter)
            elif size and at + size <= len(self.cells):
                self.cells[at] = _Cell(letter, role, link)
                if size == 2:
                    self.cells[at + 1] = _Cell("", role, link)
                at += size
        self.free = max(self.free, at)


@dataclass(eq=False, slots=True)
class _Canvas:
    scale: Scale
    width: int
    rows: list[_Row] = field(default_factory=list)
    more: dict[int, int] = field(default_factory=dict)
    """Bars without room, by the cell they begin in."""
    placed: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Row and cell of each bar that others may answer."""

    def row(self, index: int) -> _Row | None:
        """A row, made where there may be one more."""
        while index >= len(self.rows) and len(self.rows) < ROWS:
            self.rows.append(_Row([_Cell()] * self.width))
        return self.rows[index] if index < len(self.rows) else None


def draw(block: Lanes, width: int) -> Iterator[Line]:
    """Lines of a timeline, at most `width` cells wide; nothing for an empty axis."""
    left = 0 if width < STACK else LABEL
    room = width - left
    if not block.axis or room < 8:
        return
    across = scale(block.axis, room)
    marks = [(across.cell(at), word) for at, word in block.marks if _shown(across, at)]
    yield from (_indent(line, left) for line in _dates(across, room))
    for lane in block.lanes:
        if lane.bars:
            yield from _lane(lane, across, (left, room), [cell for cell, _ in marks])
    yield from (_indent(line, left) for line in _words(marks, room))
    yield from wrap((Span(legend(block, across), "quiet"),), width)


def _shown(across: Scale, at: datetime) -> bool:
    return any(part.start <= at <= part.end for part in across.parts)


def _dates(across: Scale, room: int) -> Iterator[Line]:
    upper: list[Tick] = []
    lower: list[Tick] = []
    for part in across.parts:
        above, below = ticks(part)
        upper += above
        lower += below
    for made in (upper, lower):
        row = _Row([_Cell()] * room)
        for cell in across.breaks:
            row.cells[cell] = _Cell("╱", "quiet")
        for cell, word in made:
            fits = cell >= row.free and cell + len(word) <= room
            blocked = any(cell <= each < cell + len(word) for each in across.breaks)
            if fits and not blocked:
                row.write(cell, word, "quiet", "")
                row.free += 1
        if made:
            yield _joined(row.cells)


def _lane(lane: Lane, across: Scale, sizes: tuple[int, int], marks: list[int]) -> Iterator[Line]:
    left, room = sizes
    canvas = _Canvas(across, room)
    for bar in lane.bars:
        _place(canvas, bar)
    heads: list[Line] = [safe((Span(lane.name, "label"),))]
    if not left:
        yield heads.pop()
    for row in canvas.rows:
        yield (*pad(cut(heads.pop() if heads else (), left), left), *_ground(row, across, marks))
    if canvas.more:
        word = f"+{sum(canvas.more.values())} more"
        row = _Row([_Cell()] * room)
        for cell, count in canvas.more.items():
            row.cells[cell] = _Cell(str(count) if count < 10 else "#", "quiet")
        head: Line = (Span(word, "quiet"),)
        yield (*(pad(cut(head, left), left) if left else ()), *_ground(row, across, marks))


def _ground(row: _Row, across: Scale, marks: list[int]) -> Line:
    """A row with what goes through all rows, where nothing else stands."""
    cells = list(row.cells)
    for through, glyph in ((across.breaks, "╱"), (marks, "╎")):
        for cell in through:
            if cells[cell].text == " ":
                cells[cell] = _Cell(glyph, "quiet")
    return _joined(cells)


def _place(canvas: _Canvas, bar: Bar) -> None:
    """Write a bar into the first row with room for it, below its cause where that can be."""
    start, glyphs = glyphs_of(bar, canvas.scale)
    label = cut(safe((Span(bar.label),)), LONGEST)
    text = "".join(span.text for span in label)
    if bar.after in canvas.placed and _answer(canvas, bar, start, f"{glyphs} {text}"):
        return
    end = start + len(glyphs)
    size = width_of(label) + 1 if text else 0
    turned = end + size > canvas.width and start - size >= 0
    first = start - size if turned else start
    for index in range(ROWS):
        row = canvas.row(index)
        if row is None or row.free > first:
            continue
        if turned:
            row.write(first, text, bar.role, bar.link)
        row.write(start, glyphs, bar.role, bar.link)
        if not turned and text:
            _tell(row, end + 1, label, bar)
        row.free += 2
        canvas.placed.setdefault(bar.link, (index, start))
        return
    canvas.more[start] = canvas.more.get(start, 0) + 1


def _tell(row: _Row, at: int, label: Line, bar: Bar) -> None:
    """Write a label; one that meets the edge is cut, and left out where it would say nothing."""
    room = len(row.cells) - at
    if room >= min(width_of(label), 4):
        text = "".join(span.text for span in cut(label, room))
        row.write(at, text, bar.role, bar.link)


def _answer(canvas: _Canvas, bar: Bar, start: int, text: str) -> bool:
    """Draw an arrow from the cause, one row above, to what answers it; False: no room for it."""
    index, cell = canvas.placed[bar.after]
    row = canvas.row(index + 1)
    arrow = "└" + "─" * max(start - cell - 2, 0) + "→"
    if row is None or row.free > cell or start < cell:
        return False
    # An effect that may begin with its cause has no cells of its own between corner and words.
    words = text if start >= cell + 2 else text.partition(" ")[2]
    if cell + len(arrow) + cell_len(words) > canvas.width:
        return False
    row.write(cell, arrow, "quiet", bar.link)
    row.write(cell + len(arrow), words, bar.role, bar.link)
    row.free += 2
    canvas.placed.setdefault(bar.link, (index + 1, start))
    return True


def _words(marks: list[tuple[int, str]], room: int) -> Iterator[Line]:
    """The words of the marks, at their foot."""
    for cell, word in marks:
        row = _Row([_Cell()] * room)
        size = cell_len(word) + 1
        turned = cell + 1 + size > room
        row.write(max(cell - size, 0) if turned else cell + 2, word, "quiet", "")
        row.write(cell, "╎", "quiet", "")
        yield _joined(row.cells)


def _indent(line: Line, left: int) -> Line:
    return (Span(" " * left), *line) if left else line


def _joined(cells: list[_Cell]) -> Line:
    """Cells as spans, blanks at the end taken off."""
    made: list[Span] = []
    for cell in cells:
        if made and (made[-1].role, made[-1].link) == (cell.role, cell.link):
            made[-1] = made[-1]._replace(text=made[-1].text + cell.text)
        else:
            made.append(Span(*cell))
    while made and not made[-1].text.strip():
        made.pop()
    return tuple(made)
