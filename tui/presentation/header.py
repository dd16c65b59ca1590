"""The top of the screen: the brief, its date, and whether it is current."""

from pathlib import Path

from tui.blocks import CHANGED, PROBLEM, Line, Span
from tui.brief.reading import Reading
from tui.presentation import dates
from tui.presentation.marks import brief_mark, outer_mark
from tui.presentation.view import View

BETWEEN = Span(" · ", "quiet")
"""Parts the parts of a line; where there is no room the first ones are left out."""


def title(view: View, path: Path) -> Line:
    """What the brief is called; the name of its file where it has no title."""
    return (Span(view.brief.title or view.brief.id or path.name, "strong"),)


def state(view: View, *, read_only: bool = False) -> Line:
    """Cut-off, whether it can be written, live or stale, changes, problems; handling mark last.

    What is last stays longest where there is little room.
    """
    brief, reading = view.brief, view.reading
    parts: list[Line] = []
    if brief.as_of:
        parts.append((Span(f"as of {dates.format_when(brief.as_of, view.home)}", "quiet"),))
    if read_only:
        parts.append((Span("read-only", "status"),))
    live = (Span("○ stale", "stale"),) if reading.stale else (Span("● live", "good"),)
    parts.append(live)
    if view.changes:
        parts.append((Span(f"{CHANGED.glyph} {len(view.changes)} new", CHANGED.role),))
    if reading.problems:
        parts.append((wrong(reading),))
    if brief.redacted:
        parts.append((Span("redacted", "status"),))
    if brief.handling:
        named = brief_mark(view)
        parts.append((Span(named or brief.handling, "handling" if named else "status"),))
    line: list[Span] = []
    for part in parts:
        line += [BETWEEN, *part] if line else [*part]
    return tuple(line)


def with_mark(view: View, line: Line = ()) -> Line:
    """A line for the right edge of any screen that shows a part of a brief, with its mark."""
    named = brief_mark(view)
    mark = (Span(named, "handling"),) if named else ()
    return (*line, *(BETWEEN,), *mark) if line and mark else (*line, *mark)


def text_mark(view: View) -> Line:
    """What stands at the right edge where the text of files is shown, whatever parts it holds."""
    named = outer_mark(view)
    return (Span(named, "handling"),) if named else ()


def wrong(reading: Reading) -> Span:
    """How much is wrong in the files; whether all of it is but odd, in a word too."""
    count = len(reading.problems)
    if reading.errors:
        return Span(f"{PROBLEM.glyph} {count}", PROBLEM.role)
    return Span(f"{PROBLEM.glyph} {count} warning{'' if count == 1 else 's'}", "warning")


def trouble(view: View, *, truncated: bool) -> Line:
    """Why the content shown is not that of the file, or lacks what our own code failed at."""
    if view.reading.stale:
        problem = view.reading.stale[0]
        where = f"{Path(problem.place.file).name}:{problem.place.line}:{problem.place.column}: "
        kept = "; what it said last is shown" if view.reading.usable else ""
        return (Span(where, "stale"), Span(problem.message, "stale"), Span(kept, "quiet"))
    if truncated:
        return (Span("the file is much shorter than it was; is it whole?", "stale"),)
    if view.failures:
        return (Span(next(iter(view.failures.values())).message, "strong"),)
    return ()
