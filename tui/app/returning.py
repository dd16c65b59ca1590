"""The part of the application that comes back to where its reader was at the last start."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from rich.console import RenderableType
from textual import work

from tui.app.marked import MarkedApp
from tui.screens.brief import BriefScreen
from tui.session.history import Stop
from tui.state.names import name_of
from tui.state.positions import Common, InBrief, Recalled, keep_places, place_in, recall
from tui.widgets.list_detail import ListDetail
from tui.widgets.split import Split

OFTEN = 3.0
"""Seconds between two looks at where the reader is: what a killed program forgets."""


class ReturningApp(MarkedApp, part=True):
    """Keeps the place in each brief, the way there and the width of lists, and takes them up."""

    _told: tuple[Mapping[Path, InBrief], Common] = ({}, Common())
    """What is remembered already."""

    def begin_with(self, recalled: Recalled | None) -> None:
        """Take up what was remembered; None: it was not looked up yet."""
        ask = recalled is None and self._has_memory
        self.recalled = recall(self.memory, self.desk.paths) if ask else recalled or Recalled()
        self.share = self.recalled.common.share
        if order := self.recalled.common.order:
            from tui.library.rows import order_named  # noqa: PLC0415  (where somebody sorted)

            self.order = order_named(order)

    def take_up(self, screen: BriefScreen) -> None:
        """Let a brief be shown at the place where its reader left it."""
        name = name_of(screen.path)
        place = self.recalled.places.get(name)
        if name not in self.recalled.places and self._has_memory:
            place = place_in(self.memory, screen.path)
        if place is not None:
            screen.resume(place)

    @property
    def front(self) -> Path | None:
        """The brief in front, or the one that was in front when Parley was last left."""
        here = [each.path for each in self.screen_stack if isinstance(each, BriefScreen)]
        was = (path for path in self.desk.shelf.briefs if _full(path) == self.recalled.common.front)
        return here[-1] if here else next(was, None)

    def on_split_shared(self, event: Split.Shared) -> None:
        """Divide every pane there is anew, and those to come."""
        self.share = event.share
        for screen in {*self.screen_stack, *self.screens_of.values()}:
            for pane in screen.query(ListDetail):
                pane.split.divide(event.share)

    def remember_places(self) -> None:
        """Know the way back, and begin to look now and then where the reader is."""
        self.trail.recall(self._stops())
        if self.memory_at is not None:
            self.set_interval(OFTEN, self._remember)

    def exit(
        self, result: None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """End, and remember where the reader was."""
        places, common = self._places(), self._common()
        if self.memory_at is not None and (places or common.order != self.recalled.common.order):
            keep_places(self.memory, places, common)
        super().exit(result, return_code, message)

    @work(exclusive=True, group="remember")
    async def _remember(self) -> None:
        import asyncio  # noqa: PLC0415  (Textual has imported it long before)

        places, common = now = self._places(), self._common()
        if now != self._told:
            new = {path: at for path, at in places.items() if self._told[0].get(path) != at}
            self._told = now
            await asyncio.to_thread(keep_places, self.memory, new, common)

    def _places(self) -> dict[Path, InBrief]:
        screens = self.screens_of.items()
        return {path: each.whereabouts() for path, each in screens if each.is_mounted}

    def _common(self) -> Common:
        front = self.front
        stops = tuple((_full(stop.path), *stop[1:]) for stop in self.trail.kept())
        order = ""
        if self.order != (0, False):
            from tui.library.rows import name_of_order  # noqa: PLC0415  (where somebody sorted)

            order = name_of_order(*self.order)
        return Common(_full(front) if front else "", stops, self.share, order)

    def _stops(self) -> Iterator[Stop]:
        """The stops that were kept, but those in briefs that are not at hand now."""
        stops = self.recalled.common.stops
        here = {_full(path): path for path in self.desk.shelf.briefs} if stops else {}
        for name, *rest in stops:
            if name in here and len(rest) == len(Stop._fields) - 1:
                yield Stop(here[name], *rest)

    @property
    def _has_memory(self) -> bool:
        return self.memory_at is not None and self.memory_at.exists()


def _full(path: Path) -> str:
    """A path from the root; unlike the real one it costs nothing to ask for, ten thousand times."""
    whole = os.path.abspath(path)  # noqa: PTH100  (links are names here, too)
    return os.fsencode(whole).decode("utf-8", "backslashreplace")
