"""The place of a reader in a list beside its page: telling it, taking it up, coming back to it."""

from textual.reactive import reactive

from tui.session.history import Stop
from tui.state.positions import InTab
from tui.widgets.filtered import Filtered
from tui.widgets.page import Page

NEAR = 4
"""Rows on either side that are remembered with the one under the cursor."""


class Placed(Filtered):
    """A list and the page of the row under its cursor."""

    reading: reactive[bool] = reactive(False, repaint=False)
    """Whether the reader is in the page; on a narrow screen it is then alone."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.page = Page()
        self._resuming: InTab | None = None
        """Where to be as soon as there is something to see."""
        self.order = ""
        """What the list is sorted by, as `tui.sorting` names it."""

    def sort_by(self, order: str) -> None:
        """Put the list in another order; the cursor stays on its row."""
        raise NotImplementedError

    def tell_row(self) -> None:
        """Put the row under the cursor on the page."""
        raise NotImplementedError

    def place(self) -> InTab:
        """Where the reader is."""
        if self._resuming is not None:
            return self._resuming
        rows, at = self.list.rows, self.list.cursor
        around = (at + step for by in range(1, NEAR + 1) for step in (by, -by))
        near = tuple(rows[index].key for index in around if 0 <= index < len(rows))
        key = self.list.current.key if self.list.current else ""
        tops = (self.page.top_line, self.list.top_line)
        return InTab(key, near, self.filter, *tops, self.order)

    def resume(self, place: InTab, *, reading: bool) -> None:
        """Be at a place from the first drawing on, or as soon as there are rows."""
        self.set_reactive(Placed.reading, reading)
        self.set_class(reading, "-reading")
        self._resuming = place
        self.take_up()

    def take_up(self) -> None:
        """Go to the place one is to be at, once there are rows; where it is gone, near it."""
        place = self._resuming
        if place is None or not self.list.rows:
            return
        self._resuming = None
        if place.order:
            self.sort_by(place.order)
        if place.filter:
            self.begin_filtered(place.filter)
        any(self.list.move_to_key(key) for key in (place.key, *place.near))
        self.list.start_at(place.listed)
        self.tell_row()
        if (row := self.list.current) and row.key == place.key:
            self.page.start_at(place.scroll)

    def show_stop(self, stop: Stop) -> None:
        """Show a place as it was left; where its row is gone, the one that stands there now."""
        if stop.order is not None and stop.order != self.order:
            self.sort_by(stop.order)
        if stop.filter is not None and stop.filter != self.filter:
            if stop.filter:
                self.filter_by(stop.filter)
            else:
                self.clear_filter()
        there = self.list.move_to_key(stop.key)
        if not there and stop.filter is None and self.clear_filter():
            there = self.list.move_to_key(stop.key)
        if not there:
            self.list.cursor = max(min(stop.row, len(self.list.rows) - 1), 0)
        self.reading = stop.reading
        self.focus_body()
        self.call_after_refresh(self._scroll_as, stop)

    def _scroll_as(self, stop: Stop) -> None:
        self.page.scroll_to(y=stop.scroll, animate=False)
        if stop.filter is not None:
            self.list.scroll_to(y=stop.listed, animate=False)
