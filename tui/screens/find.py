"""Finding in all briefs, as one types: the words at the top, below them what holds them."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.widgets import Input

from tui.blocks import Block, Heading, Prose, Row, Span, Table
from tui.library.asked import Asked, ask, wrong_in
from tui.library.search import LIMIT, Found, Hit, Search
from tui.library.snippet import snippet, title
from tui.rendering.ink import safe
from tui.screens.indexed import Indexed
from tui.screens.yanking import Copier
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.page import Page
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.rendering.copies import Copy


class FindScreen(Copier, Indexed[Hit]):
    """Ends with the record to go to, or nothing. What was asked is there again next time."""

    CSS_PATH = "above.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", id="find.back", tooltip="Back to where one was"),
        Binding("down", "move(1)", "down", show=False, id="find.down", tooltip="The next result"),
        Binding("up", "move(-1)", "up", show=False, id="find.up", tooltip="The result before"),
        Binding("pagedown", "page(1)", "page down", show=False, id="find.page_down", tooltip="On"),
        Binding("pageup", "page(-1)", "page up", show=False, id="find.page_up", tooltip="Back up"),
        Binding(
            "ctrl+y", "copy", "copy", id="find.copy",
            tooltip="Copy the record found: text, with its sources, Markdown, link, path:line",
        ),
    ]  # fmt: skip

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
        self._found = Found()
        self._told = words
        """What the results on screen were found by."""
        self._wake = asyncio.Event()
        self._search = Search()
        """The one that is under way; the next key stops it."""

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="top")
        yield Input(
            self.words,
            placeholder="words to find in all briefs",
            compact=True,
            select_on_focus=False,  # it would select letters typed before the focus is told of
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
        self._tell((), Found(), None)

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

    def copies(self) -> "tuple[Copy, ...]":
        """The record under the cursor, as its own brief tells it."""
        from tui.screens.hit_copies import copies_of  # noqa: PLC0415  (reads a brief)

        hit = self._hits.get(row.key) if (row := self.rows.current) else None
        return copies_of(self.app, hit) if hit else ()

    def action_back(self) -> None:
        """Go back to exactly where one was."""
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
        """Search for what stands there now, again and again; what was typed over is passed by."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            words = self.words
            # In a thread, as SQLite lets go of the interpreter while it looks.
            search = self._search = Search()
            rows, found = await asyncio.to_thread(self._look, search, ask(words))
            if search.stopped:
                continue
            if words != self._told:
                self.at, self._told = "", words
            self._tell(rows, found, ask(words))

    def _look(self, search: Search, asked: Asked | None) -> tuple[tuple[Row, ...], Found]:
        found = search.run(self._index, asked, self._near)
        return tuple(_row(hit, asked) for hit in found.hits), found

    def _tell(self, rows: tuple[Row, ...], found: Found, asked: Asked | None) -> None:
        self._hits = dict(zip((row.key for row in rows), found.hits, strict=True))
        self._found = found
        at = self.at
        self.rows.rows = rows
        # The cursor stays on its record while more comes in, and begins anew with other words.
        if not (at and self.rows.move_to_key(at)):
            self.rows.cursor = 0
        self.rows.display = bool(rows)
        self.page.display = not rows
        self.page.blocks = self._nothing(asked)
        self.top.left = safe((Span("Find", "strong"), Span(f"  {self._count(asked)}", "quiet")))
        self.top.right = safe((Span(self._state(), "quiet"),))

    def _count(self, asked: Asked | None) -> str:
        total = self._found.total
        if asked is None:
            return "in all briefs"
        records = f"{total:,} record{'' if total == 1 else 's'}"
        return records + (f", the best {LIMIT} of them here" if total > LIMIT else "")

    def _state(self) -> str:
        done, count = self.progress
        if self.trouble:
            return self.trouble
        if done < count:
            return f"{done:,} of {count:,} briefs"
        seen = self._found.briefs
        return f"{seen:,} brief{'' if seen == 1 else 's'}" if seen else "reading the briefs …"

    def _nothing(self, asked: Asked | None) -> tuple[Block, ...]:
        if asked is None:
            wrong = wrong_in(self.words)
            return (Heading((Span(wrong, "warning"),), level=1),) if wrong else _WHAT_CAN_BE_ASKED
        done, count = self.progress
        yet = " yet" if done < count or not self._found.briefs else ""
        return (Heading((Span(f"No record holds “{self.words}”{yet}"),), level=1),)


def _row(hit: Hit, asked: Asked | None) -> Row:
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
