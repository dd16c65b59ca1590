"""The problems in the files of a brief, and reloading these."""

from tui.app.app import ParleyApp
from tui.screens.brief import BriefScreen
from tui.screens.problems import ProblemsScreen


def show(app: ParleyApp) -> None:
    """List the problems in the files of this brief."""
    if isinstance(app.screen, BriefScreen) and app.screen.view is not None:
        app.push_screen(ProblemsScreen(app.screen.view))


def reload(app: ParleyApp) -> None:
    """Reload the files, even if they look unchanged."""
    if isinstance(app.screen, BriefScreen):
        app.briefs.reload_soon(app.screen.path)
