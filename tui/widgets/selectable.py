"""Drawn lines whose text can be selected with the mouse: without borders, whatever is beside it."""

from textual.geometry import Region
from textual.selection import Selection
from textual.strip import Strip

from tui.blocks import Line
from tui.output.seek import marked
from tui.widgets.drawn import Drawn


class Selectable(Drawn):
    """Textual selects; this says which letters lie where, and marks them."""

    ALLOW_SELECT = True
    _painting = False

    def all_lines(self) -> tuple[Line, ...]:
        """The lines that can be selected from, in view or not."""
        raise NotImplementedError

    def with_selection(self, y: int, line: Line) -> Line:
        """A line with its selected letters marked."""
        selection = self.text_selection if self.is_attached else None
        span = selection.get_span(y) if selection else None
        if span is None:
            return line
        start, end = span
        length = sum(len(each.text) for each in line)
        end = length if end < 0 else min(end, length)
        return marked(line, ((start, end),), "chosen") if start < end else line

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text; blanks that only fill a line up are left out."""
        taken = []
        for y, line in enumerate(self.all_lines()):
            if span := selection.get_span(y):
                text = "".join(each.text for each in line)
                taken.append(text[span[0] : None if span[1] < 0 else span[1]].rstrip())
        return "\n".join(taken), "\n"

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002  (asked for again)
        """Draw what is marked now, and was not, or the other way round."""
        self.refresh_changed()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw what is in view."""
        self._painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._painting = False

    def render_line(self, y: int) -> Strip:
        """Draw one row; for the mouse, with the place of each letter in it.

        Where somebody paints these places are left out: they take more time than all the rest.
        """
        strip = super().render_line(y)
        return strip if self._painting else strip.apply_offsets(0, y + self.scroll_offset.y)
