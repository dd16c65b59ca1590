"""The application: it holds the desk, follows the files, and hands each screen its view."""

import gc
import os
import signal
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen

from tui import crash
from tui.barrier import Barrier
from tui.brief.place import Problem
from tui.brief.shown import shown
from tui.desk import Desk
from tui.screens.brief import BriefScreen
from tui.screens.following import FollowingScreen
from tui.screens.library import LibraryScreen
from tui.telling.view import View
from tui.terminal import end_without, is_gone
from tui.theme import Themes, apply, load_themes, role_defaults, role_styles
from tui.widgets.drawn import Inked

PATIENCE = 3.0
"""Seconds a terminal has to take the last output, once we were told to end."""
GONE = 129
"""Exit code where the terminal went away: that of SIGHUP."""

DRAWING = "textual-output"
"""Name Textual gives to the thread that writes to the terminal."""


class ParleyApp(Inked):
    """Parley in a terminal."""

    TITLE = "Parley"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", "quit", id="app.quit", tooltip="Leave Parley"),
        Binding("B", "library", "briefs", id="app.library", tooltip="All briefs of the library"),
        Binding("T", "next_theme", "theme", id="app.theme", tooltip="The next theme", show=False),
        Binding("question_mark,f1", "help", "help", id="app.help", tooltip="Keys, here and now"),
        Binding("ctrl+l", "redraw", "redraw", show=False, id="app.redraw"),
    ]

    def __init__(
        self,
        desk: Desk,
        *,
        themes: Sequence[Path],
        theme: str,
        here: str = "",
        warnings: Sequence[Problem] = (),
    ) -> None:
        super().__init__()
        self._warnings = tuple(warnings)
        self.animation_level = "none"
        self.desk = desk
        self.here = here
        self.screens_of: dict[Path, BriefScreen] = {}
        self.shrunk: frozenset[Path] = frozenset()
        """Files taken although they look cut off."""
        self._barrier = Barrier()
        self._crashed = Text()
        self._theme_folders = tuple(themes)
        self._know_themes(load_themes(self._theme_folders, {theme}))
        if theme not in self.available_themes:
            # Its name is not that of its file, or it rests on another file.
            self._know_themes(load_themes(self._theme_folders))
        self.theme = theme if theme in self.available_themes else self.theme
        self.watch_theme()

    def _know_themes(self, themes: Themes) -> None:
        self.parley_themes = themes
        for each in themes.themes.values():
            self.register_theme(each.theme)

    def watch_theme(self) -> None:
        """Work out the style of each role in the theme now worn."""
        self.ink = role_styles(self.current_theme)

    def get_default_screen(self) -> Screen[None]:
        """The brief, if it is one; else the library. What is small is read before it is drawn."""
        briefs = self.desk.shelf.briefs
        if len(briefs) != 1:
            return LibraryScreen()
        return self._screen_for(briefs[0])

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Roles for themes that say nothing of them."""
        return role_defaults(self.current_theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The last barrier stands behind all other filters."""
        return [*super().get_line_filters(), self._barrier]

    def on_mount(self) -> None:
        self._listen_to_signals()
        self.set_interval(2, self._look_for_terminal)
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        """Begin what the first paint did not need."""
        # What is there by now stays: later collections need not look at it.
        gc.freeze()
        gc.enable()
        for problem in (*self._warnings, *self.parley_themes.problems):
            where = f"{Path(problem.place.file).name}:{problem.place.line}"
            self.notify(
                shown(f"{where}: {problem.message}"), severity="warning", markup=False, timeout=10
            )
        self.follow_files()

    # --- briefs -------------------------------------------------------------------------------

    def open_brief(self, path: Path) -> None:
        """Show a brief; one that was open is found as it was left."""
        known = path in self.desk.readings
        screen = self._screen_for(path)
        if not known:
            self.follow_files()
        if self.screen is screen:
            return
        if screen in self.screen_stack:
            while self.screen is not screen:
                self.pop_screen()
        elif isinstance(self.screen, LibraryScreen) and len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def _screen_for(self, path: Path) -> BriefScreen:
        if path not in self.screens_of:
            screen = self.screens_of[path] = BriefScreen(path)
            self.install_screen(screen, f"brief{len(self.screens_of)}")
            if path not in self.desk.readings and self.desk.is_small(path):
                self.desk.read(path)
            if path in self.desk.readings:
                screen.view = self.view_of(path)
            else:
                self.call_after_refresh(self._read_again, (path,))
        return self.screens_of[path]

    def view_of(self, path: Path) -> View:
        """A brief as it stands, for this reader."""
        changed = self.desk.changed.get(path, frozenset())
        return View(self.desk.readings[path], self.here, changed)

    @work(exclusive=True, group="follow", exit_on_error=False)
    async def follow_files(self) -> None:
        """Follow every file of every brief on the desk, for as long as the application runs."""
        from tui.watch import follow  # noqa: PLC0415  (nothing is followed before the first paint)

        async for change in follow(self.desk.watches(), read=_bytes_of, known=self.desk.known()):
            if change.notice:
                self.notify(shown(change.notice), title="Live reload", markup=False)
            self.shrunk = change.shrunk
            await self._read_again(self.desk.touched(change), change.contents)
            self._tell_library()

    async def _read_again(
        self, paths: Sequence[Path], contents: Mapping[Path, bytes] | None = None
    ) -> None:
        import asyncio  # noqa: PLC0415  (Textual has imported it long before)

        for path in paths:
            await asyncio.to_thread(self.desk.read, path, contents)
            view = self.view_of(path)
            if screen := self.screens_of.get(path):
                screen.view = view
                screen.shrunk = bool(self.shrunk)
            for above in self.screen_stack:
                if isinstance(above, FollowingScreen) and above.view.reading.path == path:
                    above.view = view

    def _tell_library(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, LibraryScreen):
                screen.tell()

    async def on_brief_screen_reload(self, event: BriefScreen.Reload) -> None:
        await self._read_again((event.path,))

    # --- keys ---------------------------------------------------------------------------------

    def action_library(self) -> None:
        """Show every brief of the library."""
        if not isinstance(self.screen, LibraryScreen):
            self.push_screen(LibraryScreen())

    def action_help(self) -> None:
        """Show the keys that work here."""
        from tui.screens.help import HelpScreen  # noqa: PLC0415  (not needed for the first paint)

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_next_theme(self) -> None:
        """Put on the next theme of the shelf."""
        self._know_themes(load_themes(self._theme_folders))
        names = sorted(self.parley_themes.themes)
        if not names:
            return
        at = names.index(self.theme) if self.theme in names else -1
        worn = self.parley_themes.themes[names[(at + 1) % len(names)]]
        if problem := apply(self, worn):
            self.notify(shown(problem.message), title=worn.name, severity="warning", markup=False)

    def action_redraw(self) -> None:
        """Draw the whole screen anew."""
        self.refresh(repaint=True, layout=True)

    # --- the terminal -------------------------------------------------------------------------

    def _listen_to_signals(self) -> None:
        """Leave the terminal as it was found when told to end; Textual itself does not."""
        import asyncio  # noqa: PLC0415

        if not self.is_headless:
            end_without(DRAWING, GONE)
        for name in ("SIGTERM", "SIGHUP", "SIGQUIT"):
            if number := getattr(signal, name, None):
                with suppress(NotImplementedError, RuntimeError, ValueError):
                    loop = asyncio.get_running_loop()
                    loop.add_signal_handler(number, self._end, 128 + number)

    def _handle_exception(self, error: Exception) -> None:
        """End with a log in place of a traceback, which quotes files raw."""
        first = self._exception is None
        super()._handle_exception(error)
        if self.is_headless:
            return
        self._return_code = crash.CODE
        if first:
            self._crashed = Text(crash.report(error))
        self._exit_renderables[:] = [self._crashed]

    def _end(self, code: int) -> None:
        """Leave; a terminal that takes no more output must not hold us for ever."""
        last = threading.Timer(PATIENCE, os._exit, (code,))
        last.daemon = True
        last.start()
        self.exit(return_code=code)

    def _look_for_terminal(self) -> None:
        """End where the terminal is gone and nobody said so; reading from it would spin."""
        if not self.is_headless and is_gone():
            self._end(GONE)


def _bytes_of(path: Path) -> bytes | None:
    from tui.brief.files import read_bytes  # noqa: PLC0415

    data = read_bytes(path)
    return data if isinstance(data, bytes) else None
