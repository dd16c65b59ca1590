"""An application that wears a theme: one of the shelf, chosen with the brief in view."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.app.guided import GuidedApp
from tui.brief.place import Problem
from tui.brief.shown import shown
from tui.startup.terminal_background import AUTO
from tui.startup.terminal_input import Backdrop
from tui.theme.ink import role_styles
from tui.theme.wardrobe import Wardrobe, Wish

if TYPE_CHECKING:
    from tui.screens.palette import PaletteEntry


class DressedApp(GuidedApp, part=True):
    """Wears a theme by its name, or the one for the background the terminal has."""

    def __init__(self, wish: Wish) -> None:
        super().__init__()
        self.follows_backdrop = False
        """Whether the theme goes with the background of the terminal."""
        self.dark_backdrop = True
        self.wardrobe = Wardrobe(self, wish.folders)
        self.wardrobe.start(wish)
        self.watch_theme()

    def refresh_css(self, animate: bool = True) -> None:
        """Read the style sheets anew; none was read yet where there is no screen to style."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def watch_theme(self) -> None:
        """Work out the style of each role in the theme now worn."""
        self.ink = role_styles(self.current_theme)

    def theme_for(self, *, dark: bool) -> str:
        """The theme for a dark or a light background."""
        raise NotImplementedError

    def keep_theme(self, name: str) -> None:
        """Remember a choice beyond the end of the program."""

    def offers(self) -> Iterable["PaletteEntry"]:
        """Every theme."""
        from tui.screens.palette import PaletteEntry  # noqa: PLC0415  (not needed for the first paint)

        for name in self.wardrobe.names():
            worn = "worn now" if name == self.theme else ""
            yield PaletteEntry(
                f"theme {name}", name, worn, "", "themes", partial(self.choose, name)
            )

    def wear(self, name: str) -> None:
        """Put on a theme by its name; `auto` is the one for the background."""
        self.follows_backdrop = name == AUTO
        named = self.theme_for(dark=self.dark_backdrop) if name == AUTO else name
        self.warn(*self.wardrobe.wear(named))

    def choose(self, name: str) -> None:
        """Put on a theme, and at every start from now on."""
        self.wear(name)
        self.keep_theme(name)

    def action_themes(self) -> None:
        """Let a theme be chosen beside what is open."""
        from tui.screens.themes import ThemesScreen  # noqa: PLC0415  (rarely wanted)

        if isinstance(self.screen, ThemesScreen):
            return
        before, followed = self.theme, self.follows_backdrop

        def chosen(name: str | None) -> None:
            if name is not None:
                self.choose(name)
            else:
                self.follows_backdrop = followed
                self.wardrobe.try_on(before)

        worn = AUTO if followed else before
        self.push_screen(
            ThemesScreen(self.wardrobe, worn, self.theme_for(dark=self.dark_backdrop)), chosen
        )

    def on_backdrop(self, event: Backdrop) -> None:
        """Follow the terminal to a dark or a light background."""
        event.stop()
        self.dark_backdrop = event.dark
        if self.follows_backdrop and self.theme != self.theme_for(dark=event.dark):
            self.wear(AUTO)

    def warn(self, *problems: Problem) -> None:
        """Say what is wrong in files that are no briefs, each with its place."""
        for problem in problems:
            where = f"{Path(problem.place.file).name}:{problem.place.line}"
            message = shown(f"{where}: {problem.message}")
            self.notify(message, severity="warning", timeout=10)
