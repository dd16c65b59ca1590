"""Looking at the record the cursor is on: a peek at it, its dossier, what refers to it."""

from collections.abc import Callable

from tui.app.app import ParleyApp
from tui.presentation.selection import Selection
from tui.screens.brief import BriefScreen
from tui.screens.dossier import DossierScreen
from tui.screens.peek import PeekScreen
from tui.screens.references import ReferencesScreen
from tui.widgets.page_search import list_and_page

NO_RECORD = "This row has no record of its own"


def peek(app: ParleyApp) -> None:
    """Show the page of a record above the one that is read."""
    at = app.selection
    if at is None or not (key := _meant(app, at)):
        return
    _, page = list_and_page(app.screen)
    reading = page is not None and page.has_focus
    in_view = page is not None and bool(page.size)
    own = at.record is not None and key == at.record.key
    whole = own and ((in_view and not reading) or not at.chosen)
    above = page is not None and reading and page.links.is_in_lower_half(page.scrolling.in_view)
    app.push_screen(PeekScreen(at.view, key, whole=whole, above=above), _go_from(app))


def references(app: ParleyApp) -> None:
    """List the records that refer to one."""
    at = app.selection
    if at is not None and (key := _meant(app, at)):
        app.push_screen(ReferencesScreen(at.view, key), _go_from(app))


def dossier(app: ParleyApp) -> None:
    """Show everything the brief says of what the cursor is on."""
    at, screen = app.selection, app.screen
    if at is None or not isinstance(screen, BriefScreen):
        return
    key = (at.row.subject or at.row.key) if at.row else ""
    if key in at.view.register.by_key:
        screen.open_dossier(key)
    else:
        app.notify(NO_RECORD)


def _meant(app: ParleyApp, at: Selection) -> str:
    """Key of the marked name, else of the record the cursor is on; says so where there is none."""
    key = at.chosen.link if at.chosen else at.key
    if key in at.view.register.by_key:
        return key
    app.notify(NO_RECORD)
    return ""


def _go_from(app: ParleyApp) -> Callable[[str | None], None]:
    """Shows, in the screen that is in front now, the record that another screen ends with."""
    screen = app.screen

    def closed(key: str | None) -> None:
        if key and isinstance(screen, BriefScreen | DossierScreen):
            screen.go(key)

    return closed
