"""Remembers now and then where the reader is, for the next start."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from textual.app import App

from tui.app.workers import start_worker
from tui.session.history import History, Stop
from tui.session.session import Session
from tui.state.names import whole_path
from tui.state.positions import Common, InBrief

OFTEN = 3.0
"""Seconds between two looks at where the reader is: what a killed program forgets."""


class Remembering:
    """Keeps the place in each brief, the way there, and what is of no brief in particular."""

    def __init__(
        self, app: App[Any], session: Session, places: Callable[[], Mapping[Path, InBrief]],
        common: Callable[[], Common],
    ) -> None:  # fmt: skip
        """`places` and `common` say where the reader is now."""
        self._app = app
        self._state = session.state
        self._places, self._common = places, common
        self._kept: tuple[Mapping[Path, InBrief], Common] = ({}, Common())
        """What is remembered already."""

    def start(self) -> None:
        """Begin to look where the reader is."""
        if self._state.path is not None:
            self._app.set_interval(OFTEN, self._look)

    def keep_now(self) -> None:
        """Remember where the reader is: the application ends."""
        places, common = self._places(), self._common()
        if places or common.order != self._state.saved.common.order:
            self._state.keep_positions(places, common)

    def _look(self) -> None:
        start_worker(self._app, self._keep, "remember", exclusive=True)

    async def _keep(self) -> None:
        places, common = now = self._places(), self._common()
        if now != self._kept:
            new = {path: at for path, at in places.items() if self._kept[0].get(path) != at}
            self._kept = now
            await asyncio.to_thread(self._state.keep_positions, new, common)


def saved_stops(history: History) -> tuple[tuple[Any, ...], ...]:
    """The way the reader took, with whole paths."""
    return tuple((whole_path(stop.path), *stop[1:]) for stop in history.kept())


def stops_here(session: Session) -> Iterator[Stop]:
    """The way that was saved, but for briefs that are not available now."""
    saved = session.state.saved.common.stops
    here = {whole_path(path): path for path in session.briefs} if saved else {}
    for name, *rest in saved:
        if name in here and len(rest) == len(Stop._fields) - 1:
            yield Stop(here[name], *rest)
