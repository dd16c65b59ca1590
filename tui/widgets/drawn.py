"""A scrolling widget whose lines are spans: what the list and the page have in common."""

from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.blocks import Line, Role
from tui.output.ink import cut, width_of
from tui.theme import ROLE_CLASSES, role_class


class Drawn(ScrollView, can_focus=True):
    """Draws one line of spans per row of the screen, in the styles its theme has for roles.

    Lines must have passed `tui.output.ink.safe`. No widget is made per line: a hundred thousand
    lines cost what is on screen.
    """

    COMPONENT_CLASSES = set(ROLE_CLASSES)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._styles_of: dict[Role, Style] = {}

    def line_at(self, y: int) -> Line:
        """The line at a row of the virtual page; empty below its end."""
        raise NotImplementedError

    def base_style(self, y: int) -> Style:  # noqa: ARG002  (the list marks its cursor's row)
        """What the line at a row stands on."""
        return self.rich_style

    def render_line(self, y: int) -> Strip:
        """Draw one row of what is in view."""
        y += self.scroll_offset.y
        base = self.base_style(y)
        width = self.scrollable_content_region.width
        line = self.line_at(y)
        segments = [Segment(s.text, base + self.style_of(s.role)) for s in cut(line, width)]
        strip = Strip(segments, min(width_of(line), width))
        return strip.extend_cell_length(width, base).crop(0, width)

    def style_of(self, role: Role) -> Style:
        """The style the theme has for a role."""
        if not role:
            return Style.null()
        if role not in self._styles_of:
            self._styles_of[role] = self.get_component_rich_style(role_class(role), partial=True)
        return self._styles_of[role]

    def notify_style_update(self) -> None:
        """Forget styles when the theme changes."""
        super().notify_style_update()
        self._styles_of = {}
        self.refresh()
