"""Selecting text in lines of spans. Textual selects; this gives the selected letters."""

import re
from collections.abc import Callable, Iterator

from textual.geometry import Offset
from textual.selection import Selection
from textual.widget import Widget

from tui.blocks import Line
from tui.rendering.seek import marked

_WORD = re.compile(r"[\w'’.-]*\w")


def mark_selected(widget: Widget, y: int, line: Line, margin: int = 0) -> Line:
    """Return a line of a widget with its selected letters marked.

    `margin`: letters at the beginning of each line that are never selected.
    """
    selection = widget.text_selection if widget.is_attached else None
    span = selection.get_span(y) if selection else None
    if span is None:
        return line
    start, end = max(span[0], margin), span[1]
    length = sum(len(each.text) for each in line)
    end = length if end < 0 else min(end, length)
    return marked(line, ((start, end),), "chosen") if start < end else line


def selected_text(
    selection: Selection,
    count: int,
    line_at: Callable[[int], Line],
    clean: Callable[[str], str],
    margin: int = 0,
) -> str:
    """The selected text of so many lines, each part cleaned of what only fills up its line."""
    return "\n".join(_parts(selection, count, line_at, clean, margin))


def _parts(
    selection: Selection,
    count: int,
    line_at: Callable[[int], Line],
    clean: Callable[[str], str],
    margin: int,
) -> Iterator[str]:
    first = selection.start.y if selection.start else 0
    last = selection.end.y if selection.end else count - 1
    for y in range(max(first, 0), min(last, count - 1) + 1):
        if span := selection.get_span(y):
            start, end = max(span[0], margin), span[1]
            yield clean(text_of(line_at(y))[start : None if end < 0 else max(start, end)])


def select_word(widget: Widget, line_at: Callable[[int], Line]) -> None:
    """Select the word under the mouse."""
    screen = widget.screen
    _, at = screen.get_widget_and_offset_at(*widget.app.mouse_position)
    if at is None:
        return
    for word in _WORD.finditer(text_of(line_at(at.y))):
        if word.start() <= at.x <= word.end():
            ends = (Offset(place, at.y) for place in word.span())
            screen.selections = {widget: Selection.from_offsets(*ends)}


def text_of(line: Line) -> str:
    """The text of a line without its roles."""
    return "".join(span.text for span in line)


def without_gaps(text: str) -> str:
    """A part of a line without the gap between its left and its right end."""
    return re.sub(" {3,}", "  ", text).strip()
