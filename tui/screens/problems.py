"""What is wrong in the files of a brief: each problem with the lines around it."""

from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.blocks import PROBLEM, Block, Code, Heading, Line, Role, Row, Span
from tui.brief.place import Place, Problem
from tui.brief.shown import shown
from tui.presentation.view import View
from tui.rendering.clusters import tail
from tui.rendering.copies import Copy
from tui.rendering.ink import ELLIPSIS, safe, width_of
from tui.rendering.markdown import markdown
from tui.screens.following import FollowingScreen
from tui.screens.outside import Outside
from tui.screens.yanking import Yanking
from tui.section import Section
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.list_detail import ListDetail

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
            (Span(f"line {each.place.line}, column {each.place.column} · {each.code}", "quiet"),),
            (Span(each.severity, "problem" if each.severity == "error" else "warning"),),
            (PROBLEM,) if each.severity == "error" else (),
            group=Path(each.place.file).name if several else "",
        )
        for each in view.reading.problems
    )


def _key(problem: Problem) -> str:
    return f"problems/{problem.place}#{problem.code}#{problem.message}"


def _problem(view: View, key: str) -> Problem | None:
    return next((each for each in view.reading.problems if _key(each) == key), None)


def detail(view: View, key: str) -> tuple[Block, ...]:
    """A problem, where it is, and the lines around it with a caret below the place."""
    problem = _problem(view, key)
    if problem is None:
        return ()
    role: Role = "problem" if problem.severity == "error" else "warning"
    return (
        Heading((Span(problem.message, role),), level=1),
        Heading((Span(str(problem.place), "quiet"),), level=3),
        Code(tuple(_excerpt(view.reading.lines(problem.place.file), problem))),
    )


def _excerpt(lines: list[str], problem: Problem) -> list[Line]:
    at, column = problem.place.line, problem.place.column
    told: list[Line] = []
    for number in range(max(1, at - AROUND), min(len(lines), at + AROUND) + 1):
        text = lines[number - 1]
        here = number == at
        gutter = Span(f"{number:>5} │ ", "problem" if here else "quiet")
        if here:
            before = _before(text[: column - 1])
            told.append((gutter, before, Span(text[column - 1 :])))
            caret = " " * width_of((before,)) + "^"
            told.append((Span("      │ ", "quiet"), Span(caret, "problem")))
        else:
            told.append((gutter, Span(text, "quiet")))
    return told


def _before(text: str) -> Span:
    """What stands in a line before the place; only its end, where the caret would be off screen."""
    told = shown(text)
    if cell_len(told) <= SEEN:
        return Span(told)
    return Span(ELLIPSIS + tail(told[-SEEN:], SEEN - 1))


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


class ProblemsScreen(Outside, Yanking, FollowingScreen[None]):
    """The problems of one brief; it follows the brief as it is mended."""

    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] = [(0, "-narrow"), (90, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,h,left", "back", "back", id="problems.back",
            tooltip="From the page to the list, from the list to the brief",
        ),
        Binding(
            "exclamation_mark", "app.pop_screen", "close", show=False, id="problems.close",
            tooltip="Back to the brief",
        ),
        Binding("e", "edit", "edit", id="problems.edit", tooltip="Mend it in your own editor"),
    ]  # fmt: skip

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="top")
        yield ListDetail(PROBLEMS, self.view)
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(ListDetail).body.focus()

    def tell(self) -> None:
        """Show the problems there are now."""
        count = len(self.view.reading.problems)
        word = f"{count} problem{'' if count == 1 else 's'}"
        self.query_one(HeaderBar).left = safe(
            (Span(f"{word} in ", "strong"), Span(self.view.reading.path.name))
        )
        self.query_one(ListDetail).view = self.view

    @property
    def place(self) -> Place | None:
        """The problem under the cursor; the top of the brief where there is none."""
        row = self.query_one(ListDetail).list.current
        problem = _problem(self.view, row.key) if row else None
        parts = self.view.reading.parts
        return problem.place if problem else Place(str(next(iter(parts), self.brief_path)))

    @property
    def brief_path(self) -> Path:
        """The brief with these problems."""
        return self.view.reading.path

    def copies(self) -> tuple[Copy, ...]:
        """The problem under the cursor: as `check` tells it, or with the lines around it."""
        row = self.query_one(ListDetail).list.current
        problem = _problem(self.view, row.key) if row else None
        if row is None or problem is None:
            return ()
        place = problem.place
        return (
            Copy("y", "its line", f"{place}: {problem.code}: {problem.message}"),
            Copy("m", "as Markdown", markdown(detail(self.view, row.key))),
            Copy("p", "path:line", f"{place.file}:{place.line}"),
        )

    def action_back(self) -> None:
        """Leave the page for the list, and the list for the brief."""
        if not self.end_search() and not self.query_one(ListDetail).leave_page():
            self.app.pop_screen()
