"""A tab's pane: the list of its rows beside the page of the row under the cursor."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import reactive

from tui.blocks import Block, Heading, Row, Span
from tui.output.text import nothing
from tui.section import Section
from tui.telling.view import View
from tui.widgets.page import Page
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.widgets import Input


class Pane(Horizontal):
    """One section on screen. Where there is room for one only, the page takes the list's place."""

    view: reactive[View | None] = reactive(None, always_update=True, init=False, repaint=False)
    reading: reactive[bool] = reactive(False)
    """Whether the reader is in the page; on a narrow screen it is then alone."""

    def __init__(self, section: Section, view: View | None, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.section = section
        self.list = RowList()
        self.page = Page()
        self.words = ""
        """What the rows are filtered by."""
        self._shown = ""
        self._behind = True
        """Whether the view is newer than what the list and the page tell."""
        self.set_reactive(Pane.view, view)
        # Before the first layout, so that the first paint has everything.
        self._fill()

    def compose(self) -> ComposeResult:
        yield self.list
        yield self.page

    def watch_view(self) -> None:
        """Tell of another state of the brief; list and page stay where they are."""
        self._behind = True
        if self.is_attached and self.display:
            self.catch_up()

    def catch_up(self) -> None:
        """Tell what came while another tab was in front."""
        if self._behind:
            self._fill()

    def watch_reading(self) -> None:
        """Show the page alone where there is room for one only."""
        self.set_class(self.reading, "-reading")

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()
        self._tell(event.row.key if event.row else "")

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.reading = True
        self.page.focus()

    def leave_page(self) -> bool:
        """Go back to the list; say whether the reader was in the page."""
        if not self.reading or not self.list.rows:
            return False
        self.reading = False
        self.list.focus()
        return True

    def settle_focus(self) -> None:
        """Give the keys to the list or the page, unless something here has them already."""
        here = self.screen.focused
        if here is None or self not in here.ancestors:
            self.focus_body()

    def focus_body(self) -> None:
        """Give the keys to the list, or to the page where the reader is in it."""
        alone = not self.list.rows
        (self.page if self.reading or alone else self.list).focus()

    def open_filter(self) -> None:
        """Ask for words to filter the list by; it follows as they are typed."""
        from textual.widgets import Input  # noqa: PLC0415  (not for the first paint)

        found = self.query(Input)
        field = found.first() if found else Input(placeholder="words to filter by", compact=True)
        if not found:
            self.mount(field)
        # At once, so that no letter typed after the key goes elsewhere.
        self.screen.set_focus(field)

    def clear_filter(self) -> bool:
        """Show all rows again; say whether there was a filter."""
        fields = self.query("Input")
        if not fields:
            return False
        fields.remove()
        self.words = ""
        self._fill()
        self.focus_body()
        return True

    def on_input_changed(self, event: "Input.Changed") -> None:
        event.stop()
        self.words = event.value
        self._fill()

    def on_input_submitted(self, event: "Input.Submitted") -> None:
        event.stop()
        self.focus_body()

    def _fill(self) -> None:
        if self.view is None:
            return
        self._behind = False
        self.list.rows = self._passing(self.section.rows(self.view))
        self.set_class(not self.list.rows, "-empty")
        row = self.list.current
        self._tell(row.key if row else "", again=True)

    def _passing(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        from tui.filter import Sieve, parse_query  # noqa: PLC0415  (the first paint filters nothing)

        return Sieve(self.view, rows).passing(parse_query(self.words)) if self.words else rows

    def _tell(self, key: str, *, again: bool = False) -> None:
        """Put a record on the page; a page already told of stays at its line."""
        if self.view is None or (key == self._shown and not again):
            return
        fresh = key != self._shown
        self._shown = key
        blocks = self.section.detail(self.view, key) if key else self._nothing()
        self.page.blocks = self._placed(blocks)
        if fresh:
            self.page.scroll_home(animate=False)

    def _nothing(self) -> tuple[Block, ...]:
        if not self.words:
            return nothing(self.section)
        head = (Span(f"No row holds “{self.words}”"),)
        return Heading(head, level=1), Heading(
            (Span("Esc shows all of them again", "quiet"),), level=3
        )

    def _placed(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Say beside the title where in its file the record stands."""
        row = self.list.current
        if not (row and row.spot.file and blocks and isinstance(blocks[0], Heading)):
            return blocks
        where = Span(f"{Path(row.spot.file).name}:{row.spot.line}", "source")
        aside = (*blocks[0].aside, Span("  "), where) if blocks[0].aside else (where,)
        return (blocks[0]._replace(aside=aside), *blocks[1:])
