"""The rule between a list and its page, which can be moved: by the mouse, or by who is above."""

from dataclasses import dataclass

from textual.app import RenderResult
from textual.events import Click, MouseDown, MouseMove, MouseUp
from textual.message import Message
from textual.widget import Widget

from tui.widgets.inked import Inked
from tui.widgets.placed import Placed

WIDE = 90
"""Columns from which on there is room for a list and a page; below, the style sheet shows one."""
LEAST, MOST = 15.0, 75.0
"""Percent of the width that a list may have."""


class Rule(Widget):
    """One column between two widgets. Dragged, it goes along; clicked twice, back where it was."""

    ALLOW_SELECT = False

    @dataclass
    class Dragged(Message):
        """The rule is to be at another column of the screen; None: where it is of itself."""

        x: int | None

    def render(self) -> RenderResult:
        """Nothing but its border."""
        return ""

    def on_mouse_down(self, event: MouseDown) -> None:
        event.stop()
        self.capture_mouse()
        self.add_class("-held")

    def on_mouse_move(self, event: MouseMove) -> None:
        if self.has_class("-held"):
            event.stop()
            self.post_message(self.Dragged(event.screen_x))

    def on_mouse_up(self, event: MouseUp) -> None:
        event.stop()
        self.release_mouse()
        self.remove_class("-held")

    def on_click(self, event: Click) -> None:
        event.stop()
        if event.chain == 2:
            self.post_message(self.Dragged(None))


class Divided(Placed):
    """A list, a rule and a page, side by side where there is room for two."""

    app: "Inked"

    @dataclass
    class Shared(Message):
        """The list is to have another part of the width, here and wherever a list has a page."""

        share: float
        """In percent; 0: what the style sheet gives it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.rule = Rule()
        self._share = 0.0
        self._width = ""

    def divide(self, share: float) -> None:
        """Give the list a part of the width, in percent; 0: what the style sheet gives it."""
        self._share = share
        width = f"{share:g}%" if share and self.app.size.width >= WIDE else ""
        if width == self._width:  # Textual lays the screen out anew for what is set, changed or not
            return
        self._width = width
        styles = self.list.styles
        styles.width = width or None
        styles.min_width = 1 if width else None
        styles.max_width = "100%" if width else None

    def move_rule(self, by: int) -> None:
        """Ask for the rule to be some columns further right, or left."""
        if self.rule.region.width:
            self._ask(self.rule.region.x - self.region.x + by)

    def on_resize(self) -> None:
        """There may be room for two now, or no more."""
        self.divide(self._share)

    def on_rule_dragged(self, event: Rule.Dragged) -> None:
        event.stop()
        if event.x is None:
            self.post_message(self.Shared(0.0))
        else:
            self._ask(event.x - self.region.x)

    def _ask(self, column: int) -> None:
        # Half a column more: percents are cut down to whole columns.
        share = round(100 * (column + 0.5) / self.region.width, 2)
        self.post_message(self.Shared(max(LEAST, min(share, MOST))))
