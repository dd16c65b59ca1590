"""What changed since the reader last read it: the list of it, the way through it, marking it."""

from tui.app.app import ParleyApp
from tui.blocks import Row
from tui.presentation.changes import unread_of
from tui.presentation.selection import Selection
from tui.screens.brief import BriefScreen
from tui.screens.changes import ChangesScreen
from tui.screens.dossier import DossierScreen
from tui.section import Section
from tui.session.history import Stop
from tui.widgets.list_detail import ListDetail

NOTHING = "Nothing changed since you last read it"


def show(app: ParleyApp) -> None:
    """List what is unread."""
    screen = app.screen
    if not isinstance(screen, BriefScreen) or screen.view is None:
        return

    def closed(key: str | None) -> None:
        if key:
            _go(screen, key)

    app.push_screen(ChangesScreen(screen.view), closed)


def next_change(app: ParleyApp) -> None:
    """Go to the next record that changed, in whichever tab."""
    _to_change(app, 1)


def previous_change(app: ParleyApp) -> None:
    """Go to the previous record that changed, in whichever tab."""
    _to_change(app, -1)


async def mark(app: ParleyApp) -> None:
    """Mark what changed in the record the cursor is on as read."""
    if (at := app.selection) is None:
        return
    if keys := _unread_at(at):
        await app.briefs.mark_read(at.view.reading.path, keys)
    else:
        app.notify("Nothing changed here since you last read it")


async def mark_all(app: ParleyApp) -> None:
    """Mark all changes of the brief as read."""
    at = app.selection
    if at and at.view.changes:
        count = await app.briefs.mark_read(at.view.reading.path)
        noun = "change" if count == 1 else "changes"
        app.notify(f"{count} {noun} marked as read; {app.key_of('brief.take_back')} undoes")
    elif at:
        app.notify(NOTHING)


async def undo_mark(app: ParleyApp) -> None:
    """Undo the last mark as read."""
    at = app.selection
    if at and not await app.briefs.undo_mark(at.view.reading.path):
        app.notify("No mark to undo")


def _unread_at(at: Selection) -> tuple[str, ...]:
    """The keys of the changes the cursor is on."""
    if at.row and (keys := unread_of(at.view, at.row)):
        return keys
    change = at.view.changes.get(at.key)
    return (change.key,) if change else ()


def _to_change(app: ParleyApp, by: int) -> None:
    """Go to the next changed record in the order of the tabs, or to the previous one."""
    screen = app.screen
    if isinstance(screen, DossierScreen):
        screen.dismiss(None)
        app.call_later(_to_change, app, by)
        return
    if not isinstance(screen, BriefScreen):
        return
    view, ways = screen.view, _ways(screen)
    if view is None or not ways:
        gone = f"{len(view.changes)} removed: see the list" if view and view.changes else ""
        app.notify(gone or NOTHING)
        return
    last, where = screen.last_change
    key = last if where == _here(screen) else ""
    at = next((i for i, way in enumerate(ways) if way[2] == key), None)
    if at is None:
        here = (screen.tab, _place_of(screen, screen.row.key if screen.row else ""))
        before = sum(way[:2] < here for way in ways)
        on_one = any(way[:2] == here for way in ways)
        at = before if on_one or by < 0 else before - 1
    key = ways[(at + by) % len(ways)][2]
    _go(screen, key)
    screen.last_change = (key, _here(screen))


def _here(screen: BriefScreen) -> Stop:
    return Stop(screen.path, screen.tab, screen.row.key if screen.row else "")


def _ways(screen: BriefScreen) -> list[tuple[int, int, str]]:
    """Tab, row and key of each change that can be gone to; those without a row come last."""
    view = screen.view
    if view is None or not view.changes:
        return []
    ways: dict[str, tuple[int, int, str]] = {}
    for number, section in screen.sections.items():
        for index, row in enumerate(_rows_of(screen, section)):
            for key in unread_of(view, row)[:1]:
                if row.key == key or "/" not in key:
                    ways.setdefault(key, (number, index, key))
    left = (n for n, c in view.changes.items() if c.kind != "removed" and n not in ways)
    last = max(screen.sections) + 1
    return [*sorted(ways.values()), *((last, i, n) for i, n in enumerate(left) if "/" in n)]


def _rows_of(screen: BriefScreen, section: Section) -> tuple[Row, ...]:
    """The rows of a tab in the order they are shown, whatever the filter."""
    pane = next(iter(screen.query(f"#pane-{section.name}").results(ListDetail)), None)
    if pane is not None:
        return pane.order.rows()
    return section.listed(screen.view) if screen.view else ()


def _place_of(screen: BriefScreen, key: str) -> int:
    rows = _rows_of(screen, screen.sections[screen.tab])
    return next((n for n, row in enumerate(rows) if row.key == key), 0)


def _go(screen: BriefScreen, key: str) -> None:
    """Go where a change is shown; for the brief's own fields, to the row that shows them."""
    if "/" in key:
        screen.go(key)
        return
    name = {"brief": "overview"}.get(key, key)
    number = next((n for n, s in screen.sections.items() if s.name == name), 0)
    rows = screen.sections[number].listed(screen.view) if screen.view else ()
    first = next((row.key for row in rows if row.subject == name), "")
    screen.go_to_row(number, first)
