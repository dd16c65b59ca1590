"""The list of briefs: its filter, its order, and a new brief."""

from pathlib import Path

from tui.app.app import ParleyApp
from tui.blocks import Line, Span
from tui.brief.place import Problem
from tui.brief.shown import shown
from tui.library.begin import begin, brief_at
from tui.library.rows import next_order, reversed_order
from tui.package_data import shipped
from tui.screens.library import LibraryScreen, is_shipped
from tui.screens.name import NameScreen


def start_filter(app: ParleyApp) -> None:
    """Ask for words that the line of a brief has."""
    if isinstance(app.screen, LibraryScreen):
        app.screen.brief_list.filter.open()


def sort(app: ParleyApp) -> None:
    """Sort the briefs by something else."""
    app.library_order = next_order(app.library_order, 1)
    _update(app)


def reverse(app: ParleyApp) -> None:
    """Reverse the order of the briefs."""
    app.library_order = reversed_order(app.library_order)
    _update(app)


def _update(app: ParleyApp) -> None:
    if isinstance(app.screen, LibraryScreen):
        app.screen.fill()


async def new(app: ParleyApp) -> None:
    """Ask for the name of a new brief, write it and open it."""
    own = [folder for folder in app.session.paths_found.folders if not is_shipped(folder)]
    folder = own[0] if own else Path("briefs")
    dialog = NameScreen("A brief of your own", f"{folder}/", _what_enter_writes, _write)
    typed = await app.push_screen_wait(dialog)
    path = _path(typed or "")
    if path is None:
        return
    brief = brief_at(path)
    app.session.add(brief)
    app.briefs.open(brief)
    notice = f"{brief} is written: i changes it here, e in your own editor"
    app.notify(shown(notice), timeout=8)


def _path(typed: str) -> Path | None:
    return Path(typed).expanduser() if typed and not typed.endswith("/") else None


def _what_enter_writes(typed: str) -> Line:
    path = _path(typed)
    if path is None:
        return (Span("Type a name for its file; Enter writes it and opens it", "quiet"),)
    return (Span("Enter writes ", "quiet"), Span(str(brief_at(path))))


def _write(typed: str) -> Line:
    """Write a brief of that name, or say why not."""
    path = _path(typed)
    if path is None:
        return (Span("It needs a name, as river-talks", "warning"),)
    made = begin(path, shipped("briefs") / "starter.yaml")
    return (
        (Span(f"{made.place.file}: {made.message}", "problem"),)
        if isinstance(made, Problem)
        else ()
    )
