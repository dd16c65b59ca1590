"""Opening a file of a brief in the reader's own editor, at the place the cursor is on."""

import asyncio
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from subprocess import Popen

from textual.app import SuspendNotSupported
from textual.notifications import SeverityLevel

from tui.app.app import ParleyApp
from tui.app.workers import start_worker
from tui.brief.files import read_bytes
from tui.brief.place import Place, Problem
from tui.brief.shown import shown
from tui.editors import EditorCommand, command
from tui.editors.run import run, start
from tui.presentation.selection import Selection

SOON = 1.0
"""Seconds within which an editor that leaves no change behind has only handed the file on."""
FOLLOWS = "Parley follows the file"


def edit(app: ParleyApp) -> None:
    """Open the file of what the cursor is on in the reader's own editor, at its line."""
    if (at := app.selection) is None:
        return
    if app.is_web:
        _say(app, "In a browser no editor can be opened", "warning")
        return
    place = place_of(at)
    found = command(os.environ, app.settings.config.editor, place.file, place.line, place.column)
    if isinstance(found, Problem):
        _say(app, found.message, "error")
        return
    if found.note:
        _say(app, found.note)
    try:
        if found.window:
            _open_window(app, found)
        else:
            _within(app, found, Path(place.file), at.view.reading.path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        _say(app, f"{found.name} could not be started: {reason}", "error")


def place_of(at: Selection) -> Place:
    """Where what the cursor is on is written; else the top of the brief's first file."""
    reading = at.view.reading
    return at.place or Place(str(next(iter(reading.parts), reading.path)))


def _within(app: ParleyApp, editor: EditorCommand, file: Path, brief: Path) -> None:
    """Leave the terminal to an editor until it ends; then reload the brief."""
    before, failed = read_bytes(file), None
    try:
        # Nothing may leave this block but by its end: Textual would stay suspended. Nor may
        # anything be awaited in it, as nothing else runs meanwhile.
        with app.suspend():
            try:
                ended = run(editor)
            except (OSError, ValueError) as error:
                failed = error
    except SuspendNotSupported:
        _say(app, "This terminal cannot be left to another program", "warning")
        return
    if failed is not None:
        raise failed
    after = read_bytes(file)
    if isinstance(before, bytes) and isinstance(after, bytes) and before != after:
        edit = partial(app.session.own_change, brief, file, (before, after))
        start_worker(app, partial(_reload, app, brief, edit, editor.name), "reload")
    else:
        app.briefs.reload_soon(brief)
    if ended.code:
        _report_end(app, editor.name, ended.code)
    elif ended.seconds < SOON and after == before:
        _say(app, f"{editor.name} returned at once; {FOLLOWS}")


async def _reload(app: ParleyApp, brief: Path, edit: Callable[[], int], editor: str) -> None:
    """Reload a brief; what an editor changed meanwhile is the reader's own, and not unread."""
    if brief in app.session.readings and (count := await asyncio.to_thread(edit)):
        noun = "change" if count == 1 else "changes"
        undo = f"{app.key_of('brief.take_back')} undoes"
        _say(app, f"{count} {noun} made in {editor} marked as read; {undo}")
    await app.briefs.reload(brief)


def _open_window(app: ParleyApp, editor: EditorCommand) -> None:
    """Start an editor that opens its own window, and go on."""
    watch = _report_failure(app, editor.name, start(editor))
    app.run_worker(watch, group="editor", exit_on_error=False)
    _say(app, f"opened in {editor.name}; {FOLLOWS}")


async def _report_failure(app: ParleyApp, name: str, process: "Popen[bytes]") -> None:
    """Wait until an editor ends, which it may do after us, and say so where it failed."""
    # Not in a thread: one that waits would keep Parley from ending.
    try:
        while process.poll() is None:
            await asyncio.sleep(SOON / 4)
    finally:
        if process.returncode is None:
            # We end first: whoever takes over our children reaps it, and Python need not warn.
            process.returncode = 0
    if process.returncode:
        _report_end(app, name, process.returncode)


def _report_end(app: ParleyApp, name: str, code: int) -> None:
    how = f"was ended by signal {-code}" if code < 0 else f"ended with code {code}"
    _say(app, f"{name} {how}", "warning")


def _say(app: ParleyApp, message: str, severity: SeverityLevel = "information") -> None:
    app.notify(shown(message), severity=severity, title="Editor")
