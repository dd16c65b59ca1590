"""The lines of a row in a list."""

from collections.abc import Sequence

from tui.blocks import Line, Row, Span
from tui.output.ink import cut, safe, width_of, wrap
from tui.widgets.inked import Inked

BAR, THIN = "▌", "▏"


def lead_of(row: Row, *, at: bool, focused: bool) -> Line:
    """The cursor's bar, thin while the keys go elsewhere, and the party's bar."""
    cursor = Span((BAR if focused else THIN) if at else " ", "focus" if focused else "quiet")
    return (cursor, Span("▎" if row.party else " ", row.party), Span(" "))


def aside_below(row: Row, room: int) -> bool:
    """Whether what stands at the right has to go down a line, to leave the title enough room."""
    wide = width_of(safe(row.aside))
    return bool(row.below) and wide > room * 2 // 5 and width_of(safe(row.title)) + wide >= room


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
        from tui.output.linear import spoken_row  # noqa: PLC0415  (nearly nobody needs it)

        return wrap(app.spelt(safe(spoken_row(row))), room)
    row = app.spelt_row(row)
    title = safe(row.title)
    beside = 0 if aside_below(row, room) else width_of(safe(row.aside)) + 1 if row.aside else 0
    if not whole or width_of(title) <= room - beside:
        return (title,)
    first, *rest = wrap(title, max(room - beside, 8))
    if not rest:
        return (first,)
    more = tuple(span for line in rest for span in (*line, Span(" ")))
    return first, cut(more[:-1], room)
