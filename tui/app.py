"""The application: it holds the desk, follows the files, and hands each screen its view."""

import signal
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import LineFilter

from tui.barrier import Barrier
from tui.desk import Desk
from tui.screens.brief import BriefScreen
from tui.screens.library import LibraryScreen
from tui.telling.view import View
from tui.terminal import is_gone
from tui.theme import ROLE_CSS, apply, load_themes, role_defaults
from tui.watch import Change, follow

GONE = 129
"""Exit code where the terminal went away: that of SIGHUP."""


class ParleyApp(App[None]):
    """Parley in a terminal."""

    TITLE = "Parley"
    CSS_PATH = "app.tcss"
    CSS = ROLE_CSS
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", "quit", id="app.quit", tooltip="Leave Parley"),
        Binding("B", "library", "briefs", id="app.library", tooltip="All briefs of the library"),
        Binding("T", "next_theme", "theme", id="app.theme", tooltip="The next theme", show=False),
        Binding("question_mark,f1", "help", "help", id="app.help", tooltip="Keys, here and now"),
        Binding("ctrl+l", "redraw", "redraw", show=False, id="app.redraw"),
    ]

    def __init__(self, desk: Desk, *, themes: Sequence[Path], theme: str, here: str = "") -> None:
        super().__init__()
        self.animation_level = "none"
        self.desk = desk
        self.here = here
        self.screens_of: dict[Path, BriefScreen] = {}
        self._barrier = Barrier()
        self.parley_themes = load_themes(themes)
        for each in self.parley_themes.themes.values():
            self.register_theme(each.theme)
        self.theme = theme if theme in self.available_themes else self.theme

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
        first = next(iter(self.desk.shelf.briefs), None)
        if first is not None and len(self.desk.shelf.briefs) == 1:
            self.open_brief(first)
        else:
            self.push_screen(LibraryScreen())
        self.call_after_refresh(self.follow_files)

    # --- briefs -------------------------------------------------------------------------------

    def open_brief(self, path: Path) -> None:
        """Show a brief; one that was open is found as it was left."""
        if path not in self.screens_of:
            screen = self.screens_of[path] = BriefScreen(path)
            self.install_screen(screen, f"brief{len(self.screens_of)}")
            if path in self.desk.readings:
                screen.view = self.view_of(path)
            elif self.desk.is_small(path):
                self.desk.read(path)
                screen.view = self.view_of(path)
            else:
                self._read_in_thread(path)
            self.follow_files()
        screen = self.screens_of[path]
        if self.screen is not screen:
            if len(self.screen_stack) > 1:
                self.switch_screen(screen)
            else:
                self.push_screen(screen)

    def view_of(self, path: Path) -> View:
        """A brief as it stands, for this reader."""
        changed = self.desk.changed.get(path, frozenset())
        return View(self.desk.readings[path], self.here, changed)

    @work(group="read")
    async def _read_in_thread(self, path: Path) -> None:
        await self._read_again((path,), Change())

    @work(exclusive=True, group="follow", exit_on_error=False)
    async def follow_files(self) -> None:
        """Follow every file of every brief on the desk, for as long as the application runs."""
        async for change in follow(self.desk.watches(), read=_bytes_of, known=self.desk.known()):
            if change.notice:
                self.notify(change.notice, title="Live reload", markup=False)
            await self._read_again(self.desk.touched(change), change)
            self._tell_library()

    async def _read_again(self, paths: Sequence[Path], change: Change) -> None:
        import asyncio  # noqa: PLC0415  (Textual has imported it long before)

        for path in paths:
            await asyncio.to_thread(self.desk.read, path, change.contents)
            if screen := self.screens_of.get(path):
                screen.view = self.view_of(path)
                screen.shrunk = bool(change.shrunk)

    def _tell_library(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, LibraryScreen):
                screen.fill()

    async def on_brief_screen_reload(self, event: BriefScreen.Reload) -> None:
        await self._read_again((event.path,), Change())

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
        names = sorted(self.parley_themes.themes)
        if not names:
            return
        at = names.index(self.theme) if self.theme in names else -1
        worn = self.parley_themes.themes[names[(at + 1) % len(names)]]
        if problem := apply(self, worn):
            self.notify(problem.message, title=worn.name, severity="warning", markup=False)

    def action_redraw(self) -> None:
        """Draw the whole screen anew."""
        self.refresh(repaint=True, layout=True)

    # --- the terminal -------------------------------------------------------------------------

    def _listen_to_signals(self) -> None:
        """Leave the terminal as it was found when told to end; Textual itself does not."""
        import asyncio  # noqa: PLC0415

        for name in ("SIGTERM", "SIGHUP", "SIGQUIT"):
            if number := getattr(signal, name, None):
                with suppress(NotImplementedError, RuntimeError, ValueError):
                    loop = asyncio.get_running_loop()
                    loop.add_signal_handler(number, self._end, 128 + number)

    def _end(self, code: int) -> None:
        self.exit(return_code=code)

    def _look_for_terminal(self) -> None:
        """End where the terminal is gone and nobody said so; reading from it would spin."""
        if not self.is_headless and is_gone():
            self._end(GONE)


def _bytes_of(path: Path) -> bytes | None:
    from tui.brief.files import read_bytes  # noqa: PLC0415

    data = read_bytes(path)
    return data if isinstance(data, bytes) else None
