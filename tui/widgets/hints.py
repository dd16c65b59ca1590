"""The line at the bottom: what can be pressed here. It changes with the focus."""

from textual.binding import Binding
from textual.events import Click
from textual.keys import format_key

from tui.blocks import Line, Span
from tui.output.ink import safe, width_of
from tui.widgets.drawn import OneLine


class Hints(OneLine):
    """Keys and what they do, the nearest to the focus first; each can be clicked.

    One widget in place of Textual's Footer, which makes one for each key at every change of focus.
    """

    def __init__(self) -> None:
        super().__init__()
        self._ends: list[tuple[int, Binding]] = []
        self._line: Line = ()

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self._gather())
        self._gather()

    def _gather(self) -> None:
        told: dict[str, tuple[str, Binding]] = {}
        for key, active in self.screen.active_bindings.items():
            binding = active.binding
            if binding.show and active.enabled:
                told.setdefault(binding.action, (binding.key_display or format_key(key), binding))
        line: list[Span] = [Span(" ")]
        self._ends = []
        for key, binding in told.values():
            line += safe((Span(key, "strong"), Span(f" {binding.description}", "quiet")))
            line.append(Span("   "))
            self._ends.append((width_of(tuple(line)), binding))
        self._line = tuple(line)
        self.refresh()

    def line(self) -> Line:
        """The whole line."""
        return self._line

    def on_click(self, event: Click) -> None:
        for end, binding in self._ends:
            if event.x < end:
                self.app.simulate_key(binding.key)
                return
