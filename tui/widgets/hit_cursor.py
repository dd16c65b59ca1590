"""The places on a page that hold what is searched for, and the one the reader is at."""

from tui.blocks import Line
from tui.rendering.hits import Hits
from tui.rendering.seek import Pattern
from tui.widgets.line_view import LineView


class HitCursor:
    """Goes from hit to hit on one page."""

    def __init__(self, view: LineView) -> None:
        self._view = view
        self._lines: tuple[Line, ...] = ()
        self._pattern = Pattern("")
        self._hits = Hits((), self._pattern)
        self._at = -1

    def search(self, pattern: Pattern) -> None:
        """Look for a pattern; the reader is at no hit yet."""
        self._pattern = pattern
        self._hits = Hits(self._lines, pattern)
        self._at = -1

    def set_lines(self, lines: tuple[Line, ...]) -> None:
        """Look in other lines; the reader stays at the hit of the same number."""
        self._lines = lines
        self._hits = Hits(lines, self._pattern)
        self._at = min(self._at, len(self._hits.places) - 1)

    def mark(self, y: int, line: Line) -> Line:
        """Return a line with its hits marked, and the current one more so."""
        return self._hits.mark(y, line, self._at)

    @property
    def position(self) -> tuple[int, int]:
        """The number of the current hit, from 1 (0: none yet), and how many there are."""
        return self._at + 1, len(self._hits.places)

    def step(self, by: int) -> bool:
        """Go to the next hit or the previous one; return whether there is one without wrapping."""
        view = self._view
        view.prepare(view.scrollable_content_region.width)
        count = len(self._hits.places)
        if self._at < 0 and count:
            at = self._hits.after(view.scroll_offset.y)
            return self.show(at if by > 0 else (at if at >= 0 else count) - 1)
        return self.show(self._at + by)

    def show(self, index: int) -> bool:
        """Go to a hit by its number, from 0; return whether there is such a one."""
        if not 0 <= index < len(self._hits.places):
            return False
        self._at = index
        self._view.reader.bring_to(self._hits.places[index])
        self._view.refresh_changed()
        return True
