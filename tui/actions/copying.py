"""Copying what the cursor is on, and what is selected."""

import os
import shlex
from pathlib import Path

from tui.app.app import ParleyApp
from tui.blocks import Heading, Prose, Row, Span, plain
from tui.failure.load import guarded_load
from tui.library.search import Hit
from tui.library.store import named
from tui.presentation.selection import Copy, Selection
from tui.presentation.view import View
from tui.rendering.copies import copies, marked
from tui.screens.choose import ChooseScreen, KeyChoice
from tui.screens.library import LibraryScreen
from tui.screens.search_all import SearchAllScreen
from tui.screens.text import TextScreen
from tui.sections import page_of

SELECTED, SHOWN = "s", "v"


def copy(app: ParleyApp) -> None:
    """Ask how to copy what the cursor is on, or what is selected, or to show what was copied."""
    at = app.selection
    if isinstance(app.screen, LibraryScreen):
        _offer(app, _ways_of_brief(app.screen.brief_list.list.current))
    else:
        _offer(app, _ways(at) if at else (), at)


def copy_hit(app: ParleyApp) -> None:
    """Ask how to copy the record found in some brief, open or not."""
    hit = app.screen.hit if isinstance(app.screen, SearchAllScreen) else None
    _offer(app, _ways_of_hit(app, hit) if hit else ())


def _ways(at: Selection) -> tuple[Copy, ...]:
    """The ways to copy what the cursor is on."""
    if at.copies is not None:
        return at.copies
    if not at.key:
        return ()
    ways = copies(at.view, at.record.key if at.record else "", at.page())
    if at.chosen:
        return (*ways, Copy("n", "the chosen name", at.chosen.text))
    return (*ways, Copy("n", "its line alone", at.title.strip())) if at.row else ways


def _offer(app: ParleyApp, ways: tuple[Copy, ...], at: Selection | None = None) -> None:
    """Let the reader choose a way to copy; the selected text and the last copy are ways, too."""
    selected = app.screen.get_selected_text() or ""
    if selected and at and at.copies is None:
        selected = marked(at.view, at.record, selected)
    ways = (
        *ways,
        Copy(SELECTED, "what is selected", selected),
        Copy(SHOWN, "show last copied", app.copying.last),
    )
    texts = {each.key: each.text for each in ways if each.text}
    if not texts:
        app.notify("Nothing to copy here")
        return

    def chosen(key: str | None) -> None:
        if key == SHOWN:
            app.push_screen(TextScreen(app.copying.last))
        elif key:
            app.copy_to_clipboard(texts[key])

    choices = (
        KeyChoice(each.key, each.name, _first_line(each.summary or each.text))
        for each in ways
        if each.text
    )
    app.push_screen(ChooseScreen("Copy", tuple(choices)), chosen)


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def _ways_of_brief(row: Row | None) -> tuple[Copy, ...]:
    """The title of a brief in the library, or where it is."""
    if row is None or row.key.startswith("wrong/"):
        return ()
    path = os.path.abspath(row.key)  # noqa: PTH100  (a link stays a link)
    return (
        Copy("y", "title", plain(row.title)),
        Copy("l", "link for parley", shlex.quote(path)),
        Copy("p", "path", path),
    )


def _ways_of_hit(app: ParleyApp, hit: Hit) -> tuple[Copy, ...]:
    """As on its own page, so that its handling mark goes along.

    Reads the brief where it is not open: the index has what was found, and not its sources.
    """
    view = _view(app, hit.path)
    known = hit.key in view.register.by_key
    blocks = page_of(view, hit.key) if known else ()
    found = (Heading((Span(hit.title),), level=1), Prose((Span(hit.text),)))
    line = f"{hit.title} — {hit.brief}, {hit.file}:{hit.line}"
    ways = copies(view, hit.key if known else "", blocks or found)
    return (*ways, Copy("n", "its line alone", line))


def _view(app: ParleyApp, path: Path) -> View:
    opened = (view for each in app.briefs.screens.values() if (view := each.view))
    here = next((view for view in opened if named(view.reading.path) == named(path)), None)
    if here:
        return here
    return View(guarded_load(path, ladder=app.session.ladder), app.session.zone)
