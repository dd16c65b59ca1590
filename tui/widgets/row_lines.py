"""The lines of a row in a list."""

from tui.blocks import Line, Row, Span
from tui.output.ink import cut, safe, width_of, wrap


def lead_of(row: Row, *, at: bool, focused: bool) -> Line:
    """The cursor's bar, where it is at the row, and the party's bar."""
    cursor = Span("▌" if at else " ", "focus" if focused else "quiet")
    return (cursor, Span("▎" if row.party else " ", row.party), Span(" "))


def aside_below(row: Row, room: int) -> bool:
    """Whether what stands at the right has to go down a line, to leave the title enough room."""
    wide = width_of(safe(row.aside))
    return bool(row.below) and wide > room * 2 // 5 and width_of(safe(row.title)) + wide >= room


def title_lines(row: Row, room: int, linear: bool = False) -> tuple[Line, ...]:
    """The title, on two lines where one of so many cells is too short for it.

    `linear`: all that the row says, in words and in as many lines as it takes.
    """
    if linear:
        from tui.output.linear import spoken_row  # noqa: PLC0415  (nearly nobody needs it)

        return wrap(safe(spoken_row(row)), room)
    title = safe(row.title)
    beside = 0 if aside_below(row, room) else width_of(safe(row.aside)) + 1 if row.aside else 0
    if width_of(title) <= room - beside:
        return (title,)
    first, *rest = wrap(title, max(room - beside, 8))
    if not rest:
        return (first,)
    more = tuple(span for line in rest for span in (*line, Span(" ")))
    return first, cut(more[:-1], room)
