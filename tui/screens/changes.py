"""What is unread in a brief: each change in one line, and field by field on its page."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from tui.blocks import Block, Heading, Line, Role, Row, Span, plain
from tui.brief.aliases import other_names
from tui.brief.diff import Change, Kind
from tui.commands import bindings
from tui.presentation.changes import change_page, headline
from tui.presentation.changes.since import when
from tui.presentation.figures import counted
from tui.presentation.header import with_mark
from tui.presentation.names import humanize
from tui.presentation.selection import Selection
from tui.presentation.view import View
from tui.rendering.ink import safe
from tui.screens.following import follow
from tui.section import Section
from tui.widgets.focus import quiet_focus
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.list_detail import ListDetail
from tui.widgets.page import Page
from tui.widgets.page_search import PageSearch

_KINDS: dict[Kind, tuple[str, Role]] = {
    "changed": ("changed", "changed"), "added": ("new", "good"), "removed": ("removed", "stale"),
}  # fmt: skip


def rows(view: View) -> tuple[Row, ...]:
    """One row a change, under its section; what is gone too."""
    return tuple(_row(view, name, change) for name, change in view.changes.items())


def _row(view: View, name: str, change: Change) -> Row:
    record, (word, role) = change.new or change.old, _KINDS[change.kind]
    section, _, own = change.key.partition("/")
    where: Line = ()
    if record is not None and record.spot.file:
        gone = "" if change.new else ", before it was removed"
        where = (Span(f"{Path(record.spot.file).name}:{record.spot.line}{gone}", "quiet"),)
    group = humanize(section).capitalize() if own else "The brief itself"
    line = headline(view, change, view.before(name))
    return Row(name, line, where, (Span(word, role),), group=group)


def detail(view: View, key: str) -> tuple[Block, ...]:
    """A change field by field, and since when it is unread."""
    change = view.changes.get(key)
    if change is None:
        return ()
    head, *more = change_page(view, change, view.before(key))
    return (head, Heading((Span(when(view, key), "quiet"),), level=3), *more)


CHANGES = Section(
    number=-1,
    name="changes",
    title="Changes",
    rows=rows,
    detail=detail,
    about="Nothing changed in this brief since you last read it.",
    example="",
)


class ChangesScreen(Screen[str | None]):
    """The unread changes of one brief, as they come. Ends with the key of a record to go to."""

    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] = [(0, "-narrow"), (90, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("changes")]

    focused = quiet_focus()

    def __init__(self, view: View) -> None:
        super().__init__()
        self.view = view
        self.search = PageSearch(self, lambda: other_names(self.view.brief))

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="top")
        yield ListDetail(CHANGES, self.view, choose="message", annotate=None)
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(ListDetail).body.focus()
        self.show_view(self.view)
        follow(self, self.view.reading.path, self.show_view)

    def show_view(self, view: View) -> None:
        """Show the changes there are now."""
        self.view = view
        name = view.brief.title or view.reading.path.name
        count = counted(len(view.changes), "change")
        self.query_one(HeaderBar).right = safe(with_mark(view))
        self.query_one(HeaderBar).left = safe(
            (Span(f"{count} since you last read ", "strong"), Span(name))
        )
        self.query_one(ListDetail).view = view
        self.call_after_refresh(self.query_one(ListDetail).settle_focus)

    @property
    def selection(self) -> Selection:
        """The change under the cursor."""
        row = self.query_one(ListDetail).list.current
        if row is None:
            return Selection(self.view, "")
        page = partial(detail, self.view, row.key)
        return Selection(self.view, row.key, plain(row.title), CHANGES.title, row, page=page)

    def on_row_list_chosen(self) -> None:
        change = self.view.changes.get(self.selection.key)
        if change is not None and change.kind == "removed":
            self.notify("This record is gone; the page shows what it said")
            self.action_read()
        elif change is not None:
            self.dismiss(change.key)

    def on_page_followed(self, event: Page.Followed) -> None:
        self.dismiss(event.key)

    def action_read(self) -> None:
        """Go over to the page."""
        pane = self.query_one(ListDetail)
        if pane.list.rows:
            pane.reading = True
            pane.page.focus()

    def action_back(self) -> None:
        """Leave the page for the list, and the list for the brief."""
        if not self.search.end() and not self.query_one(ListDetail).leave_page():
            self.dismiss(None)

    def action_close(self) -> None:
        """Go back to the brief."""
        self.dismiss(None)
