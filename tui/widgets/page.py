"""A record as a page to read, with names to follow."""

from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual.binding import BindingType
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive

from tui.blocks import Block, Line, Span
from tui.commands import bindings
from tui.rendering.seek import Pattern
from tui.widgets.hit_cursor import HitCursor
from tui.widgets.jump import JumpLabels
from tui.widgets.line_view import LineView
from tui.widgets.link_cursor import LinkCursor
from tui.widgets.reader_cursor import ReaderCursor


class Page(LineView):
    """Blocks laid out to its own width."""

    PAST_THE_END = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("page")]

    @dataclass
    class Followed(Message):
        """The reader wants to see the record a name leads to."""

        key: str

    blocks: reactive[tuple[Block, ...]] = reactive(
        (), always_update=True, init=False, repaint=False
    )

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.about = ""
        """Key of the record it is about, where that has its own page elsewhere."""
        self.lines: tuple[Line, ...] = ()
        """The blocks as they are laid out."""
        self.links = LinkCursor()
        self.hits = HitCursor(self)
        self.mark_hits = self.hits.mark
        self.reader = ReaderCursor(self, lambda: self.scroll_offset.y)
        self.jump = JumpLabels(
            self,
            lambda: self.links.targets(self.scrolling.in_view),
            lambda target: self.post_message(self.Followed(target.key)),
        )

    def watch_blocks(self) -> None:
        """Lay out again; the scroll stays where it is as far as the page reaches."""
        self.laid_width = 0
        self.links.clear()
        self.refresh_changed()

    def lay_out(self, width: int) -> int:
        """Lay the blocks out."""
        self.lines = self.app.typesetter.lay(self.blocks, width)
        self.links.set_lines(self.lines)
        self.hits.set_lines(self.lines)
        if start := self.scrolling.start:
            self.scrolling.begin(len(self.lines), start, start)
        return len(self.lines)

    def line_at(self, y: int) -> Line:
        """One line of the page; the name that Enter would follow is marked."""
        line = self.lines[y] if 0 <= y < len(self.lines) else ()
        return self.links.mark(y, line) if self.has_focus else line

    def base_style(self, y: int) -> Style:  # noqa: ARG002  (every line has the same)
        """The style of the page."""
        return self.base

    @property
    def chosen(self) -> Span | None:
        """The name that Enter would follow, as one span."""
        return self.links.name

    def seek(self, pattern: Pattern) -> None:
        """Mark what is searched for; an empty pattern clears the marks."""
        self.hits.search(pattern)
        self.refresh_changed()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Leave the name or hit that was gone to."""
        super().watch_scroll_y(old_value, new_value)
        self.reader.leave()

    def on_click(self, event: Click) -> None:
        if self.text_selection:  # the end of a selection is no click on a name
            return
        y = event.y - self.gutter.top + self.scroll_offset.y
        if self.links.choose_at(event.x - self.gutter.left, y):
            self.action_follow()

    def action_scroll_down(self) -> None:
        """Scroll one line down; with a screen reader, go to the line after the one just read."""
        if self.app.linear:
            self.reader.step(1, self.line_count)
        else:
            super().action_scroll_down()

    def action_scroll_up(self) -> None:
        """Scroll one line up."""
        if self.app.linear:
            self.reader.step(-1, self.line_count)
        else:
            super().action_scroll_up()

    def action_next_link(self, by: int) -> None:
        """Go to the next name that opens a record, at first to the first one in view."""
        link = self.links.step(by, self.scroll_offset.y)
        if link is None:
            self.notify("No name on this page leads anywhere", markup=False)
            return
        self.reader.bring_to(link.line)
        self.refresh_changed()

    def action_follow(self) -> None:
        """Go to the record of the chosen name; where none is chosen, to what the page is about."""
        link = self.links.current
        if key := link.key if link else self.about:
            self.post_message(self.Followed(key))

    def action_half(self, by: int) -> None:
        """Scroll by half of what is in view."""
        self.scroll_relative(y=by * (self.size.height // 2), animate=False)
