"""The application: it holds the desk, follows the files, and hands each screen its view."""

import asyncio
import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from tui.app.marked import now
from tui.app.wayfinding import WayfindingApp
from tui.brief.files import read_bytes
from tui.brief.shown import shown
from tui.brief.value import EMPTY, NO_NAMES
from tui.commands import EVERYWHERE, bindings
from tui.screens.brief import BriefScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.library import LibraryScreen
from tui.screens.unsaved import HasUnsavedText
from tui.session.session import Desk
from tui.settings.config import Configured
from tui.startup import crash_report
from tui.state.positions import Recalled
from tui.theme.wardrobe import Wish
from tui.theme.worn import Themes

if TYPE_CHECKING:
    from tui.screens.palette import PaletteEntry

AGAIN = 1.0
"""Seconds until files are followed again after a mistake of ours in doing so."""


class ParleyApp(WayfindingApp, inherit_bindings=False):
    """Parley in a terminal."""

    TITLE = "Parley"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EVERYWHERE)]

    def __init__(  # noqa: PLR0913  (each is said by name, once)
        self,
        desk: Desk,
        *,
        themes: Sequence[Path],
        theme: str,
        here: str = "",
        editor: str = "",
        read_only: bool = False,
        linear: bool = False,
        filters: Mapping[str, str] = NO_NAMES,
        configured: Configured | None = None,
        known: Mapping[str, Themes] = EMPTY,
        memory: Path | None = None,
        recalled: Recalled | None = None,
        clock: Callable[[], datetime] = now,
    ) -> None:
        super().__init__(Wish(themes, theme, known), configured, memory, clock)
        self.animation_level = "none"
        if linear:
            self.read_linear()
        self.desk = desk
        self.here = here
        self.editor = editor
        self.read_only = read_only
        """Whether no command may write a file."""
        self.filters = filters
        self._tables: frozenset[Path] = frozenset()
        """The tables that are followed."""
        self.begin_with(recalled)

    def get_default_screen(self) -> Screen[None]:
        """The brief, if it is one; else the library. What is small is read before it is drawn."""
        briefs = self.desk.shelf.briefs
        if len(briefs) != 1:
            return LibraryScreen()
        return self._screen_for(briefs[0])

    def on_mount(self) -> None:
        self.look_after_terminal()
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        """Begin what the first paint did not need."""
        # What is there by now stays: later collections need not look at it.
        gc.freeze()
        gc.enable()
        self.warn(*self.wardrobe.themes.problems)
        self.settle_config()
        self.follow_files()
        self.find_unread()
        self.index_later()
        self.remember_places()

    # --- briefs -------------------------------------------------------------------------------

    def put_in_front(self, path: Path) -> BriefScreen:
        """Show a brief; one that was open is found as it was left."""
        known = path in self.desk.readings
        screen = self._screen_for(path)
        if not known and not (self.desk.is_followed(path) and self._follows_tables()):
            self.follow_files()
        if screen in self.screen_stack:
            while self.screen is not screen:
                self.pop_screen()
        elif isinstance(self.screen, LibraryScreen) and len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)
        self.call_after_refresh(self.find_unread)
        return screen

    def _screen_for(self, path: Path) -> BriefScreen:
        if path not in self.screens_of:
            screen = self.screens_of[path] = BriefScreen(path)
            self.take_up(screen)
            self.install_screen(screen, f"brief{len(self.screens_of)}")
            if path not in self.desk.readings and self.desk.is_small(path):
                self.desk.read(path)
            if path in self.desk.readings:
                screen.view = self.view_of(path)
            else:
                self.call_after_refresh(self.read_again, (path,))
        return self.screens_of[path]

    def tell(self, path: Path) -> None:
        """Hand a brief as it stands to the screens, and follow a table it did not name before."""
        super().tell(path)
        if not self._follows_tables():
            self.call_after_refresh(self.follow_files)

    def _follows_tables(self) -> bool:
        """Whether every table of every opened brief is followed."""
        return self.desk.tables <= self._tables

    @work(exclusive=True, group="follow", exit_on_error=False)
    async def follow_files(self) -> None:
        """Follow every file of every brief on the desk, for as long as the application runs."""
        from tui.watch import follow  # noqa: PLC0415  (nothing is followed before the first paint)

        self._tables = self.desk.tables
        watches, known = self.own_files()
        watches, known = (*self.desk.watches(), *watches), self.desk.known() | known
        async for change in follow(watches, read=_bytes_of, known=known):
            if change.notice:
                self.notify(shown(change.notice), title="Live reload")
            if self.take({*change.contents, *change.gone}):
                self._tell_anew()
            self.shrunk = change.shrunk
            shelf = self.desk.shelf
            touched = await asyncio.to_thread(self.desk.touched, change)
            await self.read_again(touched, change.contents)
            self.briefs_changed({*change.contents, *change.gone})
            if touched or self.desk.shelf is not shelf:
                self._tell_library()

    def _tell_anew(self) -> None:
        for path in self.desk.readings.keys() & self.screens_of.keys():
            self.screens_of[path].view = self.view_of(path)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Begin anew where following failed: nothing may look live that is not."""
        if event.worker.group == "follow" and event.state is WorkerState.ERROR:
            error = event.worker.error or RuntimeError("following ended")
            self.notify(crash_report.report(error), severity="error", timeout=10)
            self.set_timer(AGAIN, self.follow_files)

    def _tell_library(self) -> None:
        if isinstance(self.screen, LibraryScreen):
            self.screen.update_list()

    # --- keys ---------------------------------------------------------------------------------

    async def action_quit(self) -> None:
        """Leave, once nobody's text would be lost by it."""
        held = next(
            (s for s in self.screen_stack if isinstance(s, HasUnsavedText) and s.unsaved), None
        )
        if held is None:
            self.exit()
        elif not isinstance(self.screen, ConfirmScreen):
            held.ask_to_leave(self.exit)

    def _last_words(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, HasUnsavedText) and screen.unsaved:
                screen.keep_at_once()

    def action_library(self) -> None:
        """Show every brief of the library."""
        if not isinstance(self.screen, LibraryScreen):
            self.push_screen(LibraryScreen())

    def offers(self) -> Iterator["PaletteEntry"]:
        """Every brief of the library, beside what else there is."""
        from tui.screens.palette import PaletteEntry  # noqa: PLC0415  (not needed for the first paint)

        for path in self.desk.shelf.briefs:
            known = self.desk.readings.get(path)
            title = known.brief.title if known and known.brief.title else path.name
            yield PaletteEntry(
                f"brief {path}", title, str(path), "", "briefs", partial(self.open_brief, path)
            )
        yield from super().offers()


def _bytes_of(path: Path) -> bytes | None:
    data = read_bytes(path)
    return data if isinstance(data, bytes) else None
