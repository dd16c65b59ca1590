"""The line at the top, with what is read and whether it is current; also used for other lines."""

from collections.abc import Mapping
from types import MappingProxyType

from textual.events import Click
from textual.reactive import reactive

from tui.blocks import Line, Role, Span
from tui.presentation.header import BETWEEN
from tui.rendering.ink import cut, pad, width_of
from tui.widgets.line_widget import LineWidget


class HeaderBar(LineWidget):
    """One line with something at its left and something at its right edge."""

    ALLOW_SELECT = True

    left: reactive[Line] = reactive(())
    right: reactive[Line] = reactive(())
    PRESSES = "key:"
    """What the link of a part begins with that names a key: a click there presses it."""
    acts: Mapping[Role, str] = MappingProxyType({})
    """The action of the screen that a click on a part in some role runs."""

    def on_click(self, event: Click) -> None:
        if self.text_selection:
            return
        end = 0
        for span in self.line():
            end += width_of((span,))
            if event.x < end:
                if span.link.startswith(self.PRESSES):
                    self.app.simulate_key(span.link.removeprefix(self.PRESSES))
                elif act := self.acts.get(span.role):
                    self.call_later(self.app.run_action, act, self.screen)
                return

    def line(self) -> Line:
        """The whole line; the left gives way to the right."""
        width = self.size.width
        left, right = self.app.typesetter.line(self.left), self.app.typesetter.line(self.right)
        # The title keeps half of a narrow line, as far as it needs it.
        kept = min(width_of(left) + 2, width // 2)
        (between,) = self.app.typesetter.line((BETWEEN,))
        # A mark of handling keeps all it needs: it is the last thing to give way.
        if right and right[-1].role == "handling":
            kept = min(kept, max(width - width_of(right[-1:]) - 1, 0))
        right = _ending((*right, Span(" ")), max(width - kept, 0), between)
        left = cut((Span(" "), *left), max(width - width_of(right) - 1, 0))
        return (*pad(left, width - width_of(right)), *right)


def _ending(line: Line, room: int, between: Span) -> Line:
    """The last parts of a line that fit: whether it is up to date is right of its date."""
    while width_of(line) > room and between in line:
        line = line[line.index(between) + 1 :]
    return cut(line, room)
