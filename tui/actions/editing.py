"""Changing a brief in Parley: as text in the editor, or field by field in a form."""

import asyncio
from functools import partial
from pathlib import Path
from typing import Any

from textual.screen import Screen

from tui.actions.own_editor import place_of
from tui.app.app import ParleyApp
from tui.brief.edit import record_at
from tui.brief.place import Place, Problem
from tui.brief.shown import shown
from tui.editing.buffer import open_buffer
from tui.editing.form.additions import Addition, additions
from tui.presentation.header import text_mark
from tui.presentation.selection import Selection
from tui.presentation.view import View
from tui.saving.save import SaveConflict, Saved
from tui.screens.brief import BriefScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.difference import changes_blocks
from tui.screens.editor.screen import EditorScreen
from tui.screens.form.choose_addition import addition_palette, run_entry
from tui.screens.form.screen import FormScreen
from tui.screens.form.write import UNDO, FormEdit


def edit_text(app: ParleyApp) -> None:
    """Open the editor at the line of what the cursor is on."""
    if (at := app.selection) is None:
        return
    place = _line_of(at)
    buffer = open_buffer(Path(place.file))
    if isinstance(buffer, Problem):
        app.notify(shown(f"{Path(place.file).name}: {buffer.message}"), severity="error")
        return
    app.push_screen(EditorScreen(at.view, buffer, app.session.save_own, (place.line, place.column)))


def _line_of(at: Selection) -> Place:
    """Where the record is written, or the row in it if that is one of its values."""
    record = at.record.spot if at.record and at.record.spot.file else None
    row = at.row.spot if at.row and at.row.spot.file else None
    if record and row and record.line <= row.line <= record.end_line:
        return row.place
    return place_of(at)


def edit_fields(app: ParleyApp) -> None:
    """Open the form of the record the cursor is on."""
    at = app.selection
    if at is not None and at.view.reading.usable:
        _open_form(app, app.screen, at.view, _record_key(at))


def add(app: ParleyApp) -> None:
    """Choose what to add, then fill it in."""
    at = app.selection
    if at is None or not at.view.reading.usable:
        return
    key = _record_key(at)
    things = additions(at.view.reading, key or None, key.partition("/")[0])
    then = partial(_open_form, app, app.screen, at.view, key)
    app.push_screen(addition_palette(things, then), run_entry)


def _record_key(at: Selection) -> str:
    """The record the cursor is on, or whose lines it is in; empty: the head of the brief."""
    if at.record is not None:
        return at.record.key
    if at.row is not None and at.row.spot.file:
        spot = at.row.spot
        if found := record_at(at.view.reading, spot.file, spot.line, spot.column):
            return found[0]
    return ""


def _open_form(
    app: ParleyApp, screen: Screen[Any], view: View, key: str, addition: Addition | None = None
) -> None:
    """Open a form over a screen."""

    def closed(done: tuple[FormEdit, ...] | None) -> None:
        if done and isinstance(screen, BriefScreen):
            screen.form_edits.append(done)
            _report(app, "Written to", done, "; Z takes it back")
            if done[-1].new:
                screen.pending = done[-1].key
            app.briefs.reload_soon(screen.path)

    now = screen.view if isinstance(screen, BriefScreen) else None
    app.push_screen(FormScreen(now or view, key, app.session.save_own, addition), closed)


async def undo_form(app: ParleyApp) -> None:
    """Show the last edit of a form the other way round, and undo it."""
    screen = app.screen
    if not isinstance(screen, BriefScreen) or screen.view is None:
        return
    if not screen.form_edits:
        app.notify("No form has written anything yet")
        return
    done = screen.form_edits[-1]
    changes = {each.path: (each.after, each.before) for each in done}
    page = changes_blocks(changes, screen.size.width)
    question = ConfirmScreen("To be taken back", (UNDO,), page, text_mark(screen.view))
    if await app.push_screen_wait(question) != UNDO.key:
        return
    for each in done:
        saved = await asyncio.to_thread(
            app.session.save_own, (screen.view.reading,), each.path, each.before, each.after
        )
        if not isinstance(saved, Saved):
            why = "it has changed since" if isinstance(saved, SaveConflict) else saved.message
            message = f"{each.path.name} is as it was, nothing is taken back: {why}"
            app.notify(shown(message), severity="error")
            return
    screen.form_edits.pop()
    _report(app, "Taken back in", done)
    app.briefs.reload_soon(screen.path)


def _report(app: ParleyApp, did: str, done: tuple[FormEdit, ...], more: str = "") -> None:
    names = ", ".join(each.path.name for each in done)
    app.notify(shown(f"{did} {names}{more}"))
