"""What is wrong in the files of a brief: each problem with the lines around it."""

from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from tui.blocks import PROBLEM, Block, Code, Heading, Line, Prose, Role, Row, Span
from tui.brief.aliases import other_names
from tui.brief.place import Problem
from tui.brief.shown import shown
from tui.commands import bindings
from tui.presentation.figures import counted
from tui.presentation.header import with_mark
from tui.presentation.selection import Copy, Selection
from tui.presentation.view import View
from tui.rendering.clusters import tail
from tui.rendering.ink import ELLIPSIS, safe, width_of
from tui.rendering.markdown import markdown
from tui.screens.following import follow
from tui.section import Section
from tui.widgets.focus import quiet_focus
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.list_detail import ListDetail
from tui.widgets.page_search import PageSearch

AROUND = 3
"""Lines shown above and below the one with the problem."""
SEEN = 36
"""Cells shown before a caret: so many fit on a page of the narrowest screen."""


def rows(view: View) -> tuple[Row, ...]:
    """One row a problem, under its file."""
    several = len(view.reading.paths) > 1
    return tuple(
        Row(
            _key(each),
            (Span(each.message),),
            (Span(_where(each), "quiet"),),
            (Span(each.severity, "problem" if each.severity == "error" else "warning"),),
            (PROBLEM,) if each.severity == "error" else (),
            group=Path(each.place.file).name if several else "",
        )
        for each in view.reading.problems
    )


def _where(problem: Problem) -> str:
    mends = " · can be repaired" if problem.repair else ""
    return f"line {problem.place.line}, column {problem.place.column} · {problem.code}{mends}"


def _key(problem: Problem) -> str:
    return f"problems/{problem.place}#{problem.code}#{problem.message}"


def _problem(view: View, key: str) -> Problem | None:
    return next((each for each in view.reading.problems if _key(each) == key), None)


def detail(view: View, key: str) -> tuple[Block, ...]:
    """A problem, where it is, its repair, and the lines around it with a caret at the place."""
    problem = _problem(view, key)
    if problem is None:
        return ()
    role: Role = "problem" if problem.severity == "error" else "warning"
    return (
        Heading((Span(problem.message, role),), level=1),
        Heading((Span(str(problem.place), "quiet"),), level=3),
        *_repair(problem),
        Code(tuple(_excerpt(view.reading.lines(problem.place.file), problem))),
    )


def _repair(problem: Problem) -> tuple[Block, ...]:
    if not problem.repair:
        return ()
    return (Prose((Span(f"The repair: {problem.repair.sentence} (key f)."),)),)


def _excerpt(lines: list[str], problem: Problem) -> list[Line]:
    at, column = problem.place.line, problem.place.column
    excerpt: list[Line] = []
    for number in range(max(1, at - AROUND), min(len(lines), at + AROUND) + 1):
        text = lines[number - 1]
        here = number == at
        gutter = Span(f"{number:>5} │ ", "problem" if here else "quiet")
        if here:
            before = _before(text[: column - 1])
            excerpt.append((gutter, before, Span(text[column - 1 :])))
            caret = " " * width_of((before,)) + "^"
            excerpt.append((Span("      │ ", "quiet"), Span(caret, "problem")))
        else:
            excerpt.append((gutter, Span(text, "quiet")))
    return excerpt


def _before(text: str) -> Span:
    """What stands in a line before the place; only its end, where the caret would be off screen."""
    before = shown(text)
    if cell_len(before) <= SEEN:
        return Span(before)
    return Span(ELLIPSIS + tail(before[-SEEN:], SEEN - 1))


def _no_problem(_view: View) -> str:
    return ""


PROBLEMS = Section(
    number=-1,
    name="problems",
    title="Problems",
    rows=rows,
    detail=detail,
    about="Nothing is wrong in the files of this brief.",
    example="",
    badge=_no_problem,
)


class ProblemsScreen(Screen[None]):
    """The problems of one brief; it follows the brief as they are fixed."""

    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] = [(0, "-narrow"), (90, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("problems")]

    focused = quiet_focus()

    def __init__(self, view: View) -> None:
        super().__init__()
        self.view = view
        self.search = PageSearch(self, lambda: other_names(self.view.brief))

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="top")
        yield ListDetail(PROBLEMS, self.view)
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(ListDetail).body.focus()
        self.show_view(self.view)
        follow(self, self.view.reading.path, self.show_view)

    def show_view(self, view: View) -> None:
        """Show the problems there are now."""
        self.view = view
        count = counted(len(view.reading.problems), "problem")
        self.query_one(HeaderBar).right = safe(with_mark(view))
        self.query_one(HeaderBar).left = safe(
            (Span(f"{count} in ", "strong"), Span(view.reading.path.name))
        )
        self.query_one(ListDetail).view = view

    @property
    def problem(self) -> Problem | None:
        """The problem under the cursor."""
        row = self.query_one(ListDetail).list.current
        return _problem(self.view, row.key) if row else None

    @property
    def selection(self) -> Selection:
        """The problem under the cursor, or the brief where there is none."""
        row, problem = self.query_one(ListDetail).list.current, self.problem
        if row is None or problem is None:
            return Selection(self.view, "", copies=())
        place = problem.place
        copies = (
            Copy("y", "its line", f"{place}: {problem.code}: {problem.message}"),
            Copy("m", "as Markdown", markdown(detail(self.view, row.key))),
            Copy("p", "path:line", f"{place.file}:{place.line}"),
        )
        return Selection(
            self.view, row.key, problem.message, PROBLEMS.title, row, place=place, copies=copies
        )

    def action_back(self) -> None:
        """Leave the page for the list, and the list for the brief."""
        if not self.search.end() and not self.query_one(ListDetail).leave_page():
            self.app.pop_screen()
