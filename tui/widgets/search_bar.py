"""The line a search is typed into; it stays, with the count, until the search ends."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from tui.blocks import Line
from tui.commands import bindings
from tui.rendering.ink import safe
from tui.widgets.header import HeaderBar
from tui.widgets.prompt import Prompt


class SearchBar(Horizontal):
    """Words at the left, the number of matches at the right."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]

    def __init__(
        self,
        change: Callable[[str], object],
        keep: Callable[[], object],
        cancel: Callable[[], object],
    ) -> None:
        """`change` is called with the words as they are typed, `keep` on Enter, `cancel` on Esc."""
        super().__init__()
        self._change, self._keep, self._cancel = change, keep, cancel
        self.input = Input(placeholder="search", compact=True, select_on_focus=False)
        self.count = HeaderBar()

    def compose(self) -> ComposeResult:
        yield Prompt("/")
        yield self.input
        yield self.count

    def show_count(self, line: Line) -> None:
        """Show what was found so far."""
        self.count.right = safe(line)

    def settle(self) -> None:
        """Stay, but take no more letters."""
        self.input.can_focus = False

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._change(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._keep()

    def action_leave(self) -> None:
        """Give the search up."""
        self._cancel()
