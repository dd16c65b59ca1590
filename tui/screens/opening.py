"""Opening what a brief leads to outside of it: `o` what is under the cursor, `O` a list of all."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from tui.blocks import Block, Fact, Heading, Item, Span
from tui.brief.shown import shown
from tui.presentation.links import Link
from tui.presentation.view import View
from tui.widgets.part import Part

if TYPE_CHECKING:
    from subprocess import Popen

    from textual.notifications import SeverityLevel as Severity

    from tui.app.app import ParleyApp
    from tui.links import Judged

MOST = 9
"""Links offered under digits; the list of all has the others."""
SOON = 0.25
"""Seconds between two looks at whether an opener has failed."""
FAILS_WITHIN = 5.0
"""Seconds after which a program that still runs is no opener that fails, but what it opened in."""
CODES_MEAN_NOTHING = {"explorer.exe"}


class Opening(Part, Screen[Any], part=True):
    """A screen that shows where a brief was read."""

    app: "ParleyApp"

    @property
    def links(self) -> tuple[Link, ...]:
        """Where what is under the cursor leads."""
        raise NotImplementedError

    @property
    def opened_from(self) -> View | None:
        """The brief; None: nothing is read yet."""
        raise NotImplementedError

    def action_open(self) -> None:
        """Open the only link there is, or offer them by number."""
        links = self.links
        if not links:
            self._say("Nothing here leads to a web page or a file")
        elif len(links) == 1:
            self.open_link(links[0].address)
        else:
            self._offer(links)

    def _offer(self, links: tuple[Link, ...]) -> None:
        from tui.screens.choosing import Choice, Choosing  # noqa: PLC0415  (not for the first paint)

        choices = tuple(
            Choice(str(number), link.record.id or "·", link.address)
            for number, link in enumerate(links[:MOST], 1)
        )

        def taken(key: str | None) -> None:
            if key:
                self.open_link(links[int(key) - 1].address)

        more = f", {len(links) - MOST} more in the list of all" if len(links) > MOST else ""
        self.app.push_screen(Choosing(f"Open{more}", choices), taken)

    def open_link(self, address: str) -> None:
        """Open an address or a file beside the brief, once it is safe or was agreed to."""
        from tui.links import judge  # noqa: PLC0415  (not for the first paint)
        from tui.screens.asking import Answer, Asking  # noqa: PLC0415

        view = self.opened_from
        if view is None:
            return
        path = view.reading.path
        judged = judge(address, path if path.is_dir() else path.parent)
        if judged.verdict == "never":
            self._say(f"Not opened, {judged.why}: {address}", "warning")
        elif refused := self._refused(judged):
            self._say(refused, "warning")
        elif judged.verdict == "open":
            self._open(judged)
        else:
            answers = (Answer("y", "open it"), Answer("n", "leave it"))

            def answered(key: str | None) -> None:
                if key == "y":
                    self._open(judged)

            asking = Asking("Open this?", answers, _doubtful(address, judged))
            self.app.push_screen(asking, answered)

    def _refused(self, judged: "Judged") -> str:
        if self.app.is_web:
            told = "In a browser only web pages can be opened"
            return "" if judged.target.lower().startswith(("http:", "https:")) else told
        if judged.is_file and self.app.settings.read_only:
            return "Parley was opened read-only: files are not opened from it"
        return ""

    def _open(self, judged: "Judged") -> None:
        from tui.links import opener, start  # noqa: PLC0415

        if self.app.is_web:
            self.app.open_url(judged.target)
            return
        program = opener(os.environ)
        if not program:
            self.app.copy_to_clipboard(
                judged.target, "No window can be opened from this terminal. "
            )
            return
        name = Path(program).name
        try:
            process = start(program, judged.target, os.environ)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self._say(f"{name} could not be started: {reason}", "error")
            return
        self._say(f"Handed to {name}: {judged.where}")
        waiting = self._look_after(name, process)
        self.app.run_worker(waiting, group="opener", exit_on_error=False)

    async def _look_after(self, name: str, process: "Popen[bytes]") -> None:
        """Say so where an opener fails, which it does soon; wait for it to its end."""
        import asyncio  # noqa: PLC0415  (Textual has imported it long before)

        waited = 0.0
        while process.poll() is None:
            await asyncio.sleep(SOON)
            waited += SOON
        if process.returncode and waited < FAILS_WITHIN and name not in CODES_MEAN_NOTHING:
            self._say(f"{name} ended with code {process.returncode}; nothing opened", "warning")

    def _say(self, message: str, severity: "Severity" = "information") -> None:
        self.app.notify(shown(message), severity=severity, title="Links")


def _doubtful(address: str, judged: "Judged") -> tuple[Block, ...]:
    """The whole address, every character that cannot be seen as its number, and what is odd."""
    why = tuple(Item((Span(each, "warning"),)) for each in judged.why.split("; "))
    told = ascii(address)[1:-1] if not address.isascii() else address
    facts: list[Block] = [
        Heading((Span(judged.where, "title"),), level=1),
        Fact("address", (Item((Span(address, "strong"),)),)),
        Fact("why asked", why),
    ]
    if told != address:
        facts.insert(2, Fact("in ascii", (Item((Span(told, "code"),)),)))
    if judged.target != address:
        facts.append(Fact("opened as", (Item((Span(judged.target, "code"),)),)))
    return tuple(facts)
