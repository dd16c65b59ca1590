"""The divider between a list and its page, and the share of the width the list has."""

from dataclasses import dataclass

from textual.app import RenderResult
from textual.events import Click, MouseDown, MouseMove, MouseUp
from textual.message import Message
from textual.widget import Widget

WIDE = 90
"""Columns from which on there is room for a list and a page; below, the style sheet shows one."""
LEAST, MOST = 15.0, 75.0
"""Percent of the width that a list may have."""


class Split(Widget):
    """One column between two widgets. Drag it to move it; double click to put it back."""

    ALLOW_SELECT = False

    @dataclass
    class Shared(Message):
        """The list is to have another share of the width, here and wherever a list has a page."""

        share: float
        """In percent; 0: what the style sheet gives it."""

    def __init__(self, within: Widget, left: Widget) -> None:
        """`within`: what it divides; `left`: what has the share."""
        super().__init__()
        self._within = within
        self._left = left
        self._share = 0.0
        self._width = ""

    def render(self) -> RenderResult:
        """Nothing but its border."""
        return ""

    def divide(self, share: float) -> None:
        """Give the list a share of the width, in percent; 0: what the style sheet gives it."""
        self._share = share
        self.fit()

    def fit(self) -> None:
        """Apply the share where there is room for two."""
        share = self._share
        width = f"{share:g}%" if share and self.app.size.width >= WIDE else ""
        # Textual lays the screen out again for a style that is set, changed or not.
        if width == self._width:
            return
        self._width = width
        styles = self._left.styles
        styles.width = width or None
        styles.min_width = 1 if width else None
        styles.max_width = "100%" if width else None

    def move(self, by: int) -> bool:
        """Ask to be some columns further right, or left; return whether it is in view."""
        shown = bool(self.region.width)
        if shown:
            self._ask(self.region.x + by)
        return shown

    def _ask(self, column: int) -> None:
        # Half a column more: percents are cut down to whole columns.
        column -= self._within.region.x
        share = round(100 * (column + 0.5) / self._within.region.width, 2)
        self.post_message(self.Shared(max(LEAST, min(share, MOST))))

    def on_mouse_down(self, event: MouseDown) -> None:
        event.stop()
        self.capture_mouse()
        self.add_class("-held")

    def on_mouse_move(self, event: MouseMove) -> None:
        if self.has_class("-held"):
            event.stop()
            self._ask(event.screen_x)

    def on_mouse_up(self, event: MouseUp) -> None:
        event.stop()
        self.release_mouse()
        self.remove_class("-held")

    def on_click(self, event: Click) -> None:
        event.stop()
        if event.chain == 2:
            self.post_message(self.Shared(0.0))
