"""The line one types into what one seeks; it stays, with the count, as long as it is sought."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from tui.blocks import Line
from tui.commands import bindings
from tui.rendering.ink import safe
from tui.widgets.bars import Bar
from tui.widgets.prompt import Prompt


class SeekLine(Horizontal):
    """Words at the left, how often they were found at the right."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]

    @dataclass
    class Typed(Message):
        """The words are others now."""

        words: str

    @dataclass
    class Kept(Message):
        """The reader is content with what was found."""

    @dataclass
    class Left(Message):
        """The reader wants to be where the search began."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.input = Input(words, placeholder="search", compact=True, select_on_focus=False)
        self.count = Bar()

    def compose(self) -> ComposeResult:
        yield Prompt("/")
        yield self.input
        yield self.count

    def tell(self, line: Line) -> None:
        """Say what was found so far."""
        self.count.right = safe(line)

    def settle(self) -> None:
        """Stay, but take no more letters."""
        self.input.can_focus = False

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Kept())

    def action_leave(self) -> None:
        """Give the search up."""
        self.post_message(self.Left())
