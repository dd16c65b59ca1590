"""Letters one types to go to something on screen, and where they are drawn."""

from collections.abc import Sequence
from itertools import product

from tui.blocks import Line, Span
from tui.rendering.clusters import clusters

LETTERS = "asdfjklghrueiwotnvcm"
"""The easiest to reach first."""


def labels(count: int) -> tuple[str, ...]:
    """Labels for so many things, the nearest first: one letter each, as far as letters last.

    None is the beginning of another. Of two letters at most, so that 400 things have one.
    """
    size = len(LETTERS)
    # Each letter that begins labels of two is one label less and `size` more.
    firsts = min(max(-(-(count - size) // (size - 1)), 0), size)
    alone, pairs = LETTERS[: size - firsts], product(LETTERS[size - firsts :], LETTERS)
    return (*alone, *("".join(pair) for pair in pairs))[:count]


def cells_of(line: Line) -> list[Span]:
    """A line cell by cell; the second cell of a wide letter is empty."""
    cells: list[Span] = []
    for span in line:
        for letter, width in clusters(span.text):
            if width == 0 and cells:
                cells[-1] = cells[-1]._replace(text=cells[-1].text + letter)
                continue
            cells += [Span(letter, span.role, span.link)]
            cells += [Span("", span.role, span.link)] * (width - 1)
    return cells


def place(cells: Sequence[Span], start: int, end: int, size: int) -> int:
    """Where a label of some size goes on what it labels, from `start` to before `end`.

    On the blanks before it, and on its first letters as far as something of it is left to read.
    Where nothing would be left, it goes behind, or before.
    """
    blanks = 0
    while blanks < min(size, start) and cells[start - blanks - 1].text == " ":
        blanks += 1
    if size - blanks < end - start:
        return start - blanks
    if all(cell.text == " " for cell in cells[end : end + size]) and end > start:
        return end
    return max(start - size, 0)


def painted(line: Line, given: Sequence[tuple[int, int, str]]) -> Line:
    """A line with labels on it: each with the cells from and to which reaches what it labels."""
    cells = cells_of(line)
    free = 0
    for start, end, label in sorted(given):
        if start > len(cells):  # the screen just became narrower, and labels are about to go
            continue
        at = max(place(cells, start, end, len(label)), free)
        free = at + len(label)
        cells += [Span(" ")] * (free - len(cells))
        if cells[at].text == "":
            cells[at - 1] = Span(" ")
        if free < len(cells) and cells[free].text == "":
            cells[free] = Span(" ")
        cells[at:free] = [Span(letter, "chosen") for letter in label]
    return tuple(cells)
