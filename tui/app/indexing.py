"""Brings the index of the library up to date while the application runs."""

from typing import Any

from textual.app import App
from textual.signal import Signal

from tui.app.workers import start_worker
from tui.library.index import LibraryIndex

GROUP = "index"


class Indexing:
    """Updates the index when asked, and publishes each step of it."""

    def __init__(self, app: App[Any], index: LibraryIndex) -> None:
        self._app = app
        self._index = index
        self.changed: Signal[None] = Signal(app, "index_changed")
        """Published whenever more is in the index, or there is trouble with it."""

    def update(self) -> None:
        """Have the index take in what changed, unless it has, or is about to."""
        running = any(each.group == GROUP and each.is_running for each in self._app.workers)
        if not self._index.is_current and not running:
            start_worker(self._app, self._update, GROUP)

    async def _update(self) -> None:
        async for _ in self._index.update():
            self.changed.publish(None)
