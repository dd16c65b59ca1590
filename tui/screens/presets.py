"""Filters with a name: Parley's own and the reader's, each with the number of rows it leaves."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.blocks import Row, Span
from tui.filter import PRESETS, Sieve, parse_query, vocabulary
from tui.presentation.view import View
from tui.screens.filter_names import NamingFilter, drop, keep, rename
from tui.screens.guarded import Guarded
from tui.widgets.footer import KeyFooter
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.app.app import ParleyApp

OURS, YOURS = "Always there", "From your configuration"


class PresetsScreen(Guarded, ModalScreen[str | None]):
    """A list of filters. Ends with the one that was chosen; the reader's own can be changed."""

    CSS_PATH = "above.tcss"
    app: "ParleyApp"
    WRITES = frozenset({"rename", "remove"})
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,h,left,p", "close", "back", id="presets.close", tooltip="Choose nothing"),
        Binding(
            "r", "rename", "rename", id="presets.rename",
            tooltip="Give a filter of your own another name, in your configuration",
        ),
        Binding(
            "x,delete", "remove", "take out", id="presets.remove",
            tooltip="Take a filter of your own out of your configuration; again: keep it",
        ),
    ]  # fmt: skip

    def __init__(self, view: View, rows: tuple[Row, ...], now: str = "") -> None:
        """`now`: the filter that is on."""
        super().__init__()
        self._view = view
        self._rows = rows
        self._now = now
        self._gone: dict[str, str] = {}
        """Filters that were taken out, and can be put back."""

    def compose(self) -> ComposeResult:
        with Vertical():
            yield RowList()
            yield KeyFooter()

    def on_mount(self) -> None:
        self._tell()
        rows = self.query_one(RowList)
        on = next((row.key for row in rows.rows if row.about == self._now), "")
        rows.move_to_key(on)
        rows.focus()

    def _tell(self) -> None:
        yours = {**self._gone, **self.app.filters}
        gone = self._gone.keys() - self.app.filters.keys()
        self.query_one(RowList).rows = presets(self._view, self._rows, yours, gone)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(event.row.about)

    def action_close(self) -> None:
        """End with nothing."""
        self.dismiss(None)

    def _own(self) -> str:
        """The name of the reader's own filter under the cursor; says so where it is none."""
        row = self.query_one(RowList).current
        group, _, name = row.key.partition("/") if row else ("", "", "")
        if group == YOURS:
            return name
        self.notify("This one comes with Parley; only your own can be changed", markup=False)
        return ""

    @work(group="keep", exclusive=True)
    async def action_remove(self) -> None:
        """Take the filter under the cursor out, or put it back."""
        name = self._own()
        text = self.app.filters.get(name)
        if text is not None:
            self._gone[name] = text
            if not await drop(self.app, name):
                del self._gone[name]
        elif name in self._gone:
            await keep(self.app, name, self._gone[name])
        self._tell()

    @work(group="keep", exclusive=True)
    async def action_rename(self) -> None:
        """Ask for another name of the filter under the cursor."""
        before = self._own()
        yours = self.app.filters
        if before not in yours:
            return
        asking = NamingFilter(yours[before], before, yours, self.app.configured.path)
        name = await self.app.push_screen_wait(asking)
        if name and name != before and await rename(self.app, before, name):
            self._tell()
            self.query_one(RowList).move_to_key(f"{YOURS}/{name}")


def presets(
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
                wrong = "taken out; the same key keeps it"
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
