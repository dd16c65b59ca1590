"""Copying a record of the brief, the name chosen on its page, or what is selected."""

from typing import TYPE_CHECKING

from tui.blocks import plain
from tui.screens.journey import Journey
from tui.screens.yanking import Yanking

if TYPE_CHECKING:
    from tui.rendering.copies import Copy


class Copying(Yanking, Journey, part=True):
    """`y` on the brief."""

    def copies(self) -> "tuple[Copy, ...]":
        """The ways to copy the row under the cursor, and the name or value on its own."""
        from tui.rendering.copies import Copy, copies  # noqa: PLC0415  (not for the first paint)

        view, row, pane = self.view, self.row, self.pane
        if view is None or row is None or pane is None:
            return ()
        record = self.record
        key = record.key if record else ""
        blocks = pane.section.detail(view, row.key)
        chosen = pane.page.chosen if pane.reading else None
        name = chosen.text if chosen else plain(row.title).strip()
        what = "the chosen name" if chosen else "its line alone"
        return (*copies(view, key, blocks), Copy("n", what, name))

    def handled(self, text: str) -> str:
        """A text with the handling mark of the record under the cursor, or of the brief."""
        from tui.rendering.copies import marked  # noqa: PLC0415  (not for the first paint)

        return marked(self.view, self.record, text) if self.view else text
