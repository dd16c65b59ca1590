"""The problems in the files of a brief, repairing them, and reloading the files."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from tui.app.app import ParleyApp
from tui.brief.edit.repair import all_repaired, changes, repairable, repaired
from tui.brief.load import load
from tui.brief.place import Problem
from tui.brief.reading import Reading
from tui.brief.shown import shown
from tui.presentation.header import text_mark
from tui.presentation.view import View
from tui.saving.save import SaveConflict, Saved
from tui.screens.brief import BriefScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.difference import changes_blocks
from tui.screens.form.write import WRITE, FormEdit
from tui.screens.problems import ProblemsScreen

Mend: TypeAlias = Callable[[Reading], Reading | Problem]
"""Gives a brief as it would be with something mended."""


def show(app: ParleyApp) -> None:
    """List the problems in the files of this brief."""
    if isinstance(app.screen, BriefScreen) and app.screen.view is not None:
        app.push_screen(ProblemsScreen(app.screen.view))


def reload(app: ParleyApp) -> None:
    """Reload the files, even if they look unchanged."""
    if isinstance(app.screen, BriefScreen):
        app.briefs.reload_soon(app.screen.path)


async def repair(app: ParleyApp) -> None:
    """Show the repair of the problem under the cursor as lines of its file, and write it."""
    if isinstance(app.screen, ProblemsScreen) and (problem := app.screen.problem):
        await _repair(app, app.screen.view.reading, partial(_mended, problem))


async def repair_all(app: ParleyApp) -> None:
    """Show all obvious repairs as lines of their files, and write them."""
    if isinstance(app.screen, ProblemsScreen):
        await _repair(app, app.screen.view.reading, all_repaired)


def _mended(problem: Problem, reading: Reading) -> Reading | Problem:
    """The brief with one problem mended, wherever it is by now."""
    wanted = (problem.place.file, problem.code, problem.message)
    found = [p for p in repairable(reading) if (p.place.file, p.code, p.message) == wanted]
    if not found:
        return reading
    nearest = min(found, key=lambda each: abs(each.place.line - problem.place.line))
    return repaired(reading, (nearest,))


async def _repair(app: ParleyApp, reading: Reading, mend: Mend) -> None:
    """Show what a repair changes and write it; once more on what somebody wrote meanwhile."""
    while True:
        after = await asyncio.to_thread(mend, reading)
        if isinstance(after, Problem):
            app.notify(shown(after.message), severity="warning")
            return
        wanted = changes(reading, after)
        if not wanted:
            app.notify("No repair of this is obvious; it has to be mended by hand")
            return
        names = ", ".join(path.name for path in wanted)
        page = changes_blocks(wanted, app.size.width)
        mark = text_mark(View(reading))
        question = ConfirmScreen(shown(f"To be written to {names}"), (WRITE,), page, mark)
        if await app.push_screen_wait(question) != WRITE.key or await _written(app, reading, after):
            return
        reading = await asyncio.to_thread(load, reading.path, reading)


async def _written(app: ParleyApp, reading: Reading, after: Reading) -> bool:
    """Write the changed files; return whether all is said, False to do it on newer ones."""
    done: list[FormEdit] = []
    saved: Saved | SaveConflict | Problem | None = None
    for path, (before, data) in changes(reading, after).items():
        saved = await asyncio.to_thread(app.session.save_own, (reading,), path, data, before)
        if not isinstance(saved, Saved):
            break
        done.append(FormEdit(path, before, saved.data, "", new=False))
    if done:
        for screen in app.screen_stack:
            if isinstance(screen, BriefScreen) and screen.path == reading.path:
                screen.form_edits.append(tuple(done))
        names = ", ".join(each.path.name for each in done)
        app.notify(shown(f"Written to {names}; Z in the brief takes it back"))
        app.briefs.reload_soon(reading.path)
    if isinstance(saved, Problem):
        app.notify(shown(f"Not written: {saved.message}"), severity="error")
    return not isinstance(saved, SaveConflict)
