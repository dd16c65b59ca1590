"""The rows of a text area that were drawn already.

Textual's text area forgets every row it drew at each letter, and each time the cursor moves: 11 ms
for a screen of 40 rows, twice for a letter whose brief is read again. Here a row is drawn again
where something it shows has changed, and sent where its strip is not the one on screen.
"""

from collections.abc import Callable, Hashable, Iterable

from textual.cache import LRUCache
from textual.strip import Strip

ROWS = 512
"""Rows that are remembered."""


class RowCache:
    """Drawn rows, by what they show; and the rows on screen, by their position."""

    def __init__(self) -> None:
        self._strips: LRUCache[Hashable, Strip] = LRUCache(ROWS)
        self.sent: dict[int, Strip] = {}
        """The strip on screen at each row in view."""
        self.asked = False
        """Whether all was asked to be drawn again since the changed rows were last handed over."""

    def strip(self, shown: Hashable, draw: Callable[[], Strip]) -> Strip:
        """A row by what it shows, drawn only if it is not known."""
        strip = self._strips.get(shown)
        if strip is None:
            strip = self._strips[shown] = draw()
        return strip

    def note_sent(self, y: int, strip: Strip) -> None:
        """Remember what was drawn at a row."""
        if self.asked:
            # Drawn, but perhaps not sent: another widget needed what is under it.
            self.sent.pop(y, None)
        else:
            self.sent[y] = strip

    def changed(self, strips: Iterable[Strip]) -> list[int]:
        """The rows in view that are not what is on screen."""
        return [y for y, strip in enumerate(strips) if strip is not self.sent.get(y)]

    def clear(self) -> None:
        """Forget what was drawn: colours have changed."""
        self._strips.clear()
