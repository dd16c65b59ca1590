"""A tab's pane: the list of its rows beside the page of the row under the cursor."""

from typing import Literal

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.widget import AwaitMount, Widget

from tui.blocks import Row
from tui.presentation.view import View
from tui.rendering.text import none_passes, nothing
from tui.section import Section
from tui.session.history import Stop
from tui.widgets.host import HostApp
from tui.widgets.line_view import LineView
from tui.widgets.list_filter import ListFilter
from tui.widgets.list_position import ListPosition
from tui.widgets.page import Page
from tui.widgets.row_detail import Annotate, RowDetail, with_unread_changes
from tui.widgets.row_list import RowList
from tui.widgets.sort_bar import ListOrder
from tui.widgets.split import Split


class ListDetail(Horizontal):
    """One section on screen. Where there is room for one only, the page takes the list's place."""

    app: "HostApp"

    view: reactive[View | None] = reactive(None, always_update=True, init=False, repaint=False)
    reading: reactive[bool] = reactive(False, repaint=False, toggle_class="-reading")
    """Whether the reader is in the page; on a narrow screen it is then alone."""

    def __init__(
        self,
        section: Section,
        view: View | None,
        *,
        choose: Literal["read", "message"] = "read",
        annotate: Annotate | None = with_unread_changes,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """`choose`: whether choosing a row moves to its page, or is left to the screen.

        `annotate` adds to the page of a row.
        """
        super().__init__(id=id)
        self.section = section
        self._choose = choose
        self.list = RowList()
        self.page = Page()
        self.split = Split(self, self.list)
        self.detail = RowDetail(self.page, section, annotate)
        self.filter = ListFilter(
            self, self.show_rows, lambda: self.body, lambda: self.shown, self._open_rows
        )
        self.order = ListOrder(
            self, section, lambda: self.view, lambda: self.filter.set_rows(self.order.rows())
        )
        self.position = ListPosition(
            self.list, self.page, self.filter, self.order, self.update_page
        )
        self._behind = True
        """Whether the view is newer than list and page."""
        self.set_reactive(ListDetail.view, view)
        # Before the first layout, so that the first paint has everything.
        self.catch_up()

    def compose(self) -> ComposeResult:
        self.split.divide(self.app.share)
        if self.order.bar is not None:
            yield self.order.bar
        yield self.list
        yield self.split
        yield self.page
        if self.filter.bar is not None:
            yield self.filter.bar

    def watch_view(self) -> None:
        """Show another state of the brief; list and page stay where they are."""
        self._behind = True
        if self.is_attached and self.display:
            self.catch_up()

    def catch_up(self) -> None:
        """Show what came while another tab was in front."""
        if self._behind and self.view is not None:
            self._behind = False
            self.filter.set_rows(self.order.rows())
            self.position.go_to_pending()

    @property
    def shown(self) -> View | None:
        """What list and page show: the view, without what is marked if the filter hides that."""
        return self._open if self.filter.hides_marked else self.view

    @property
    def _open(self) -> View | None:
        from tui.presentation.without_marked import without_marked  # noqa: PLC0415  (seldom asked)

        return without_marked(self.view) if self.view is not None else None

    def _open_rows(self) -> tuple[Row, ...]:
        """All rows as they are without what is marked."""
        return self.order.rows(self._open)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """List some rows, and show the one under the cursor."""
        self.list.rows = rows
        self.set_class(not rows, "-empty")
        self.update_page(again=True)

    def update_page(self, *, again: bool = False) -> None:
        """Show the row under the cursor on the page; `again`: though it is there already."""
        if (shown := self.shown) is not None:
            filtered = self.filter.rows
            empty = none_passes(self.filter.text) if filtered else nothing(self.section)
            if failure := self.order.failure or self.filter.failure:
                empty = failure.page
            self.detail.show(shown, self.list.current, empty, again=again)

    def on_resize(self) -> None:
        """There may be room for two now, or no more."""
        self.split.fit()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()
        self.update_page()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        if self._choose == "read":
            event.stop()
            self.reading = True
            self.page.focus()

    def on_descendant_focus(self) -> None:
        """Leave the page when the list is focused, by the mouse or a jump label."""
        if self.screen.focused is self.list:
            self.reading = False

    @property
    def body(self) -> LineView:
        """What has the focus: the list, or the page where the reader is in it."""
        return self.page if self.reading or not self.list.rows else self.list

    def leave_page(self) -> bool:
        """Go back to the list; return whether the reader was in the page."""
        if not self.reading or not self.list.rows:
            return False
        self.reading = False
        self.list.focus()
        return True

    def settle_focus(self) -> None:
        """Focus the list or the page, unless the focus is here, or in a line of the screen.

        Somebody may have begun to search before this is drawn, or have gone to another tab.
        """
        here = self.screen.focused
        within = here.ancestors if here is not None else []
        elsewhere = here is not None and not any(isinstance(each, ListDetail) for each in within)
        if self.display and not elsewhere and self not in within:
            self.body.focus()

    def show_stop(self, stop: Stop) -> None:
        """Go to an entry of the history, as it was left."""
        self.position.show(stop)
        self.reading = stop.reading
        self.body.focus()
        self.call_after_refresh(self.position.scroll_as, stop)

    def zoom(self) -> None:
        """Give the page the whole screen, or the list its place back."""
        self.toggle_class("-zoomed")
        self.reading = self.has_class("-zoomed")
        self.body.focus()


def mount_hidden(pane: ListDetail, switcher: Widget) -> None:
    """Mount a pane; nothing of it is drawn before list and page are there: it would flash."""
    pane.display = False
    switcher.run_worker(_mounted(pane, switcher.mount(pane)))


async def _mounted(pane: ListDetail, mounting: AwaitMount) -> None:
    with pane.app.batch_update():
        await mounting
