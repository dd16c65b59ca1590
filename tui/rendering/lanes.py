"""A drawn timeline: lanes of bars with their names, below the dates and above the legend."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from rich.cells import cell_len

from tui.blocks import Bar, Lane, Lanes, Line, Role, Span
from tui.rendering.axis import Scale, Tick, scale, ticks
from tui.rendering.bar_chart import glyphs_of, legend
from tui.rendering.clusters import clusters
from tui.rendering.ink import cut, pad, safe, width_of, wrap

LABEL = 14
STACK = 60
"""Width under which the name of a lane is above it."""
LONGEST = 30
"""Cells of a label."""
LEAST = 10
"""Cells under which a cut label says nothing."""
WIDE = 12
"""Cells of a bar that its label may take."""


class _Cell(NamedTuple):
    text: str = " "
    role: Role = ""
    link: str = ""


_BLANK = _Cell()


@dataclass(eq=False, slots=True)
class _Row:
    cells: list[_Cell]
    free: int = 0
    """The first cell from which on nothing is written."""

    def write(self, at: int, text: str, role: Role, link: str) -> None:
        """Write from a cell on; a letter two cells wide leaves the second one empty."""
        for letter, size in clusters(text):
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
    most: int
    """Rows it may have."""
    rows: list[_Row] = field(default_factory=list)
    more: dict[int, int] = field(default_factory=dict)
    """Bars without room, by the cell they begin in."""
    placed: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Row and cell of each bar that others may answer."""

    def row(self, index: int) -> _Row | None:
        """A row, made where there may be one more."""
        while index >= len(self.rows) and len(self.rows) < self.most:
            self.rows.append(_Row([_BLANK] * self.width))
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
        row = _Row([_BLANK] * room)
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
    canvas = _Canvas(across, room, lane.rows)
    for bar in lane.bars:
        _place(canvas, bar)
    heads: list[Line] = [safe((Span(lane.name, "label"),))]
    if not left:
        yield heads.pop()
    for row in canvas.rows:
        yield (*pad(cut(heads.pop() if heads else (), left), left), *_ground(row, across, marks))
    if canvas.more:
        word = f"+{sum(canvas.more.values())} more"
        row = _Row([_BLANK] * room)
        for cell, count in canvas.more.items():
            row.cells[cell] = _Cell(str(count) if count < 10 else "#", "quiet")
        head: Line = (Span(word, "quiet"),)
        yield (*(pad(cut(head, left), left) if left else ()), *_ground(row, across, marks))


def _ground(row: _Row, across: Scale, marks: list[int]) -> Line:
    """A row with what goes through all rows, where nothing else is."""
    cells = list(row.cells)
    for through, glyph in ((across.breaks, "╱"), (marks, "╎")):
        for cell in through:
            if cells[cell] is _BLANK:
                cells[cell] = _Cell(glyph, "quiet")
    return _joined(cells)


def _place(canvas: _Canvas, bar: Bar) -> None:
    """Write a bar into the first row with room for it, below its cause where that can be."""
    start, glyphs = glyphs_of(bar, canvas.scale)
    label = cut(safe((Span(bar.label),)), LONGEST)
    if bar.after and bar.after in canvas.placed and _answer(canvas, bar, (start, glyphs), label):
        return
    at, label = _place_label(canvas, label, start, len(glyphs))
    for index in range(canvas.most):
        row = canvas.row(index)
        if row is None or row.free > min(at, start):
            continue
        row.write(start, glyphs, bar.role, bar.link)
        row.write(at, "".join(span.text for span in label), bar.role, bar.link)
        row.free += 2
        canvas.placed.setdefault(bar.link, (index, start))
        return
    canvas.more[start] = canvas.more.get(start, 0) + 1


def _place_label(canvas: _Canvas, label: Line, start: int, long: int) -> tuple[int, Line]:
    """Where the label goes: right of its bar, left of it, or into a long one; else it is cut."""
    left, right = canvas.scale.edges(start)
    size, end = width_of(label), start + long
    before, after = start - 1 - left, right - end - 1
    if not size or size <= after:
        return end + 1, label
    if size > before and long >= WIDE:
        return start + 2, (Span(" "), *cut(label, long - 4), Span(" "))
    if size > before and before <= after:
        return end + 1, cut(label, after) if after >= LEAST else ()
    label = cut(label, before) if before >= min(size, LEAST) else ()
    return start - 1 - width_of(label), label


def _answer(canvas: _Canvas, bar: Bar, drawn: tuple[int, str], label: Line) -> bool:
    """Draw an arrow from the cause, one row above, to what answers it; False: no room for it."""
    (index, cell), (start, glyphs) = canvas.placed[bar.after], drawn
    row = canvas.row(index + 1)
    if row is None or row.free > cell or start < cell:
        return False
    # An effect that may begin with its cause has no cells between corner and words.
    far = start >= cell + 2
    arrow = "└" + "─" * max(start - cell - 2, 0) + "→"
    head = f"{glyphs} " if far else " "
    room = canvas.scale.edges(start)[1] - cell - len(arrow) - len(head)
    if room < min(width_of(label), LEAST):
        return False
    row.write(cell, arrow, "quiet", bar.link)
    row.write(cell + len(arrow), head, bar.role, bar.link)
    text = "".join(span.text for span in cut(label, room))
    row.write(cell + len(arrow) + len(head), text, bar.role, bar.link)
    row.free += 2
    canvas.placed.setdefault(bar.link, (index + 1, start))
    return True


def _words(marks: list[tuple[int, str]], room: int) -> Iterator[Line]:
    """The words of the marks, at their foot."""
    for cell, word in marks:
        row = _Row([_BLANK] * room)
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
