"""Jump labels: letters drawn over what can be gone to, typed to go there."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from textual.widget import Widget

from tui.blocks import Line


class Target(NamedTuple):
    """Something on screen that can be gone to by a jump label."""

    line: int
    """Row of the virtual page."""
    start: int
    """Cells from the left edge."""
    end: int
    key: str
    """What it goes to, as its widget knows it."""


class JumpLabels:
    """The jump labels of one widget.

    `targets()` gives what in view can be gone to, each with its distance from where the reader is;
    `go_to(target)` goes there.
    """

    def __init__(
        self,
        widget: Widget,
        targets: Callable[[], Iterable[tuple[int, Target]]],
        go_to: Callable[[Target], object],
    ) -> None:
        self.widget = widget
        self.targets = targets
        self.go_to = go_to
        self.by_line: Mapping[int, Sequence[tuple[int, int, str]]] = {}
        """Start, end and letters of each label, by line."""

    def show(self, by_line: Mapping[int, Sequence[tuple[int, int, str]]]) -> None:
        """Show these labels; none removes them."""
        self.by_line = by_line
        self.widget.refresh()

    def clear(self) -> None:
        """Forget the labels: the lines they were for are laid out again."""
        self.by_line = {}

    def draw_on(self, y: int, line: Line) -> Line:
        """Return a line with its labels over it."""
        if y not in self.by_line:
            return line
        from tui.rendering.labels import painted  # noqa: PLC0415  (not for the first paint)

        return painted(line, self.by_line[y])
