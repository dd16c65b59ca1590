"""A list of rows with a cursor: two lines a row, headings between groups."""

from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive

from tui.blocks import Line, Row, Span
from tui.output.ink import cut, pad, safe, width_of
from tui.widgets.drawn import Drawn


class RowList(Drawn):
    """Rows to move in. The cursor keeps to its row's key when rows come and go."""

    COMPONENT_CLASSES = Drawn.COMPONENT_CLASSES | {"row-list--cursor"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "down", show=False, id="list.down"),
        Binding("k,up", "move(-1)", "up", show=False, id="list.up"),
        Binding("g,home", "move_to(0)", "top", show=False, id="list.top"),
        Binding("G,end", "move_to(-1)", "bottom", show=False, id="list.bottom"),
        Binding("space,pagedown", "page(1)", "page down", show=False, id="list.page_down"),
        Binding("b,pageup", "page(-1)", "page up", show=False, id="list.page_up"),
        Binding("enter,l,right", "choose", "read", id="list.open"),
    ]

    rows: reactive[tuple[Row, ...]] = reactive((), always_update=True)
    cursor: reactive[int] = reactive(0)

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
        self._places: list[tuple[int, int]] = []
        """For each line: the row it belongs to, and which line of it; -1 and -2 for headings."""
        self._tops: list[int] = []

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    def move_to_key(self, key: str) -> bool:
        """Put the cursor on the row with a key; say whether there is one."""
        for index, row in enumerate(self.rows):
            if row.key == key:
                self.cursor = index
                return True
        return False

    def watch_rows(self, old: tuple[Row, ...], new: tuple[Row, ...]) -> None:
        """Keep the cursor on its row; where that is gone, on the one now in its place."""
        at = old[self.cursor].key if 0 <= self.cursor < len(old) else ""
        self._arrange()
        kept = next((i for i, row in enumerate(new) if row.key == at), None)
        place = kept if kept is not None else min(self.cursor, max(len(new) - 1, 0))
        moved = place != self.cursor
        self.set_reactive(RowList.cursor, place)
        if moved:
            self._reveal()
        self.post_message(self.Moved(self, self.current))
        self.refresh()

    def watch_cursor(self) -> None:
        """Tell of the move and bring the row into view."""
        self._reveal()
        self.refresh()
        self.post_message(self.Moved(self, self.current))

    def on_resize(self, _event: Resize) -> None:
        self._arrange()
        self._reveal()

    def on_click(self, event: Click) -> None:
        y = event.y + self.scroll_offset.y
        if 0 <= y < len(self._places) and self._places[y][1] >= 0:
            index = self._places[y][0]
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
        step = max(1, self.size.height // 2 - 1)
        self.action_move(by * step)

    def action_choose(self) -> None:
        """Open the row under the cursor."""
        if row := self.current:
            self.post_message(self.Chosen(self, row))

    def line_at(self, y: int) -> Line:
        """One line of the list."""
        if not 0 <= y < len(self._places):
            return ()
        index, part = self._places[y]
        row = self.rows[index]
        if part == -1:
            return ()
        if part == -2:
            return (Span("   "), *safe((Span(row.group.upper(), "label"),)))
        return self._first(row, index) if part == 0 else self._second(row, index)

    def base_style(self, y: int) -> Style:
        """The rows under the cursor stand out."""
        if 0 <= y < len(self._places) and self._places[y] >= (self.cursor, 0):
            index, part = self._places[y]
            if index == self.cursor and part >= 0:
                return self.get_component_rich_style("row-list--cursor")
        return self.rich_style

    def _first(self, row: Row, index: int) -> Line:
        aside = safe(row.aside)
        tail = () if row.below else self._signs(row)
        right = (*aside, *((Span(" "),) if aside and tail else ()), *tail)
        return self._row_line(self._lead(row, index), safe(row.title), right)

    def _second(self, row: Row, index: int) -> Line:
        return self._row_line(self._lead(row, index), safe(row.below), self._signs(row))

    def _row_line(self, lead: Line, left: Line, right: Line) -> Line:
        room = self.scrollable_content_region.width - width_of(lead) - 1
        taken = width_of(right) + (1 if right else 0)
        body = cut(left, max(room - taken, 8))
        return (*lead, *pad(body, room - width_of(right)), *right)

    def _lead(self, row: Row, index: int) -> Line:
        """The cursor's bar and the party's bar."""
        cursor = Span("▌" if index == self.cursor else " ", "strong")
        return (cursor, Span("▎" if row.party else " ", row.party), Span(" "))

    def _signs(self, row: Row) -> Line:
        return tuple(Span(f"{s.glyph}", s.role) for s in row.signs)

    def _arrange(self) -> None:
        """Work out which row each line belongs to."""
        places: list[tuple[int, int]] = []
        tops: list[int] = []
        group = ""
        for index, row in enumerate(self.rows):
            if row.group and row.group != group:
                places += [(index, -1), (index, -2)] if places else [(index, -2)]
            group = row.group
            tops.append(len(places))
            places.append((index, 0))
            if row.below:
                places.append((index, 1))
        self._places, self._tops = places, tops
        self.virtual_size = Size(self.scrollable_content_region.width, len(places))

    def _reveal(self) -> None:
        """Scroll so that the whole row under the cursor is in view, with its heading."""
        if not 0 <= self.cursor < len(self._tops):
            return
        top = self._tops[self.cursor]
        first = top
        while first > 0 and self._places[first - 1] in {(self.cursor, -2), (self.cursor, -1)}:
            first -= 1
        height = top - first + (2 if self.rows[self.cursor].below else 1)
        self.scroll_to_region(Region(0, first, 1, height), animate=False, force=True)
