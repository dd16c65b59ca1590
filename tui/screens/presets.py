"""Filters with a name: Parley's own and the reader's, each with the number of rows it leaves."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.blocks import Row, Span
from tui.filter import PRESETS, Sieve, parse_query, vocabulary
from tui.telling.view import View
from tui.widgets.hints import Hints
from tui.widgets.row_list import RowList

OURS, YOURS = "Always there", "From your configuration"


class PresetsScreen(ModalScreen[str | None]):
    """A list of filters. Ends with the one that was chosen."""

    CSS_PATH = "above.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,h,left,p", "close", "back", id="presets.close", tooltip="Choose nothing"),
    ]

    def __init__(self, view: View, rows: tuple[Row, ...], yours: Mapping[str, str]) -> None:
        super().__init__()
        self._view = view
        self._rows = rows
        self._yours = yours

    def compose(self) -> ComposeResult:
        with Vertical():
            yield RowList()
            yield Hints()

    def on_mount(self) -> None:
        rows = self.query_one(RowList)
        rows.rows = presets(self._view, self._rows, self._yours)
        rows.focus()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(event.row.about)

    def action_close(self) -> None:
        """End with nothing."""
        self.dismiss(None)


def presets(view: View, rows: tuple[Row, ...], yours: Mapping[str, str]) -> tuple[Row, ...]:
    """One row a filter, the reader's own first; `about` is the filter itself."""
    sieve, known = Sieve(view, rows), vocabulary(view)
    made = []
    for group, filters in ((YOURS, yours), (OURS, PRESETS)):
        for name, text in filters.items():
            query = parse_query(text, known)
            wrong = query.faults[0].message if query.faults else ""
            count = f"{len(sieve.passing(query)):,} of {len(rows):,}"
            made.append(
                Row(
                    f"{group}/{name}",
                    (Span(name, "title"),),
                    (Span(text, "quiet"), Span(f"  {wrong}", "problem")),
                    (Span("" if wrong else count, "label"),),
                    group=group,
                    about=text,
                )
            )
    return tuple(made)
