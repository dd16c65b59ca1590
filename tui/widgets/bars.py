"""The line at the top, which says what is read and whether it is current, and the line of tabs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.blocks import Line, Role, Span
from tui.presentation.header import BETWEEN
from tui.rendering.ink import cut, pad, width_of, wrap
from tui.widgets.drawn import OneLine, Target
from tui.widgets.inked import Inking
from tui.widgets.selectable import SelectableLine


class Bar(SelectableLine):
    """One line with something at its left and something at its right edge."""

    left: reactive[Line] = reactive(())
    right: reactive[Line] = reactive(())
    PRESSES = "key:"
    """What the link of a part begins with that stands for a key: a click there presses it."""
    acts: Mapping[Role, str] = MappingProxyType({})
    """The action of the screen that a click on a part in some role does."""

    def on_click(self, event: Click) -> None:
        if self.text_selection:
            return
        end = 0
        for span in self.line():
            end += width_of((span,))
            if event.x < end:
                if span.link.startswith(self.PRESSES):
                    self.app.simulate_key(span.link.removeprefix(self.PRESSES))
                elif act := self.acts.get(span.role):
                    self.call_later(self.app.run_action, act, self.screen)
                return

    def line(self) -> Line:
        """The whole line; the left gives way to the right."""
        width = self.size.width
        told, beside = self.app.spelt(self.left), self.app.spelt(self.right)
        # The title keeps half of a narrow line, as far as it needs it.
        kept = min(width_of(told) + 2, width // 2)
        (between,) = self.app.spelt((BETWEEN,))
        right = _ending((*beside, Span(" ")), max(width - kept, 0), between)
        left = cut((Span(" "), *told), max(width - width_of(right) - 1, 0))
        return (*pad(left, width - width_of(right)), *right)


def _ending(line: Line, room: int, between: Span) -> Line:
    """The last parts of a line that fit: whether it is live stands further right than its date."""
    while width_of(line) > room and between in line:
        line = line[line.index(between) + 1 :]
    return cut(line, room)


class Note(Inking):
    """A few words on as many lines as it is high; cut at the end of the last."""

    told: reactive[Line] = reactive(())

    def render_line(self, y: int) -> Strip:
        """Draw one of its lines."""
        room = max(self.size.width - 2, 1)
        lines = wrap(self.app.spelt(self.told), room)
        last = self.size.height - 1
        if y == last and len(lines) > self.size.height:
            rest = tuple(span for line in lines[y:] for span in (*line, Span(" ")))
            lines = (*lines[:y], cut(rest, room))
        line = lines[y] if y < len(lines) else ()
        return self.draw((Span(" "), *line), self.size.width, self.rich_style)


class TabLabel(NamedTuple):
    """A tab in the line of tabs."""

    number: int
    title: str
    badge: str = ""

    @property
    def text(self) -> str:
        """Its words on screen."""
        return f"{self.number} {self.title}" + (f" {self.badge}" if self.badge else "")


class TabBar(OneLine):
    """The tabs in one line; where they do not fit, those around the active one, with ‹ and ›."""

    tabs: reactive[tuple[TabLabel, ...]] = reactive(())
    active: reactive[int] = reactive(0)

    @dataclass
    class Picked(Message):
        """A tab was clicked."""

        number: int

    def __init__(self) -> None:
        super().__init__()
        self._ends: list[tuple[int, int]] = []

    def validate_tabs(self, tabs: tuple[TabLabel, ...]) -> tuple[TabLabel, ...]:
        """The tabs in what the terminal can show: their widths are reckoned with."""
        if (charset := self.app.charset) is None:
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
            number = Span(f"{tab.number} ", "quiet")
            badge = (Span(f" {tab.badge}", "disputed"),) if tab.badge else ()
            spans = (number, Span(tab.title, role), *badge, Span(" " * gap))
            line += spans
            at += width_of(spans)
            self._ends.append((at, tab.number))
        if last < len(self.tabs):
            line.append(Span("›", "quiet"))
        return tuple(line)

    def _width(self, gap: int) -> int:
        return 1 + sum(width_of((Span(tab.text),)) + gap for tab in self.tabs)

    def _window(self, gap: int) -> tuple[int, int]:
        """The run of tabs that fits and has the active one in it, as far left as it can be."""
        widths = [width_of((Span(tab.text),)) + gap for tab in self.tabs]
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

    def targets(self) -> Iterator[tuple[int, Target]]:
        """The other tabs in view."""
        start = 2 if self.line()[0].text.strip() else 1
        for end, number in self._ends:
            if number != self.tabs[self.active].number:
                yield start, Target(0, start, end, str(number))
            start = end

    def take(self, target: Target) -> None:
        """Open a tab."""
        self.post_message(self.Picked(int(target.to)))

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
            self.post_message(self.Picked(numbers[at]))
