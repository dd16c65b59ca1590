"""A text area that draws the rows that changed, and no others.

Textual's forgets every row it drew at each letter, and each time the cursor moves: 11 ms for a
screen of 40 rows, twice for a letter with the brief read anew. Here a row is drawn again where
something it shows is other, and sent where the strip is another than the one on screen.
"""

from collections.abc import Collection, Hashable
from typing import Any, Self

from textual.cache import LRUCache
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea

ROWS = 512
"""Rows that are remembered."""


class SparingArea(TextArea):
    """Remembers the rows it has drawn by what they show."""

    def __init__(self, text: str, **options: Any) -> None:
        self._rows: LRUCache[Hashable, Strip] = LRUCache(ROWS)
        self._sent: dict[int, Strip] = {}
        """What stands on screen at each row in view."""
        self._asked = False
        """Whether all was asked to be drawn again since the rows that changed were last told."""
        super().__init__(text, **options)

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw again; which rows that concerns is seen when the screen takes them."""
        if repaint and not regions:
            self._asked = True
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        """Draw anew when the theme or the focus changes."""
        self._rows.clear()
        super().notify_style_update()

    def _exchange_repaint_regions(self) -> Collection[Region]:
        asked, self._asked = self._asked, False
        regions = super()._exchange_repaint_regions()
        if not asked:
            return regions
        width, height = self.size
        changed = (y for y in range(height) if self._strip(y) is not self._sent.get(y))
        return [Region(0, y, width, 1).translate(self.content_offset) for y in changed]

    def render_line(self, y: int) -> Strip:
        """Draw one row of what is in view."""
        strip = self._strip(y)
        if self._asked:
            # Drawn, but perhaps not sent: another widget needed what is under it.
            self._sent.pop(y, None)
        else:
            self._sent[y] = strip
        return strip

    def _strip(self, y: int) -> Strip:
        shown = self.shown_at(y + self.scroll_offset.y)
        strip = self._rows.get(shown)
        if strip is None:
            strip = self._rows[shown] = self._render_line(y)
        return strip

    def shown_at(self, at: int) -> Hashable:
        """All that the drawing of a row of the wrapped text depends on."""
        info = self.wrapped_document._offset_to_line_info
        line, section = info[at] if at < len(info) else (-1, 0)
        if line < 0:
            return self.size.width
        start, end = self.selection
        inside = min(start, end)[0] <= line <= max(start, end)[0]
        bracket = self._matching_bracket_location
        return (
            line,
            section,
            self.document.get_line(line),
            self.size.width,
            self.scrollable_content_region.width,
            self.gutter_width,
            self.selection if inside else None,
            bracket if inside or (bracket and bracket[0] == line) else None,
            inside and self._draw_cursor,
            tuple(self.wrapped_document.get_offsets(line)),
        )
