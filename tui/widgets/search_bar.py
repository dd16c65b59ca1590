"""The line to search in; it stays, with the count of hits, until the search ends."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from tui.blocks import Line
from tui.rendering.ink import safe
from tui.widgets.header import HeaderBar
from tui.widgets.prompt import Prompt


class SearchBar(Horizontal):
    """The words at the left, how often they were found at the right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape", "leave", "leave", id="seek.leave", tooltip="Back to where the search began"
        ),
    ]

    @dataclass
    class Typed(Message):
        """The words changed."""

        words: str

    @dataclass
    class Kept(Message):
        """The reader keeps the search and goes back to the list or page."""

    @dataclass
    class Left(Message):
        """The reader wants to go back to where the search began."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.input = Input(words, placeholder="search", compact=True, select_on_focus=False)
        self.count = HeaderBar()

    def compose(self) -> ComposeResult:
        yield Prompt("/")
        yield self.input
        yield self.count

    def show_count(self, line: Line) -> None:
        """Show what was found so far."""
        self.count.right = safe(line)

    def settle(self) -> None:
        """Stay in view, but take no more letters."""
        self.input.can_focus = False

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Kept())

    def action_leave(self) -> None:
        """End the search."""
        self.post_message(self.Left())
