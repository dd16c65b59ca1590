"""Blocks, lines and rows as this reader reads them, in what this terminal can show."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.blocks import Block, Line, Row
from tui.failure.guard import guarded
from tui.rendering.ink import safe, wrap
from tui.rendering.layout import lay

if TYPE_CHECKING:
    from tui.rendering.charset import Charset


class Typesetter:
    """Lays out blocks, and spells texts for the terminal, before anything is measured."""

    def __init__(
        self,
        charset: "Charset | None" = None,
        *,
        linear: bool = False,
        spelled: Callable[["Charset"], object] = lambda _: None,
    ) -> None:
        """`charset`: what the terminal can show, None: all of Unicode.

        `linear`: one column, in words alone. `spelled` is called when something was spelled for
        the terminal: that may be worth a word.
        """
        self.charset = charset
        self.linear = linear
        self._spelled = spelled

    @property
    def plain(self) -> bool:
        """Whether signs of keys are words: to be heard, or for want of the signs."""
        return self.linear or self.charset is not None

    def lay(self, blocks: tuple[Block, ...], width: int) -> tuple[Line, ...]:
        """Blocks as lines of a width."""
        return guarded(
            "what stands here",
            lambda: self._lay(blocks, width),
            lambda failure: self._wrapped(failure.lines, width),
        )

    def _wrapped(self, lines: tuple[Line, ...], width: int) -> tuple[Line, ...]:
        return tuple(part for line in lines for part in wrap(self.line(safe(line)), width))

    def _lay(self, blocks: tuple[Block, ...], width: int) -> tuple[Line, ...]:
        charset = self.charset
        if self.linear:
            from tui.rendering.linear import spoken  # noqa: PLC0415  (nearly nobody needs it)

            lines = spoken(blocks, width, charset)
        else:
            lines = lay(charset.blocks(blocks) if charset else blocks, width)
        if charset is not None:
            lines = tuple(charset.drawn(line) for line in lines)
            self._spelled(charset)
        return lines

    def line(self, line: Line) -> Line:
        """A line that is in no block."""
        return self.charset.line(line) if self.charset else line

    def row(self, row: Row) -> Row:
        """A row of a list."""
        if self.charset is None:
            return row
        row = self.charset.row(row)
        self._spelled(self.charset)
        return row
