"""The page beside a text that is typed: what changes on it comes into view."""

from collections.abc import Sequence
from itertools import zip_longest

from tui.blocks import Block
from tui.widgets.page import Page


class Preview(Page):
    """A page that goes where it says something else than before."""

    _hidden_at = -1
    """The first block that changed while the page had no room on the screen."""

    def show(self, blocks: tuple[Block, ...], *, fresh: bool) -> None:
        """Tell a record: a fresh one from its beginning, else from where it changed."""
        old, before = self.blocks, self.lines
        self.blocks = blocks
        width = self.scrollable_content_region.width
        if fresh:
            self._hidden_at = -1
            self.scroll_home(animate=False)
        elif width <= 0:
            self._hidden_at = _first_other(old, blocks)
        elif before:
            self.prepare(width)
            self._bring(_first_other(before, self.lines))

    def catch_up(self) -> None:
        """Shown after it was hidden, it shows what changed meanwhile."""
        width = self.scrollable_content_region.width
        if self._hidden_at < 0 or width <= 0:
            return
        self.prepare(width)
        self._bring(len(self.app.typesetter.lay(self.blocks[: self._hidden_at], width)))
        self._hidden_at = -1

    def _bring(self, line: int) -> None:
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if line >= 0 and not top <= line < top + height:
            self.measure()
            self.scroll_to(y=max(0, line - height // 3), animate=False, force=True)


def _first_other(old: Sequence[object], new: Sequence[object]) -> int:
    pairs = enumerate(zip_longest(old, new))
    return next((n for n, (before, now) in pairs if before != now), -1)
