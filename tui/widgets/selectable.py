"""Drawn lines whose text can be selected with the mouse: without borders, whatever is beside it."""

import re
from collections.abc import Iterator, Sequence

from textual.geometry import Offset, Region
from textual.selection import Selection
from textual.strip import Strip

from tui.blocks import Line
from tui.rendering.seek import marked
from tui.widgets.drawn import Drawn, OneLine
from tui.widgets.inked import Inking

_WORD = re.compile(r"[\w'’.-]*\w")


class Selecting(Inking):
    """Textual selects; this says which letters are selected, and marks them."""

    ALLOW_SELECT = True
    _painting = False
    """Whether lines are drawn for the screen: the places of letters, which take more time than all
    the rest, are then left out."""

    @property
    def margin(self) -> int:
        """Letters at the beginning of each line that are signs of ours, and never selected."""
        return 0

    def line_at(self, y: int) -> Line:
        """The line at a row."""
        raise NotImplementedError

    def all_lines(self) -> Sequence[object]:
        """What stands in each line that can be selected from, in view or not."""
        raise NotImplementedError

    def told(self, text: str) -> str:
        """A selected part of a line, as it is copied; blanks that only fill it up are left out."""
        return text.rstrip()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw for the screen; `render_line` alone is asked by the mouse."""
        self._painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._painting = False

    def with_selection(self, y: int, line: Line) -> Line:
        """A line with its selected letters marked."""
        selection = self.text_selection if self.is_attached else None
        span = selection.get_span(y) if selection else None
        if span is None:
            return line
        start, end = max(span[0], self.margin), span[1]
        length = sum(len(each.text) for each in line)
        end = length if end < 0 else min(end, length)
        return marked(line, ((start, end),), "chosen") if start < end else line

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, line by line."""
        return "\n".join(self._selected(selection)), "\n"

    def _selected(self, selection: Selection) -> Iterator[str]:
        first = selection.start.y if selection.start else 0
        last = selection.end.y if selection.end else len(self.all_lines()) - 1
        for y in range(max(first, 0), min(last, len(self.all_lines()) - 1) + 1):
            if span := selection.get_span(y):
                text = "".join(each.text for each in self.line_at(y))
                start, end = max(span[0], self.margin), span[1]
                yield self.told(text[start : None if end < 0 else max(start, end)])

    def text_select_all(self) -> None:
        """A click twice at one place: the word there is selected."""
        x, y = self.app.mouse_position
        _, at = self.screen.get_widget_and_offset_at(x, y)
        if at is None:
            return
        text = "".join(each.text for each in self.line_at(at.y))
        for word in _WORD.finditer(text):
            if word.start() <= at.x <= word.end():
                ends = (Offset(place, at.y) for place in word.span())
                self.screen.selections = {self: Selection.from_offsets(*ends)}


class Selectable(Drawn, Selecting):
    """Lines to scroll and to select from."""

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002  (asked for again)
        """Draw what is marked now, and was not, or the other way round."""
        self.refresh_changed()

    def render_line(self, y: int) -> Strip:
        """Draw one row; for the mouse, with the place of each letter in it."""
        strip = super().render_line(y)
        return strip if self._painting else strip.apply_offsets(0, y + self.scroll_offset.y)


class SelectableLine(OneLine, Selecting):
    """A single line to select from."""

    def line_at(self, y: int) -> Line:
        """What it says now."""
        return () if y else self.line()

    def all_lines(self) -> tuple[Line, ...]:
        """One."""
        return (self.line(),)

    def told(self, text: str) -> str:
        """Its words, without the gap between what stands at the left and at the right."""
        return re.sub(" {3,}", "  ", text).strip()

    def labelled(self, y: int, line: Line) -> Line:
        """The line as it is drawn, with what is selected of it."""
        return super().labelled(y, self.with_selection(y, line))

    def render_line(self, y: int) -> Strip:
        """Draw it; for the mouse, with the place of each letter."""
        strip = super().render_line(y)
        return strip if self._painting else strip.apply_offsets(0, y)
