"""The lines of a row in a list."""

from collections.abc import Callable, Sequence

from tui.blocks import Line, Row, Span
from tui.output.ink import cut, pad, safe, width_of, wrap

GAP, GROUP = -1, -2
"""Lines that belong to no row: the blank above a group's heading, and the heading."""


def lead_of(row: Row, *, at: bool, focused: bool) -> Line:
    """The cursor's bar, where it is at the row, and the party's bar."""
    cursor = Span("▌" if at else " ", "focus" if focused else "quiet")
    return (cursor, Span("▎" if row.party else " ", row.party), Span(" "))


def title_lines(row: Row, room: int, linear: bool = False) -> tuple[Line, ...]:
    """The title, on two lines where one of so many cells is too short for it.

    `linear`: all that the row says, in words and in as many lines as it takes.
    """
    if linear:
        from tui.output.linear import spoken_row  # noqa: PLC0415  (nearly nobody needs it)

        return wrap(safe(spoken_row(row)), room)
    title = safe(row.title)
    beside = width_of(safe(row.aside)) + 1 if row.aside else 0
    if width_of(title) <= room - beside:
        return (title,)
    first, *rest = wrap(title, max(room - beside, 8))
    if not rest:
        return (first,)
    more = tuple(span for line in rest for span in (*line, Span(" ")))
    return first, cut(more[:-1], room)


def unmarked(title: Line) -> Line:
    """A title where the cursor is not: as plain ink."""
    return tuple(Span(s.text, "" if s.role == "title" else s.role, s.link) for s in title)


def row_line(row: Row, titles: tuple[Line, ...], part: int, *, last: bool, room: int) -> Line:
    """One of a row's own lines: of its title, or what stands below it; at the right what it is."""
    right = safe(row.aside) if part == 0 else ()
    if last and row.signs:
        right = (*right, Span(" ")) if right else ()
        right = (*right, *(Span(sign.glyph, sign.role) for sign in row.signs))
    left = titles[part] if part < len(titles) else safe(row.below)
    body = cut(left, max(room - width_of(right) - (1 if right else 0), 8))
    return (*pad(body, room - width_of(right)), *right)


def placed(
    rows: Sequence[Row], height: Callable[[int], int]
) -> tuple[list[tuple[int, int]], list[int]]:
    """For each line the row it belongs to and which line of it, or a heading; where rows begin."""
    places: list[tuple[int, int]] = []
    tops: list[int] = []
    group = ""
    for index, row in enumerate(rows):
        if row.group and row.group != group:
            places += [(index, GAP), (index, GROUP)] if places else [(index, GROUP)]
        group = row.group
        tops.append(len(places))
        places += [(index, part) for part in range(height(index))]
    tops.append(len(places))
    return places, tops
