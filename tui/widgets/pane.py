"""A tab's pane: the list of its rows beside the page of the row under the cursor."""

from typing import TYPE_CHECKING, TypeAlias

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.widget import AwaitMount, Widget

from tui.blocks import Block, Row
from tui.presentation.view import View
from tui.rendering.text import none_passes, nothing
from tui.rendering.words import words_of, words_of_row
from tui.section import Section, with_location
from tui.widgets.drawn import Drawn
from tui.widgets.ordered import Ordered
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.filter import Sieve, Vocabulary

_Told: TypeAlias = tuple[tuple[Block, ...], tuple[Block, ...]]


class Pane(Horizontal, Ordered):
    """One section on screen. Where there is room for one only, the page takes the list's place."""

    view: reactive[View | None] = reactive(None, always_update=True, init=False, repaint=False)

    def __init__(self, section: Section, view: View | None, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.section = section
        self._shown = ""
        self._texts: dict[str, str] = {}
        """What rows and their pages say, for searching; of this state of the brief."""
        self._states: tuple[_Told, _Told] = (((), ()), ((), ()))
        """The page before and now: each without what is told of changes, and with it."""
        self._behind = True
        """Whether the view is newer than what the list and the page tell."""
        self.set_reactive(Pane.view, view)
        # Before the first layout, so that the first paint has everything.
        self._fill()

    def compose(self) -> ComposeResult:
        self.divide(self.app.share)
        if self.order_line is not None:
            yield self.order_line
        yield self.list
        yield self.rule
        yield self.page
        if self.filter_line is not None:
            yield self.filter_line

    def come_into(self, switcher: Widget) -> None:
        """Be one of its panes. Nothing is drawn before list and page are there: it would flash."""
        self.display = False
        switcher.run_worker(self._drawn_whole(switcher.mount(self)))

    async def _drawn_whole(self, mounting: AwaitMount) -> None:
        with self.app.batch_update():
            await mounting

    def in_order(self) -> tuple[Row, ...]:
        """The rows of this state of the brief in the order the reader chose."""
        if self.view is None:
            return ()
        rows = self.section.listed(self.view)
        if not self.order:
            return rows
        from tui.sorting import arranged  # noqa: PLC0415  (only where somebody sorts)

        return arranged(self.view, rows, self.order, in_order=self.section.in_order)

    def watch_view(self) -> None:
        """Tell of another state of the brief; list and page stay where they are."""
        self._behind = True
        self._texts.clear()
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
        self.tell_row()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.reading = True
        self.page.focus()

    def on_descendant_focus(self) -> None:
        """Whoever gives the list the keys, by the mouse or a label, is no longer in the page."""
        if self.screen.focused is self.list:
            self.reading = False

    def leave_page(self) -> bool:
        """Go back to the list; say whether the reader was in the page."""
        if not self.reading or not self.list.rows:
            return False
        self.reading = False
        self.list.focus()
        return True

    def settle_focus(self) -> None:
        """Give the keys to the list or the page, unless they are here, or in a line of the screen.

        Somebody may have begun to search before this is drawn, or have gone to another tab.
        """
        if not self.display:
            return
        here = self.screen.focused
        elsewhere = here is not None and not any(isinstance(each, Pane) for each in here.ancestors)
        if not elsewhere and (here is None or self not in here.ancestors):
            self.focus_body()

    def focus_body(self) -> None:
        """Give the keys to the list, or to the page where the reader is in it."""
        self.body.focus()

    @property
    def body(self) -> Drawn:
        """The list, or the page where the reader is in it."""
        return self.page if self.reading or not self.list.rows else self.list

    def make_sieve(self) -> "Sieve":
        """The rows of this state of the brief."""
        from tui.filter import Sieve  # noqa: PLC0415  (loaded by the line)

        return Sieve(self.view, self.rows)

    def vocabulary(self) -> "Vocabulary | None":
        """What is named in the brief."""
        from tui.filter import vocabulary  # noqa: PLC0415  (loaded by the line)

        return vocabulary(self.view) if self.view else None

    def tell_row(self) -> None:
        """Put the row under the cursor on the page."""
        # Of several moves on their way only the last is of interest.
        row = self.list.current
        self._tell(row.key if row else "")

    def text_of(self, row: Row) -> str:
        """What a row and its page say, ready for `Pattern.holds`."""
        if row.key not in self._texts and self.view is not None:
            page = words_of(self.section.detail(self.view, row.key))
            self._texts[row.key] = f"{words_of_row(row)}\n{page}"
        return self._texts.get(row.key, "")

    def _fill(self) -> None:
        if self.view is None:
            return
        self._behind = False
        self.set_rows(self.in_order())
        self.take_up()

    def show(self, rows: tuple[Row, ...]) -> None:
        """List some rows, and tell of the one under the cursor."""
        self.list.rows = rows
        self.set_class(not rows, "-empty")
        row = self.list.current
        self._tell(row.key if row else "", again=True)

    def _tell(self, key: str, *, again: bool = False) -> None:
        """Put a record on the page; a page already told of stays at its line."""
        if self.view is None or (key == self._shown and not again):
            return
        fresh = key != self._shown
        self._shown = key
        empty = none_passes(self.filter) if self.rows else nothing(self.section)
        blocks = self.section.detail(self.view, key) if key else empty
        row = self.list.current
        self.page.about = row.subject if row and key not in self.view.register.by_key else ""
        plain = with_location(row, blocks)
        states = (self._states[1], (plain, self.since(plain)))
        self._states = states
        if fresh:
            self.page.start_at(0)
        elif self.page.scroll_offset.y:
            # What is told above the line one reads must not push that line away.
            before, now = (self._height(*each) for each in states)
            self.page.move_by(now - before)
        self.page.blocks = states[1][1]

    def _height(self, plain: tuple[Block, ...], whole: tuple[Block, ...]) -> int:
        """How many lines are told of what changed."""
        return 0 if plain is whole else self.page.height_of(whole) - self.page.height_of(plain)

    def since(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Say below the title what changed since the reader last read it."""
        row = self.list.current
        if row is None or self.view is None or not self.view.changes:
            return blocks
        from tui.presentation.changes import with_changes  # noqa: PLC0415  (nothing is unread at first)

        return with_changes(self.view, row, blocks)
