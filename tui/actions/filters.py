"""Filtering the list of a tab, and the filters saved in the reader's configuration."""

import asyncio
from collections.abc import Callable
from dataclasses import fields

from tui.app.app import ParleyApp
from tui.blocks import Line, Span
from tui.brief.edit.names import renamed, with_name, without_name
from tui.brief.place import Problem
from tui.brief.shown import shown
from tui.filter import parse_query
from tui.screens.brief import BriefScreen
from tui.screens.name import NameScreen
from tui.screens.saved_filters import SavedFiltersScreen
from tui.settings.config import Config

KEY = "filters"


def start(app: ParleyApp) -> None:
    """Ask for a filter of the list."""
    if isinstance(app.screen, BriefScreen) and (pane := app.screen.pane):
        pane.reading = False
        pane.filter.open()


def choose(app: ParleyApp) -> None:
    """Choose a saved filter."""
    screen = app.screen
    pane = screen.pane if isinstance(screen, BriefScreen) else None
    if pane is None or pane.view is None:
        return

    def chosen(text: str | None) -> None:
        if text:
            pane.reading = False
            pane.filter.apply(text)

    rows, text = pane.filter.rows, pane.filter.text
    saved = SavedFiltersScreen(pane.view, rows, text, lambda: app.settings.filters)
    app.push_screen(saved, chosen)


async def save(app: ParleyApp) -> None:
    """Ask for a name for the filter of the list, and write both to the configuration."""
    pane = app.screen.pane if isinstance(app.screen, BriefScreen) else None
    text = pane.filter.text.strip() if pane else ""
    if pane is None or not text:
        app.notify("No filter to save. Press f to filter the list")
        return
    if faults := parse_query(text, pane.filter.vocabulary()).faults:
        app.notify(f"Not saved: {faults[0].message}", severity="warning")
        return
    if name := await app.push_screen_wait(_name_dialog(app, text, "")):
        await _keep(app, name, text)


async def rename(app: ParleyApp) -> None:
    """Ask for another name for the saved filter under the cursor."""
    screen = app.screen
    if not isinstance(screen, SavedFiltersScreen) or not (before := _own(app, screen)):
        return
    if before not in app.settings.filters:
        return
    name = await app.push_screen_wait(_name_dialog(app, app.settings.filters[before], before))
    if name and name != before and await _rename(app, before, name):
        screen.update_rows(name)


async def remove(app: ParleyApp) -> None:
    """Remove the saved filter under the cursor, or keep it after all."""
    screen = app.screen
    if not isinstance(screen, SavedFiltersScreen):
        return
    name = _own(app, screen)
    text = app.settings.filters.get(name)
    if text is not None:
        screen.removed[name] = text
        if not await _drop(app, name):
            del screen.removed[name]
    elif name in screen.removed:
        await _keep(app, name, screen.removed[name])
    screen.update_rows()


def _own(app: ParleyApp, screen: SavedFiltersScreen) -> str:
    if not screen.own:
        app.notify("This filter comes with Parley; you can change only your own")
    return screen.own


def _name_dialog(app: ParleyApp, text: str, before: str) -> NameScreen:
    """Asks for a name for a filter; `before` is the name it has."""
    yours, file = app.settings.filters, app.settings.path

    def describe(typed: str) -> Line:
        if typed in yours and typed != before:
            how = "Enter puts it in the place of" if not before else "is taken already by"
            return (Span(f"{how} ", "warning"), Span(yours[typed]))
        where = f" in {file}" if typed else ""
        asks = "Enter keeps" if typed else "Type a name for"
        return (Span(f"{asks} ", "quiet"), Span(text), Span(where, "quiet"))

    def accept(typed: str) -> Line:
        if not typed:
            return (Span("It needs a name, as Kyiv on a ceasefire", "warning"),)
        taken = before and typed in yours and typed != before
        return describe(typed) if taken else ()

    return NameScreen("Keep this filter as", before, describe, accept)


async def _keep(app: ParleyApp, name: str, text: str) -> bool:
    order = tuple(each.name for each in fields(Config))
    file = app.settings.path
    wrong = await _rewrite(app, lambda data: with_name(data, str(file), (KEY, name), text, order))
    return _report(app, wrong, f"“{name}” is kept in {file.name}")


async def _rename(app: ParleyApp, before: str, name: str) -> bool:
    file = str(app.settings.path)
    wrong = await _rewrite(app, lambda data: renamed(data, file, (KEY, before), name))
    return _report(app, wrong, f"“{before}” is called “{name}” now")


async def _drop(app: ParleyApp, name: str) -> bool:
    file = app.settings.path
    wrong = await _rewrite(app, lambda data: without_name(data, str(file), (KEY, name)))
    return _report(app, wrong, f"“{name}” is removed from {file.name}")


def _report(app: ParleyApp, wrong: Problem | None, done: str) -> bool:
    """Say what was done to the configuration; return whether it was."""
    if wrong is None:
        app.notify(shown(done))
    else:
        message = shown(f"Nothing is written. {wrong.place}: {wrong.message}")
        app.notify(message, severity="error")
    return wrong is None


async def _rewrite(app: ParleyApp, change: Callable[[bytes], bytes | Problem]) -> Problem | None:
    """Change the configuration, and use it as it is then; return what was in the way."""
    wrong = await asyncio.to_thread(app.settings.rewrite, change)
    if wrong is None:
        app.reload_settings()
    return wrong
