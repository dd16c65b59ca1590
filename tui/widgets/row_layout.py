"""The rows of a list as lines: two or three a row, headings between groups."""

from collections.abc import Callable, Sequence

from tui.blocks import Line, Row, Span
from tui.failure.guard import guarded
from tui.rendering.ink import cut, pad, safe, width_of, wrap
from tui.widgets.host import HostApp

BAR, THIN = "▌", "▏"
MARGIN = 3
"""Cells before a title: the cursor's bar, the party's bar, a blank."""
GAP, GROUP = -1, -2
"""Lines that belong to no row: the blank above a group's heading, and the heading."""
WRAPPED = 5_000
"""Rows up to which long titles are wrapped; measuring more would be felt."""


class RowLayout:
    """Which row each line belongs to, for some rows at a width."""

    def __init__(self) -> None:
        self.width = 0
        """The width it was made for; 0: none yet."""
        self.places: list[tuple[int, int]] = []
        """For each line: the row it belongs to, and which line of it; or GAP, or GROUP."""
        self.tops: list[int] = []
        """The first line of each row, and at the end the number of all lines."""
        self._rows: Sequence[Row] = ()
        self._titles: dict[int, tuple[Line, ...]] = {}
        """The titles measured so far, by row."""

    def arrange(self, rows: Sequence[Row], width: int, app: HostApp) -> int:
        """Arrange rows for a width; return the number of lines."""
        self.width, self._rows, self._app, self._titles = width, rows, app, {}
        self.places, self.tops = placed(rows, self._height, headed=not app.linear)
        return len(self.places)

    def place_at(self, y: int) -> tuple[int, int]:
        """The row at a line, and which line of it that is."""
        return self.places[y] if 0 <= y < len(self.places) else (-1, GAP)

    def top_of(self, index: int) -> int:
        """The first line of a row."""
        return self.tops[index] if index < len(self.tops) else 0

    def box_of(self, index: int) -> tuple[int, int] | None:
        """The first line of a row, with its heading, and how many lines that takes."""
        if not 0 <= index < len(self.tops) - 1:
            return None
        return whole(self.places, self.tops[index], self._height(index))

    def line(self, y: int, cursor: int, *, focused: bool) -> Line:
        """One line, with the cursor on a row."""
        return guarded(
            "this row",
            lambda: self._line(y, cursor, focused=focused),
            lambda failure: failure.lines[0],
        )

    def _line(self, y: int, cursor: int, *, focused: bool) -> Line:
        index, part = self.place_at(y)
        if part == GAP:
            return ()
        if part == GROUP:
            group = Span(self._rows[index].group.upper(), "label")
            return (Span("   "), *self._app.typesetter.line(safe((group,))))
        titles = self._titles_of(index)
        if self._app.linear:
            return titles[part]
        row = self._app.typesetter.row(self._rows[index])
        margin = self._app.typesetter.line(margin_of(row, at=index == cursor, focused=focused))
        own = titles[part] if part < len(titles) else None
        if own is not None and index != cursor:
            own = tuple(Span(s.text, "" if s.role == "title" else s.role, s.link) for s in own)
        ends = (part == 0, part == self._height(index) - 1)
        return (*margin, *row_line(row, own, ends, self.width - 4))

    def _titles_of(self, index: int) -> tuple[Line, ...]:
        """The title of a row, on two lines where one is too short for it."""
        if index not in self._titles:
            row = grouped(self._rows, index) if self._app.linear else self._rows[index]
            few = len(self._rows) <= WRAPPED
            self._titles[index] = guarded(
                "this row",
                lambda: title_lines(row, self.width - 4, self._app, whole=few),
                lambda failure: failure.lines[:1],
            )
        return self._titles[index]

    def _height(self, index: int) -> int:
        """Lines of a row; of so many rows that no title is wrapped, none is measured for it."""
        titles = len(self._titles_of(index)) if len(self._rows) <= WRAPPED else 1
        return titles + (bool(self._rows[index].subtitle) and not self._app.linear)


def margin_of(row: Row, *, at: bool, focused: bool) -> Line:
    """The cursor's bar, thin while the focus is elsewhere, and the party's bar."""
    cursor = Span((BAR if focused else THIN) if at else " ", "focus" if focused else "quiet")
    return (cursor, Span("▎" if row.party else " ", row.party), Span(" "))


def aside_below(row: Row, room: int) -> bool:
    """Return whether the right end has to go down a line, to leave the title enough room."""
    wide = width_of(safe(row.trailing))
    return bool(row.subtitle) and wide > room * 2 // 5 and width_of(safe(row.title)) + wide >= room


def begins(rows: Sequence[Row], index: int) -> bool:
    """Return whether a row is the first one of a group with a name."""
    group = rows[index].group
    return bool(group) and (index == 0 or rows[index - 1].group != group)


def grouped(rows: Sequence[Row], index: int) -> Row:
    """A row whose title begins with the name of its group: a screen reader skips headings."""
    row = rows[index]
    title = (Span(f"{row.group}: ", "label"), *row.title)
    return row._replace(title=title) if begins(rows, index) else row


def title_lines(row: Row, room: int, app: HostApp, *, whole: bool = True) -> tuple[Line, ...]:
    """The title, on two lines where one of so many cells is too short for it and it is `whole`.

    For a screen reader, all that the row says, in words and in as many lines as it takes.
    """
    if app.linear:
        from tui.rendering.linear import spoken_row  # noqa: PLC0415  (nearly nobody needs it)

        return wrap(app.typesetter.line(safe(spoken_row(row))), room)
    row = app.typesetter.row(row)
    title = safe(row.title)
    right = 0 if aside_below(row, room) else width_of(safe(row.trailing)) + 1 if row.trailing else 0
    if not whole or width_of(title) <= room - right:
        return (title,)
    first, *rest = wrap(title, max(room - right, 8))
    if not rest:
        return (first,)
    more = tuple(span for line in rest for span in (*line, Span(" ")))
    return first, cut(more[:-1], room)


def row_line(row: Row, title: Line | None, ends: tuple[bool, bool], room: int) -> Line:
    """One of a row's own lines: of its title, or the one below; at its right end what the row is.

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
