"""The briefs of a library as a list that can be filtered and put in order."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical

from tui.blocks import Row
from tui.widgets.filtered import Filtered

if TYPE_CHECKING:
    from tui.filter import Sieve


class BriefList(Vertical, Filtered):
    """Rows that stand for briefs. What is gathered of a row is kept as long as the row stays."""

    def __init__(self) -> None:
        super().__init__()
        self._gathered: Sieve | None = None

    def compose(self) -> ComposeResult:
        yield self.list

    def make_sieve(self) -> "Sieve":
        """The rows; those that were there before need not be gathered again."""
        from tui.filter import Sieve  # noqa: PLC0415  (loaded by the line)

        self._gathered = Sieve(None, self.rows, self._gathered)
        return self._gathered

    def show(self, rows: tuple[Row, ...]) -> None:
        """List the briefs that passed."""
        self.list.rows = rows
