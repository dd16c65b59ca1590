"""The part of the application that has a theme, chosen with the brief in view."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui.app.guided import GuidedApp
from tui.brief.place import Problem
from tui.brief.shown import shown
from tui.startup.terminal_background import AUTO
from tui.startup.terminal_input import BackgroundChanged
from tui.theme.ink import role_styles
from tui.theme.registry import InitialTheme, ThemeRegistry

if TYPE_CHECKING:
    from tui.screens.palette import Entry


class DressedApp(GuidedApp, part=True):
    """Uses a theme by its name, or the one for the background of the terminal."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "T", "themes", "theme", id="app.theme", show=False,
            tooltip="Choose a theme; each is put on as the cursor comes to it",
        ),
    ]  # fmt: skip

    def __init__(self, initial_theme: InitialTheme) -> None:
        super().__init__()
        self.follows_terminal = False
        """Whether the theme follows the background of the terminal."""
        self.dark_terminal = True
        self.themes = ThemeRegistry(self, initial_theme.folders)
        self.themes.start(initial_theme)
        self.watch_theme()

    def refresh_css(self, animate: bool = True) -> None:
        """Read the style sheets again; before there is a screen, none was read yet."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def watch_theme(self) -> None:
        """Compute the style of each role in the active theme."""
        self.ink = role_styles(self.current_theme)

    def theme_for(self, *, dark: bool) -> str:
        """The theme for a dark or a light background."""
        raise NotImplementedError

    def keep_theme(self, name: str) -> None:
        """Remember a choice beyond the end of the program."""

    def offers(self) -> Iterable["Entry"]:
        """Every theme."""
        from tui.screens.palette import Entry  # noqa: PLC0415  (not needed for the first paint)

        for name in self.themes.names():
            active = "active" if name == self.theme else ""
            yield Entry(
                f"theme {name}", name, active, "", "themes", partial(self.choose_theme, name)
            )

    def apply_theme(self, name: str) -> None:
        """Apply a theme by its name; `auto` is the one for the background."""
        self.follows_terminal = name == AUTO
        named = self.theme_for(dark=self.dark_terminal) if name == AUTO else name
        self.warn(*self.themes.apply(named))

    def choose_theme(self, name: str) -> None:
        """Apply a theme, now and at every later start."""
        self.apply_theme(name)
        self.keep_theme(name)

    def action_themes(self) -> None:
        """Open the list of themes."""
        from tui.screens.themes import ThemesScreen  # noqa: PLC0415  (rarely wanted)

        if isinstance(self.screen, ThemesScreen):
            return
        before, followed = self.theme, self.follows_terminal

        def chosen(name: str | None) -> None:
            if name is not None:
                self.choose_theme(name)
            else:
                self.follows_terminal = followed
                self.themes.preview(before)

        active = AUTO if followed else before
        self.push_screen(
            ThemesScreen(self.themes, active, self.theme_for(dark=self.dark_terminal)), chosen
        )

    def on_background_changed(self, event: BackgroundChanged) -> None:
        """Follow the terminal to a dark or a light background."""
        event.stop()
        self.dark_terminal = event.dark
        if self.follows_terminal and self.theme != self.theme_for(dark=event.dark):
            self.apply_theme(AUTO)

    def warn(self, *problems: Problem) -> None:
        """Show the problems of files that are not briefs, each with its place."""
        for problem in problems:
            where = f"{Path(problem.place.file).name}:{problem.place.line}"
            message = shown(f"{where}: {problem.message}")
            self.notify(message, severity="warning", markup=False, timeout=10)
