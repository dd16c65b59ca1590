"""Going back to where the reader was, and forward again."""

from tui.app.app import ParleyApp
from tui.screens.brief import BriefScreen
from tui.session.history import Stop


def back(app: ParleyApp) -> None:
    """Go back to where the last name was followed from."""
    if (screen := _brief(app)) and not _go(app, screen, app.history.back(screen.stop())):
        app.notify("No earlier location")


def forward(app: ParleyApp) -> None:
    """Undo going back."""
    if (screen := _brief(app)) and not _go(app, screen, app.history.forward(screen.stop())):
        app.notify("No later location")


def last(app: ParleyApp) -> None:
    """Go to the previous location, or back from there."""
    if (screen := _brief(app)) and not _go(app, screen, app.history.last(screen.stop())):
        app.notify("No previous location")


def step_back(app: ParleyApp) -> None:
    """Undo one step: the search, the page that has the whole screen, the filter, the way here."""
    screen = _brief(app)
    pane = screen.pane if screen else None
    if screen is None or pane is None or screen.search.end():
        return
    pane.remove_class("-zoomed")
    if not pane.leave_page() and not pane.filter.clear():
        _go(app, screen, app.history.back(screen.stop()))


def _brief(app: ParleyApp) -> BriefScreen | None:
    return app.screen if isinstance(app.screen, BriefScreen) else None


def _go(app: ParleyApp, screen: BriefScreen, stop: Stop | None) -> bool:
    """Go to a stop, in whichever brief it is; return whether there is one."""
    if stop is None:
        return False
    if stop.path == screen.path:
        screen.go_to(stop)
    else:
        app.briefs.show(stop.path).arrive(stop)
    return True
