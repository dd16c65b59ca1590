"""A few things to choose from, each by one key, in a small window at the bottom."""

from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key
from textual.geometry import Region
from textual.screen import ModalScreen

from tui.blocks import Code, Line, Span
from tui.rendering.ink import safe
from tui.widgets.header import HeaderBar
from tui.widgets.host import HostApp
from tui.widgets.page import Page

NAMES = 18
"""Cells for names; what is told of each thing stands in a column of its own."""


class KeyChoice(NamedTuple):
    """One thing to choose."""

    key: str
    """The character that chooses it."""
    name: str
    preview: str
    """What it would be, in a line that may be cut."""


class ChooseScreen(ModalScreen[str]):
    """Ends with the key of what was chosen; with nothing on Esc."""

    CSS_PATH = "above.tcss"
    HEEDS_KEYS = True
    """It takes the keys itself: nothing on it ever has the focus."""

    def __init__(self, title: str, choices: tuple[KeyChoice, ...]) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._at = 0
        """The line that is read, where they are read one by one."""

    def compose(self) -> ComposeResult:
        with Vertical():
            yield HeaderBar(id="top")
            yield Page()

    def on_mount(self) -> None:
        bar, page = self.query_one(HeaderBar), self.query_one(Page)
        bar.left = safe((Span(self._title, "strong"),))
        leave = f"{HeaderBar.PRESSES}escape"
        bar.right = (Span("esc", "strong", leave), Span(" cancel", "quiet", leave))
        # Letters are answers here, and not movements of a page.
        page.can_focus = False
        write = _spoken_line if self._is_linear else _line
        page.blocks = (Code(tuple(write(each) for each in self._choices)),)
        self._show_cursor()
        if not self._is_linear:
            self.query_one(Vertical).styles.height = len(self._choices) + 3

    @property
    def _is_linear(self) -> bool:
        return isinstance(self.app, HostApp) and self.app.linear

    def _show_cursor(self) -> None:
        """Put the terminal's cursor at a choice, for who reads line by line."""
        if self._is_linear:
            self.call_after_refresh(self._point)

    def _point(self) -> None:
        page = self.query_one(Page)
        self._at = max(0, min(self._at, len(page.lines) - 1))
        page.scroll_to_region(Region(0, self._at, 1, 1), animate=False, force=True)
        page.reader.point(self._at)
        page.refresh()

    def on_key(self, event: Key) -> None:
        if event.key in {"up", "down"}:
            self._at += 1 if event.key == "down" else -1
            self._show_cursor()
        if event.key == "escape":
            event.stop()
            self.dismiss("")
        elif any(event.character == each.key for each in self._choices):
            event.stop()
            event.prevent_default()
            self.dismiss(event.character)

    def on_page_followed(self, event: Page.Followed) -> None:
        event.stop()
        self.dismiss(event.key)


def _spoken_line(choice: KeyChoice) -> Line:
    preview = f", {choice.preview}" if choice.preview else ""
    return (Span(f"{choice.key}: {choice.name}{preview}", "", choice.key),)


def _line(choice: KeyChoice) -> Line:
    """Every part of it is the choice, blanks too: it can be clicked anywhere."""
    name = Span(f"  {choice.name:{NAMES}}", "", choice.key)
    preview = Span(f"  {choice.preview}", "quiet", choice.key)
    return (Span(f" {choice.key}", "strong", choice.key), name, preview)
