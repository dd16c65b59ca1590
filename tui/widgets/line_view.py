"""A view of lines of spans that scrolls: its text can be selected, and words in it marked."""

from abc import abstractmethod
from collections.abc import Callable

from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from tui.blocks import Line
from tui.widgets.jump import JumpLabels
from tui.widgets.line_scroll import LineScroll
from tui.widgets.reader_cursor import ReaderCursor
from tui.widgets.span_widget import SpanWidget
from tui.widgets.text_selection import mark_selected, select_word, selected_text, without_gaps


# ScrollView first: Textual takes the default style sheets of the first base alone.
class LineView(ScrollView, SpanWidget, can_focus=True):
    """Lines to scroll. No widget is made per line: a hundred thousand cost what is on screen."""

    ALLOW_SELECT = True
    WHAT = "page"
    """What it is called where the focus is described in words."""
    MARGIN = 0
    """Letters at the beginning of each line that are signs of ours, and never selected."""
    SELECTS_WORDS = True
    """Whether a double click selects a word."""
    HAS_GAPS = False
    """Whether lines have a gap between a left and a right end, which is not copied."""
    PAST_THE_END = False
    """Whether a screen reader's cursor scrolls on until the last line is the first in view."""

    jump: JumpLabels
    reader: ReaderCursor

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.scrolling = LineScroll(self)
        self.laid_width = 0
        """The width the lines are laid out for; 0: not yet."""
        self.line_count = 0
        self.mark_hits: Callable[[int, Line], Line] | None = None
        """Marks what is searched for in a line, given its row."""
        self._sent: dict[int, tuple[Line, Style]] = {}
        """What was last drawn at each row, with its base style."""
        self._painting = False
        """Whether lines are drawn for the screen: the places of letters, which take more time than
        all the rest, are then left out."""

    def on_mount(self) -> None:
        """Style the scroll bar now: at the first focus it costs a layout of the screen."""
        self.app.stylesheet.apply(self.vertical_scrollbar)
        self.vertical_scrollbar.display = True

    @abstractmethod
    def lay_out(self, width: int) -> int:
        """Lay the lines out for a width; return how many there are."""

    @abstractmethod
    def line_at(self, y: int) -> Line:
        """The line at a row of the virtual page; empty below its end."""

    @abstractmethod
    def base_style(self, y: int) -> Style:
        """The style below the line at a row."""

    def validate_scroll_y(self, value: float) -> float:
        """Stay at the start until Textual knows how many lines there are; else the top is seen."""
        start = self.scrolling.start
        return float(start) if start else super().validate_scroll_y(value)

    def prepare(self, width: int) -> None:
        """Lay out for a width, unless that is done. At the first paint, not after it."""
        if width != self.laid_width and width > 0:
            self.laid_width = width
            self.jump.clear()
            self.call_later(self.measure)
            self.line_count = self.lay_out(width)

    def measure(self) -> None:
        """Report to Textual how much there is to scroll."""
        more = self.size.height - 1 if self.app.linear and self.PAST_THE_END else 0
        self.scrolling.measured(Size(self.laid_width, self.line_count + more))

    def marked_at(self, y: int) -> Line:
        """The line at a row, with what is searched for and what is selected marked in it."""
        line = self.line_at(y)
        if self.mark_hits is not None:
            line = self.mark_hits(y, line)
        return mark_selected(self, y, line, 0 if self.app.linear else self.MARGIN)

    def refresh_changed(self) -> None:
        """Draw only the rows that differ from what was drawn last.

        A whole screen takes 15 ms to compose and 20 kB to send; most changes are of a line.
        """
        width = self.scrollable_content_region.width
        if width <= 0 or not self._sent:
            self.refresh()
            return
        self.prepare(width)
        for y in self.scrolling.in_view:
            drawn = (self.jump.draw_on(y, self.marked_at(y)), self.base_style(y))
            if self._sent.get(y) != drawn:
                self.refresh_lines(y)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw what is in view; for the mouse Textual calls `render_line` alone."""
        self.prepare(self.scrollable_content_region.width)
        if self.app.linear and self.has_focus:
            self.reader.point()
        self.base = self.rich_style  # worked out by way of all ancestors: once, not for each line
        self._painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._painting = False

    def render_line(self, y: int) -> Strip:
        """Draw one row of what is in view; for the mouse, with the place of each letter."""
        row = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        line, base = self.jump.draw_on(row, self.marked_at(row)), self.base_style(row)
        self._sent[row] = (line, base)
        strip = self.draw(line, width, base)
        return strip if self._painting else strip.apply_offsets(0, row)

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002  (asked for again)
        """Draw the rows whose selected part changed."""
        self.refresh_changed()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, line by line."""
        margin = 0 if self.app.linear else self.MARGIN
        clean = without_gaps if self.HAS_GAPS else str.rstrip
        return selected_text(selection, self.line_count, self.line_at, clean, margin), "\n"

    def text_select_all(self) -> None:
        """Select the word under a double click."""
        if self.SELECTS_WORDS:
            select_word(self, self.line_at)
