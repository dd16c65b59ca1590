"""A text to be selected by hand, where no clipboard could be reached, or none is sure of it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.blocks import Code, Span
from tui.rendering.ink import safe, wrap
from tui.screens.seeking import Seeking
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.page import Page

HOW = "shift and drag selects, as the terminal does it"


class CopiedScreen(Seeking[None]):
    """The text that was copied last, alone on the screen, from edge to edge."""

    CSS_PATH = "above.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,h,left", "back", "back", id="copied.back", tooltip="Back to where one was"),
    ]

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

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
        """Take the marks of a search off, else leave."""
        if not self.end_search():
            self.dismiss(None)
