"""A brief on screen: the line at the top, the tabs, the active tab's pane, the keys."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import ContentSwitcher

from tui.blocks import Row, Span
from tui.output.ink import safe
from tui.section import Section
from tui.sections import sections
from tui.telling import standing
from tui.telling.view import View
from tui.trail import Stop, Trail
from tui.widgets.bars import Bar, TabBar, TabLabel
from tui.widgets.hints import Hints
from tui.widgets.page import Page
from tui.widgets.pane import Pane

if TYPE_CHECKING:
    from tui.screens.problems import ProblemsScreen

TABS = tuple(
    Binding(str(s.number), f"tab({s.number})", s.title, show=False, id=f"tab.{s.name}")
    for s in sections()
)


class BriefScreen(Screen[None]):
    """One brief. Its view comes from above; its panes and bars are told of it."""

    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] = [(0, "-narrow"), (90, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *TABS,
        Binding("left_square_bracket", "step(-1)", "‹ tab", id="tab.previous", key_display="["),
        Binding("right_square_bracket", "step(1)", "tab ›", id="tab.next", key_display="]"),
        Binding("tab", "other", "read", show=False, id="brief.other"),
        Binding("escape,h,left", "back", "back", id="brief.back"),
        Binding("H,backspace", "return", "where I was", show=False, id="brief.return"),
        Binding("L", "onward", "onward again", show=False, id="brief.onward"),
        Binding("d", "dossier", "dossier", id="brief.dossier"),
        Binding("z", "zoom", "zoom", show=False, id="brief.zoom"),
        Binding("exclamation_mark", "problems", "problems", id="brief.problems", key_display="!"),
        Binding("R,f5", "reload", "reload", show=False, id="brief.reload"),
    ]

    @dataclass
    class Reload(Message):
        """The reader wants the files read again."""

        path: Path

    view: reactive[View | None] = reactive(None, always_update=True)
    tab: reactive[int] = reactive(0)
    shrunk: reactive[bool] = reactive(False)

    top = query_one("#top", Bar)
    notice = query_one("#notice", Bar)
    tabs = query_one(TabBar)
    switcher = query_one(ContentSwitcher)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self._problems: ProblemsScreen | None = None
        self.trail = Trail()
        self._sections = {section.number: section for section in sections()}

    def compose(self) -> ComposeResult:
        yield Bar(id="top")
        yield TabBar()
        yield Bar(id="notice")
        first = self._pane(self._sections[self.tab])
        with ContentSwitcher(initial=first.id):
            yield first
        yield Hints()

    def on_mount(self) -> None:
        self._tell()
        self._focus()

    def on_screen_resume(self) -> None:
        self._focus()

    async def watch_tab(self) -> None:
        """Put another tab in front."""
        if self.children:
            await self._show(self.tab)

    def watch_view(self) -> None:
        """Hand the brief on to whatever shows a part of it."""
        if self.view is None:
            return
        if self.children:
            for pane in self.query(Pane):
                pane.view = self.view
        if self._problems is not None:
            self._problems.view = self.view
        self.call_after_refresh(self._count)
        self._tell()

    def watch_shrunk(self) -> None:
        """Say that what was read looks cut off."""
        self._tell()

    # --- drawing --------------------------------------------------------------------------------

    async def _show(self, number: int) -> None:
        section = self._sections[number]
        name = f"pane-{section.name}"
        # Textual gives the focus back to a pane that still has it, and with it the old tab.
        self.set_focus(None)
        if not self.query(f"#{name}"):
            await self.switcher.add_content(self._pane(section))
        self.switcher.current = name
        self._tell()
        self._focus()

    def _pane(self, section: Section) -> Pane:
        return Pane(section, self.view, id=f"pane-{section.name}")

    @property
    def pane(self) -> Pane | None:
        """The pane in front."""
        found = self.query(f"#pane-{self._sections[self.tab].name}").results(Pane)
        return next(found, None)

    def _focus(self) -> None:
        if self.children and (pane := self.pane):
            pane.call_after_refresh(pane.focus_body)

    def _tell(self) -> None:
        if not self.children:
            return
        numbers = list(self._sections)
        if not self.tabs.tabs:
            self.tabs.tabs = tuple(TabLabel(s.number, s.title) for s in self._sections.values())
        self.tabs.active = numbers.index(self.tab)
        if self.view is None:
            self.top.left = safe((Span(self.path.name, "strong"), Span("  reading …", "quiet")))
            return
        self.top.left = safe(standing.title(self.view, self.path))
        self.top.right = safe(standing.state(self.view))
        told = standing.trouble(self.view, shrunk=self.shrunk)
        self.notice.set_class(bool(told), "-told")
        self.notice.left = safe(told)

    def _count(self) -> None:
        """Work out what stands behind the titles of tabs; not needed for the first paint."""
        view = self.view
        if view is not None and self.children:
            self.tabs.tabs = tuple(
                TabLabel(s.number, s.title, s.badge(view)) for s in self._sections.values()
            )

    # --- keys -----------------------------------------------------------------------------------

    def on_tab_bar_picked(self, event: TabBar.Picked) -> None:
        self.tab = event.number

    def action_tab(self, number: int) -> None:
        """Show a tab by its number."""
        self.tab = number

    def action_step(self, by: int) -> None:
        """Show the next tab, or the one before; after the last comes the first."""
        numbers = list(self._sections)
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
        pane.remove_class("-zoomed")
        if not pane.leave_page():
            self.action_return()

    def action_return(self) -> None:
        """Go back to where the last name was followed from."""
        self._go_to(self.trail.back(self._place()))

    def action_onward(self) -> None:
        """Undo going back."""
        self._go_to(self.trail.forward(self._place()))

    def action_dossier(self) -> None:
        """Show everything the brief says of what the cursor is on."""
        pane = self.pane
        row = pane.list.current if pane else None
        key = (row.about or row.key) if row else ""
        if self.view is not None and key in self.view.register.by_key:
            self._open_dossier(key)

    def on_page_followed(self, event: Page.Followed) -> None:
        event.stop()
        self.go(event.key)

    def go(self, key: str) -> None:
        """Show a record where its tab shows it, else its dossier; the way back is remembered."""
        if self.view is None:
            return
        found = next((n for n, s in self._sections.items() if _has(s.rows(self.view), key)), None)
        if found is None:
            self._open_dossier(key)
            return
        self.trail.leave(self._place())
        self._go_to(Stop(found, key, reading=True))

    def _open_dossier(self, key: str) -> None:
        from tui.screens.dossier import DossierScreen  # noqa: PLC0415  (not the first screen)

        if self.view is not None:
            self.app.push_screen(DossierScreen(self.view, key), self._after_dossier)

    def _after_dossier(self, key: str | None) -> None:
        if key:
            self.go(key)

    def _place(self) -> Stop:
        pane = self.pane
        row = pane.list.current if pane else None
        scroll = pane.page.scroll_offset.y if pane else 0
        return Stop(self.tab, row.key if row else "", bool(pane and pane.reading), scroll)

    @work(exclusive=True, group="go")
    async def _go_to(self, stop: Stop | None) -> None:
        if stop is None:
            return
        self.tab = stop.tab
        await self._show(stop.tab)
        if pane := self.pane:
            pane.list.move_to_key(stop.key)
            pane.reading = stop.reading
            pane.focus_body()
            pane.call_after_refresh(pane.page.scroll_to, y=stop.scroll, animate=False)

    def action_zoom(self) -> None:
        """Give the page the whole screen, or take it back."""
        if pane := self.pane:
            pane.toggle_class("-zoomed")
            pane.reading = pane.has_class("-zoomed")
            pane.focus_body()

    def action_problems(self) -> None:
        """List what is wrong in the files of this brief."""
        from tui.screens.problems import ProblemsScreen  # noqa: PLC0415  (rarely the first screen)

        if self.view is not None:
            self._problems = ProblemsScreen(self.view)
            self.app.push_screen(self._problems)

    def action_reload(self) -> None:
        """Read the files again, whatever they say of themselves."""
        self.post_message(self.Reload(self.path))


def _has(rows: tuple[Row, ...], key: str) -> bool:
    return any(row.key == key for row in rows)
