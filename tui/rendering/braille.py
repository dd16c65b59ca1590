"""A field of braille dots, two by four to a cell, with letters on top of them."""

from tui.blocks import Line, Role, Span

_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot of a cell, row by row (Unicode 4.0, braille patterns)."""
BLANK = 0x2800


class Canvas:
    """Dots from the upper left corner, `width` times `height` cells of them."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.dots = (width * 2, height * 4)
        """How many dots there are across and down."""
        self._bits = [[0] * width for _ in range(height)]
        self._letters: dict[tuple[int, int], Span] = {}
        self._roles: dict[tuple[int, int], Role] = {}

    def set(self, across: int, down: int, role: Role = "") -> None:
        """Set a dot; one beside the field is left out. A cell has the last role given in it."""
        if 0 <= across < self.dots[0] and 0 <= down < self.dots[1]:
            self._bits[down // 4][across // 2] |= _BITS[down % 4][across % 2]
            if role:
                self._roles[across // 2, down // 4] = role

    def line(
        self, start: tuple[int, int], end: tuple[int, int], *, gap: int = 1, role: Role = ""
    ) -> None:
        """Set the dots between two, every `gap` of them."""
        (x, y), (right, down) = start, end
        steps = max(abs(right - x), abs(down - y))
        for step in range(0, steps + 1, gap):
            share = step / steps if steps else 0.0
            self.set(round(x + (right - x) * share), round(y + (down - y) * share), role)

    def write(self, column: int, row: int, span: Span) -> bool:
        """Put one letter on a cell. False: the cell is beside the field, or has one already."""
        free = 0 <= column < self.width and 0 <= row < self.height
        if not free or (column, row) in self._letters:
            return False
        self._letters[column, row] = span
        return True

    def lines(self, role: Role = "quiet") -> list[Line]:
        """The cells row by row, blanks at the end taken off."""
        return [self._line(row, role) for row in range(self.height)]

    def _line(self, row: int, role: Role) -> Line:
        spans: list[Span] = []
        for column, bits in enumerate(self._bits[row]):
            span = self._letters.get((column, row)) or Span(
                chr(BLANK | bits) if bits else " ", self._roles.get((column, row), role)
            )
            if (
                spans
                and (spans[-1].role, spans[-1].link) == (span.role, span.link)
                and not span.link
            ):
                spans[-1] = Span(spans[-1].text + span.text, span.role)
            else:
                spans.append(span)
        while spans and not spans[-1].text.strip():
            spans.pop()
        if spans and not spans[-1].link:
            spans[-1] = spans[-1]._replace(text=spans[-1].text.rstrip())
        return tuple(spans)
