"""What is known of the briefs in a list without reading them: from the index, as it grows."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from tui.blocks import Row
from tui.widgets.host import HostApp

if TYPE_CHECKING:
    from tui.library.listing import Listing

REST = 0.2
"""Seconds at least between two batches from the index put on screen."""
GLANCE = 0.05
"""Seconds a row has to be in view until its brief is read for it."""


class BriefListing:
    """Takes in what comes into the index; where there is none, reads the briefs in view."""

    def __init__(
        self,
        app: HostApp,
        screen: Screen[Any],
        update: Callable[[], object],
        in_view: Callable[[], tuple[Row, ...]],
    ) -> None:
        """`update` shows what is known by now; `in_view` gives the rows that can be seen."""
        self._app = app
        self._screen = screen
        self._update = update
        self._in_view = in_view
        self._behind = False
        """Whether something may have come into the index since it was last looked at."""
        self._looking = False

    def of(self, path: Path) -> "Listing | None":
        """What is known of a brief; of an open one, what it says now."""
        found = self._app.index.catalogue.of(path)
        reading = self._app.session.readings.get(path)
        if reading is None:
            return found
        from tui.library.listing import list_one  # noqa: PLC0415  (loaded with the catalogue)

        if found is None:
            return list_one(reading, disputes=0)
        return list_one(reading, found.changed, found.disputes)

    def row(self, path: Path, listed: "Listing | None") -> Row:
        """The row of a brief; made again only where something else is known of it."""
        from tui.library.rows import row  # noqa: PLC0415  (loaded with the catalogue)

        unread = self._app.session.state.unread_count(path)
        rows = self._app.index.catalogue.rows
        kept = rows.get(path)
        if kept is None or kept[:2] != (listed, unread):
            kept = rows[path] = (listed, unread, row(path, listed, unread))
        return kept[2]

    def look(self, *, index: bool) -> None:
        """Take in what came into the index; `index`: whether there is one."""
        work = partial(self._look, index=index)
        self._screen.run_worker(work, group="library")  # type: ignore[arg-type]  # its result is None

    async def _look(self, *, index: bool) -> None:
        """A batch that comes meanwhile has to wait."""
        self._behind = True
        if self._looking:
            return
        self._looking = True
        app = self._app
        while self._behind and self._screen.is_current:
            self._behind = False
            news = await asyncio.to_thread(app.index.catalogue.look)
            if app.index.catalogue.update(news):
                states = app.index.catalogue.states(news, app.session.briefs)
                await asyncio.to_thread(app.session.state.compare_listed, states)
                self._update()
                await asyncio.sleep(REST)
        self._looking = False
        if not index:
            self.glance()

    def glance(self) -> None:
        """Read what is in view and not known, where there is no index to know it from."""
        work = self._glance
        self._screen.run_worker(work, group="glance", exclusive=True)  # type: ignore[arg-type]  # as above

    async def _glance(self) -> None:
        from tui.library.listing import glance  # noqa: PLC0415  (loaded with the catalogue)

        await asyncio.sleep(GLANCE)
        paths = set(self._app.session.briefs)
        for row in self._in_view():
            path = Path(row.key)
            if path in paths and self.of(path) is None:
                listed = await asyncio.to_thread(glance, path, self._app.index.ladder)
                self._app.index.catalogue.note(path, listed)
                self._update()
