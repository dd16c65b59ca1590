"""The ways to copy what was found in some brief, open or not."""

from pathlib import Path
from typing import TYPE_CHECKING

from tui.blocks import Heading, Prose, Span
from tui.brief.load import load
from tui.library.search import Hit
from tui.presentation.view import View
from tui.rendering.copies import Copy, copies
from tui.screens.telling import page_of

if TYPE_CHECKING:
    from tui.app.app import ParleyApp


def copies_of(app: "ParleyApp", hit: Hit) -> tuple[Copy, ...]:
    """As on its own page, so that how it is to be handled goes along; and the line of the result.

    Reads the brief where it is not open: what was found is in the index, and its sources are not.
    """
    view = _view(app, hit.path)
    known = hit.key in view.register.by_key
    blocks = page_of(view, hit.key) if known else ()
    told = (Heading((Span(hit.title),), level=1), Prose((Span(hit.text),)))
    line = f"{hit.title} — {hit.brief}, {hit.file}:{hit.line}"
    ways = copies(view, hit.key if known else "", blocks or told)
    return (*ways, Copy("n", "its line alone", line))


def _view(app: "ParleyApp", path: Path) -> View:
    from tui.library.store import named  # noqa: PLC0415  (SQLite is not for the first paint)

    opened = (view for each in app.briefs.screens.values() if (view := each.view))
    here = next((view for view in opened if named(view.reading.path) == named(path)), None)
    return here or View(load(path), app.session.zone)
