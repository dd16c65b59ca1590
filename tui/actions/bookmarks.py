"""Setting, listing and following bookmarks."""

from pathlib import Path

from tui.app.app import ParleyApp
from tui.blocks import plain
from tui.presentation.marks import row_marks
from tui.presentation.view import View
from tui.screens.bookmarks import BookmarksScreen, FoundBookmark
from tui.sections import section_of, sections
from tui.state.bookmarks import Bookmark
from tui.state.names import name_of


def toggle(app: ParleyApp) -> None:
    """Set a bookmark on what the cursor is on, or remove it."""
    if (at := app.selection) is None or not at.key:
        return
    view, row = at.view, at.row
    key = (view.bookmarked(row) or row.key) if row else at.key
    path = view.reading.path
    title, named = view.brief.title or path.name, row_marks(view, key)
    mark = Bookmark(name_of(path), key, at.title, at.tab, title, named)
    app.briefs.set_bookmark(path, mark)


def show_all(app: ParleyApp) -> None:
    """List the bookmarks of all briefs."""
    if isinstance(app.screen, BookmarksScreen):
        return
    if found := [_find(app, mark) for mark in app.state.bookmarks]:
        screen = BookmarksScreen(found, app.briefs.set_bookmark)
        app.push_screen(screen, lambda chosen: _open(app, chosen))
    else:
        app.notify("No bookmarks yet. Press m to bookmark the selected row")


def _find(app: ParleyApp, mark: Bookmark) -> FoundBookmark:
    """Where a bookmark is now, or why it cannot be found."""
    name = Path(mark.brief).name
    alike = (path for path in app.session.briefs if path.name == name)
    path = next((path for path in alike if name_of(path) == mark.brief), Path(mark.brief))
    if not path.exists():
        return FoundBookmark(mark, path, "file not found")
    view = screen.view if (screen := app.briefs.screens.get(path)) else None
    key = _key_in(view, mark) if view else ""
    if view and key:  # it may have been marked since
        mark = mark._replace(handling=row_marks(view, key))
    return FoundBookmark(mark, path, "no longer in the brief" if view and not key else "")


def _open(app: ParleyApp, chosen: FoundBookmark | None) -> None:
    if chosen is None:
        return
    mark, path, problem = chosen
    if not path.exists():
        app.notify(f"{path.name}: {problem}", severity="warning")
        return
    if path not in app.session.briefs:
        app.session.add(path)
    screen = app.briefs.open(path)
    key = (_key_in(screen.view, mark) if screen.view else "") or mark.key
    if key != mark.key:  # only the id of the record has changed
        app.briefs.set_bookmark(path, mark)
        app.briefs.set_bookmark(path, mark._replace(key=key))
    screen.arrive(key)


def _key_in(view: View, mark: Bookmark) -> str:
    """The key of a bookmarked row now, also where only its id has changed; empty if it is gone."""
    if mark.key in view.register.by_key or section_of(view, mark.key):
        return mark.key
    tab = next((each for each in sections() if each.title == mark.tab), None)
    rows = tab.listed(view) if tab else ()
    alike = [row.key for row in rows if " ".join(plain(row.title).split()) == mark.title]
    return alike[0] if len(alike) == 1 else ""
