"""Ending an application on signals and hang-ups, and without losing what nobody has saved."""

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual.app import App

from tui.startup.terminal import end_without, is_gone

PATIENCE = 3.0
"""Seconds a terminal has to take the last output, once we were told to end."""
GONE = 129
"""Exit code where the terminal went away: that of SIGHUP."""
DRAWING = "textual-output"
"""Name Textual gives to the thread that writes to the terminal."""
OFTEN = 2.0
"""Seconds between two looks whether the terminal is still there."""


class Ending:
    """Listens for what may end an application; Textual itself does not."""

    def __init__(self, app: App[Any], before: Callable[[], None]) -> None:
        """`before` is called first: it keeps what nobody has saved, as nobody can be asked."""
        self._app = app
        self._before = before

    def listen(self) -> None:
        """Begin; once the application runs."""
        if not self._app.is_headless:
            end_without(DRAWING, GONE)
        self._app.set_interval(OFTEN, self._check_terminal)
        for name in ("SIGTERM", "SIGHUP", "SIGQUIT"):
            if number := getattr(signal, name, None):
                with suppress(NotImplementedError, RuntimeError, ValueError):
                    loop = asyncio.get_running_loop()
                    loop.add_signal_handler(number, self._end, 128 + number)

    def _end(self, code: int) -> None:
        """Leave; a terminal that takes no more output must not hold us for ever."""
        self._before()
        last = threading.Timer(PATIENCE, os._exit, (code,))
        last.daemon = True
        last.start()
        self._app.exit(return_code=code)

    def _check_terminal(self) -> None:
        """End where the terminal is gone and nobody said so; reading from it would spin."""
        if not self._app.is_headless and is_gone():
            self._end(GONE)
