"""Searching a list and its page: `/` and some words, then `n` and `N` from match to match.

In a list each match is a row whose line or page holds the words; on a page it is a place in the
text, and from the last one the search goes on to the page of the next such row.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeAlias

from textual.screen import Screen
from textual.widget import Widget

from tui.blocks import Span
from tui.rendering.seek import Pattern
from tui.rendering.words import words_of_row
from tui.widgets.list_detail import ListDetail
from tui.widgets.page import Page
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.widgets.search_bar import SearchBar

Parts: TypeAlias = tuple[RowList | None, Page | None]
ROUND = {1: "from the top", -1: "from the end"}
"""What is said where the search went on from the other end."""
SLICE = 0.008
"""Seconds of looking through rows before a key may be answered in between."""


def list_and_page(screen: Screen[Any]) -> Parts:
    """The list and the page in front."""
    pane = next((each for each in screen.query(ListDetail) if each.display), None)
    if pane is not None:
        return pane.list, pane.page
    rows, pages = screen.query(RowList), screen.query(Page)
    return (rows.first() if rows else None), (pages.first() if pages else None)


def search_of(screen: Screen[Any]) -> "PageSearch | None":
    """The search of a screen, which it holds as `search`; None where nothing can be searched."""
    found = getattr(screen, "search", None)
    return found if isinstance(found, PageSearch) else None


@dataclass
class _Query:
    """What is searched for, where the search began, and the rows found so far."""

    bar: "SearchBar"
    focus: Widget | None
    row: str
    scroll: int
    pattern: Pattern = field(default_factory=lambda: Pattern(""))
    found: list[str] = field(default_factory=list)
    """Keys of the rows that hold it, in the order of the list."""
    complete: bool = False


class PageSearch:
    """The search of one screen."""

    def __init__(
        self,
        screen: Screen[Any],
        aliases: Callable[[], Iterable[tuple[str, str]]] = tuple,
        parts: Callable[[Screen[Any]], Parts] = list_and_page,
    ) -> None:
        """`aliases` gives other names and the brief's own: a search for either finds both."""
        self._screen = screen
        self._aliases = aliases
        self._parts = parts
        self._query: _Query | None = None

    @property
    def parts(self) -> Parts:
        """The list and the page that are searched now."""
        return self._parts(self._screen)

    def open(self, bar: "SearchBar", before: Widget) -> None:
        """Ask for words in a bar, put before another widget, and search as they are typed."""
        rows, page = self.parts
        words = self._query.pattern.words if self._query else ""
        self.end()
        row = rows.current.key if rows and rows.current else ""
        top = page.scroll_offset.y if page else 0
        self._query = _Query(bar, self._screen.focused, row, top)
        self._screen.mount(bar, before=before)
        bar.input.placeholder = words or "search"
        self._screen.set_focus(bar.input)

    def change(self, words: str) -> None:
        """Search for other words."""
        if query := self._query:
            query.pattern = Pattern(words, self._aliases())
            self.repeat()

    def keep(self) -> None:
        """Stay at the match, and leave the bar."""
        query = self._query
        if query is None or not query.pattern:
            self.cancel()
            return
        query.bar.settle()
        self._screen.set_focus(query.focus if query.focus and query.focus.display else None)
        self._show_count()

    def cancel(self) -> None:
        """End the search where it began."""
        if query := self._query:
            self._go_back(query)
            self.end()
            self._screen.set_focus(query.focus)

    def end(self) -> bool:
        """Remove all marks; return whether there was a search."""
        if (query := self._query) is None:
            return False
        self._query = None
        for each in (*self._screen.query(RowList), *self._screen.query(Page)):
            each.seek(Pattern(""))
        query.bar.remove()
        return True

    def go(self, by: int) -> None:
        """Go to the next match, or the previous one."""
        query = self._query
        if query is None or not query.pattern:
            self._screen.notify("No search yet. Press / to search")
            return
        rows, page = self.parts
        in_page = page is not None and (rows is None or page.has_focus)
        before = rows.cursor if rows is not None else 0
        if in_page and page is not None and page.hits.step(by):
            self._show_count()
        elif rows is not None and _to_row(rows, query.found, by):
            how = ROUND[by] if (rows.cursor - before) * by < 0 else ""
            if page is not None:
                enter = partial(self._enter_page, page, by, how, reading=in_page)
                self._screen.call_after_refresh(enter)
            else:
                self._show_count(how)
        elif page is not None and page.hits.position[1]:
            page.hits.show(0 if by > 0 else page.hits.position[1] - 1)
            self._show_count(ROUND[by])

    def repeat(self) -> None:
        """Search what is in front now, if there is a search."""
        if query := self._query:
            work = partial(self._look, query)
            self._screen.run_worker(work, group="search", exclusive=True)  # type: ignore[arg-type]  # its result is None

    async def _look(self, query: _Query) -> None:
        rows, page = self.parts
        for each in (rows, page):
            if each is not None:
                each.seek(query.pattern)
        typing = query.bar.input.has_focus
        if typing:
            self._go_back(query)
        arrived = not typing or (query.focus is page and _to_first_match(page, query.pattern))
        query.found, query.complete = [], not query.pattern
        if rows is not None and query.pattern:
            await self._look_through(rows, query, arrived=arrived)
        query.complete = True
        self._screen.call_after_refresh(self._show_count)

    async def _look_through(self, rows: RowList, query: _Query, *, arrived: bool) -> None:
        """Find the matching rows, from the cursor on; go to the first, unless `arrived`."""
        start, count = rows.cursor, len(rows.rows)
        end = monotonic() + SLICE
        for index in (*range(start, count), *range(start)):
            if query.pattern.holds(_text_of(rows, index)):
                query.found.append(rows.rows[index].key)
                if not arrived:
                    arrived = True
                    rows.cursor = index
                    if page := self.parts[1]:
                        self._screen.call_after_refresh(self._enter_page, page, 1)
            if monotonic() > end:
                self._show_count()
                await asyncio.sleep(0)
                end = monotonic() + SLICE

    def _enter_page(self, page: Page, by: int, how: str = "", *, reading: bool = False) -> None:
        """Show the first match on another page, or the last when going back."""
        page.prepare(page.scrollable_content_region.width)
        if page.hits.position[1] and (reading or page.hits.position[0] == 0):
            page.hits.show(0 if by > 0 else page.hits.position[1] - 1)
        self._show_count(how)

    def _go_back(self, query: _Query) -> None:
        rows, page = self.parts
        if rows is not None:
            rows.move_to_key(query.row)
        if page is not None:
            self._screen.call_after_refresh(page.scroll_to, y=query.scroll, animate=False)

    def _show_count(self, how: str = "") -> None:
        query = self._query
        if query is None:
            return
        if not query.pattern:
            query.bar.show_count(())
            return
        rows, page = self.parts
        counts: list[str] = [how] if how else []
        if rows is not None and rows.rows:
            counts.append(_row_count(rows, query))
        if page is not None and page.display:
            at, count = page.hits.position
            counts.append(f"{at} of {count} on the page" if count else "not on this page")
        query.bar.show_count((Span(" · ".join(counts), "quiet"),))


def _row_count(rows: RowList, query: _Query) -> str:
    """Which of the matching rows the cursor is on."""
    places = {row.key: index for index, row in enumerate(rows.rows)}
    found = sorted(at for key in query.found if (at := places.get(key)) is not None)
    at = found.index(rows.cursor) + 1 if rows.cursor in found else 0
    so_far = "" if query.complete else " so far"
    return f"row {at} of {len(found)}{so_far}" if found else f"no row{so_far}"


def _text_of(rows: RowList, index: int) -> str:
    row = rows.rows[index]
    pane = rows.parent
    return (
        pane.detail.text_of(pane.shown, row) if isinstance(pane, ListDetail) else words_of_row(row)
    )


def _to_row(rows: RowList, found: list[str], by: int) -> bool:
    """Go to the next matching row, round the end; return whether there is one."""
    keys, count = set(found), len(rows.rows)
    for step in range(1, count + 1):
        index = (rows.cursor + by * step) % count
        if rows.rows[index].key in keys and index != rows.cursor:
            rows.cursor = index
            return True
    return False


def _to_first_match(page: Page | None, pattern: Pattern) -> bool:
    return page is not None and page.hits.step(1) and bool(pattern)
