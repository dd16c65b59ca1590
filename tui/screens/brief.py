"""A brief on screen: the line at the top, the tabs, the active tab's pane, the keys."""

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.reactive import reactive
from textual.widgets import ContentSwitcher

from tui.blocks import CHANGED, PROBLEM, Role, Span
from tui.presentation import header
from tui.presentation.view import View
from tui.rendering.ink import safe
from tui.screens.acts.bookmarking import BookmarkingRows
from tui.screens.acts.changes import Changes
from tui.screens.acts.copying import Copying
from tui.screens.acts.editing import Editing
from tui.screens.acts.filtering import Filtering
from tui.screens.acts.forming import Forming
from tui.screens.acts.inside import Inside
from tui.screens.acts.linking import Linking
from tui.screens.acts.looking import LookingAround
from tui.screens.acts.mending import Mending
from tui.screens.acts.resuming import Resuming
from tui.screens.acts.sizing import Sizing
from tui.section import Section
from tui.sections import sections
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.list_detail import ListDetail, mount_hidden
from tui.widgets.tab_bar import TabBar, TabLabel

TABS = tuple(
    Binding(
        str(s.number), f"tab({s.number})", s.title, show=False, id=f"tab.{s.name}", tooltip=s.about
    )
    for s in sections()
)

CLICKED: dict[Role, str] = {
    CHANGED.role: "changes", PROBLEM.role: "problems", "warning": "problems",
    "stale": "problems", "good": "reload",
}  # fmt: skip
"""What a click at the top does: to the changes, the problems; what is live is read again."""


class BriefScreen(
    LookingAround,
    Changes,
    Filtering,
    Mending,
    Resuming,
    BookmarkingRows,
    Sizing,
    Editing,
    Inside,
    Forming,
    Copying,
    Linking,
):
    """One brief. Its view comes from above; its panes and bars are told of it."""

    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] = [(0, "-narrow"), (90, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *TABS,
        Binding(
            "left_square_bracket", "step(-1)", "‹ tab", id="tab.previous", key_display="[",
            tooltip="The tab before; before the first comes the last",
        ),
        Binding(
            "right_square_bracket", "step(1)", "tab ›", id="tab.next", key_display="]",
            tooltip="The next tab; after the last comes the first",
        ),
        Binding(
            "tab", "other", "read", show=False, id="brief.other",
            tooltip="From the list to the page",
        ),
        Binding(
            "escape,h,left", "back", "back", id="brief.back",
            tooltip="Undo one step: the whole screen, the page, the filter, the way here",
        ),
        Binding(
            "+,=", "reach(-1)", "nearer", show=False, id="brief.nearer",
            tooltip="The pictures around a round reach half as far",
        ),
        Binding(
            "-", "reach(1)", "wider", show=False, id="brief.wider",
            tooltip="The pictures around a round reach twice as far",
        ),
    ]  # fmt: skip

    shrunk: reactive[bool] = reactive(False, init=False, repaint=False)

    top = query_one("#top", HeaderBar)
    notice = query_one("#notice", HeaderBar)
    tabs = query_one(TabBar)
    switcher = query_one(ContentSwitcher)

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.reach = View.reach
        """Days a picture around something reaches, as the reader last set it."""

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="top")
        yield TabBar()
        yield HeaderBar(id="notice")
        first = self._pane(self.sections[self.tab])
        with ContentSwitcher(initial=first.id):
            yield first
        yield KeyFooter()

    def on_mount(self) -> None:
        self.top.acts = self.notice.acts = CLICKED
        self._tell()
        self._focus()
        self.call_after_refresh(self._count)
        self.call_after_refresh(self.set_out)

    def on_screen_resume(self) -> None:
        self._focus()

    def watch_tab(self) -> None:
        """Put another tab in front."""
        if self.children:
            self.show(self.tab)

    def watch_view(self, before: View | None, view: View | None) -> None:
        """Hand the brief on to whatever shows a part of it."""
        if view is None:
            return
        if self.children:
            for pane in self.query(ListDetail):
                pane.view = view
        self.tell_problems(view)
        self.search_again()
        self.tell_changes(before, view)
        self.search_again()
        self.call_after_refresh(self._count)
        self.call_after_refresh(self.set_out)
        self._tell()

    def watch_shrunk(self) -> None:
        """Say that what was read looks cut off."""
        self._tell()

    # --- drawing --------------------------------------------------------------------------------

    def show(self, number: int) -> None:
        """Put the pane of a tab in front; it is made when it is first asked for."""
        section = self.sections[number]
        name = f"pane-{section.name}"
        # Textual gives the focus back to a pane that still has it, and with it the old tab.
        self.set_focus(None)
        if not self.query(f"#{name}"):
            pane = self._pane(section)
            mount_hidden(pane, self.switcher)
        self.switcher.current = name
        if front := self.pane:
            front.catch_up()
        self._tell()
        self.search_again()
        self._focus()

    def _pane(self, section: Section) -> ListDetail:
        pane = ListDetail(section, self.view, id=f"pane-{section.name}")
        self.resume_pane(pane)
        return pane

    @property
    def pane(self) -> ListDetail | None:
        """The pane in front."""
        found = self.query(f"#pane-{self.sections[self.tab].name}").results(ListDetail)
        return next(found, None)

    def _focus(self) -> None:
        if self.children and (pane := self.pane):
            pane.call_after_refresh(pane.settle_focus)

    def _tell(self) -> None:
        if not self.query(TabBar):  # not made yet, or the application ends
            return
        numbers = list(self.sections)
        if not self.tabs.tabs:
            self.tabs.tabs = tuple(TabLabel(s.number, s.title) for s in self.sections.values())
        self.tabs.active = numbers.index(self.tab)
        if self.view is None:
            self.top.left = safe((Span(self.path.name, "strong"), Span("  reading …", "quiet")))
            return
        self.top.left = safe(header.title(self.view, self.path))
        self.top.right = safe(header.state(self.view, read_only=self.app.read_only))
        told = header.trouble(self.view, shrunk=self.shrunk)
        self.notice.set_class(bool(told), "-told")
        self.notice.left = safe(told)

    @work(exclusive=True, group="count")
    async def _count(self) -> None:
        """Work out what stands behind the titles of tabs; not needed for the first paint."""
        import asyncio  # noqa: PLC0415  (Textual has imported it long before)

        if self.view is None:
            return
        # Not a worker in a thread: one that calls back while the application ends waits for ever.
        labels = await asyncio.to_thread(self._labels, self.view)
        for bar in self.query(TabBar):
            bar.tabs = labels

    def _labels(self, view: View) -> tuple[TabLabel, ...]:
        return tuple(TabLabel(s.number, s.title, s.badge(view)) for s in self.sections.values())

    # --- keys -----------------------------------------------------------------------------------

    def on_tab_bar_picked(self, event: TabBar.Picked) -> None:
        self.tab = event.number

    def action_tab(self, number: int) -> None:
        """Show a tab by its number."""
        self.tab = number

    def action_step(self, by: int) -> None:
        """Show the next tab, or the one before; after the last comes the first."""
        numbers = list(self.sections)
        self.tab = numbers[(numbers.index(self.tab) + by) % len(numbers)]

    def action_other(self) -> None:
        """Go from the list to the page, or back."""
        if (pane := self.pane) and not pane.leave_page():
            pane.list.action_choose()

    def action_back(self) -> None:
        """Leave the page for the list, and a list one was led to for where one came from."""
        pane = self.pane
        if pane is None:
            return
        if self.end_search():
            return
        pane.remove_class("-zoomed")
        if not pane.leave_page() and not pane.filter.clear():
            self._go_on(self.app.trail.back(self.stop()), "")

    def action_reach(self, by: int) -> None:
        """Let a picture around something reach half as far, or twice as far."""
        if self.view is not None:
            days = self.view.reach * 2 if by > 0 else self.view.reach // 2
            self.reach = max(1, min(days, 640))
            self.view = replace(self.view, reach=self.reach)
