"""Searching all briefs as you type: the words at the top, below them the records found."""

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Input

from tui.blocks import Block, Heading, Prose, Row, Span, Table
from tui.commands import bindings
from tui.library.index_query import IndexQuery, ask, wrong_in
from tui.library.search import LIMIT, Hit, IndexSearch, SearchResults
from tui.library.snippet import snippet, title
from tui.presentation.figures import counted
from tui.rendering.ink import safe
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.host import HostApp
from tui.widgets.page import Page
from tui.widgets.row_list import RowList


class SearchAllScreen(Screen[Hit | None]):
    """Ends with the record to go to, or nothing. What was asked is there again next time."""

    CSS_PATH = "above.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search all")]

    SHOWS_INDEX = True
    """Has the index brought up to date as long as it is in front."""
    app: HostApp
    progress: reactive[tuple[int, int]] = reactive((0, 0), always_update=True, init=False)
    """How many of how many briefs are in the index; the same twice: all of them."""
    trouble: reactive[str] = reactive("", init=False)
    """Why there is no index, in a sentence."""

    top = query_one("#top", HeaderBar)
    field = query_one(Input)
    rows = query_one(RowList)
    page = query_one(Page)

    def __init__(self, index: Path, near: Path | None, words: str = "", at: str = "") -> None:
        """`near` is the open brief; `words` and the row `at` are what was left last time."""
        super().__init__()
        self._index, self._near = index, near
        self.words, self.at = words, at
        self._hits: dict[str, Hit] = {}
        self._shown = words
        """What the results on screen were found by."""
        self._wake = asyncio.Event()
        self._search = IndexSearch()
        """The one that runs now; the next key stops it."""

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="top")
        yield Input(
            self.words,
            placeholder="words to find in all briefs",
            compact=True,
            select_on_focus=False,  # it would select letters typed before it has the focus
        )
        yield RowList()
        yield Page()
        yield KeyFooter()

    def on_mount(self) -> None:
        self.rows.can_focus = self.page.can_focus = False
        self.field.focus()
        self.field.action_select_all()
        self._wake.set()
        self._answer()
        self._show((), SearchResults(), None)
        self.app.indexing.changed.subscribe(self, lambda _: self._take_index())

    def _take_index(self) -> None:
        if self.is_current:
            self.trouble, self.progress = self.app.index.trouble, self.app.index.progress

    def watch_progress(self) -> None:
        """What came into the index may hold what was asked for."""
        self._wake.set()

    def watch_trouble(self) -> None:
        self._wake.set()

    def on_input_changed(self) -> None:
        self.words = self.field.value
        self._search.stop()
        self._wake.set()

    def on_input_submitted(self) -> None:
        self.rows.action_choose()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        if event.row and event.row == self.rows.current:
            self.at = event.row.key

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.dismiss(self._hits.get(event.row.key))

    @property
    def hit(self) -> Hit | None:
        """The record under the cursor."""
        return self._hits.get(row.key) if (row := self.rows.current) else None

    def action_back(self) -> None:
        """Go back to exactly where you were."""
        self.dismiss(None)

    def action_move(self, by: int) -> None:
        """Move among the results; the words stay under the keys."""
        self.rows.action_move(by)
        self.rows.reader.announce()

    def action_page(self, by: int) -> None:
        """Move by a screenful of results."""
        self.rows.action_page(by)
        self.rows.reader.announce()

    @work(group="find")
    async def _answer(self) -> None:
        """Search for the words now in the line, again and again; older words are skipped."""

        def look(
            search: IndexSearch, asked: IndexQuery | None
        ) -> tuple[tuple[Row, ...], SearchResults]:
            found = search.run(self._index, asked, self._near)
            return tuple(_row(hit, asked) for hit in found.hits), found

        while True:
            await self._wake.wait()
            self._wake.clear()
            words = self.words
            # In a thread, as SQLite lets go of the interpreter while it looks.
            search = self._search = IndexSearch()
            rows, found = await asyncio.to_thread(look, search, ask(words))
            if not (self.app.is_running and self in self.app.screen_stack):
                return  # closed meanwhile: the list is being removed, its worker not cancelled yet
            if search.stopped:
                continue
            if words != self._shown:
                self.at, self._shown = "", words
            self._show(rows, found, ask(words))

    def _show(self, rows: tuple[Row, ...], found: SearchResults, asked: IndexQuery | None) -> None:
        self._hits = dict(zip((row.key for row in rows), found.hits, strict=True))
        self.rows.rows = rows
        # The cursor stays on its record while more comes in, and is at the top for other words.
        if not (self.at and self.rows.move_to_key(self.at)):
            self.rows.cursor = 0
        self.rows.display = bool(rows)
        self.page.display = not rows
        done, count = self.progress
        complete = done >= count and bool(found.briefs)
        self.page.blocks = _no_rows(self.words, asked, complete=complete)
        self.top.left = safe((Span("Find", "strong"), Span(f"  {_count(found, asked)}", "quiet")))
        state = self.trouble or _state(found, done, count)
        self.top.right = safe((Span(state, "quiet"),))


def _count(found: SearchResults, asked: IndexQuery | None) -> str:
    if asked is None:
        return "in all briefs"
    more = f", the best {LIMIT} of them here" if found.total > LIMIT else ""
    return counted(found.total, "record") + more


def _state(found: SearchResults, done: int, count: int) -> str:
    if done < count:
        return f"{done:,} of {count:,} briefs"
    return counted(found.briefs, "brief") if found.briefs else "reading the briefs …"


def _no_rows(words: str, asked: IndexQuery | None, *, complete: bool) -> tuple[Block, ...]:
    """Why nothing is listed, or what can be asked."""
    if asked is None:
        wrong = wrong_in(words)
        return (Heading((Span(wrong, "warning"),), level=1),) if wrong else _WHAT_CAN_BE_ASKED
    yet = "" if complete else " yet"
    return (Heading((Span(f"No record holds “{words}”{yet}"),), level=1),)


def _row(hit: Hit, asked: IndexQuery | None) -> Row:
    section = hit.section.replace("_", " ")
    return Row(
        f"{hit.path}\0{hit.key}",
        title(hit, asked),
        snippet(hit, asked),
        (Span(f"{section} · {hit.file.name}:{hit.line}", "source"),),
        group=f"{hit.brief} · {hit.path.name}",
    )


def _line(what: str, does: str) -> tuple[tuple[Span, ...], ...]:
    return (Span(what, "code"),), (Span(does),)


_WHAT_CAN_BE_ASKED: tuple[Block, ...] = (
    Heading((Span("Find in all briefs"),), level=1),
    Prose(
        (
            Span(
                "Case and accents do not matter, and a name is found by its other spellings.",
                "quiet",
            ),
        )
    ),
    Table(
        ((Span("type"),), (Span("finds"),)),
        (
            _line("cease kyi", "records with words that begin so, both of them"),
            _line('"working office"', "words that follow each other"),
            _line("truce or ceasefire", "either of them"),
            _line("medinsky -head", "the first without the second; `not head` is the same"),
            _line("party:ua is:disputed after:2025-05", "fields, states and dates of a filter"),
        ),
    ),
)
