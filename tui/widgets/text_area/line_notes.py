"""The problems of a text, as rows of the screen under the lines they are in."""

from collections.abc import Callable, Mapping, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.blocks import Line, Role, Span
from tui.brief.place import Problem
from tui.presentation.notes import fault
from tui.rendering.ink import safe, wrap


class LineNotes:
    """Problems by line, and each of them wrapped to the width there is."""

    def __init__(self) -> None:
        self._problems: dict[int, list[Problem]] = {}
        self._rows: dict[int, list[Line]] = {}

    def set(self, problems: Sequence[Problem], line_count: int) -> bool:
        """Take other problems; return whether they differ. `wrap` lays them out."""
        found: dict[int, list[Problem]] = {}
        for problem in problems:
            line = min(problem.place.line, line_count) - 1
            found.setdefault(line, []).append(problem)
        if found == self._problems:
            return False
        self._problems = found
        return True

    def wrap(self, width: int, spell: Callable[[Line], Line]) -> Mapping[int, int]:
        """Lay the notes out for a width; return how many rows each line needs."""
        self._rows = {}
        for line, problems in self._problems.items():
            for problem in problems:
                note = fault(problem)
                for number, row in enumerate(wrap(spell(safe((note,))), width)):
                    branch = Span("   " if number else "└─ ", note.role)
                    self._rows.setdefault(line, []).append((branch, *row))
        return {line: len(rows) for line, rows in self._rows.items()}

    def count(self, line: int) -> int:
        """How many rows are under a line."""
        return len(self._rows.get(line, ()))

    def row(self, line: int, number: int) -> Line:
        """One of the rows under a line."""
        rows = self._rows.get(line, [])
        return rows[number] if number < len(rows) else ()


def note_strip(
    row: Line, gutter: int, width: int, base: Style, style_of: Callable[[Role], Style]
) -> Strip:
    """One row of a note, behind the gutter with the line numbers."""
    segments = [Segment(" " * gutter, base)]
    segments += [Segment(span.text, base + style_of(span.role)) for span in row]
    cells = sum(cell_len(segment.text) for segment in segments)
    return Strip(segments, cells).extend_cell_length(width, base)
