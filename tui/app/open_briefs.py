"""The briefs on screen: a screen for each that was opened, and showing what changed in it."""

import asyncio
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from textual.app import App
from textual.signal import Signal

from tui.app.workers import start_worker
from tui.brief.shown import shown
from tui.presentation.view import View
from tui.screens.brief import BriefScreen
from tui.screens.library import LibraryScreen
from tui.session.history import History
from tui.session.session import Session
from tui.state.bookmarks import Bookmark
from tui.state.positions import InBrief


class OpenBriefs:
    """Makes the screens of briefs, puts them in front, and publishes each change of a brief.

    `changed` is the signal by which everything on screen learns of it: whoever shows something of
    a brief subscribes, and drops the views of others.
    """

    def __init__(
        self, app: App[Any], session: Session, history: History, *, follow: Callable[[], None]
    ) -> None:
        """`follow` sees to it that the files of all open briefs are followed."""
        self._app = app
        self._session = session
        self._state = session.state
        self._history = history
        self._follow = follow
        self.changed: Signal[View] = Signal(app, "brief_changed")
        self.screens: dict[Path, BriefScreen] = {}

    # --- screens --------------------------------------------------------------------------------

    @property
    def front(self) -> Path | None:
        """The brief in front, or the one that was in front when Parley was last left."""
        here = [each.path for each in self._app.screen_stack if isinstance(each, BriefScreen)]
        return here[-1] if here else self._session.find_saved(self._state.saved.common.front)

    def open(self, path: Path) -> BriefScreen:
        """Show a brief, and remember where the reader was."""
        stack = reversed(self._app.screen_stack)
        if front := next((each for each in stack if isinstance(each, BriefScreen)), None):
            self._history.leave(front.stop())
        return self.show(path)

    def show(self, path: Path) -> BriefScreen:
        """Put a brief in front; one that was open is found as it was left."""
        app, screen = self._app, self.screen_for(path)
        app.call_after_refresh(self._follow)
        if screen in app.screen_stack:
            while app.screen is not screen:
                app.pop_screen()
        elif isinstance(app.screen, LibraryScreen) and len(app.screen_stack) > 1:
            app.switch_screen(screen)
        else:
            app.push_screen(screen)
        app.call_after_refresh(self.find_unread)
        return screen

    def screen_for(self, path: Path) -> BriefScreen:
        """The screen of a brief, which may not be in front. What is small is read at once."""
        if path not in self.screens:
            screen = self.screens[path] = BriefScreen(path)
            if (place := self._state.position_in(path)) is not None:
                self._session.reach[path] = place.reach or View.reach
                screen.restore(place)
            self._app.install_screen(screen, f"brief{len(self.screens)}")
            if path not in self._session.readings and self._session.is_small(path):
                self._session.read(path)
            if path in self._session.readings:
                screen.view = self._session.view(path)
            else:
                self._app.call_after_refresh(self.reload, path)
        return self.screens[path]

    def positions(self) -> dict[Path, InBrief]:
        """Where the reader is in each of them."""
        return {path: each.position_now() for path, each in self.screens.items() if each.is_mounted}

    # --- what they show -------------------------------------------------------------------------

    def publish(self, path: Path) -> None:
        """Show a brief as it is now, wherever it is on screen."""
        if not self._app.is_running:
            return  # the screens are being taken apart
        view = self._session.view(path)
        if screen := self.screens.get(path):
            screen.view = view  # also while it is not mounted, and hears no signal
        self.changed.publish(view)
        self._app.call_after_refresh(self._follow)

    def publish_all(self) -> None:
        """Show all that are open, as something beside them has changed."""
        for path in self._session.readings.keys() & self.screens.keys():
            self.publish(path)

    async def reload(self, path: Path, contents: Mapping[Path, bytes] | None = None) -> None:
        """Read a brief again and show it. What changed shows at once, unless all is new to us."""
        known = self._state.news(path) is not None
        self._say(await asyncio.to_thread(self._session.reload, path, contents))
        self.publish(path)
        if not known and path in self.screens:
            self.find_unread()

    def reload_soon(self, path: Path) -> None:
        """Reload a brief in a worker."""
        start_worker(self._app, partial(self.reload, path), "reload")

    def find_unread(self) -> None:
        """Find what is unread in the briefs that were opened and not looked at yet."""
        start_worker(self._app, self._find_unread, "unread", exclusive=True)

    async def _find_unread(self) -> None:
        for path, screen in tuple(self.screens.items()):
            if path not in self._session.readings:
                continue
            if self._state.news(path) is None:
                self._say(await asyncio.to_thread(self._session.find_unread, path))
                self._say(self._state.take_trouble())
            news = self._state.news(path)
            if news and news.changes and (not screen.view or screen.view.changes != news.changes):
                self.publish(path)

    def set_bookmark(self, path: Path, mark: Bookmark) -> None:
        """Set a bookmark or remove it: on screen at once, then on disk."""
        write = self._state.bookmarks.toggle(mark)
        if path in self._session.readings:
            self.publish(path)
        start_worker(self._app, partial(self._write, write), "bookmark")

    async def mark_read(self, path: Path, keys: tuple[str, ...] = ()) -> int | None:
        """Mark some records of a brief as read, or all; return how many changes were unread."""
        count = self._state.unread_count(path)
        await self._write(lambda: self._session.mark_read(path, keys))
        self.publish(path)
        return count

    async def undo_mark(self, path: Path) -> bool:
        """Make unread again what was marked last; return whether there was a mark."""
        if done := await asyncio.to_thread(self._session.undo_mark, path):
            self.publish(path)
        return done

    async def _write(self, write: Callable[[], None]) -> None:
        await asyncio.to_thread(write)
        self._say(self._state.take_trouble())

    def _say(self, trouble: str) -> None:
        if trouble:
            self._app.notify(shown(trouble), severity="warning", timeout=10)
