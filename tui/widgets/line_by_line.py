"""Lines that are read one by one with the cursor of the terminal, where that is how one reads."""

from textual.geometry import Region

from tui.widgets.selectable import Selectable


class LineByLine(Selectable):
    """The cursor is at the first line in view, or at the one the reader was brought to."""

    _brought = -1
    """The line of the name or the hit the reader asked for; negative: none since the last move."""

    @property
    def reader_at(self) -> int:
        """The line the cursor is at."""
        return self._brought if self._brought in self.lines_in_view() else self.scroll_offset.y

    def bring_to(self, line: int) -> None:
        """Bring the reader to a line, and the line into view."""
        at_once = self.app.linear  # a scroll that comes later would be a move away from it
        region = Region(0, line, 1, 1)
        self.scroll_to_region(region, animate=False, force=True, immediate=at_once)
        self._brought = line
        self.refresh_changed()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Whoever moves on is at no name any more."""
        super().watch_scroll_y(old_value, new_value)
        self._brought = -1

    def action_scroll_down(self) -> None:
        """One line down; read line by line, to the line after the one that was read."""
        if self.app.linear:
            self._go_on(1)
        else:
            super().action_scroll_down()

    def action_scroll_up(self) -> None:
        """One line up."""
        if self.app.linear:
            self._go_on(-1)
        else:
            super().action_scroll_up()

    def _go_on(self, by: int) -> None:
        last = max(len(self.all_lines()) - 1, 0)
        line = max(0, min(self.reader_at + by, last))
        self._brought = -1
        self.scroll_to(y=line, animate=False, force=True, immediate=True)
        self.refresh()
