"""Opening by name: every brief of the library, and every record, by some letters of it."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from tui.blocks import Row
from tui.commands import bindings
from tui.fuzzy import Names
from tui.screens.palette import LATELY, Entry, PaletteScreen, entry_row
from tui.widgets.row_list import RowList

MOST = 100
"""Answers that are listed; whoever sees none of them types on."""
ENOUGH = 2
"""Letters from which on briefs that are not open are looked through, too."""


class QuickScreen(PaletteScreen):
    """Names at hand at once; of those in other briefs what the index knows, a moment later."""

    ASKS = "a record or a brief, then enter"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("open")]

    def __init__(
        self,
        entries: Iterable[Entry],
        lately: Sequence[str],
        look: Callable[[str], tuple[Entry, ...]],
    ) -> None:
        """`look` finds what is elsewhere; it may take its time, and runs in a thread."""
        super().__init__(entries)
        at = {each: index for index, each in enumerate(lately)}
        self.lately = tuple(lately)
        # Of answers as near as each other the one seen last comes first.
        self._here = tuple(sorted(self.entries, key=lambda each: at.get(each.id, len(at))))
        # A record is not found by the title of its brief: one word of that would list them all.
        told = ((each, each.about if each.kind == "briefs" else "") for each in self._here)
        self._names = Names((each.name, about, each) for each, about in told)
        self._look = look
        self._elsewhere: tuple[Entry, ...] = ()

    def answers(self, typed: str) -> tuple[Row, ...]:
        """The nearest names; with nothing typed where one was lately, then the briefs."""
        self._elsewhere = ()
        if not typed:
            known = set(self.lately)
            first = [each for each in self._here if each.id in known]
            rest = [each for each in self._here if each.id not in known and each.kind == "briefs"]
            listed = [(each, LATELY) for each in first] + [(each, each.kind) for each in rest]
            return tuple(entry_row(each, group) for each, group in listed[:MOST])
        if len(typed) >= ENOUGH:
            self._look_elsewhere(typed)
        return tuple(entry_row(each, "") for each in self._names.nearest(typed, MOST))

    @work(exclusive=True, group="quick")
    async def _look_elsewhere(self, typed: str) -> None:
        import asyncio  # noqa: PLC0415  (Textual has imported it long before)

        found = await asyncio.to_thread(self._look, typed)
        if not (self.app.is_running and self in self.app.screen_stack):
            return  # closed meanwhile: the list is being removed, its worker not cancelled yet
        rows = self.query_one(RowList)
        known = {row.key for row in rows.rows}
        more = tuple(each for each in found if each.id not in known)
        self.entries = (*self._here, *more)
        if more:
            rows.rows = (*rows.rows, *(entry_row(each, "in other briefs") for each in more))
