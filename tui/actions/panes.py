"""The list and the page of the tab in front: order, room, filter."""

from tui.app.app import ParleyApp
from tui.screens.brief import BriefScreen
from tui.sorting import TURNED, orders_for, turned


def sort(app: ParleyApp) -> None:
    """Sort by the next of the orders there are; after the last comes that of the list itself."""
    screen = app.screen
    if not isinstance(screen, BriefScreen) or not (pane := screen.pane) or not screen.view:
        return
    orders = orders_for(screen.view, pane.section.listed(screen.view))
    if len(orders) == 1:
        app.notify("Nothing to sort here")
        return
    now = pane.order.removeprefix(TURNED)
    at = orders.index(now) if now in orders else 0
    _sort_by(screen, orders[(at + 1) % len(orders)])


def reverse(app: ParleyApp) -> None:
    """Reverse the order of the list."""
    if isinstance(app.screen, BriefScreen) and (pane := app.screen.pane):
        _sort_by(app.screen, turned(pane.order))


def _sort_by(screen: BriefScreen, order: str) -> None:
    if pane := screen.pane:
        pane.sort_by(order)
        screen.search.repeat()


def narrow_list(app: ParleyApp) -> None:
    """Give the list less of the width."""
    _move_rule(app, -4)


def widen_list(app: ParleyApp) -> None:
    """Give the list more of the width."""
    _move_rule(app, 4)


def _move_rule(app: ParleyApp, by: int) -> None:
    pane = app.screen.pane if isinstance(app.screen, BriefScreen) else None
    if pane and pane.rule.region.width:
        pane.move_rule(by)
    elif pane:
        app.notify("There is no list beside the page here")


def zoom(app: ParleyApp) -> None:
    """Give the page the whole screen, or take it back."""
    if isinstance(app.screen, BriefScreen) and (pane := app.screen.pane):
        pane.toggle_class("-zoomed")
        pane.reading = pane.has_class("-zoomed")
        pane.focus_body()
