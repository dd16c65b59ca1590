"""The cursor of the terminal on the line being read, where a screen reader follows it."""

from collections.abc import Callable

from textual.geometry import Offset, Region
from textual.scroll_view import ScrollView

from tui.widgets.host import HostApp


class ReaderCursor:
    """Where the reader is in a view of lines: at a line asked for, else where `default` says."""

    def __init__(self, view: ScrollView, default: Callable[[], int]) -> None:
        self._view = view
        self._default = default
        self._asked = -1
        """The line of the name or the hit that was gone to; negative: none since the last move."""

    @property
    def line(self) -> int:
        """The line the reader is at."""
        top = self._view.scroll_offset.y
        height = self._view.scrollable_content_region.height
        return self._asked if top <= self._asked < top + height else self._default()

    @property
    def _is_linear(self) -> bool:
        app = self._view.app
        return isinstance(app, HostApp) and app.linear

    def point(self, line: int | None = None) -> None:
        """Put the cursor of the terminal at a line; at the reader's if none is given."""
        row = (self.line if line is None else line) - self._view.scroll_offset.y
        self._view.app.cursor_position = self._view.content_region.offset + Offset(0, row)

    def announce(self) -> None:
        """Have the current line read, though the focus stays in an input."""
        if self._is_linear and not self._view.has_focus:
            self._view.call_after_refresh(self._announce)

    def _announce(self) -> None:
        self.point()
        self._view.refresh()

    def bring_to(self, line: int) -> None:
        """Bring the reader to a line, and the line into view."""
        at_once = self._is_linear  # a scroll that comes later would be a move away from it
        region = Region(0, line, 1, 1)
        self._view.scroll_to_region(region, animate=False, force=True, immediate=at_once)
        self._asked = line

    def step(self, by: int, count: int) -> None:
        """Go on by some lines, of so many."""
        line = max(0, min(self.line + by, max(count - 1, 0)))
        self._asked = -1
        self._view.scroll_to(y=line, animate=False, force=True, immediate=True)
        self._view.refresh()

    def leave(self) -> None:
        """Forget the line that was asked for: the reader has moved on."""
        self._asked = -1
