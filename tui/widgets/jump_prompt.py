"""The line in the place of the footer that takes the letters of jump labels."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message import Message

from tui.blocks import Line, Span
from tui.widgets.line_widget import LineWidget


class JumpPrompt(LineWidget, can_focus=True):
    """Has the focus while labels are shown; any key that is no letter ends them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", id="labels.leave", tooltip="Go nowhere"),
    ]

    @dataclass
    class Typed(Message):
        """The letters so far."""

        letters: str

    @dataclass
    class Left(Message):
        """The reader wants no labels any more."""

    def __init__(self) -> None:
        super().__init__()
        self._letters = ""

    def line(self) -> Line:
        """A hint, and what was typed."""
        hint = Span(" type the letters of where to go; any other key leaves  ", "quiet")
        return (hint, Span(self._letters, "strong"))

    def on_key(self, event: Key) -> None:
        # At once, and none of them a key of anything else.
        event.stop()
        event.prevent_default()
        letter = (event.character or "").lower()
        if event.key == "backspace" and self._letters:
            self._letters = self._letters[:-1]
        elif letter.isalpha():
            self._letters += letter
        else:
            self.action_leave()
            return
        self.refresh()
        self.post_message(self.Typed(self._letters))

    def on_blur(self) -> None:
        self.action_leave()

    def action_leave(self) -> None:
        """End the labels."""
        self.post_message(self.Left())
