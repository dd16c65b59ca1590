"""A brief on screen: the line at the top, the tabs, the active tab's pane, the keys."""

from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one
from textual.widgets import ContentSwitcher

from tui.blocks import CHANGED, PROBLEM, Role, Span
from tui.commands import bindings
from tui.presentation import header
from tui.presentation.facts import plain
from tui.presentation.selection import Selection
from tui.presentation.view import View
from tui.rendering.ink import safe
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
from tui.widgets.bars import Bar, TabBar, TabLabel
from tui.widgets.hints import Hints
from tui.widgets.pane import Pane

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
    Sizing,
    Editing,
    Inside,
    Forming,
    Copying,
    Linking,
):
    """One brief. Its view comes from above; its panes and bars are told of it."""

    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] = [(0, "-narrow"), (90, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("brief")]

    top = query_one("#top", Bar)
    notice = query_one("#notice", Bar)
    tabs = query_one(TabBar)
    switcher = query_one(ContentSwitcher)

    def compose(self) -> ComposeResult:
        yield Bar(id="top")
        yield TabBar()
        yield Bar(id="notice")
        first = self._pane(self.sections[self.tab])
        with ContentSwitcher(initial=first.id):
            yield first
        yield Hints()

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
            for pane in self.query(Pane):
                pane.view = view
        self.tell_problems(view)
        self.search_again()
        self.tell_changes(before, view)
        self.search_again()
        self.call_after_refresh(self._count)
        self.call_after_refresh(self.set_out)
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
            pane.come_into(self.switcher)
        self.switcher.current = name
        if front := self.pane:
            front.catch_up()
        self._tell()
        self.search_again()
        self._focus()

    def _pane(self, section: Section) -> Pane:
        pane = Pane(section, self.view, id=f"pane-{section.name}")
        self.resume_pane(pane)
        return pane

    @property
    def pane(self) -> Pane | None:
        """The pane in front."""
        found = self.query(f"#pane-{self.sections[self.tab].name}").results(Pane)
        return next(found, None)

    @property
    def selection(self) -> Selection | None:
        """The row under the cursor, and the name marked on its page while that is read."""
        row, view, pane = self.row, self.view, self.pane
        if row is None or view is None or pane is None:
            return None
        record = self.record
        written = record.spot if record and record.spot.file else row.spot
        return Selection(
            view,
            record.key if record else row.key,
            plain(row.title),
            self.sections[self.tab].title,
            row,
            pane.page.chosen if pane.reading else None,
            written.place if written.file else None,
            partial(pane.section.detail, view, row.key),
        )

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
        self.top.right = safe(header.state(self.view, read_only=self.app.settings.read_only))
        told = header.trouble(self.view, shrunk=bool(self.app.session.truncated))
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
        if not pane.leave_page() and not pane.clear_filter():
            self._go_on(self.app.history.back(self.stop()), "")

    def action_reach(self, by: int) -> None:
        """Let a picture around something reach half as far, or twice as far."""
        if self.view is not None:
            days = self.view.reach * 2 if by > 0 else self.view.reach // 2
            days = self.app.session.reach[self.path] = max(1, min(days, 640))
            self.view = replace(self.view, reach=days)
