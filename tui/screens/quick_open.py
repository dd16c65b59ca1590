"""Opening by name: every brief of the library, and every record, by some letters of it."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from tui.blocks import Row
from tui.commands import bindings
from tui.fuzzy import FuzzyIndex
from tui.screens.palette import LATELY, PaletteEntry, PaletteScreen, entry_row
from tui.widgets.row_list import RowList

MOST = 100
"""Answers that are listed; whoever sees none of them types on."""
ENOUGH = 2
"""Letters from which on briefs that are not open are looked through, too."""


class QuickOpenScreen(PaletteScreen):
    """Names in open briefs at once; those the index knows of others, a moment later."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("open")]

    def __init__(
        self,
        entries: Iterable[PaletteEntry],
        lately: Sequence[str],
        look: Callable[[str], tuple[PaletteEntry, ...]],
    ) -> None:
        """`look` finds what is elsewhere; it may take its time, and runs in a thread."""
        super().__init__(
            entries, placeholder="a record or a brief, then enter", answers=self._nearest
        )
        at = {each: index for index, each in enumerate(lately)}
        self._lately = frozenset(lately)
        # Of answers as near as each other the one seen last comes first.
        self._here = tuple(sorted(self.entries, key=lambda each: at.get(each.id, len(at))))
        # A record is not found by the title of its brief: one word of that would list them all.
        named = ((each, each.about if each.kind == "briefs" else "") for each in self._here)
        self._names = FuzzyIndex((each.name, about, each) for each, about in named)
        self._look = look
        self._elsewhere: tuple[PaletteEntry, ...] = ()

    def _nearest(self, typed: str) -> tuple[Row, ...]:
        """The nearest names; with nothing typed those seen last, then the briefs."""
        self._elsewhere = ()
        if not typed:
            last = self._lately
            first = [each for each in self._here if each.id in last]
            rest = [each for each in self._here if each.id not in last and each.kind == "briefs"]
            listed = [(each, LATELY) for each in first] + [(each, each.kind) for each in rest]
            return tuple(entry_row(each, group) for each, group in listed[:MOST])
        if len(typed) >= ENOUGH:
            self._look_elsewhere(typed)
        return tuple(entry_row(each, "") for each in self._names.nearest(typed, MOST))

    @work(exclusive=True, group="quick")
    async def _look_elsewhere(self, typed: str) -> None:
        found = await asyncio.to_thread(self._look, typed)
        if not (self.app.is_running and self in self.app.screen_stack):
            return  # closed meanwhile: the list is being removed, its worker not cancelled yet
        rows = self.query_one(RowList)
        known = {row.key for row in rows.rows}
        more = tuple(each for each in found if each.id not in known)
        self.entries = (*self._here, *more)
        if more:
            rows.rows = (*rows.rows, *(entry_row(each, "in other briefs") for each in more))
