"""A list of rows with a cursor: two lines a row, headings between groups."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual.binding import BindingType
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive

from tui.blocks import Line, Row, Span
from tui.commands import bindings
from tui.rendering.ink import safe
from tui.widgets.drawn import Target
from tui.widgets.row_lines import GAP, GROUP, grouped, lead_of, placed, row_line, title_lines, whole
from tui.widgets.selectable import Selectable

LEAD = 3
"""Cells before a title: the cursor's bar, the party's bar, a blank."""


class RowList(Selectable):
    """Rows to move in. The cursor keeps to its row's key when rows come and go."""

    WHAT = "list"
    COMPONENT_CLASSES = {"row-list--cursor"}
    WRAPPED = 5_000
    """Rows up to which long titles are wrapped; measuring more would be felt."""
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
        self._places: list[tuple[int, int]] = []
        """For each line: the row it belongs to, and which line of it; -1 and -2 for headings."""
        self._tops: list[int] = []
        self._wrapped: dict[int, tuple[Line, ...]] = {}
        """The titles measured so far, by row."""
        self._arranged = 0

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return next(iter(self.rows[self.cursor : self.cursor + 1]), None)

    @property
    def in_view(self) -> tuple[Row, ...]:
        """The rows that can be seen now, in whole or in part."""
        seen = self._places[(top := self.scroll_offset.y) : top + self.size.height] or [(0, 0)]
        return self.rows[seen[0][0] : seen[-1][0] + 1]

    def move_to_key(self, key: str) -> bool:
        """Put the cursor on the row with a key; say whether there is one."""
        found = next((index for index, row in enumerate(self.rows) if row.key == key), None)
        self.cursor = self.cursor if found is None else found
        return found is not None

    def watch_rows(self, old: tuple[Row, ...], new: tuple[Row, ...]) -> None:
        """Keep the cursor on its row; where that is gone, on the one now in its place."""
        at = old[self.cursor].key if 0 <= self.cursor < len(old) else ""
        self._arrange(self.scrollable_content_region.width)
        self.measured(Size(self._arranged, len(self._places)))
        kept = next((i for i, row in enumerate(new) if row.key == at), None)
        place = kept if kept is not None else min(self.cursor, max(len(new) - 1, 0))
        moved = place != self.cursor
        self.set_reactive(RowList.cursor, place)
        if moved:
            self._reveal()
        self.post_message(self.Moved(self, self.current))
        self.refresh_changed()

    def watch_cursor(self) -> None:
        """Tell of the move and bring the row into view."""
        self._reveal()
        self.refresh_changed()
        self.post_message(self.Moved(self, self.current))

    def prepare(self, width: int) -> None:
        """Arrange the rows for a width, unless that is done."""
        if width != self._arranged and width > 0:
            first = not self._arranged
            self._arrange(width)
            if first and 0 <= self.cursor < len(self.rows):
                self.begin(len(self._places), *self._tops[self.cursor : self.cursor + 2])
            self.call_later(self._measure)

    def _measure(self) -> None:
        self.measured(Size(self._arranged, len(self._places)))
        self._reveal()

    def on_click(self, event: Click) -> None:
        if self.text_selection:  # the end of a selection is no click on a row
            return
        index, part = self._place_at(event.y + self.scroll_offset.y)
        if part >= 0:
            again = index == self.cursor and event.chain > 1
            self.cursor = index
            if again:
                self.action_choose()

    def targets(self) -> Iterator[tuple[int, Target]]:
        """The rows in view, but for the one under the cursor while the keys are here."""
        here = self._tops[self.cursor] if self.cursor < len(self._tops) else 0
        for y in self.lines_in_view():
            index, part = self._place_at(y)
            if part == 0 and not (index == self.cursor and self.has_focus):
                yield abs(y - here), Target(y, LEAD, LEAD, self.rows[index].key)

    def take(self, target: Target) -> None:
        """Put the cursor on a row."""
        self.move_to_key(target.to)
        self.focus()

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

    def line_at(self, y: int) -> Line:
        """One line of the list."""
        index, part = self._place_at(y)
        if part == GAP:
            return ()
        if part == GROUP:
            group = Span(self.rows[index].group.upper(), "label")
            return (Span("   "), *self.app.spelt(safe((group,))))
        return self._line(self.rows[index], index, part)

    def marked_at(self, y: int) -> Line:
        """A line with what is sought in it, and what is selected."""
        return self.with_selection(y, super().marked_at(y))

    def all_lines(self) -> Sequence[tuple[int, int]]:
        """The row and the part of it that each line is, in view or not."""
        return self._places

    @property
    def margin(self) -> int:
        """The bars before a row are no part of it."""
        return 0 if self.app.linear else LEAD

    def told(self, text: str) -> str:
        """A part of a row as it is copied, without the gap before what stands at its right."""
        return re.sub(" {3,}", "  ", text).strip()

    def text_select_all(self) -> None:
        """Nothing: a click twice at one place opens the row."""

    def base_style(self, y: int) -> Style:
        """The row under the cursor stands out."""
        index, part = self._place_at(y)
        if index == self.cursor and part >= 0:
            return self.get_component_rich_style("row-list--cursor")
        return self.base

    def _place_at(self, y: int) -> tuple[int, int]:
        return self._places[y] if 0 <= y < len(self._places) else (-1, GAP)

    def _line(self, row: Row, index: int, part: int) -> Line:
        """One of a row's own lines: its title, which may take two, and what stands below it."""
        titles = self._titles(index)
        if self.app.linear:
            return titles[part]
        row = self.app.spelt_row(row)
        lead = self.app.spelt(lead_of(row, at=index == self.cursor, focused=self.has_focus))
        own = titles[part] if part < len(titles) else None
        if own is not None and index != self.cursor:
            own = tuple(Span(s.text, "" if s.role == "title" else s.role, s.link) for s in own)
        ends = (part == 0, part == self._height(index) - 1)
        return (*lead, *row_line(row, own, ends, self.scrollable_content_region.width - 4))

    def _titles(self, index: int) -> tuple[Line, ...]:
        """The title of a row, on two lines where one is too short for it."""
        if index not in self._wrapped:
            row = grouped(self.rows, index) if self.app.linear else self.rows[index]
            room = self.scrollable_content_region.width - 4
            few = len(self.rows) <= self.WRAPPED
            self._wrapped[index] = title_lines(row, room, self.app, whole=few)
        return self._wrapped[index]

    def _height(self, index: int) -> int:
        """Lines of a row; of so many rows that no title is wrapped, none is measured for it."""
        titles = len(self._titles(index)) if len(self.rows) <= self.WRAPPED else 1
        return titles + (bool(self.rows[index].below) and not self.app.linear)

    def _arrange(self, width: int) -> None:
        """Work out which row each line belongs to."""
        self._arranged, self._wrapped = width, {}
        self._places, self._tops = placed(self.rows, self._height, headed=not self.app.linear)
        self._labels = {}

    @property
    def reader_at(self) -> int:
        """The first line of the row under the cursor."""
        return self._tops[self.cursor] if self.cursor < len(self._tops) else 0

    def _reveal(self) -> None:
        """Scroll so that the whole row under the cursor is in view, with its heading."""
        if 0 <= self.cursor < len(self._tops) - 1:
            first, count = whole(self._places, self.reader_at, self._height(self.cursor))
            self.scroll_to_region(Region(0, first, 1, count), animate=False, force=True)
