"""The names on a page that open a record, and the one that Enter would follow."""

from collections.abc import Iterator

from tui.blocks import Line, Span
from tui.rendering.links import Link, in_order, links_in, whole_name
from tui.widgets.jump import Target


class LinkCursor:
    """Goes from name to name in some lines."""

    def __init__(self) -> None:
        self._lines: tuple[Line, ...] = ()
        self._links: tuple[Link, ...] = ()
        self.order: tuple[int, ...] = ()
        """The links in the order keys go through them."""
        self._at = -1

    def set_lines(self, lines: tuple[Line, ...]) -> None:
        """Look in other lines; the name of the same number stays chosen."""
        self._lines = lines
        self._links = links_in(lines)
        self.order = in_order(self._links)

    def clear(self) -> None:
        """Choose no name."""
        self._at = -1

    @property
    def current(self) -> Link | None:
        """The chosen name; of one broken over lines, its beginning."""
        return self._links[self._at] if 0 <= self._at < len(self._links) else None

    @property
    def name(self) -> Span | None:
        """The chosen name as one span."""
        return whole_name(self._lines, self._links, self._at) if self.current else None

    def step(self, by: int, top: int) -> Link | None:
        """Choose the next name or the previous one, at first the first one from line `top` on.

        Sources come after all the names: else there would be one between any two of them.
        """
        order = self.order
        if not order:
            return None
        if self._at in order:
            at = (order.index(self._at) + by) % len(order)
        else:
            below = (i for i, n in enumerate(order) if self._links[n].line >= top)
            here = next(below, 0)
            at = here if by > 0 else max(here - 1, 0)
        self._at = order[at]
        return self._links[self._at]

    def choose_at(self, x: int, y: int) -> bool:
        """Choose the name at a cell of a line; return whether there is one."""
        for index, link in enumerate(self._links):
            if link.line == y and link.start <= x < link.end:
                self._at = index
                return True
        return False

    def mark(self, y: int, line: Line) -> Line:
        """Return a line with the chosen name marked in it."""
        here = self.current
        if here is None or here.line != y:
            return line
        return tuple(
            Span(span.text, "chosen", span.link) if index == here.span else span
            for index, span in enumerate(line)
        )

    def is_in_lower_half(self, lines: range) -> bool:
        """Return whether the chosen name is in the lower half of some lines."""
        here = self.current
        return here is not None and here.line >= lines.start + len(lines) // 2

    def targets(self, lines: range) -> Iterator[tuple[int, Target]]:
        """The other names in some lines, each with its distance from the chosen one."""
        here = self.current
        at = here.line if here else lines.start
        for link in self._links:
            if link.line in lines and not link.goes_on and link is not here:
                yield abs(link.line - at), Target(link.line, link.start, link.end, link.key)
