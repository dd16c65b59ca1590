"""The palette: everything that can be done here, by name, with the keys that would do it too."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Input

from tui.blocks import Row, Span
from tui.commands import bindings
from tui.fuzzy import nearest
from tui.widgets.footer import KeyFooter, rank_of
from tui.widgets.keys import Bound, bound_here
from tui.widgets.row_list import RowList

LATELY = "used lately"
KEPT = 5
"""Entries that stand above the others because they were used last."""


class PaletteEntry(NamedTuple):
    """One thing to choose."""

    id: str
    name: str
    about: str
    keys: str
    kind: str
    """Heading it stands under: `here`, `themes`."""
    run: Callable[[], object]
    """Does it; may return something to wait for."""


class PaletteScreen(ModalScreen[PaletteEntry | None]):
    """A line to type in and the entries that answer to it. Ends with the one that was chosen."""

    CSS_PATH = "above.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("palette")]

    def __init__(
        self,
        entries: Iterable[PaletteEntry],
        lately: Sequence[str] = (),
        *,
        placeholder: str = "Type a command",
        answers: Callable[[str], tuple[Row, ...]] | None = None,
    ) -> None:
        """`lately` names entries that were chosen before, the last one first.

        `answers` gives the rows for what was typed, by the ids of entries; None: the nearest names.
        """
        super().__init__()
        self.entries = tuple(entries)
        """What can be chosen; more may come."""
        kept = tuple(lately)[:KEPT]
        self._placeholder = placeholder
        self._answers = answers or (lambda typed: rows_for(self.entries, typed, kept))

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Input(placeholder=self._placeholder, compact=True, select_on_focus=False)
            yield RowList()
            yield KeyFooter()

    def on_mount(self) -> None:
        self._fill("")
        rows = self.query_one(RowList)
        rows.can_focus = False
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._fill(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._choose()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self._choose()

    def _fill(self, typed: str) -> None:
        rows = self.query_one(RowList)
        rows.rows = self._answers(typed.strip())
        # The nearest answer is at the top, wherever the cursor was for other words.
        rows.cursor = 0

    def _choose(self) -> None:
        row = self.query_one(RowList).current
        self.dismiss(next((each for each in self.entries if row and each.id == row.key), None))

    def action_close(self) -> None:
        """End with nothing."""
        self.dismiss(None)

    def action_move(self, by: int) -> None:
        """Mark another entry."""
        self.query_one(RowList).action_move(by)
        self.query_one(RowList).reader.announce()

    def action_page(self, by: int) -> None:
        """Mark an entry a page away."""
        self.query_one(RowList).action_page(by)
        self.query_one(RowList).reader.announce()


def entries_for(screen: Screen[object]) -> tuple[PaletteEntry, ...]:
    """What can be done on a screen with the focus it has; what is refused there is left out."""
    return tuple(
        PaletteEntry(
            bound.id, bound.name, bound.about, "  ".join(bound.shown), "here",
            partial(screen.app.run_action, bound.binding.action, bound.node),
        )
        for bound in sorted(bound_here(screen), key=_wanted)
        if not bound.id.startswith("app.palette")
    )  # fmt: skip


def _wanted(bound: Bound) -> tuple[bool, tuple[int, str]]:
    """What is used most comes first; moving, which nobody does by a palette, comes last."""
    return (bound.id.startswith(("list.", "page.")), rank_of(bound))


def rows_for(
    entries: tuple[PaletteEntry, ...], typed: str, lately: tuple[str, ...]
) -> tuple[Row, ...]:
    """The entries that answer to what was typed; with nothing typed all, the last used first."""
    at = {each.id: lately.index(each.id) for each in entries if each.id in lately}
    by_use = sorted(entries, key=lambda each: at.get(each.id, len(lately)))
    if typed:
        found = nearest(typed, ((each.name, each.about, each) for each in by_use))
        return tuple(entry_row(each, "") for each in found)
    return tuple(entry_row(each, LATELY if each.id in at else each.kind) for each in by_use)


def entry_row(entry: PaletteEntry, group: str) -> Row:
    """An entry in the list, under a heading."""
    aside = entry.keys or (entry.kind if not group else "")
    below = (Span(entry.about, "quiet"),) if entry.about else ()
    return Row(entry.id, (Span(entry.name, "title"),), below, (Span(aside, "label"),), group=group)
