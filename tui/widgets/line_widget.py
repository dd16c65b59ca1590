"""A widget of a single line of spans."""

from abc import abstractmethod

from textual.geometry import Region
from textual.selection import Selection
from textual.strip import Strip

from tui.blocks import Line
from tui.widgets.jump import JumpLabels
from tui.widgets.span_widget import SpanWidget
from tui.widgets.text_selection import mark_selected, select_word, selected_text, without_gaps


class LineWidget(SpanWidget):
    """A single line. Its text can be selected where a class says `ALLOW_SELECT = True`."""

    jump: JumpLabels | None = None
    _painting = False
    """Whether it is drawn for the screen: only the mouse needs the places of letters."""

    @abstractmethod
    def line(self) -> Line:
        """The line as it is now."""

    def line_at(self, y: int) -> Line:
        """The line at a row of the widget; there is but one."""
        return () if y else self.line()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw for the screen; for the mouse Textual calls `render_line` alone."""
        self._painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._painting = False

    def render_line(self, y: int) -> Strip:
        """Draw the line; for the mouse, with the place of each letter."""
        line = self.line_at(y)
        if self.ALLOW_SELECT:
            line = mark_selected(self, y, line)
        if self.jump is not None:
            line = self.jump.draw_on(y, line)
        if self.app.linear:
            from tui.rendering.screen_reader import in_words  # noqa: PLC0415  (nearly nobody needs it)

            line = in_words(line)
        strip = self.draw(line, self.size.width, self.rich_style)
        return strip.apply_offsets(0, y) if self.ALLOW_SELECT and not self._painting else strip

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words."""
        return selected_text(selection, 1, self.line_at, without_gaps), "\n"

    def text_select_all(self) -> None:
        """Select the word under a double click."""
        select_word(self, self.line_at)
