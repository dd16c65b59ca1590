"""Widgets whose lines are spans: one for a single line, one that scrolls."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rich.style import Style
from textual.geometry import Offset, Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.blocks import Line
from tui.rendering.seek import Pattern
from tui.widgets.inked import Inking


class Target(NamedTuple):
    """Something on screen that can be gone to by a jump label."""

    line: int
    """Row of the virtual page."""
    start: int
    """Cells from the left edge."""
    end: int
    to: str
    """What it leads to, as its widget knows it."""


class Labelled(Inking):
    """Lines that can bear jump labels."""

    _labels: Mapping[int, Sequence[tuple[int, int, str]]] = {}

    def targets(self) -> Iterator[tuple[int, Target]]:
        """What in view can be gone to, each with how far it is from where the reader is."""
        yield from ()

    def take(self, target: Target) -> None:
        """Go to one of them."""

    def show_labels(self, labels: Mapping[int, Sequence[tuple[int, int, str]]]) -> None:
        """Bear these labels, by line; none takes them off."""
        self._labels = labels
        self.refresh()

    def labelled(self, y: int, line: Line) -> Line:
        """A line with its labels on it."""
        if y not in self._labels:
            return line
        from tui.rendering.labels import painted  # noqa: PLC0415  (not for the first paint)

        return painted(line, self._labels[y])


class OneLine(Labelled):
    """A single line."""

    def line(self) -> Line:
        """What it says now."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Draw it."""
        line = () if y else self.labelled(0, self.line())
        if self.app.linear:
            from tui.rendering.screen_reader import in_words  # noqa: PLC0415  (nearly nobody needs it)

            line = in_words(line)
        return self.draw(line, self.size.width, self.rich_style)


# ScrollView first: Textual takes the default style sheets of the first base alone.
class Drawn(ScrollView, Labelled, can_focus=True):
    """Lines to scroll. No widget is made per line: a hundred thousand cost what is on screen."""

    WHAT = "page"
    """What it is called where focus is told in words."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._sent: dict[int, tuple[Line, Style]] = {}
        """What was last drawn at each row, with what it stood on."""
        self.pattern = Pattern("")
        """The words that are sought; where they stand they are marked."""
        self._start = 0
        """Lines to be scrolled by from the first drawing on."""

    def seek(self, pattern: Pattern) -> None:
        """Mark some words wherever they stand; none takes the marks off."""
        self.pattern = pattern
        self.refresh_changed()

    def marked_at(self, y: int) -> Line:
        """The line at a row, with the words that are sought marked in it."""
        line = self.line_at(y)
        return self.pattern.mark(line, "hit") if self.pattern else line

    def _said(self, y: int) -> Line:
        return self.labelled(y, self.marked_at(y))

    def on_mount(self) -> None:
        """Have the scroll bar dressed now: at the first focus it costs a layout of the screen."""
        self.app.stylesheet.apply(self.vertical_scrollbar)
        self.vertical_scrollbar.display = True

    def line_at(self, y: int) -> Line:
        """The line at a row of the virtual page; empty below its end."""
        raise NotImplementedError

    def base_style(self, y: int) -> Style:  # noqa: ARG002  (the list marks its cursor's row)
        """What the line at a row stands on."""
        return self.base

    def prepare(self, width: int) -> None:
        """Get ready for drawing lines of a width; called before each drawing."""

    @property
    def reader_at(self) -> int:
        """The line the reader is at."""
        return self.scroll_offset.y

    def lines_in_view(self) -> range:
        """Rows of the virtual page that are on screen."""
        top = self.scroll_offset.y
        return range(top, top + self.scrollable_content_region.height)

    def validate_scroll_y(self, value: float) -> float:
        """Stay at the start until Textual knows how many lines there are; else the top is seen."""
        return float(self._start) if self._start else super().validate_scroll_y(value)

    def start_at(self, line: int) -> None:
        """Be scrolled by some lines; where nothing was drawn yet, from the first drawing on."""
        drawn = self.virtual_size.width > 0
        self._start = 0 if drawn else line
        if drawn:
            self.scroll_to(y=line, animate=False)

    @property
    def top_line(self) -> int:
        """Lines it is scrolled by, or will be at the first drawing."""
        return self._start or self.scroll_offset.y

    def begin(self, lines: int, top: int, end: int) -> None:
        """Be scrolled to the start in the drawing under way, of so many lines; some are in view."""
        height = self.scrollable_content_region.height
        if not self._start <= top <= end <= self._start + height:
            self._start = top - height // 2
        self._start = max(0, min(self._start, lines - height))
        self.set_reactive(Drawn.scroll_y, float(self._start))
        self.set_reactive(Drawn.scroll_target_y, float(self._start))

    def measured(self, size: Size) -> None:
        """Tell Textual how much there is, once it can be told.

        Its own way to be told lays out and draws the whole screen anew, some 50 ms for each move
        in a list; but nothing stands elsewhere for what is in the box of a list or a page.
        """
        if size != self.virtual_size:
            self.set_reactive(Drawn.virtual_size, size)
            self._scroll_update(size)
        if self._start:
            self._start = 0
            self.vertical_scrollbar.position = self.scroll_y

    def refresh_changed(self) -> None:
        """Draw only the rows that say something else than what was drawn last.

        A whole screen takes 15 ms to compose and 20 kB to send; most changes are of a line.
        """
        width = self.scrollable_content_region.width
        if width <= 0 or not self._sent:
            self.refresh()
            return
        self.prepare(width)
        for y in self.lines_in_view():
            if self._sent.get(y) != (self._said(y), self.base_style(y)):
                self.refresh_lines(y)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw what is in view."""
        self.prepare(self.scrollable_content_region.width)
        if self.app.linear and self.has_focus:
            self.point(self.reader_at)
        self.base = self.rich_style  # worked out by way of all ancestors: once, not for each line
        return super().render_lines(crop)

    def tell_cursor(self) -> None:
        """Have the row one moved to read, though the keys stay in a line that is typed in."""
        if self.app.linear and not self.has_focus:
            self.call_after_refresh(self._tell_cursor)

    def _tell_cursor(self) -> None:
        self.point(self.reader_at)
        self.refresh()

    def point(self, line: int) -> None:
        """Put the cursor of the terminal at a line, where one reads with it."""
        at = self.content_region.offset
        self.app.cursor_position = at + Offset(0, line - self.scroll_offset.y)

    def render_line(self, y: int) -> Strip:
        """Draw one row of what is in view, and remember what it said."""
        y += self.scroll_offset.y
        width = self.scrollable_content_region.width
        line, base = self._said(y), self.base_style(y)
        self._sent[y] = (line, base)
        return self.draw(line, width, base)
