"""A text with lines between its lines that are no part of it: what is wrong, under where it is.

Textual's wrapped document maps each line of the screen to a section of a line of the text. Here a
line has further sections behind its own, which hold no text: nobody can put a cursor into them,
and the area draws what it likes there. (Painting over the next line hides text, and an end of the
line that says what is wrong runs out of the screen.)

A line that is wrapped goes on under its own first letter, not at the edge: in YAML the indent says
what belongs to what.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from textual._wrap import compute_wrap_offsets
from textual.document._document import Location
from textual.document._wrapped_document import WrappedDocument
from textual.geometry import Offset

from tui.editing.lines import content_column

LEAST = 24
"""Cells that are left for a text, however deep it stands."""


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

    def hang(self, line: int) -> int:
        """Cells in front of the second and further lines of a line that is wrapped."""
        text = self.document.get_line(line)
        return 0 if "\t" in text else max(0, min(content_column(text), self._width - LEAST))

    def _hung(self, lines: Iterable[int]) -> bool:
        """Wrap lines anew behind their indent; say whether one was wrapped."""
        found = False
        for line in lines:
            offsets = self._wrap_offsets[line]
            hang = self.hang(line) if offsets else 0
            if not hang:
                continue
            rest = self.document.get_line(line)[offsets[0] :]
            more = compute_wrap_offsets(rest, self._width - hang, self._tab_width)
            self._wrap_offsets[line] = [offsets[0], *(offsets[0] + each for each in more)]
            found = True
        return found

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Wrap all lines."""
        super().wrap(width, tab_width)
        if self._hung(range(len(self._wrap_offsets))) or self.below:
            self._arrange()

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Wrap what was edited; the room under lines below it moves along with them."""
        super().wrap_range(start, old_end, new_end)
        lines = len(self._wrap_offsets)
        first, last = sorted((start[0], old_end[0]))
        hung = self._hung(range(first, min(max(first, new_end[0]) + 1, lines)))
        if self.below:
            grown = max(first, new_end[0]) - last
            moved = {
                n + grown if n > last else min(n, last + grown): c for n, c in self.below.items()
            }
            self.below = {line: count for line, count in moved.items() if line < lines}
        if hung or self.below:
            self._arrange()

    def location_to_offset(self, location: Location) -> Offset:
        """Where on screen a place of the text is."""
        x, y = super().location_to_offset(location)
        wrapped = bisect_right(self.get_offsets(location[0]), location[1]) > 0
        return Offset(x + self.hang(location[0]) if wrapped else x, y)

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
        section = last if y_offset < 0 else min(y_offset, last)
        x = max(0, x_offset - self.hang(line_index)) if section else x_offset
        return super().get_target_document_column(line_index, x, section)
