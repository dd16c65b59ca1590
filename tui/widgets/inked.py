"""The application as widgets know it: how roles look, how blocks are laid out, what is shown."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.style import Style
from textual.app import App
from textual.reactive import reactive

from tui.blocks import Block, Line, Role, Row
from tui.rendering.layout import lay
from tui.widgets.part import Part

if TYPE_CHECKING:
    from tui.rendering.charset import Charset


class Inked(Part, App[None], part=True):
    """An application that has a style for each role a text can be in."""

    ink: Mapping[Role, Style]
    share: float = 0.0
    """Percent of the width that lists have beside their pages; 0: what the style sheet says."""
    linear: bool = False
    """Whether all stands in one column, in words alone, and the cursor follows the reader."""
    moves: bool = True
    """Whether what just changed may stand out for a moment."""
    notice: reactive[Line] = reactive(())
    """What was just said to the reader, for the line of hints of whatever is in front."""
    turns_words: bool = False
    """Whether the terminal puts writing from right to left in order by itself."""
    charset: "Charset | None" = None
    """What the terminal can show; None: all of Unicode."""
    read_only: bool = False
    """Whether no command may write a file."""

    @property
    def plain(self) -> bool:
        """Whether signs of keys are words: to be heard, or for want of the signs."""
        return self.linear or self.charset is not None

    def lay(self, blocks: tuple[Block, ...], width: int) -> tuple[Line, ...]:
        """Blocks as lines, in the way this reader reads and this terminal can show."""
        charset = self.charset
        if self.linear:
            from tui.rendering.linear import spoken  # noqa: PLC0415  (nearly nobody needs it)

            lines = spoken(blocks, width, charset)
        else:
            lines = lay(charset.blocks(blocks) if charset else blocks, width)
        if charset is not None:
            lines = tuple(charset.drawn(line) for line in lines)
            self.look_at_spelling(charset)
        return lines

    def look_at_spelling(self, charset: "Charset") -> None:
        """Something was spelt for this terminal; it may be worth a word."""

    def spelt(self, line: Line) -> Line:
        """A line of no block, before it is measured."""
        return self.charset.line(line) if self.charset else line

    def spelt_row(self, row: Row) -> Row:
        """A row of a list, before it is measured."""
        if self.charset is None:
            return row
        row = self.charset.row(row)
        self.look_at_spelling(self.charset)
        return row
