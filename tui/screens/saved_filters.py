"""Saved filters: Parley's own and the reader's, each with the number of rows it leaves."""

from collections.abc import Callable, Collection, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.blocks import Row, Span
from tui.commands import bindings
from tui.filter import PRESETS, Sieve, parse_query, vocabulary
from tui.presentation.header import with_mark
from tui.presentation.view import View
from tui.rendering.ink import safe
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.row_list import RowList

OURS, YOURS = "Always there", "From your configuration"


class SavedFiltersScreen(ModalScreen[str | None]):
    """A list of filters. Ends with the one that was chosen."""

    CSS_PATH = "above.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("saved filters")]

    def __init__(
        self,
        view: View,
        rows: tuple[Row, ...],
        active: str,
        yours: Callable[[], Mapping[str, str]],
    ) -> None:
        """`active` is the filter of the list now; `yours` gives the reader's own, by name."""
        super().__init__()
        self._view = view
        self._rows = rows
        self._active = active
        self._yours = yours
        self.removed: dict[str, str] = {}
        """Filters that were removed, and can be kept after all."""

    def compose(self) -> ComposeResult:
        with Vertical():
            if mark := with_mark(self._view):
                top = HeaderBar(id="top")
                top.left, top.right = (Span("Saved filters", "strong"),), safe(mark)
                yield top
            yield RowList()
            yield KeyFooter()

    def on_mount(self) -> None:
        self.update_rows()
        rows = self.query_one(RowList)
        rows.move_to_key(next((row.key for row in rows.rows if row.subject == self._active), ""))
        rows.focus()

    def update_rows(self, name: str = "") -> None:
        """List the filters there are now, and move to the reader's own of a name."""
        yours = self._yours()
        rows = self.query_one(RowList)
        gone = self.removed.keys() - yours.keys()
        rows.rows = filter_rows(self._view, self._rows, {**self.removed, **yours}, gone)
        if name:
            rows.move_to_key(f"{YOURS}/{name}")

    @property
    def own(self) -> str:
        """The name of the reader's own filter under the cursor; empty where it is none."""
        row = self.query_one(RowList).current
        group, _, name = row.key.partition("/") if row else ("", "", "")
        return name if group == YOURS else ""

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(event.row.subject)

    def action_close(self) -> None:
        """End with nothing."""
        self.dismiss(None)


def filter_rows(
    view: View, rows: tuple[Row, ...], yours: Mapping[str, str], gone: Collection[str] = ()
) -> tuple[Row, ...]:
    """One row a filter, the reader's own first; `about` is the filter itself."""
    sieve, known = Sieve(view, rows), vocabulary(view)
    made = []
    for group, filters in ((YOURS, yours), (OURS, PRESETS)):
        for name, text in filters.items():
            query = parse_query(text, known)
            wrong = query.faults[0].message if query.faults else ""
            if group == YOURS and name in gone:
                wrong = "removed; press again to keep it"
            count = f"{len(sieve.passing(query)):,} of {len(rows):,}"
            made.append(
                Row(
                    f"{group}/{name}",
                    (Span(name, "title"),),
                    (Span(text, "quiet"), Span(f"  {wrong}", "problem")),
                    (Span("" if wrong else count, "label"),),
                    group=group,
                    subject=text,
                )
            )
    return tuple(made)
