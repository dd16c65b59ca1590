"""Highlighting rows that just changed, for a moment: the only motion there is."""

from collections.abc import Collection
from functools import partial

from tui.widgets.line_view import LineView

SECONDS = 1.5
"""How long rows are highlighted; the sign `•` stays as long as the change is unread."""


class Flash:
    """The highlighted rows of one list."""

    def __init__(self, view: LineView) -> None:
        self._view = view
        self.keys: frozenset[str] = frozenset()

    def show(self, keys: Collection[str]) -> None:
        """Highlight the rows with some keys, unless the reader wants no motion."""
        if keys and self._view.app.moves:
            self.keys = shown = frozenset(keys)
            self._view.refresh_changed()
            self._view.set_timer(SECONDS, partial(self._end, shown))

    def _end(self, shown: frozenset[str]) -> None:
        if self.keys is shown:
            self.keys = frozenset()
            self._view.refresh_changed()
