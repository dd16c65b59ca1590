"""A brief on screen: the line at the top, the tabs, the active tab's pane, the keys."""

import asyncio
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import ContentSwitcher

from tui.blocks import CHANGED, PROBLEM, Role, Row, Span, plain
from tui.brief.aliases import other_names
from tui.brief.record import Record
from tui.brief.shown import shown
from tui.commands import bindings
from tui.failure.guard import guarded
from tui.presentation import header
from tui.presentation.selection import Selection
from tui.presentation.view import View
from tui.rendering.ink import safe
from tui.section import Section
from tui.sections import section_of, sections
from tui.session.history import Stop
from tui.state.positions import InBrief, InTab
from tui.widgets.breakpoints import set_breakpoint
from tui.widgets.focus import quiet_focus
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.host import HostApp
from tui.widgets.list_detail import ListDetail, mount_hidden
from tui.widgets.page import Page
from tui.widgets.page_search import PageSearch
from tui.widgets.tab_bar import TabBar, TabLabel

if TYPE_CHECKING:
    from tui.screens.form.write import FormEdit

CLICKED: dict[Role, str] = {
    CHANGED.role: "app.command('brief.changes')", PROBLEM.role: "app.command('brief.problems')",
    "warning": "app.command('brief.problems')", "stale": "app.command('brief.problems')",
    "good": "app.command('brief.reload')",
}  # fmt: skip
"""What a click at the top does: it opens the changes or the problems, or reloads the brief."""


class BriefScreen(Screen[None]):
    """One brief. Its view comes from above, and it hands that on to its panes and bars."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] = [(0, "-narrow"), (90, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("brief")]

    app: HostApp
    focused = quiet_focus()
    view: reactive[View | None] = reactive(None, always_update=True, init=False, repaint=False)
    tab: reactive[int] = reactive(0, init=False, repaint=False)

    top = query_one("#top", HeaderBar)
    notice = query_one("#notice", HeaderBar)
    tabs = query_one(TabBar)
    switcher = query_one(ContentSwitcher)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        """Of the brief, as the session knows it."""
        self.sections: dict[int, Section] = {each.number: each for each in sections()}
        self.search = PageSearch(self, lambda: other_names(self.view.brief) if self.view else ())
        self.position = InBrief()
        """Where the reader was at the last start; still so in tabs that were not opened yet."""
        self.pending: str | Stop | None = None
        """Where to go as soon as the brief is read: a record, a stop, or the brief if empty."""
        self.last_change: tuple[str, Stop | None] = ("", None)
        """The change that was last gone to, and where that was."""
        self.form_edits: list[tuple[FormEdit, ...]] = []
        """What forms have written in this run, the last one last."""

    def compose(self) -> ComposeResult:
        set_breakpoint(self)
        yield HeaderBar(id="top")
        yield TabBar()
        yield HeaderBar(id="notice")
        first = self._pane(self.sections[self.tab])
        with ContentSwitcher(initial=first.id):
            yield first
        yield KeyFooter()

    def on_mount(self) -> None:
        self.top.acts = self.notice.acts = CLICKED
        self._update_bars()
        self._focus()
        if pane := self.pane:
            # Now, and not after a refresh: who has the keys is seen at the first paint.
            self.set_focus(pane.body)
        self.call_after_refresh(self._count)
        self.call_after_refresh(self.go_to_pending)

    def on_screen_resume(self) -> None:
        self._focus()

    def watch_tab(self) -> None:
        """Show another tab."""
        if self.children:
            self._show_tab(self.tab)

    def watch_view(self, before: View | None, view: View | None) -> None:
        """Hand the brief on to whatever shows a part of it."""
        if view is None:
            return
        if self.children:
            for pane in self.query(ListDetail):
                pane.view = view
        self._show_news(before, view)
        self.search.repeat()
        self.call_after_refresh(self._count)
        self.call_after_refresh(self.go_to_pending)
        self._update_bars()

    # --- what is shown --------------------------------------------------------------------------

    def _show_tab(self, number: int) -> None:
        """Show the pane of a tab; it is made when it is first asked for."""
        section = self.sections[number]
        name = f"pane-{section.name}"
        # Textual gives the focus back to a pane that still has it, and with it the old tab.
        self.set_focus(None)
        if not self.query(f"#{name}"):
            mount_hidden(self._pane(section), self.switcher)
        self.switcher.current = name
        if front := self.pane:
            front.catch_up()
        self._update_bars()
        self.search.repeat()
        self._focus()

    def _pane(self, section: Section) -> ListDetail:
        pane = ListDetail(section, self.view, id=f"pane-{section.name}")
        front = section.name == self.position.tab
        place = self.position.tabs.get(section.name, InTab())
        pane.reading = front and self.position.reading
        pane.position.restore(place)
        pane.set_class(front and self.position.zoomed, "-zoomed")
        return pane

    def _focus(self) -> None:
        if self.children and (pane := self.pane):
            pane.call_after_refresh(pane.settle_focus)

    def _update_bars(self) -> None:
        if not self.query(TabBar):  # not made yet, or the application ends
            return
        numbers = list(self.sections)
        if not self.tabs.tabs:
            self.tabs.tabs = self._tab_labels()
        self.tabs.active = numbers.index(self.tab)
        if self.view is None:
            self.top.left = safe((Span(self.path.name, "strong"), Span("  reading …", "quiet")))
            return
        view, read_only = self.view, self.app.settings.read_only
        self.top.left = safe(header.title(view, self.path))
        self.top.right = guarded(
            "the state of the brief",
            lambda: safe(header.state(view, read_only=read_only)),
            lambda failure: view.fail("state", failure, failure.lines[0]),
        )
        trouble = header.trouble(view, truncated=bool(self.app.session.truncated))
        self.notice.set_class(bool(trouble), "-shown")
        self.notice.left = safe(trouble)

    def _tab_labels(self, counted: View | None = None) -> tuple[TabLabel, ...]:
        return tuple(
            TabLabel(each.number, each.title, each.counted(counted) if counted else "", each.digit)
            for each in self.sections.values()
        )

    @work(exclusive=True, group="count")
    async def _count(self) -> None:
        """Work out the counts behind the titles of tabs; not needed for the first paint."""
        if (view := self.view) is None:
            return

        # Not a worker in a thread: one that calls back while the application ends waits for ever.
        counted = await asyncio.to_thread(self._tab_labels, view)
        for bar in self.query(TabBar):
            bar.tabs = counted
        self._update_bars()  # which say so where a count failed

    def _show_news(self, before: View | None, view: View) -> None:
        """Say in one line what a reload changed; not while something else is in front."""
        if before is None or before.reading is view.reading or self.app.screen is not self:
            return
        from tui.screens.news import fresh_changes, show_news  # noqa: PLC0415  (nothing changed yet)

        def show() -> None:
            if self.query(KeyFooter) and (fresh := fresh_changes(before, view)):
                show_news(self, fresh, view)

        guarded("what changed", show, lambda failure: self.notify(failure.message))

    # --- what the cursor is on --------------------------------------------------------------------

    @property
    def pane(self) -> ListDetail | None:
        """The pane in front."""
        found = self.query(f"#pane-{self.sections[self.tab].name}").results(ListDetail)
        return next(found, None)

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.pane.list.current if self.pane else None

    @property
    def record(self) -> Record | None:
        """The record of the row under the cursor; not every row has one."""
        row = self.row
        if row is None or self.view is None:
            return None
        known = self.view.register.by_key
        return known.get(row.key) or known.get(row.subject)

    @property
    def selection(self) -> Selection | None:
        """The row under the cursor, and the name marked on its page while that is read."""
        row, view, pane = self.row, self.view, self.pane
        if view is None or pane is None:
            return None
        if row is None:
            return Selection(view, "")
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
            partial(pane.section.page, pane.shown or view, row.key),
        )

    # --- where the reader is ----------------------------------------------------------------------

    def restore(self, position: InBrief) -> None:
        """Begin where the reader was at the last start; before the screen is composed."""
        self.position = position
        number = next((n for n, s in self.sections.items() if s.name == position.tab), self.tab)
        self.set_reactive(BriefScreen.tab, number)

    def position_now(self) -> InBrief:
        """Where the reader is, to begin there at the next start."""
        front = self.pane
        tabs = {pane.section.name: pane.position.now() for pane in self.query(ListDetail)}
        return InBrief(
            self.sections[self.tab].name,
            {**self.position.tabs, **tabs},
            front is not None and front.reading,
            front is not None and front.has_class("-zoomed"),
            self.app.session.reach.get(self.path, View.reach),
        )

    def stop(self, dossier: str = "") -> Stop:
        """Where the reader is, to come back to; `dossier` is the key of one open above it."""
        pane = self.pane
        if pane is None:
            return Stop(self.path, self.tab, "")
        row = pane.list.current
        return Stop(
            self.path,
            self.tab,
            row.key if row else "",
            pane.reading,
            pane.page.scroll_offset.y,
            pane.list.cursor,
            pane.list.scroll_offset.y,
            pane.filter.text,
            dossier,
            pane.order.name,
        )

    # --- going somewhere --------------------------------------------------------------------------

    def go(self, key: str, dossier: str = "") -> None:
        """Show a record in its tab, else its dossier; the way back is remembered.

        `dossier`: the key of one that was open and is left for it.
        """
        if (view := self.view) is None:
            return
        if section := section_of(view, key):
            self.go_to_row(section.number, key, dossier)
        else:
            self.open_dossier(key)

    def go_to_row(self, tab: int, key: str, dossier: str = "") -> None:
        """Show the page of a row; the way back is remembered."""
        self.app.history.leave(self.stop(dossier))
        self.go_to(Stop(self.path, tab, key, reading=True))

    def go_to(self, stop: Stop) -> None:
        """Show a stop in this brief."""
        self.tab = stop.tab
        if pane := self.pane:
            pane.show_stop(stop)
        if self.view and stop.dossier in self.view.register.by_key:
            self.open_dossier(stop.dossier)

    def arrive(self, to: str | Stop) -> None:
        """Show a record or a stop as soon as the brief is read; an empty key is the brief itself.

        An id will do for a key; one that is unknown is reported. Whoever opens the brief has
        remembered where the reader was before.
        """
        self.pending = to
        self.go_to_pending()

    def go_to_pending(self) -> None:
        """Go where `arrive` was asked to, unless there is nothing to see yet."""
        to, view = self.pending, self.view
        if to is None or view is None or not self.children:
            return
        self.pending = None
        if isinstance(to, Stop):
            self.go_to(to)
            return
        record = view.register.by_key.get(to) or view.register.find(to)
        key = record.key if record else to
        if not to:
            self.go_to(Stop(self.path, 0, ""))
        elif section := section_of(view, key):
            self.go_to(Stop(self.path, section.number, key, reading=True))
        elif record:
            self.open_dossier(key)
        else:
            self.notify(shown(f"There is no record “{to}” in this brief"), severity="warning")

    def open_dossier(self, key: str) -> None:
        """Show the dossier of a record."""
        from tui.screens.dossier import DossierScreen  # noqa: PLC0415  (not for the first paint)

        if self.view is None:
            return
        screen = DossierScreen(self.view, key)

        def closed(to: str | None) -> None:
            if to:
                self.go(to, screen.key)

        self.app.push_screen(screen, closed)

    # --- keys and the mouse -----------------------------------------------------------------------

    def on_tab_bar_tab_activated(self, event: TabBar.TabActivated) -> None:
        self.tab = event.number

    def on_page_followed(self, event: Page.Followed) -> None:
        event.stop()
        self.go(event.key)

    def action_tab(self, number: int) -> None:
        """Show a tab by its number."""
        self.tab = number

    def action_step(self, by: int) -> None:
        """Show the next tab, or the previous one; after the last comes the first."""
        numbers = list(self.sections)
        self.tab = numbers[(numbers.index(self.tab) + by) % len(numbers)]

    def action_other(self) -> None:
        """Go from the list to the page, or back."""
        if (pane := self.pane) and not pane.leave_page():
            pane.list.action_choose()

    def action_reach(self, by: int) -> None:
        """Show half as many days around a round in its pictures, or twice as many."""
        if self.view is not None:
            days = self.view.reach * 2 if by > 0 else self.view.reach // 2
            days = self.app.session.reach[self.path] = max(1, min(days, 640))
            self.view = replace(self.view, reach=days)
