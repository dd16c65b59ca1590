"""Live reload: follows every file of every open brief, the configuration, and the themes."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from textual.app import App
from textual.worker import Worker, WorkerState

from tui.app.workers import start_worker
from tui.brief.files import read_bytes
from tui.failure.report import report
from tui.session.session import Session
from tui.settings.settings import Settings
from tui.theme.registry import ThemeRegistry
from tui.watch import FileChange, Fingerprint, WatchedPath, fingerprint, follow

AGAIN = 1.0
"""Seconds until files are followed again after a mistake of ours in doing so."""
GROUP = "follow"


class Following:
    """Hands on what changes on disk, for as long as the application runs."""

    def __init__(
        self,
        app: App[Any],
        files: tuple[Session, Settings, ThemeRegistry],
        take: Callable[[FileChange], Awaitable[None]],
    ) -> None:
        """`files`: those who know which files there are; `take`: uses a change."""
        self._app = app
        self._session, self._settings, self._themes = files
        self._take = take
        self._watches: frozenset[WatchedPath] = frozenset()
        """What is followed."""

    def start(self) -> None:
        """Follow what is open now; from the beginning if files are followed already."""
        start_worker(self._app, self._follow, GROUP, exclusive=True, exit_on_error=False)

    def follow_new(self) -> None:
        """Follow what was opened since, unless every file and table of it is followed."""
        if not self._watches.issuperset(self._session.watches()):
            self.start()

    def start_again(self, worker: Worker[Any]) -> None:
        """Begin again where following failed: nothing may look up to date that is not."""
        if worker.group == GROUP and worker.state is WorkerState.ERROR:
            error = worker.error or RuntimeError("following ended")
            self._app.notify(report(error), severity="error", timeout=10)
            self._app.set_timer(AGAIN, self.start)

    async def _follow(self) -> None:
        watches, known = self._own_files()
        watches, known = (*self._session.watches(), *watches), self._session.known() | known
        self._watches = frozenset(watches)
        async for change in follow(watches, read=_bytes_of, known=known):
            await self._take(change)

    def _own_files(self) -> tuple[tuple[WatchedPath, ...], dict[Path, Fingerprint]]:
        """What to follow beside briefs, and what of it was read."""
        watches = [WatchedPath(folder, "folder") for folder in self._themes.folders]
        known = {path: fingerprint(data) for path, data in self._themes.files()}
        if self._settings.followed:
            watches.append(WatchedPath(self._settings.path))
            if (data := _bytes_of(self._settings.path)) is not None:
                known[self._settings.path] = fingerprint(data)
        return tuple(watches), known


def _bytes_of(path: Path) -> bytes | None:
    data = read_bytes(path)
    return data if isinstance(data, bytes) else None
