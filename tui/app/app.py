"""The application: builds the services, runs commands, and publishes what changed."""

import asyncio
from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from importlib import import_module
from inspect import iscoroutinefunction
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import BindingType
from textual.screen import Screen
from textual.signal import Signal
from textual.worker import Worker

from tui.app.indexing import Indexing
from tui.app.open_briefs import OpenBriefs
from tui.app.terminal_app import TerminalApp
from tui.app.workers import start_worker
from tui.brief.collector import COLLECTOR
from tui.brief.place import Problem
from tui.brief.shown import shown
from tui.brief.value import EMPTY
from tui.commands import EVERYWHERE, bindings, registry
from tui.library.index import LibraryIndex
from tui.presentation.selection import Selection
from tui.screens.library import LibraryScreen
from tui.screens.unsaved import HasUnsavedText
from tui.session.history import History
from tui.session.session import Session
from tui.settings.settings import Settings
from tui.startup.terminal_background import AUTO, DARK
from tui.startup.terminal_input import BackgroundChanged
from tui.state.names import whole_path
from tui.state.positions import Common
from tui.theme.ink import role_styles
from tui.theme.loaded import LoadedThemes
from tui.theme.registry import InitialTheme, ThemeRegistry
from tui.widgets.keys import bound_here
from tui.widgets.list_detail import ListDetail
from tui.widgets.split import Split

if TYPE_CHECKING:
    from tui.app.copying import Copying
    from tui.app.following import Following
    from tui.app.remembering import Remembering
    from tui.rendering.charset import Charset
    from tui.watch import FileChange

LATER = 2.0
"""Seconds after the first paint until a library is looked through for what changed in it."""
READ_ONLY = "Read-only mode: nothing can be changed"


class StartOptions(NamedTuple):
    """How a start wants things, beside the configuration."""

    theme: str = DARK
    """Name of the theme to begin with."""
    theme_folders: Sequence[Path] = ()
    themes: Mapping[str, LoadedThemes] = EMPTY
    """Theme files that were read early, by their names."""
    follows_terminal: bool = False
    """Whether the theme is chosen by the background of the terminal."""
    dark_terminal: bool = True
    linear: bool = False
    charset: "Charset | None" = None
    turns_words: bool = False
    """Whether the terminal puts writing from right to left in order by itself."""
    start_at: tuple[Path, str] | None = None
    """A brief, and the id of the record to begin at."""


START = StartOptions()


class ParleyApp(TerminalApp, inherit_bindings=False):
    """Parley in a terminal.

    Textual's own bindings are left out: they have no ids, and read markup.
    """

    TITLE = "Parley"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EVERYWHERE)]

    briefs: OpenBriefs
    indexing: Indexing

    def __init__(self, session: Session, settings: Settings, options: StartOptions = START) -> None:
        super().__init__(options.charset, linear=options.linear)
        self.session, self.settings, self.options = session, settings, options
        self.state = session.state
        self.state.load(session.paths)
        self.history = History()
        self.index = LibraryIndex(lambda: self.session.paths, session.ladder)
        self.indexing = Indexing(self, self.index)
        self.themes = ThemeRegistry(self, options.theme_folders)
        self.themes.start(InitialTheme(options.theme_folders, options.theme, options.themes))
        self.follows_terminal = options.follows_terminal
        self.dark_terminal = options.dark_terminal
        self.turns_words = options.turns_words
        self.moves = settings.animated
        self.read_only = settings.read_only
        self.share = self.state.saved.common.share
        self.library_order = self.state.saved.common.order
        self.used_lately: list[str] = []
        """Entries of the palette, the last one chosen first."""
        self.last_search = ("", "")
        """The words last searched for in all briefs, and the row the cursor was on."""
        self.briefs = OpenBriefs(
            self,
            session,
            self.history,
            follow=lambda: self.following.follow_new(),  # noqa: PLW0108  (made later)
        )
        self.library_changed: Signal[None] = Signal(self, "library_changed")
        self.before_exit.append(lambda: self.remembering.keep_now())  # noqa: PLW0108
        self.watch_theme()

    @cached_property
    def following(self) -> "Following":
        """Live reload; loaded after the first paint."""
        from tui.app.following import Following  # noqa: PLC0415  (declared: after the first paint)

        return Following(self, (self.session, self.settings, self.themes), self._take_change)

    @cached_property
    def copying(self) -> "Copying":
        """The clipboard; loaded when something is copied."""
        from tui.app.copying import Copying  # noqa: PLC0415  (declared, as above)

        return Copying(self, self.settings, self.write_to_terminal)

    @cached_property
    def remembering(self) -> "Remembering":
        """What keeps the reader's place; loaded after the first paint."""
        from tui.app.remembering import Remembering  # noqa: PLC0415  (declared, as above)

        return Remembering(self, self.session, self.briefs.positions, self._common)

    # --- starting and ending ----------------------------------------------------------------------

    def get_default_screen(self) -> Screen[None]:
        """The brief, if it is one; else the library. What is small is read before it is drawn."""
        briefs = self.session.briefs
        return self.briefs.screen_for(briefs[0]) if len(briefs) == 1 else LibraryScreen()

    def on_mount(self) -> None:
        start = self.options.start_at
        if start and start[0] in self.session.briefs:
            self.briefs.show(start[0]).arrive(start[1])
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        """Begin what the first paint did not need."""
        from tui.app.remembering import stops_here  # noqa: PLC0415  (declared: after the first paint)

        COLLECTOR.start()  # what is there by now stays
        self.warn(*self.themes.problems)
        self.use_settings()
        self.following.start()
        self.briefs.find_unread()
        if self.session.paths_found.folders:
            self.set_timer(LATER, self.indexing.update)
        self.history.recall(stops_here(self.session))
        self.remembering.start()

    async def action_quit(self) -> None:
        """Leave, once nobody's text would be lost by it."""
        found = (s for s in self.screen_stack if isinstance(s, HasUnsavedText) and s.unsaved)
        held = next(found, None)
        if held is None:
            self.exit()
        elif not getattr(self.screen, "ASKS", False):
            held.ask_to_leave(self.exit)

    def on_unmount(self) -> None:
        self.state.close()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        self.following.start_again(event.worker)

    # --- commands ---------------------------------------------------------------------------------

    @property
    def selection(self) -> Selection | None:
        """What the cursor is on, if the screen in front has one."""
        return getattr(self.screen, "selection", None)

    async def action_command(self, name: str) -> None:
        """Run a command: a plain function, or a coroutine as a worker, which may wait."""
        command = registry()[name]
        if command.writes and self.read_only:
            self.notify(READ_ONLY, severity="warning")
            return
        module, _, function = command.run.partition(":")
        run = getattr(import_module(f"tui.actions.{module}"), function)
        if iscoroutinefunction(run):
            start_worker(self, partial(run, self), name)
        else:
            run(self)

    def key_of(self, name: str) -> str:
        """The key of a command as it is bound now; how to reach it where it has none."""
        found = (
            each.shown[0] for each in bound_here(self.screen) if each.id == name and each.shown
        )
        return next(found, "the palette")

    # --- what changes on disk ---------------------------------------------------------------------

    async def _take_change(self, change: "FileChange") -> None:
        """Use what changed on disk: themes, the configuration, briefs, the library."""
        files = {*change.contents, *change.gone}
        if change.notice:
            self.notify(shown(change.notice), title="Live reload")
        if not {file.parent for file in files}.isdisjoint(self.themes.folders):
            self.warn(*self.themes.apply(self.theme))
        if self.settings.path in files:
            self.reload_settings()
        self.session.truncated = change.truncated
        library = self.session.paths_found
        touched = await asyncio.to_thread(self.session.touched, change)
        for path in touched:
            await self.briefs.reload(path, change.contents)
        if changed := [file for file in files if self.session.holds(file)]:
            self.index.forget(changed)
            if getattr(self.screen, "SHOWS_INDEX", False):  # for others that can wait
                self.indexing.update()
        if touched or self.session.paths_found is not library:
            self.library_changed.publish(None)

    # --- settings and themes ----------------------------------------------------------------------

    def reload_settings(self) -> None:
        """Use the configuration as it is now; a file that cannot be read leaves the last one."""
        theme = self.settings.themes
        if self.settings.reload():
            self.session.zone = self.settings.zone
            self.moves = self.settings.animated
            if self.use_settings() and self.settings.themes != theme:
                self.apply_theme(self.settings.config.theme)
            self.briefs.publish_all()
        else:
            self._warn_of_settings()
        self.briefs.changed.publish(self.settings.view())

    def use_settings(self) -> bool:
        """Use what only a running application can be given; return whether all themes are known."""
        if (found := self.settings.keymap()) is not None:
            self.set_keymap(found.for_textual())
        good = self.settings.check_themes(self.themes.names)
        self._warn_of_settings()
        return good

    def _warn_of_settings(self) -> None:
        problems = self.settings.problems
        self.warn(*problems[:1])  # more notices would cover a narrow screen; a list has them all
        if len(problems) > 1:
            more = f"{len(problems) - 1} more in {self.settings.path.name}"
            self.say(f"{more}; {self.key_of('app.config')} shows them all")

    def refresh_css(self, animate: bool = True) -> None:
        """Read the style sheets again; none was read yet where there is no screen to style."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def watch_theme(self) -> None:
        """Work out the style of each role in the theme that is active now."""
        self.ink = role_styles(self.current_theme)

    def apply_theme(self, name: str) -> None:
        """Apply a theme by its name; `auto` is the one for the background."""
        self.follows_terminal = name == AUTO
        if name == AUTO:
            name = self.settings.theme_for(dark=self.dark_terminal)
        self.warn(*self.themes.apply(name))

    def on_background_changed(self, event: BackgroundChanged) -> None:
        """Follow the terminal to a dark or a light background."""
        event.stop()
        self.dark_terminal = event.dark
        if self.follows_terminal and self.theme != self.settings.theme_for(dark=event.dark):
            self.apply_theme(AUTO)

    def warn(self, *problems: Problem) -> None:
        """Say what is wrong in files that are no briefs, each with its place."""
        for problem in problems:
            where = f"{Path(problem.place.file).name}:{problem.place.line}"
            self.say(f"{where}: {problem.message}")

    def say(self, trouble: str) -> None:
        """Say what went wrong, if anything did."""
        if trouble:
            self.notify(shown(trouble), severity="warning", timeout=10)

    def copy_to_clipboard(self, text: str, why: str = "") -> None:
        """Copy a text, and say what came of it, after `why` it is copied where nobody asked to."""
        # What Textual pastes by itself: the text as it is, whatever becomes of it outside.
        self._clipboard = text
        self.copying.copy(text, why)

    # --- where the reader is ----------------------------------------------------------------------

    def on_split_shared(self, event: Split.Shared) -> None:
        """Divide every pane there is between list and page, and those to come."""
        self.share = event.share
        for screen in {*self.screen_stack, *self.briefs.screens.values()}:
            for pane in screen.query(ListDetail):
                pane.split.divide(event.share)

    def _common(self) -> Common:
        from tui.app.remembering import saved_stops  # noqa: PLC0415  (declared, as above)

        front = whole_path(self.briefs.front) if self.briefs.front else ""
        return Common(front, saved_stops(self.history), self.share, self.library_order)
