"""The bars of the editor: the file and whether it is saved, the brief, the cursor."""

from collections.abc import Sequence

from tui.blocks import Line, Span
from tui.brief.place import Problem
from tui.brief.reading import Reading
from tui.presentation.header import BETWEEN, wrong
from tui.presentation.notes import fault
from tui.screens.editor.open_files import OpenFiles


def file_line(files: OpenFiles) -> Line:
    """The file in front, and whether it has unsaved changes."""
    dirty = files.is_dirty(files.front)
    mark = Span("• not saved", "changed") if dirty else Span("saved", "quiet")
    return (Span(files.front.name, "strong"), BETWEEN, mark)


def brief_line(files: OpenFiles, reading: Reading) -> Line:
    """Whether the page shows what is typed, and whether the disk has another text."""
    if files.buffer.gone:
        return (Span("removed on disk", "stale"),)
    if files.buffer.behind:
        return (Span("changed on disk", "stale"),)
    if reading.stale:
        return (Span("○ last good state", "stale"),)
    return (Span("● live", "good"),)


def cursor_line(files: OpenFiles, reading: Reading) -> Line:
    """The problems of the brief, counted, and the position of the cursor."""
    row, column = files.area.cursor_location
    count = wrong(reading) if reading.problems else Span("no problems", "quiet")
    return (count, BETWEEN, Span(f"{row + 1}:{column + 1}", "quiet"))


def note_line(files: OpenFiles, problems: Sequence[Problem], warning: str) -> Line:
    """The problem in the line of the cursor; else a warning about saving."""
    line = files.area.cursor_location[0] + 1
    here = [problem for problem in problems if problem.place.line == line]
    if here:
        return (fault(here[0]),)
    return (Span(warning, "warning"),) if warning else ()
