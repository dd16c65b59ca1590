"""A line to name something in: a new brief, a filter."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.blocks import Line, Span
from tui.commands import bindings
from tui.rendering.ink import safe
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.note import Note


class NameScreen(ModalScreen[str | None]):
    """Ends with what was typed and accepted, or with nothing on Esc."""

    CSS_PATH = "above.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("name")]

    def __init__(
        self,
        title: str,
        at_first: str,
        describe: Callable[[str], Line],
        accept: Callable[[str], Line],
    ) -> None:
        """`at_first` is in the line when it opens.

        `describe` says what Enter would do with what is typed. `accept` is called on Enter; what it
        returns is why that is refused, and empty where it is accepted.
        """
        super().__init__()
        self._title = title
        self._at_first = at_first
        self._describe, self._accept = describe, accept

    def compose(self) -> ComposeResult:
        with Vertical():
            yield HeaderBar(id="top")
            yield Input(self._at_first, compact=True, select_on_focus=False)
            yield Note()
            yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(HeaderBar).left = safe((Span(self._title, "strong"),))
        self.query_one(Input).focus()
        self._say(self._describe(self._at_first.strip()))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._say(self._describe(event.value.strip()))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        typed = event.value.strip()
        if refused := self._accept(typed):
            self._say(refused)
        else:
            self.dismiss(typed)

    def _say(self, line: Line) -> None:
        self.query_one(Note).content = safe(line)

    def action_close(self) -> None:
        """End with nothing."""
        self.dismiss(None)
