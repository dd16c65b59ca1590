"""A screen that lists briefs by what is known of them without reading them."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from tui.blocks import Row
from tui.screens.indexed import Indexed

if TYPE_CHECKING:
    from tui.app.app import ParleyApp
    from tui.library.listing import Listed

REST = 0.2
"""Seconds at least between two batches from the index put on screen."""
GLANCE = 0.05
"""Seconds a row has to be in view until its brief is read for it."""


class Catalogued(Indexed[None], part=True):
    """Takes in what comes into the index; where there is none, reads what is in view."""

    app: "ParleyApp"

    def __init__(self) -> None:
        super().__init__()
        self._behind = False
        """Whether something may have come into the index since it was last looked at."""
        self._looking = False

    def fill(self) -> None:
        """List what is known now."""
        raise NotImplementedError

    def in_view(self) -> tuple[Row, ...]:
        """The rows that can be seen now; the key of each is the path of its brief."""
        raise NotImplementedError

    def listed(self, path: Path) -> "Listed | None":
        """What is known of a brief; of an open one what it says now."""
        found = self.app.index.catalogue.of(path)
        reading = self.app.session.readings.get(path)
        if reading is None:
            return found
        from tui.library.listing import list_one  # noqa: PLC0415  (loaded with the catalogue)

        if found is None:
            return list_one(reading, disputes=0)
        return list_one(reading, found.changed, found.disputes)

    @work(group="library")
    async def look(self) -> None:
        """Take in what came into the index; a batch that comes meanwhile has to wait."""
        import asyncio  # noqa: PLC0415  (Textual has imported it long before)

        self._behind = True
        if self._looking:
            return
        self._looking = True
        while self._behind and self.is_current:
            self._behind = False
            news = await asyncio.to_thread(self.app.index.catalogue.look)
            if self.app.index.catalogue.take(news):
                states = self.app.index.catalogue.states(news, self.app.session.briefs)
                await asyncio.to_thread(self.app.state.compare_listed, states)
                self.fill()
                await asyncio.sleep(REST)
        self._looking = False
        if self.trouble:
            self.glance()

    @work(exclusive=True, group="glance")
    async def glance(self) -> None:
        """Read what is in view and not known, where there is no index to know it from."""
        import asyncio  # noqa: PLC0415  (Textual has imported it long before)

        from tui.library.listing import glance  # noqa: PLC0415  (loaded with the catalogue)

        await asyncio.sleep(GLANCE)
        paths = set(self.app.session.briefs)
        for row in self.in_view():
            path = Path(row.key)
            if path in paths and self.listed(path) is None:
                self.app.index.catalogue.note(path, await asyncio.to_thread(glance, path))
                self.fill()
