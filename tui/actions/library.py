"""The library: showing it, searching all briefs, opening by name."""

from collections.abc import Callable, Iterator, Set
from functools import partial
from pathlib import Path

from tui.app.app import ParleyApp
from tui.fuzzy import rank
from tui.library.index_query import ask
from tui.library.search import Hit, look_up
from tui.library.store import named
from tui.presentation.names import full_name
from tui.presentation.view import View
from tui.screens.brief import BriefScreen
from tui.screens.library import LibraryScreen
from tui.screens.palette import PaletteEntry
from tui.screens.quick_open import QuickOpenScreen
from tui.screens.search_all import SearchAllScreen

Go = Callable[[Path, str], object]
"""Shows a record of a brief by its key, or the brief where that is empty."""


def show(app: ParleyApp) -> None:
    """Show every brief of the library."""
    if not isinstance(app.screen, LibraryScreen):
        app.push_screen(LibraryScreen())


def search(app: ParleyApp) -> None:
    """Search all briefs."""
    if any(isinstance(each, SearchAllScreen) for each in app.screen_stack):
        return
    near = app.screen.path if isinstance(app.screen, BriefScreen) else None
    screen = SearchAllScreen(app.index.file, near, *app.last_search)
    screen.set_reactive(SearchAllScreen.progress, app.index.progress)
    screen.set_reactive(SearchAllScreen.trouble, app.index.trouble)

    def found(hit: Hit | None) -> None:
        app.last_search = (screen.words, screen.at)
        if hit is not None:
            _go(app, hit.path, hit.key)

    app.push_screen(screen, found)
    app.indexing.update()


def open_by_name(app: ParleyApp) -> None:
    """Open a brief or a record by some letters of its name."""
    if isinstance(app.screen, QuickOpenScreen):
        return
    app.indexing.update()
    catalogue, opened = app.index.catalogue, dict(app.briefs.screens)
    catalogue.update(catalogue.look())
    go = partial(_go, app)
    titles = {path: _title_of(app, path) for path in app.session.briefs}
    views = [each.view for each in opened.values() if each.view]
    entries = [*_briefs(titles, go), *(each for view in views for each in _records(view, go))]
    lately = dict.fromkeys(_id(s.path, s.key) for s in reversed(app.history.kept()))
    look = partial(_elsewhere, index=app.index.file, opened=opened.keys(), go=go)
    app.push_screen(QuickOpenScreen(entries, tuple(lately), look), _run)


def _run(entry: PaletteEntry | None) -> None:
    if entry is not None:
        entry.run()


def _go(app: ParleyApp, path: Path, key: str) -> None:
    """Show a record of a brief, by whatever path the index knows it."""
    if (here := app.session.find(path)) is not None:
        screen = app.briefs.open(here)
        if key:
            screen.arrive(key)


def _title_of(app: ParleyApp, path: Path) -> str:
    if known := app.session.readings.get(path):
        return known.brief.title
    listed = app.index.catalogue.of(path)
    return listed.title if listed else ""


def _id(path: Path, key: str = "") -> str:
    """What a record of a brief, or the brief itself, is called among the entries."""
    return f"{path}\0{key}"


def _briefs(titles: dict[Path, str], go: Go) -> Iterator[PaletteEntry]:
    """One entry a brief, by its title; its file is found by, too."""
    for path, title in titles.items():
        yield PaletteEntry(
            _id(path), title or path.name, path.name, "", "briefs", partial(go, path, "")
        )


def _records(view: View, go: Go) -> Iterator[PaletteEntry]:
    """One entry a record of a brief that is open."""
    path, title = view.reading.path, view.brief.title
    for key, record in view.register.by_key.items():
        name = " ".join(full_name(view, record).split())
        kind = key.partition("/")[0].replace("_", " ")
        if name:
            run = partial(go, path, key)
            yield PaletteEntry(_id(path, key), name, f"{kind} · {title}", "", kind, run)


def _elsewhere(typed: str, index: Path, opened: Set[Path], go: Go) -> tuple[PaletteEntry, ...]:
    """What is called so in briefs that are not open; nothing where there is no index."""
    here = {named(path) for path in opened}
    return tuple(
        PaletteEntry(
            _id(hit.path, hit.key), hit.title, f"{hit.section.replace('_', ' ')} · {hit.brief}",
            "", hit.section, partial(go, hit.path, hit.key),
        )
        for hit in look_up(index, ask(typed)).hits
        if hit.key and named(hit.path) not in here and rank(typed, hit.title) is not None
    )  # fmt: skip
