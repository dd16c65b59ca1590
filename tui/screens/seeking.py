"""Searching what is on screen: `/` and some words, then `n` and `N` from one place to the next.

In a list one goes from row to row, of those whose line or page holds the words; on a page from one
place to the next, and from its end to the page of the next such row.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import work
from textual.binding import Binding, BindingType
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from tui.blocks import Span
from tui.rendering.seek import Pattern
from tui.rendering.words import words_of_row
from tui.widgets.list_detail import ListDetail
from tui.widgets.page import Page
from tui.widgets.part import Part
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.widgets.search_bar import SearchBar

T = TypeVar("T")
ROUND = {1: "from the top", -1: "from the end"}
"""How one came to a place, where that lay beyond the last one, or the first."""
SLICE = 0.008
"""Seconds of looking through rows before a key may be answered in between."""


@dataclass
class Search:
    """What is sought, where it began, and the rows found so far."""

    line: "SearchBar"
    focus: Widget | None
    row: str
    scroll: int
    pattern: Pattern = field(default_factory=lambda: Pattern(""))
    found: list[str] = field(default_factory=list)
    """Keys of the rows that hold it, in the order of the list."""
    all_seen: bool = False


class Seeking(Part, Screen[T], part=True):
    """A screen with a list, a page or both that can be searched."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "slash", "seek", "search", id="seek.open", key_display="/",
            tooltip="Search the list and its pages; Enter keeps it, Esc goes back",
        ),
        Binding(
            "n", "seek_on(1)", "next found", show=False, id="seek.next",
            tooltip="The next place that holds what is sought",
        ),
        Binding(
            "N", "seek_on(-1)", "found before", show=False, id="seek.previous",
            tooltip="The place before that holds what is sought",
        ),
    ]  # fmt: skip
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """Not drawn whole when the keys go elsewhere, as Textual would: a list and a page see to it."""
    _search: Search | None = None

    # --- what a screen says of itself -----------------------------------------------------------

    def seen(self) -> tuple[RowList | None, Page | None]:
        """The list and the page in front."""
        pane = next((each for each in self.query(ListDetail) if each.display), None)
        if pane is not None:
            return pane.list, pane.page
        rows, pages = self.query(RowList), self.query(Page)
        return (rows.first() if rows else None), (pages.first() if pages else None)

    def other_names(self) -> Iterator[tuple[str, str]]:
        """Names and our own for the same; a search for one finds both."""
        yield from ()

    def _text_of(self, rows: RowList, index: int) -> str:
        row, pane = rows.rows[index], rows.parent
        if isinstance(pane, ListDetail):
            return pane.detail.text_of(pane.view, row)
        return words_of_row(row)

    def action_seek(self) -> None:
        """Ask for words to search for; one goes there as they are typed."""
        from tui.widgets.footer import KeyFooter  # noqa: PLC0415
        from tui.widgets.search_bar import SearchBar  # noqa: PLC0415  (not for the first paint)

        rows, page = self.seen()
        words = self._search.pattern.words if self._search else ""
        self.end_search()
        line = SearchBar("")
        row = rows.current.key if rows and rows.current else ""
        self._search = Search(line, self.focused, row, page.scroll_offset.y if page else 0)
        self.mount(line, before=self.query_one(KeyFooter))
        line.input.placeholder = words or "search"
        self.set_focus(line.input)

    def action_seek_on(self, by: int) -> None:
        """Go to the next place, or the one before."""
        search = self._search
        if search is None or not search.pattern:
            self.notify("Nothing is sought yet; / begins", markup=False)
            return
        rows, page = self.seen()
        in_page = page is not None and (rows is None or page.has_focus)
        before = rows.cursor if rows is not None else 0
        if in_page and page is not None and page.hits.step(by):
            self._tell_hits()
        elif rows is not None and self._to_row(rows, by):
            round_the_end = (rows.cursor - before) * by < 0
            how = ROUND[by] if round_the_end else ""
            if page is not None:
                self.call_after_refresh(self._enter_page, page, by, in_page, how)
            else:
                self._tell_hits(how)
        elif page is not None and page.hits.position[1]:
            page.hits.show(0 if by > 0 else page.hits.position[1] - 1)
            self._tell_hits(ROUND[by])

    def on_search_bar_typed(self, event: "SearchBar.Typed") -> None:
        event.stop()
        if search := self._search:
            search.pattern = Pattern(event.words, self.other_names())
            self.search_again()

    def on_search_bar_kept(self) -> None:
        search = self._search
        if search is None or not search.pattern:
            self.on_search_bar_left()
            return
        search.line.settle()
        self.set_focus(search.focus if search.focus and search.focus.display else None)
        self._tell_hits()

    def on_search_bar_left(self) -> None:
        if search := self._search:
            self._go_back(search)
            self.end_search()
            self.set_focus(search.focus)

    def end_search(self) -> bool:
        """Take all marks off; say whether something was sought."""
        if (search := self._search) is None:
            return False
        self._search = None
        for each in (*self.query(RowList), *self.query(Page)):
            each.seek(Pattern(""))
        search.line.remove()
        return True

    # --- looking --------------------------------------------------------------------------------

    @work(exclusive=True, group="seek")
    async def search_again(self) -> None:
        """Look through what is in front now; nothing where nothing is sought."""
        import asyncio  # noqa: PLC0415  (Textual has imported it long before)

        if (search := self._search) is None:
            return
        rows, page = self.seen()
        for each in (rows, page):
            if each is not None:
                each.seek(search.pattern)
        typing = search.line.input.has_focus
        if typing:
            self._go_back(search)
        arrived = not typing or (search.focus is page and self._first_hit(page, search))
        search.found, search.all_seen = [], not search.pattern
        end = monotonic() + SLICE
        for index in self._holding(rows, search.pattern):
            if rows and index >= 0:
                search.found.append(rows.rows[index].key)
                arrived = arrived or self._show_row(rows, index)
            if monotonic() > end:
                self._tell_hits()
                await asyncio.sleep(0)
                end = monotonic() + SLICE
        search.all_seen = True
        self.call_after_refresh(self._tell_hits)

    def _holding(self, rows: RowList | None, pattern: Pattern) -> Iterator[int]:
        """The rows that hold it, from the cursor on and round the end; -1 for one that does not."""
        if rows is None or not pattern:
            return
        start, count = rows.cursor, len(rows.rows)
        for index in (*range(start, count), *range(start)):
            yield index if pattern.holds(self._text_of(rows, index)) else -1

    def _first_hit(self, page: Page | None, search: Search) -> bool:
        return page is not None and page.hits.step(1) and bool(search.pattern)

    def _show_row(self, rows: RowList, index: int) -> bool:
        _, page = self.seen()
        rows.cursor = index
        if page is not None:
            self.call_after_refresh(self._enter_page, page, 1, False)
        return True

    def _enter_page(self, page: Page, by: int, reading: bool, how: str = "") -> None:
        """Show the first place on a page one was led to, or the last when going back."""
        page.prepare(page.scrollable_content_region.width)
        if page.hits.position[1] and (reading or page.hits.position[0] == 0):
            page.hits.show(0 if by > 0 else page.hits.position[1] - 1)
        self._tell_hits(how)

    def _to_row(self, rows: RowList, by: int) -> bool:
        """Go to the next row that holds what is sought, round the end; say whether there is one."""
        found = set(self._search.found) if self._search else set()
        count = len(rows.rows)
        for step in range(1, count + 1):
            index = (rows.cursor + by * step) % count
            if rows.rows[index].key in found and index != rows.cursor:
                rows.cursor = index
                return True
        return False

    def _go_back(self, search: Search) -> None:
        rows, page = self.seen()
        if rows is not None:
            rows.move_to_key(search.row)
        if page is not None:
            self.call_after_refresh(page.scroll_to, y=search.scroll, animate=False)

    def _tell_hits(self, how: str = "") -> None:
        search = self._search
        if search is None or not search.pattern:
            if search is not None:
                search.line.show_count(())
            return
        rows, page = self.seen()
        told: list[str] = [how] if how else []
        if rows is not None and rows.rows:
            order = {row.key: index for index, row in enumerate(rows.rows)}
            found = sorted(key_at for key in search.found if (key_at := order.get(key)) is not None)
            at = found.index(rows.cursor) + 1 if rows.cursor in found else 0
            so_far = "" if search.all_seen else " so far"
            told.append(f"row {at} of {len(found)}{so_far}" if found else f"no row{so_far}")
        if page is not None and page.display:
            at, count = page.hits.position
            told.append(f"{at} of {count} on the page" if count else "not on this page")
        search.line.show_count((Span(" · ".join(told), "quiet"),))
