"""What can be asked for everywhere: leaving, help, the palette, the terminal itself."""

from collections.abc import Iterator
from functools import partial
from inspect import isawaitable

from tui.actions.themes import choose
from tui.app.app import ParleyApp
from tui.brief.shown import shown
from tui.screens.brief import BriefScreen
from tui.screens.help import HelpScreen
from tui.screens.library import LibraryScreen
from tui.screens.palette import PaletteEntry, PaletteScreen, entries_for
from tui.screens.problems import ProblemsScreen
from tui.widgets.keys import bound_here


async def leave(app: ParleyApp) -> None:
    """Undo one step where something lies above a brief or the library; there, quit.

    A screen leaves in its own way, if it has one: it may have something to ask first.
    """
    screen = app.screen
    if isinstance(screen, BriefScreen | LibraryScreen) or len(app.screen_stack) < 2:
        await app.action_quit()
        return
    own = (getattr(screen, f"action_{word}", None) for word in ("leave", "back", "close"))
    done = next((each for each in own if each is not None), app.pop_screen)()
    if isawaitable(done):
        await done


def explain_copy(app: ParleyApp) -> None:
    """Nothing is selected: say how to quit, as whoever presses this elsewhere wants to."""
    keys = {each.id: each.shown for each in bound_here(app.screen)}
    quits = [*keys.get("app.leave", ())[:1], *keys.get("app.quit", ())[:1]]
    how = f"{' or '.join(quits)} quits" if quits else "the palette quits"
    app.notify(f"Nothing is selected to copy. {how}")


def redraw(app: ParleyApp) -> None:
    """Draw the whole screen again."""
    app.refresh(repaint=True, layout=True)


def suspend(app: ParleyApp) -> None:
    """Go to the shell, as far as there is one; `fg` there comes back."""
    if app.driver_can_suspend:
        app.action_suspend_process()
    else:
        app.notify("There is no shell to go to from here")


def show_help(app: ParleyApp) -> None:
    """Show the keys that work here."""
    if not isinstance(app.screen, HelpScreen):
        app.push_screen(HelpScreen(app.screen, app.settings.commands))


def show_config(app: ParleyApp) -> None:
    """Show what is wrong in the configuration, or say that nothing is."""
    if app.settings.problems:
        app.clear_notifications()
        app.push_screen(ProblemsScreen(app.settings.view()))
        return
    path = app.settings.path
    there = f"nothing is wrong in {path}" if path.exists() else f"there is no {path}"
    app.notify(shown(f"{there}; `parley config --init` writes one"))


def show_palette(app: ParleyApp) -> None:
    """Let a command, a brief or a theme be chosen by its name."""
    entries = (*entries_for(app.screen), *_briefs(app), *_themes(app))
    app.push_screen(PaletteScreen(entries, app.used_lately), partial(_run, app))


async def _run(app: ParleyApp, entry: PaletteEntry | None) -> None:
    if entry is None:
        return
    app.used_lately = [entry.id, *(each for each in app.used_lately if each != entry.id)]
    done = entry.run()
    if isawaitable(done):
        await done


def _briefs(app: ParleyApp) -> Iterator[PaletteEntry]:
    for path in app.session.briefs:
        known = app.session.readings.get(path)
        title = known.brief.title if known and known.brief.title else path.name
        yield PaletteEntry(
            f"brief {path}", title, str(path), "", "briefs", partial(app.briefs.open, path)
        )


def _themes(app: ParleyApp) -> Iterator[PaletteEntry]:
    for name in app.themes.names():
        active = "active now" if name == app.theme else ""
        yield PaletteEntry(f"theme {name}", name, active, "", "themes", partial(choose, app, name))
