"""The briefs of a library as a list that can be filtered."""

from textual.app import ComposeResult
from textual.containers import Vertical

from tui.blocks import Row
from tui.widgets.list_filter import ListFilter
from tui.widgets.row_list import RowList


class BriefList(Vertical):
    """One row a brief."""

    def __init__(self) -> None:
        super().__init__()
        self.list = RowList()
        self.filter = ListFilter(self, self.show_rows, lambda: self.list)

    def compose(self) -> ComposeResult:
        yield self.list

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """List the briefs that passed."""
        self.list.rows = rows
