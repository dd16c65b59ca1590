"""Copying texts, and saying honestly what came of it."""

import asyncio
import os
from collections.abc import Callable
from functools import partial
from typing import Any

from textual.app import App

from tui.app.workers import start_worker
from tui.brief.shown import shown
from tui.clipboard import CopyResult, put
from tui.settings.settings import Settings
from tui.widgets.keys import bound_here


class Copying:
    """Every way of copying goes through here, that of Textual's own widgets too."""

    def __init__(self, app: App[Any], settings: Settings, write: Callable[[str], None]) -> None:
        """`write` sends a sequence to the terminal."""
        self._app = app
        self._settings = settings
        self._write = write
        self.last = ""
        """The text that was copied last: to be shown where no clipboard took it."""

    def copy(self, text: str, why: str = "") -> None:
        """Copy a text, and say what came of it, after `why` it is copied where nobody asked to."""
        self.last = text
        start_worker(self._app, partial(self._copy, text, why), "copy")

    async def _copy(self, text: str, why: str) -> None:
        """Hand a text on without stopping the screen for a program that takes its time."""
        # In a browser a program would set the clipboard of the machine that serves it.
        mode = self._settings.config.copy
        mode = "osc52" if self._app.is_web and mode != "off" else mode
        done = await asyncio.to_thread(put, text, mode, dict(os.environ))
        if done.sequence:
            self._write(done.sequence)
        self._report(done, why)

    def _report(self, done: CopyResult, why: str) -> None:
        keys = (each.shown for each in bound_here(self._app.screen) if each.id == "copy.open")
        key = next((each[0] for each in keys if each), "")
        offer = f". {key} v shows the text, to select by hand" if key and not done.sure else ""
        sent = done.sure or done.sequence
        notice = shown(f"{why}{done.message}{offer}")
        self._app.notify(notice, severity="information" if sent else "warning")
