"""Opening what a brief links to: the web pages and files of a record, or any of the brief."""

import asyncio
import os
from pathlib import Path
from subprocess import Popen

from textual.notifications import SeverityLevel

from tui.app.app import ParleyApp
from tui.blocks import Block, Fact, Heading, Item, Span
from tui.brief.shown import shown
from tui.links import Judged, judge, opener, start
from tui.presentation.links import ExternalLink, links_of
from tui.presentation.selection import Selection
from tui.presentation.view import View
from tui.screens.brief import BriefScreen
from tui.screens.choose import ChooseScreen, KeyChoice
from tui.screens.confirm import ConfirmScreen, Reply
from tui.screens.links import LinksScreen

MOST = 9
"""Links offered under digits; the list of all has the others."""
SOON = 0.25
"""Seconds between two looks at whether an opener has failed."""
FAILS_WITHIN = 5.0
"""Seconds after which a program that still runs is no opener that fails, but what it opened in."""
CODES_MEAN_NOTHING = {"explorer.exe"}


def show_all(app: ParleyApp) -> None:
    """List every web page and file the brief links to."""
    screen = app.screen
    if not isinstance(screen, BriefScreen) or screen.view is None:
        return

    def closed(key: str | None) -> None:
        if key:
            screen.go(key)

    app.push_screen(LinksScreen(screen.view), closed)


def open_source(app: ParleyApp) -> None:
    """Open the only link of what the cursor is on, or offer them by number."""
    if (at := app.selection) is None:
        return
    if at.address:
        _open_link(app, at.view, at.address)
        return
    links = _links(at)
    if not links:
        _say(app, "This record has no web page or file to open")
    elif len(links) == 1:
        _open_link(app, at.view, links[0].address)
    else:
        _offer(app, at.view, links)


def _links(at: Selection) -> tuple[ExternalLink, ...]:
    """Those of the marked name, else those of the record the cursor is on."""
    found = (links_of(at.view, record) for record in (at.meant, at.record) if record)
    return next((links for links in found if links), ())


def _offer(app: ParleyApp, view: View, links: tuple[ExternalLink, ...]) -> None:
    choices = tuple(
        KeyChoice(str(number), link.record.id or "·", link.address)
        for number, link in enumerate(links[:MOST], 1)
    )

    def chosen(key: str | None) -> None:
        if key:
            _open_link(app, view, links[int(key) - 1].address)

    more = f", {len(links) - MOST} more in the list of all" if len(links) > MOST else ""
    app.push_screen(ChooseScreen(f"Open{more}", choices), chosen)


def _open_link(app: ParleyApp, view: View, address: str) -> None:
    """Open an address or a file beside the brief, once it is safe or was agreed to."""
    path = view.reading.path
    judged = judge(address, path if path.is_dir() else path.parent)
    if judged.verdict == "never":
        _say(app, f"Not opened, {judged.why}: {address}", "warning")
    elif refused := _refused(app, judged):
        _say(app, refused, "warning")
    elif judged.verdict == "open":
        _open(app, judged)
    else:
        options = (Reply("y", "open it"), Reply("n", "leave it"))

        def answered(key: str | None) -> None:
            if key == "y":
                _open(app, judged)

        app.push_screen(ConfirmScreen("Open this?", options, _doubtful(address, judged)), answered)


def _refused(app: ParleyApp, judged: Judged) -> str:
    if app.is_web:
        is_page = judged.target.lower().startswith(("http:", "https:"))
        return "" if is_page else "In a browser only web pages can be opened"
    if judged.is_file and app.settings.read_only:
        return "Read-only mode: files are not opened"
    return ""


def _open(app: ParleyApp, judged: Judged) -> None:
    if app.is_web:
        app.open_url(judged.target)
        return
    program = opener(os.environ)
    if not program:
        app.copy_to_clipboard(judged.target, "No window can be opened from this terminal. ")
        return
    name = Path(program).name
    try:
        process = start(program, judged.target, os.environ)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        _say(app, f"{name} could not be started: {reason}", "error")
        return
    _say(app, f"Handed to {name}: {judged.where}")
    waiting = _report_failure(app, name, process)
    app.run_worker(waiting, group="opener", exit_on_error=False)


async def _report_failure(app: ParleyApp, name: str, process: "Popen[bytes]") -> None:
    """Say so where an opener fails, which it does soon; wait for it to its end."""
    waited = 0.0
    while process.poll() is None:
        await asyncio.sleep(SOON)
        waited += SOON
    if process.returncode and waited < FAILS_WITHIN and name not in CODES_MEAN_NOTHING:
        _say(app, f"{name} ended with code {process.returncode}; nothing opened", "warning")


def _say(app: ParleyApp, message: str, severity: SeverityLevel = "information") -> None:
    app.notify(shown(message), severity=severity, title="Links")


def _doubtful(address: str, judged: Judged) -> tuple[Block, ...]:
    """The whole address, every character that cannot be seen as its number, and what is odd."""
    why = tuple(Item((Span(each, "warning"),)) for each in judged.why.split("; "))
    escaped = ascii(address)[1:-1] if not address.isascii() else address
    facts: list[Block] = [
        Heading((Span(judged.where, "title"),), level=1),
        Fact("address", (Item((Span(address, "strong"),)),)),
        Fact("why asked", why),
    ]
    if escaped != address:
        facts.insert(2, Fact("in ascii", (Item((Span(escaped, "code"),)),)))
    if judged.target != address:
        facts.append(Fact("opened as", (Item((Span(judged.target, "code"),)),)))
    return tuple(facts)
