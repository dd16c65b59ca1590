"""A list of rows with a cursor."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual.binding import BindingType
from textual.events import Click
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive

from tui.blocks import Line, Row
from tui.commands import bindings
from tui.rendering.seek import Pattern
from tui.widgets.flash import Flash
from tui.widgets.jump import JumpLabels, Target
from tui.widgets.line_view import LineView
from tui.widgets.reader_cursor import ReaderCursor
from tui.widgets.row_layout import MARGIN, RowLayout


class RowList(LineView):
    """Rows to move in. The cursor keeps to its row's key when rows come and go."""

    WHAT = "list"
    MARGIN = MARGIN
    SELECTS_WORDS = False  # a double click opens the row
    HAS_GAPS = True
    COMPONENT_CLASSES = {"row-list--cursor", "row-list--fresh"}
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("list")]

    rows: reactive[tuple[Row, ...]] = reactive((), always_update=True, init=False, repaint=False)
    cursor: reactive[int] = reactive(0, init=False, repaint=False)

    @dataclass
    class Moved(Message):
        """The cursor is on another row, or the row under it is another."""

        row_list: "RowList"
        row: Row | None

    @dataclass
    class Chosen(Message):
        """A row was opened."""

        row_list: "RowList"
        row: Row

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.arrangement = RowLayout()
        self.flash = Flash(self)
        self.reader = ReaderCursor(self, lambda: self.arrangement.top_of(self.cursor))
        self.jump = JumpLabels(self, lambda: _targets(self), lambda target: _go_to(self, target))

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return next(iter(self.rows[self.cursor : self.cursor + 1]), None)

    @property
    def in_view(self) -> tuple[Row, ...]:
        """The rows that can be seen now, in whole or in part."""
        top = self.scroll_offset.y
        seen = self.arrangement.places[top : top + self.size.height] or [(0, 0)]
        return self.rows[seen[0][0] : seen[-1][0] + 1]

    def move_to_key(self, key: str) -> bool:
        """Move the cursor to the row with a key; return whether there is one."""
        found = next((index for index, row in enumerate(self.rows) if row.key == key), None)
        self.cursor = self.cursor if found is None else found
        return found is not None

    def watch_rows(self, old: tuple[Row, ...], new: tuple[Row, ...]) -> None:
        """Keep the cursor on its row; where that is gone, on the one now in its place."""
        at = old[self.cursor].key if 0 <= self.cursor < len(old) else ""
        self.laid_width = self.scrollable_content_region.width
        self.line_count = self.arrangement.arrange(new, self.laid_width, self.app)
        self.jump.clear()
        self.measure()
        kept = next((i for i, row in enumerate(new) if row.key == at), None)
        place = kept if kept is not None else min(self.cursor, max(len(new) - 1, 0))
        moved = place != self.cursor
        self.set_reactive(RowList.cursor, place)
        if moved:
            _reveal(self)
        self.post_message(self.Moved(self, self.current))
        self.refresh_changed()

    def watch_cursor(self) -> None:
        """Report the move and bring the row into view."""
        _reveal(self)
        self.refresh_changed()
        self.post_message(self.Moved(self, self.current))

    def lay_out(self, width: int) -> int:
        """Arrange the rows; the first time, with the cursor's row in view."""
        first = not self.arrangement.width
        count = self.arrangement.arrange(self.rows, width, self.app)
        if first and 0 <= self.cursor < len(self.rows):
            self.scrolling.begin(count, *self.arrangement.tops[self.cursor : self.cursor + 2])
        self.call_later(_reveal, self)
        return count

    def line_at(self, y: int) -> Line:
        """One line of the list."""
        return self.arrangement.line(y, self.cursor, focused=self.has_focus)

    def base_style(self, y: int) -> Style:
        """Rows that just changed and the row under the cursor are highlighted."""
        index, part = self.arrangement.place_at(y)
        if part >= 0 and self.rows[index].key in self.flash.keys:
            return self.get_component_rich_style("row-list--fresh")
        if part >= 0 and index == self.cursor:
            return self.get_component_rich_style("row-list--cursor")
        return self.base

    def seek(self, pattern: Pattern) -> None:
        """Mark what is searched for; an empty pattern clears the marks."""
        self.mark_hits = (lambda _, line: pattern.mark(line, "hit")) if pattern else None
        self.refresh_changed()

    def on_click(self, event: Click) -> None:
        if self.text_selection:  # the end of a selection is no click on a row
            return
        index, part = self.arrangement.place_at(event.y + self.scroll_offset.y)
        if part >= 0:
            again = index == self.cursor and event.chain > 1
            self.cursor = index
            if again:
                self.action_choose()

    def action_move(self, by: int) -> None:
        """Move the cursor by rows."""
        self.cursor = max(0, min(len(self.rows) - 1, self.cursor + by))

    def action_move_to(self, index: int) -> None:
        """Move the cursor to a row; -1 is the last."""
        self.cursor = index if index >= 0 else max(0, len(self.rows) + index)

    def action_page(self, by: int) -> None:
        """Move by as many rows as are in view."""
        self.action_move(by * max(1, self.size.height // 2 - 1))

    def action_choose(self) -> None:
        """Open the row under the cursor."""
        if row := self.current:
            self.post_message(self.Chosen(self, row))


def _reveal(rows: RowList) -> None:
    """Scroll so that the whole row under the cursor is in view, with its heading."""
    if box := rows.arrangement.box_of(rows.cursor):
        rows.scroll_to_region(Region(0, box[0], 1, box[1]), animate=False, force=True)


def _targets(rows: RowList) -> Iterator[tuple[int, Target]]:
    """The rows in view, but for the one under the cursor while the focus is here."""
    here = rows.arrangement.top_of(rows.cursor)
    for y in rows.scrolling.in_view:
        index, part = rows.arrangement.place_at(y)
        if part == 0 and not (index == rows.cursor and rows.has_focus):
            yield abs(y - here), Target(y, MARGIN, MARGIN, rows.rows[index].key)


def _go_to(rows: RowList, target: Target) -> None:
    rows.move_to_key(target.key)
    rows.focus()
