"""The position of a reader in a list and its page: what is kept of it, and going back to it."""

from collections.abc import Callable

from tui.session.history import Stop
from tui.state.positions import InTab
from tui.widgets.list_filter import ListFilter
from tui.widgets.page import Page
from tui.widgets.row_list import RowList
from tui.widgets.sort_bar import ListOrder

NEAR = 4
"""Rows on either side that are remembered with the one under the cursor."""


class ListPosition:
    """The position in one list with its page, filter and order."""

    def __init__(
        self,
        rows: RowList,
        page: Page,
        filtering: ListFilter,
        order: ListOrder,
        update_page: Callable[[], object],
    ) -> None:
        self._rows = rows
        self._page = page
        self._filter = filtering
        self._order = order
        self._update_page = update_page
        self._pending: InTab | None = None
        """Where to go as soon as there are rows."""

    def now(self) -> InTab:
        """The position now, or the one still to be gone to."""
        if self._pending is not None:
            return self._pending
        rows, at = self._rows.rows, self._rows.cursor
        around = (at + step for by in range(1, NEAR + 1) for step in (by, -by))
        near = tuple(rows[index].key for index in around if 0 <= index < len(rows))
        key = self._rows.current.key if self._rows.current else ""
        tops = (self._page.scrolling.top, self._rows.scrolling.top)
        return InTab(key, near, self._filter.text, *tops, self._order.name)

    def restore(self, position: InTab) -> None:
        """Be at a position from the first drawing on, or as soon as there are rows."""
        self._pending = position
        self.go_to_pending()

    def go_to_pending(self) -> None:
        """Go to a position that waited for rows; where its row is gone, near it."""
        position = self._pending
        if position is None or not self._rows.rows:
            return
        self._pending = None
        if position.order:
            self._order.sort_by(position.order)
        if position.filter:
            self._filter.begin(position.filter)
        any(self._rows.move_to_key(key) for key in (position.key, *position.near))
        self._rows.scrolling.start_at(position.listed)
        self._update_page()
        if (row := self._rows.current) and row.key == position.key:
            self._page.scrolling.start_at(position.scroll)

    def show(self, stop: Stop) -> None:
        """Go to an entry of the history; where its row is gone, to the one now in its place."""
        if stop.order is not None and stop.order != self._order.name:
            self._order.sort_by(stop.order)
        if stop.filter is not None and stop.filter != self._filter.text:
            if stop.filter:
                self._filter.apply(stop.filter)
            else:
                self._filter.clear()
        there = self._rows.move_to_key(stop.key)
        if not there and stop.filter is None and self._filter.clear():
            there = self._rows.move_to_key(stop.key)
        if not there:
            self._rows.cursor = max(min(stop.row, len(self._rows.rows) - 1), 0)

    def scroll_as(self, stop: Stop) -> None:
        """Scroll list and page as they were."""
        self._page.scroll_to(y=stop.scroll, animate=False)
        if stop.filter is not None:
            self._rows.scroll_to(y=stop.listed, animate=False)
