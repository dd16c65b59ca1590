"""The base of widgets that draw spans in the styles of the theme."""

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.blocks import Line, Role, Span
from tui.rendering.clusters import anchored
from tui.rendering.ink import cut, width_of
from tui.widgets.host import HostApp

_PLAIN = Style.null()
_WITHOUT_UNDERLINE = Style(underline=False)


class SpanWidget(Widget):
    """Draws a line of spans in the styles the theme has for roles.

    Lines must have passed `tui.rendering.ink.safe`.
    """

    ALLOW_SELECT = False

    app: "HostApp"

    def draw(self, line: Line, width: int, base: Style) -> Strip:
        """One line, cut or filled to a width, over a base style."""
        line = cut(line, width)
        if self.app.turns_words:
            line = anchored(line)
        segments = [Segment(s.text, self._style(s, base)) for s in line]
        return Strip(segments, width_of(line)).extend_cell_length(width, base).crop(0, width)

    def style_of(self, role: Role) -> Style:
        """The style the theme has for a role."""
        return self.app.ink.get(role, _PLAIN)

    def _style(self, span: Span, base: Style) -> Style:
        """The style of a span. Box characters are never underlined: a bar would look like an L."""
        style = base + self.style_of(span.role)
        if style.underline and _is_box_drawing(span.text):
            return style + _WITHOUT_UNDERLINE
        return style

    def notify_style_update(self) -> None:
        """Draw again when the theme changes."""
        super().notify_style_update()
        self.refresh()


def _is_box_drawing(text: str) -> bool:
    """Return whether a text is made of box and block characters (U+2500 to U+25FF) alone."""
    return all("\u2500" <= each <= "\u25ff" for each in text)
