"""The line of tabs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from textual.events import Click
from textual.message import Message
from textual.reactive import reactive

from tui.blocks import Line, Role, Span
from tui.rendering.ink import width_of
from tui.widgets.jump import JumpLabels, Target
from tui.widgets.line_widget import LineWidget


class TabLabel(NamedTuple):
    """A tab in the line of tabs."""

    number: int
    title: str
    badge: str = ""
    digit: str = ""
    """The key that shows it, if it has one."""

    def spans(self, role: Role = "") -> Line:
        """Its words on screen."""
        digit = (Span(f"{self.digit} ", "quiet"),) if self.digit else ()
        badge = (Span(f" {self.badge}", "disputed"),) if self.badge else ()
        return (*digit, Span(self.title, role), *badge)


class TabBar(LineWidget):
    """The tabs in one line; where they do not fit, those around the active one, with ‹ and ›."""

    tabs: reactive[tuple[TabLabel, ...]] = reactive(())
    active: reactive[int] = reactive(0)

    @dataclass
    class TabActivated(Message):
        """A tab was clicked."""

        number: int

    def __init__(self) -> None:
        super().__init__()
        self._ends: list[tuple[int, int]] = []
        """The cell at which each tab in view ends, and its number."""
        self.jump = JumpLabels(
            self,
            self._targets,
            lambda target: self.post_message(self.TabActivated(int(target.key))),
        )

    def validate_tabs(self, tabs: tuple[TabLabel, ...]) -> tuple[TabLabel, ...]:
        """The tabs in what the terminal can show: their widths are reckoned with."""
        if (charset := self.app.typesetter.charset) is None:
            return tabs
        spell = charset.text
        return tuple(t._replace(title=spell(t.title), badge=spell(t.badge)) for t in tabs)

    def line(self) -> Line:
        """The line of tabs; where each one ends is remembered for the mouse."""
        gap = 2 if self._width(2) <= self.size.width else 1
        first, last = self._window(gap)
        line: list[Span] = [Span("‹ " if first else " ", "quiet")]
        at = width_of(tuple(line))
        self._ends = []
        for index in range(first, last):
            tab = self.tabs[index]
            role: Role = "strong" if index == self.active else "quiet"
            spans = (*tab.spans(role), Span(" " * gap))
            line += spans
            at += width_of(spans)
            self._ends.append((at, tab.number))
        if last < len(self.tabs):
            line.append(Span("›", "quiet"))
        return tuple(line)

    def _width(self, gap: int) -> int:
        return 1 + sum(width_of(tab.spans()) + gap for tab in self.tabs)

    def _window(self, gap: int) -> tuple[int, int]:
        """The run of tabs that fits and has the active one in it, as far left as it can be."""
        widths = [width_of(tab.spans()) + gap for tab in self.tabs]
        room = self.size.width - 3
        if self._width(gap) <= self.size.width:
            return 0, len(widths)
        first = 0
        while first < self.active and sum(widths[first : self.active + 1]) > room:
            first += 1
        last = self.active + 1
        while last < len(widths) and sum(widths[first : last + 1]) <= room:
            last += 1
        return first, last

    def _targets(self) -> Iterator[tuple[int, Target]]:
        """The other tabs in view."""
        start = 2 if self.line()[0].text.strip() else 1
        for end, number in self._ends:
            if number != self.tabs[self.active].number:
                yield start, Target(0, start, end, str(number))
            start = end

    def on_click(self, event: Click) -> None:
        if not self._ends:
            return
        numbers = [tab.number for tab in self.tabs]
        first, last = (numbers.index(self._ends[at][1]) for at in (0, -1))
        at = first + sum(end <= event.x for end, _ in self._ends)
        if first and event.x < 2:  # ‹
            at = first - 1
        beyond = at > last and event.x > self._ends[-1][0]
        if at < len(numbers) and not beyond:
            self.post_message(self.TabActivated(numbers[at]))
