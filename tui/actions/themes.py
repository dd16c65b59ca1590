"""ChooseScreen a theme."""

from tui.app.app import ParleyApp
from tui.screens.themes import ThemesScreen
from tui.startup.terminal_background import AUTO


def show_all(app: ParleyApp) -> None:
    """Let a theme be chosen beside what is open; each is tried as the cursor comes to it."""
    if isinstance(app.screen, ThemesScreen):
        return
    before, followed = app.theme, app.follows_terminal

    def chosen(name: str | None) -> None:
        if name is not None:
            choose(app, name)
        else:
            app.follows_terminal = followed
            app.themes.preview(before)

    active = AUTO if followed else before
    auto = app.settings.theme_for(dark=app.dark_terminal)
    app.push_screen(ThemesScreen(app.themes, active, auto), chosen)


def choose(app: ParleyApp, name: str) -> None:
    """Apply a theme, and at every start from now on."""
    app.apply_theme(name)
    app.state.keep_theme(name, app.settings.config.theme)
    app.say(app.state.take_trouble())
