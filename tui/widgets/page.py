"""The detail beside a list: a record as a page to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from tui.blocks import Block, Line, Span
from tui.commands import bindings
from tui.rendering.hits import Hits
from tui.rendering.links import Link, in_order, links_in, whole_name
from tui.rendering.seek import Pattern
from tui.widgets.drawn import Target
from tui.widgets.line_by_line import LineByLine


class Page(LineByLine):
    """Blocks laid out to its own width."""

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
        """Key of the record it is about, where that has a page of its own elsewhere."""
        self._lines: tuple[Line, ...] = ()
        self._laid = 0
        self._shift = 0
        self._links: tuple[Link, ...] = ()
        self._order: tuple[int, ...] = ()
        """The links in the order keys go through them."""
        self._link = -1
        self._hits = Hits((), self.pattern)
        self._hit = -1

    def watch_blocks(self) -> None:
        """Lay out anew; the scroll stays where it is as far as the page reaches."""
        self._laid = 0
        self._link = -1
        self.refresh_changed()

    def prepare(self, width: int) -> None:
        """Lay out for a width, unless that is done. At the first paint, not after it."""
        if width == self._laid or width <= 0:
            return
        self._laid = width
        self._lines = self.app.lay(self.blocks, width)
        self._links = links_in(self._lines)
        self._order = in_order(self._links)
        self._labels = {}
        self._hits = Hits(self._lines, self.pattern)
        self._hit = min(self._hit, len(self._hits.places) - 1)
        if self._start:
            self.begin(len(self._lines), self._start, self._start)
        self.call_later(self._measure)

    def height_of(self, blocks: tuple[Block, ...]) -> int:
        """How many lines some blocks take on this page; 0 before its first layout."""
        return len(self.app.lay(blocks, self._laid)) if blocks and self._laid else 0

    def move_by(self, lines: int) -> None:
        """Scroll by some lines once the blocks now given are laid out."""
        self._shift = lines

    def _measure(self) -> None:
        more = self.size.height - 1 if self.app.linear else 0  # its cursor comes to the last line
        self.measured(Size(self._laid, len(self._lines) + more))
        if self._shift:
            self.scroll_to(y=self.scroll_offset.y + self._shift, animate=False)
            self._shift = 0

    def all_lines(self) -> tuple[Line, ...]:
        """The whole page."""
        return self._lines

    def line_at(self, y: int) -> Line:
        """One line of the page; the name that enter would follow stands out."""
        line = self._lines[y] if 0 <= y < len(self._lines) else ()
        here = self._chosen
        if not self.has_focus or here is None or here.line != y:
            return line
        return tuple(
            Span(span.text, "chosen", span.link) if index == here.span else span
            for index, span in enumerate(line)
        )

    @property
    def _chosen(self) -> Link | None:
        return self._links[self._link] if 0 <= self._link < len(self._links) else None

    @property
    def chosen(self) -> Span | None:
        """The name that enter would follow, as one span."""
        return whole_name(self._lines, self._links, self._link) if self._chosen else None

    @property
    def is_low(self) -> bool:
        """Whether the chosen name stands in the lower half of what is in view."""
        here, lines = self._chosen, self.lines_in_view()
        return here is not None and here.line >= lines.start + len(lines) // 2

    def targets(self) -> Iterator[tuple[int, Target]]:
        """The names in view."""
        here, lines = self._chosen, self.lines_in_view()
        at = here.line if here else lines.start
        for link in self._links:
            if link.line in lines and not link.goes_on and link is not here:
                yield abs(link.line - at), Target(link.line, link.start, link.end, link.key)

    def take(self, target: Target) -> None:
        """Go where a name leads."""
        self.post_message(self.Followed(target.to))

    def seek(self, pattern: Pattern) -> None:
        """Mark some words wherever they stand on the page."""
        self._hits = Hits(self._lines, pattern)
        self._hit = -1
        super().seek(pattern)

    def marked_at(self, y: int) -> Line:
        """A line with what is sought in it, the hit one is at more so, and what is selected."""
        return self.with_selection(y, self._hits.mark(y, self.line_at(y), self._hit))

    @property
    def hit(self) -> tuple[int, int]:
        """Which hit one is at, from 1 (0: at none yet), and how many there are."""
        return self._hit + 1, len(self._hits.places)

    def to_hit(self, by: int) -> bool:
        """Go to the next hit, or the one before; say whether there was one without going round."""
        self.prepare(self.scrollable_content_region.width)
        count = len(self._hits.places)
        if self._hit < 0 and count:
            at = self._hits.after(self.scroll_offset.y)
            wanted = at if by > 0 else (at if at >= 0 else count) - 1
        else:
            wanted = self._hit + by
        return self.show_hit(wanted)

    def show_hit(self, index: int) -> bool:
        """Go to a hit by its number, from 0; -1 is none. Say whether there is such a one."""
        if not 0 <= index < len(self._hits.places):
            return False
        self._hit = index
        self.bring_to(self._hits.places[index])
        return True

    def on_click(self, event: Click) -> None:
        if self.text_selection:  # the end of a selection is no click on a name
            return
        y = event.y - self.gutter.top + self.scroll_offset.y
        x = event.x - self.gutter.left
        for index, link in enumerate(self._links):
            if link.line == y and link.start <= x < link.end:
                self._link = index
                self.action_follow()

    def action_next_link(self, by: int) -> None:
        """Go to the next name that leads somewhere, the first one in view to begin with.

        Sources come after all the names: else there would be one between any two of them.
        """
        order = self._order
        if not order:
            self.notify("No name on this page leads anywhere")
            return
        if self._link in order:
            at = (order.index(self._link) + by) % len(order)
        else:
            below = (i for i, n in enumerate(order) if self._links[n].line >= self.scroll_offset.y)
            here = next(below, 0)
            at = here if by > 0 else max(here - 1, 0)
        self._link = order[at]
        self.bring_to(self._links[self._link].line)

    def action_follow(self) -> None:
        """Go to the record the chosen name leads to; where none is chosen, to what it is about."""
        if key := self._chosen.key if self._chosen else self.about:
            self.post_message(self.Followed(key))

    def action_half(self, by: int) -> None:
        """Scroll by half of what is in view."""
        self.scroll_relative(y=by * (self.size.height // 2), animate=False)
