"""Where some words are on a page of lines; a phrase may run over the end of a line."""

from bisect import bisect_left
from itertools import accumulate

from tui.blocks import Line
from tui.rendering.seek import Pattern, marked

Piece = tuple[int, int]
"""First letter of a line, and the one after the last."""


class Hits:
    """The places of a pattern on a page, in reading order. One may take pieces of two lines."""

    def __init__(self, lines: tuple[Line, ...], pattern: Pattern) -> None:
        self.places: list[int] = []
        """The line each of them begins on."""
        self._pieces: dict[int, list[Piece]] = {}
        self._of: dict[int, list[int]] = {}
        if not pattern:
            return
        texts = ["".join(span.text for span in line) for line in lines]
        starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
        for first, last in pattern.spans("\n".join(texts)):
            y = bisect_left(starts, first + 1) - 1
            self.places.append(y)
            while y < len(texts) and starts[y] < last:
                start, end = max(first - starts[y], 0), min(last - starts[y], len(texts[y]))
                piece = (end - len(texts[y][start:end].lstrip()), end)
                self._pieces.setdefault(y, []).append(piece)
                self._of.setdefault(y, []).append(len(self.places) - 1)
                y += 1

    def mark(self, y: int, line: Line, current: int) -> Line:
        """A line of the page with its hits marked, and the current one more so."""
        pieces = self._pieces.get(y)
        if not pieces:
            return line
        here = [piece for piece, n in zip(pieces, self._of[y], strict=True) if n == current]
        return marked(marked(line, pieces, "hit"), here, "chosen")

    def after(self, y: int) -> int:
        """The first hit at a line or below it; -1: none."""
        at = bisect_left(self.places, y)
        return at if at < len(self.places) else -1
