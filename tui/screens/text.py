"""A text to be selected by hand, where no clipboard could be reached, or none is sure of it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from tui.blocks import Code, Span
from tui.commands import bindings
from tui.rendering.ink import safe, wrap
from tui.widgets.focus import quiet_focus
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.page import Page
from tui.widgets.page_search import PageSearch

HOW = "shift and drag selects, as the terminal does it"


class TextScreen(Screen[None]):
    """The text that was copied last, alone on the screen, from edge to edge."""

    CSS_PATH = "above.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("copied")]

    focused = quiet_focus()

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.search = PageSearch(self)

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="top")
        yield Page()
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(HeaderBar).left = safe(
            (Span("The text", "strong"), Span(f"  {HOW}", "quiet"))
        )
        width = max(self.app.size.width - 2, 8)
        lines = (wrap(safe((Span(line, "code"),)), width) for line in self._text.split("\n"))
        page = self.query_one(Page)
        page.blocks = (Code(tuple(line for wrapped in lines for line in wrapped)),)
        page.focus()

    def action_back(self) -> None:
        """End the search, else leave."""
        if not self.search.end():
            self.dismiss(None)
