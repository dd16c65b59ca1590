"""What is unread in a brief: each change in one line, and field by field on its page."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.blocks import Block, Heading, Line, Role, Row, Span
from tui.brief.diff import Change, Kind
from tui.presentation.changes import headline, told_change
from tui.presentation.changes.since import when
from tui.presentation.facts import plain
from tui.presentation.notes import words
from tui.presentation.view import View
from tui.rendering.copies import Copy, copies, marked
from tui.rendering.ink import safe
from tui.screens.following import FollowingScreen
from tui.screens.marks import MarkRead, TakeBack
from tui.screens.yanking import Yanking
from tui.section import Section
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.list_detail import ListDetail
from tui.widgets.page import Page

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
    group = words(section).capitalize() if own else "The brief itself"
    line = headline(view, change, view.before(name))
    return Row(name, line, where, (Span(word, role),), group=group)


def detail(view: View, key: str) -> tuple[Block, ...]:
    """A change field by field, and since when it is unread."""
    change = view.changes.get(key)
    if change is None:
        return ()
    head, *told = told_change(view, change, view.before(key))
    return (head, Heading((Span(when(view, key), "quiet"),), level=3), *told)


CHANGES = Section(
    number=-1,
    name="changes",
    title="Changes",
    rows=rows,
    detail=detail,
    about="Nothing changed in this brief since you last read it.",
    example="",
)


class ChangesScreen(Yanking, FollowingScreen[str]):
    """The unread changes of one brief, as they come. Ends with the key of a record to go to."""

    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] = [(0, "-narrow"), (90, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,h,left", "back", "back", id="changes.back",
            tooltip="From the page to the list, from the list to the brief",
        ),
        Binding("c", "close", "close", show=False, id="changes.close", tooltip="Back to the brief"),
        Binding(
            "tab", "read", "all of it", id="changes.read",
            tooltip="From the list to the page, which tells the change field by field",
        ),
        Binding("a", "mark", "read", id="changes.mark", tooltip="Take this change as read"),
        Binding("A", "mark_all", "all read", id="changes.mark_all", tooltip="Take all as read"),
        Binding(
            "U", "take_back", "unread again", show=False, id="changes.take_back",
            tooltip="Take the last mark back: what it marked is unread again",
        ),
    ]  # fmt: skip

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="top")
        yield ListDetail(CHANGES, self.view, choose="message", annotate=None)
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(ListDetail).body.focus()

    def tell(self) -> None:
        """Show the changes there are now."""
        count = len(self.view.changes)
        word = f"{count} change{'' if count == 1 else 's'}"
        name = self.view.brief.title or self.path.name
        told = (Span(f"{word} since you last read ", "strong"), Span(name))
        self.query_one(HeaderBar).left = safe(told)
        self.query_one(ListDetail).view = self.view
        self.call_after_refresh(self.query_one(ListDetail).settle_focus)

    @property
    def path(self) -> Path:
        """Of the brief, as the desk knows it."""
        return self.view.reading.path

    @property
    def change(self) -> Change | None:
        """The change under the cursor."""
        row = self.query_one(ListDetail).list.current
        return self.view.changes.get(row.key) if row else None

    def copies(self) -> tuple[Copy, ...]:
        """The change under the cursor: in words, field by field, or in one line."""
        change = self.change
        row = self.query_one(ListDetail).list.current
        if change is None or row is None:
            return ()
        known = change.key if change.kind != "removed" else ""
        ways = copies(self.view, known, detail(self.view, row.key))
        return (*ways, Copy("n", "in one line", plain(row.title)))

    def handled(self, text: str) -> str:
        """A text with the handling mark of the record that changed, or of the brief."""
        return marked(self.view, self.change.new if self.change else None, text)

    def on_row_list_chosen(self) -> None:
        change = self.change
        if change is not None and change.kind == "removed":
            self.notify("It is gone from the brief; the page tells what it said", markup=False)
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
        if not self.end_search() and not self.query_one(ListDetail).leave_page():
            self.dismiss(None)

    def action_close(self) -> None:
        """Go back to the brief."""
        self.dismiss(None)

    def action_mark(self) -> None:
        """Take the change under the cursor as read."""
        if change := self.change:
            self.post_message(MarkRead(self.path, (change.key,)))

    def action_mark_all(self) -> None:
        """Take all changes as read."""
        if self.view.changes:
            self.post_message(MarkRead(self.path))

    def action_take_back(self) -> None:
        """Have unread again what the last mark marked."""
        self.post_message(TakeBack(self.path))
