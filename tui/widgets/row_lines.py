"""The lines of a row in a list."""

from collections.abc import Callable, Sequence

from tui.blocks import Line, Row, Span
from tui.rendering.ink import cut, pad, safe, width_of, wrap
from tui.widgets.inked import Inked

BAR, THIN = "▌", "▏"
GAP, GROUP = -1, -2
"""Lines that belong to no row: the blank above a group's heading, and the heading."""


def lead_of(row: Row, *, at: bool, focused: bool) -> Line:
    """The cursor's bar, thin while the keys go elsewhere, and the party's bar."""
    cursor = Span((BAR if focused else THIN) if at else " ", "focus" if focused else "quiet")
    return (cursor, Span("▎" if row.party else " ", row.party), Span(" "))


def aside_below(row: Row, room: int) -> bool:
    """Whether what stands at the right has to go down a line, to leave the title enough room."""
    wide = width_of(safe(row.trailing))
    return bool(row.subtitle) and wide > room * 2 // 5 and width_of(safe(row.title)) + wide >= room


def begins(rows: Sequence[Row], index: int) -> bool:
    """Whether a row is the first one of a group with a name."""
    group = rows[index].group
    return bool(group) and (index == 0 or rows[index - 1].group != group)


def grouped(rows: Sequence[Row], index: int) -> Row:
    """A row that says the name of the group it begins, for who reads rows alone."""
    row = rows[index]
    title = (Span(f"{row.group}: ", "label"), *row.title)
    return row._replace(title=title) if begins(rows, index) else row


def title_lines(row: Row, room: int, app: Inked, *, whole: bool = True) -> tuple[Line, ...]:
    """The title, on two lines where one of so many cells is too short for it and it is `whole`.

    To who reads linear, all that the row says, in words and in as many lines as it takes.
    """
    if app.linear:
        from tui.rendering.linear import spoken_row  # noqa: PLC0415  (nearly nobody needs it)

        return wrap(app.spelt(safe(spoken_row(row))), room)
    row = app.spelt_row(row)
    title = safe(row.title)
    beside = (
        0 if aside_below(row, room) else width_of(safe(row.trailing)) + 1 if row.trailing else 0
    )
    if not whole or width_of(title) <= room - beside:
        return (title,)
    first, *rest = wrap(title, max(room - beside, 8))
    if not rest:
        return (first,)
    more = tuple(span for line in rest for span in (*line, Span(" ")))
    return first, cut(more[:-1], room)


def row_line(row: Row, title: Line | None, ends: tuple[bool, bool], room: int) -> Line:
    """One of a row's own lines: of its title, or what stands below it; at the right what it is.

    `ends`: whether it is the first of them, and whether it is the last.
    """
    right = safe(row.trailing) if ends[aside_below(row, room)] else ()
    if ends[1] and row.signs:
        right = (*right, Span(" ")) if right else ()
        right = (*right, *(Span(sign.glyph, sign.role) for sign in row.signs))
    left = safe(row.subtitle) if title is None else title
    body = cut(left, max(room - width_of(right) - (1 if right else 0), 8))
    return (*pad(body, room - width_of(right)), *right)


def placed(
    rows: Sequence[Row], height: Callable[[int], int], *, headed: bool = True
) -> tuple[list[tuple[int, int]], list[int]]:
    """For each line the row it belongs to and which line of it, or a heading; where rows begin.

    `headed`: groups have a heading, with a blank above it.
    """
    places: list[tuple[int, int]] = []
    tops: list[int] = []
    for index in range(len(rows)):
        if headed and begins(rows, index):
            places += [(index, GAP), (index, GROUP)] if places else [(index, GROUP)]
        tops.append(len(places))
        places += [(index, part) for part in range(height(index))]
    tops.append(len(places))
    return places, tops


def whole(places: Sequence[tuple[int, int]], top: int, height: int) -> tuple[int, int]:
    """The first line of a row, its heading included, and how many lines it has."""
    first = top
    while first > 0 and places[first - 1][0] == places[top][0]:
        first -= 1
    return first, height + top - first
