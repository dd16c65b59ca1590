"""The lines of a row in a list."""

from tui.blocks import Line, Row, Span
from tui.output.ink import cut, safe, width_of, wrap


def title_lines(row: Row, room: int) -> tuple[Line, ...]:
    """The title, on two lines where one of so many cells is too short for it."""
    title = safe(row.title)
    beside = width_of(safe(row.aside)) + 1 if row.aside else 0
    if width_of(title) <= room - beside:
        return (title,)
    first, *rest = wrap(title, max(room - beside, 8))
    if not rest:
        return (first,)
    more = tuple(span for line in rest for span in (*line, Span(" ")))
    return first, cut(more[:-1], room)
