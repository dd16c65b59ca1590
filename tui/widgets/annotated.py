"""A text with lines between its lines that are no part of it: what is wrong, under where it is.

Textual's wrapped document maps each line of the screen to a section of a line of the text. Here a
line has further sections behind its own, which hold no text: nobody can put a cursor into them,
and the area draws what it likes there. (Painting over the next line hides text, and an end of the
line that says what is wrong runs out of the screen.)
"""

from collections.abc import Mapping

from textual.document._document import Location
from textual.document._wrapped_document import WrappedDocument


class AnnotatedDocument(WrappedDocument):
    """Says which lines of the screen are text; `below` says how many further ones a line has."""

    below: Mapping[int, int] = {}

    def annotate(self, below: Mapping[int, int]) -> None:
        """Make room under some lines."""
        self.below = dict(below)
        self._arrange()

    def own(self, line: int) -> int:
        """How many lines of the screen the text of a line takes."""
        return len(self._wrap_offsets[line]) + 1

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Wrap all lines."""
        super().wrap(width, tab_width)
        if self.below:
            self._arrange()

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Wrap what was edited; the room under lines below it moves along with them."""
        super().wrap_range(start, old_end, new_end)
        if not self.below:
            return
        first, last = sorted((start[0], old_end[0]))
        grown = max(first, new_end[0]) - last
        moved = {n + grown if n > last else min(n, last + grown): c for n, c in self.below.items()}
        lines = len(self._wrap_offsets)
        self.below = {line: count for line, count in moved.items() if line < lines}
        self._arrange()

    def _arrange(self) -> None:
        self._offset_to_line_info = []
        self._line_index_to_offsets = []
        for line, offsets in enumerate(self._wrap_offsets):
            top = len(self._offset_to_line_info)
            height = len(offsets) + 1 + self.below.get(line, 0)
            self._offset_to_line_info += [(line, section) for section in range(height)]
            self._line_index_to_offsets.append(list(range(top, top + height)))

    @property
    def height(self) -> int:
        """Lines of the screen it takes."""
        return len(self._offset_to_line_info)

    def get_target_document_column(self, line_index: int, x_offset: int, y_offset: int) -> int:
        """The column under a cell; under a further line, that of the last line of the text."""
        last = self.own(line_index) - 1
        return super().get_target_document_column(line_index, x_offset, min(y_offset, last))
