"""Jump labels: letters on everything in view that can be gone to; typing them goes there."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Key
from textual.geometry import Size
from textual.widget import Widget

from tui.blocks import Line, Span
from tui.commands import bindings
from tui.widgets.footer import KeyFooter
from tui.widgets.jump import JumpLabels, Target
from tui.widgets.line_widget import LineWidget


class JumpLine(LineWidget, can_focus=True):
    """Takes the letters in place of the footer, as long as labels are shown.

    Any other key ends them, and so does a screen of another size: the labels would be elsewhere.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("jump")]

    def __init__(
        self,
        targets: Mapping[str, tuple[JumpLabels, Target]],
        focus: Widget | None,
        before_going: Callable[[], object],
    ) -> None:
        """`targets` by their labels; `focus` gets the keys back; `before_going` is called first."""
        super().__init__()
        self.reached = targets
        self._focus = focus
        self._before_going = before_going
        self._letters = ""
        self._size_at_first = Size()
        self._ended = False

    def on_mount(self) -> None:
        self._size_at_first = self.screen.size
        self._paint()

    def line(self) -> Line:
        """What to do, and what was typed."""
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
        self._follow_letters()

    def _follow_letters(self) -> None:
        if target := self.reached.get(self._letters):
            self.action_leave()
            self._before_going()
            target[0].go_to(target[1])
        elif any(label.startswith(self._letters) for label in self.reached):
            self.refresh()
            self._paint()
        else:
            self.action_leave()

    def _paint(self) -> None:
        """Show what is still to be typed of the labels that begin with the letters."""
        shown: dict[JumpLabels, dict[int, list[tuple[int, int, str]]]] = defaultdict(dict)
        for label, (widget, target) in self.reached.items():
            lines = shown[widget]
            if label.startswith(self._letters):
                mark = (target.start, target.end, label[len(self._letters) :])
                lines.setdefault(target.line, []).append(mark)
        for widget, lines in shown.items():
            widget.show(lines)

    def on_resize(self) -> None:
        if self.screen.size != self._size_at_first:
            self.action_leave()

    def on_blur(self) -> None:
        self.action_leave()

    def action_leave(self) -> None:
        """Remove the labels and this line."""
        if self._ended:
            return
        self._ended = True
        for widget in {widget for widget, _ in self.reached.values()}:
            widget.show({})
        if self.has_focus:
            self.screen.set_focus(self._focus)
        self.screen.query_one(KeyFooter).display = True
        self.remove()
