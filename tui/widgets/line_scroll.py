"""How far a view of lines is scrolled, also before Textual knows how many lines there are."""

from textual.geometry import Size
from textual.scroll_view import ScrollView

from tui.widgets.textual_internals import set_virtual_size


class LineScroll:
    """The scroll position of one view, set before its first drawing or after."""

    def __init__(self, view: ScrollView) -> None:
        self._view = view
        self.start = 0
        """The line to be scrolled to by the first drawing; 0 once that is done."""
        self._shift = 0

    @property
    def top(self) -> int:
        """The first line in view, now or at the first drawing."""
        return self.start or self._view.scroll_offset.y

    @property
    def in_view(self) -> range:
        """Rows of the virtual page that are on screen."""
        top = self._view.scroll_offset.y
        return range(top, top + self._view.scrollable_content_region.height)

    def start_at(self, line: int) -> None:
        """Scroll to a line; where nothing was drawn yet, from the first drawing on."""
        drawn = self._view.virtual_size.width > 0
        self.start = 0 if drawn else line
        if drawn:
            self._view.scroll_to(y=line, animate=False)

    def move_by(self, lines: int) -> None:
        """Scroll by some lines after the next layout."""
        self._shift = lines

    def begin(self, lines: int, top: int, end: int) -> None:
        """Scroll to the start in the drawing under way, with the lines from `top` to `end` in view.

        `lines`: how many there are in all.
        """
        view = self._view
        height = view.scrollable_content_region.height
        if not self.start <= top <= end <= self.start + height:
            self.start = top - height // 2
        self.start = max(0, min(self.start, lines - height))
        view.set_reactive(ScrollView.scroll_y, float(self.start))
        view.set_reactive(ScrollView.scroll_target_y, float(self.start))

    def measured(self, size: Size) -> None:
        """Report to Textual how much there is to scroll, and scroll by what was asked for."""
        view = self._view
        if size != view.virtual_size:
            set_virtual_size(view, size)
        if self.start:
            self.start = 0
            view.vertical_scrollbar.position = view.scroll_y
        if self._shift:
            view.scroll_to(y=view.scroll_offset.y + self._shift, animate=False)
            self._shift = 0
