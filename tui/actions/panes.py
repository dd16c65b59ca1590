"""The list and the page of the tab in front: order, room, filter."""

from tui.app.app import ParleyApp
from tui.screens.brief import BriefScreen


def sort(app: ParleyApp) -> None:
    """Sort by the next of the orders there are; after the last comes that of the list itself."""
    if isinstance(app.screen, BriefScreen) and (pane := app.screen.pane):
        if pane.order.next():
            app.screen.search.repeat()
        else:
            app.notify("Nothing to sort here")


def reverse(app: ParleyApp) -> None:
    """Reverse the order of the list."""
    if isinstance(app.screen, BriefScreen) and (pane := app.screen.pane):
        pane.order.reverse()
        app.screen.search.repeat()


def narrow_list(app: ParleyApp) -> None:
    """Give the list less of the width."""
    _move_rule(app, -4)


def widen_list(app: ParleyApp) -> None:
    """Give the list more of the width."""
    _move_rule(app, 4)


def _move_rule(app: ParleyApp, by: int) -> None:
    pane = app.screen.pane if isinstance(app.screen, BriefScreen) else None
    if pane and not pane.split.move(by):
        app.notify("There is no list beside the page here")


def zoom(app: ParleyApp) -> None:
    """Give the page the whole screen, or take it back."""
    if isinstance(app.screen, BriefScreen) and (pane := app.screen.pane):
        pane.zoom()
