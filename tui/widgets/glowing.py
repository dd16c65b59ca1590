"""A list in which what just changed stands out for a moment: the one motion there is."""

from collections.abc import Collection
from functools import partial

from rich.style import Style

from tui.widgets.row_list import RowList

GLOW = 1.5
"""Seconds; the sign `•` stays as long as the change is unread."""


class Glowing(RowList):
    """Lets rows glow, unless the reader wants nothing to move."""

    COMPONENT_CLASSES = {"row-list--fresh"}
    _fresh: frozenset[str] = frozenset()

    def glow(self, keys: Collection[str]) -> None:
        """Let the rows with some keys stand out until it was seen."""
        if keys and self.app.moves:
            self._fresh = fresh = frozenset(keys)
            self.refresh_changed()
            self.set_timer(GLOW, partial(self._fade, fresh))

    def _fade(self, fresh: frozenset[str]) -> None:
        if self._fresh is fresh:
            self._fresh = frozenset()
            self.refresh_changed()

    def base_style(self, y: int) -> Style:
        """A row that glows stands out, also where the cursor is on it."""
        index, part = self._place_at(y)
        if part >= 0 and self.rows[index].key in self._fresh:
            return self.get_component_rich_style("row-list--fresh")
        return super().base_style(y)
