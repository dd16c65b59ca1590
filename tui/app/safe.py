"""An application that leaves the terminal as it was found, in whatever way it ends."""

import asyncio
import os
import signal
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text
from textual.actions import ActionParseResult
from textual.dom import DOMNode
from textual.events import DescendantFocus
from textual.filter import LineFilter
from textual.notifications import SeverityLevel
from textual.widget import Widget

from tui.app.output_filter import Barrier
from tui.startup import crash_report
from tui.startup.terminal import end_without, is_gone
from tui.widgets.inked import Inked

if TYPE_CHECKING:
    from tui.rendering.charset import Charset

PATIENCE = 3.0
"""Seconds a terminal has to take the last output, once we were told to end."""
GONE = 129
"""Exit code where the terminal went away: that of SIGHUP."""
SEVERE = {"warning": "Warning", "error": "Error"}
"""Titles of notices without one: how grave they are is not told by their colour alone."""
DRAWING = "textual-output"
"""Name Textual gives to the thread that writes to the terminal."""


class SafeApp(Inked, part=True):
    """Puts the barrier behind all output, and ends cleanly on signals, crashes and hang-ups."""

    def __init__(self) -> None:
        # Else Textual makes greys of colours, which are colours too, and of some black on black.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self._barrier = Barrier()
        self._leaving = False
        self._spelling_told = False
        self._crashed = Text()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The last barrier stands behind all other filters."""
        return [*super().get_line_filters(), self._barrier]

    def look_after_terminal(self) -> None:
        """Begin to listen for what may end us; Textual itself does not. Call it on mount."""
        if not self.is_headless:
            end_without(DRAWING, GONE)
        self.set_interval(2, self._look_for_terminal)
        self._show_cursor()
        self.app_resume_signal.subscribe(self, lambda _: self._resume())
        for name in ("SIGTERM", "SIGHUP", "SIGQUIT"):
            if number := getattr(signal, name, None):
                with suppress(NotImplementedError, RuntimeError, ValueError):
                    loop = asyncio.get_running_loop()
                    loop.add_signal_handler(number, self._end, 128 + number)

    def read_linear(self) -> None:
        """Show all in one column, in words alone, with the terminal's cursor where one reads."""
        self.linear = True
        self.add_class("-linear", "-narrow")

    def tell_in_line(self, told: str) -> bool:  # noqa: ARG002  (who knows the screens does)
        """Tell news in a line of the screen, where nothing may lie over what is read."""
        return False

    def show_in(self, charset: "Charset") -> None:
        """Show all in the letters and signs the terminal has."""
        self.charset = charset
        self._barrier.spell = charset.frame

    def look_at_spelling(self, charset: "Charset") -> None:
        """Say it when the first letter is spelt otherwise than the brief writes it."""
        if charset.bent and not self._spelling_told:
            self._spelling_told = True
            self.call_later(self.notify, charset.warning, timeout=10)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,  # noqa: ARG002  (Textual's, and never wanted)
    ) -> None:
        """Show a notice, in what the terminal can show. It is never read as markup."""
        told = self.charset.text(message) if self.charset else message
        title = title or SEVERE.get(severity, "")
        if self.linear and self.tell_in_line(f"{title}: {told}" if title else told):
            return
        super().notify(told, title=title, severity=severity, timeout=timeout, markup=False)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Follow the reader into a line to type in."""
        if self.linear:
            self.call_after_refresh(self._point_at, event.widget)

    def _point_at(self, widget: Widget) -> None:
        """Put the terminal's cursor into the line that is typed in now; it has just been laid out.

        Lists and pages do that as they are drawn.
        """
        at = getattr(widget, "cursor_screen_offset", None)
        if at is not None and self.focused is widget:
            self.cursor_position = at
            widget.refresh()

    def _resume(self) -> None:
        self._show_cursor()
        self.refresh(layout=True)

    def _show_cursor(self) -> None:
        """Textual hides it."""
        if self.linear and self._driver is not None and not self.is_headless:
            self._driver.write("\x1b[?25h")

    def _handle_exception(self, error: Exception) -> None:
        """End with a log in place of a traceback, which quotes files raw."""
        first = self._exception is None
        if first:
            self._last_words()
        super()._handle_exception(error)
        if self.is_headless:
            return
        self._return_code = crash_report.CODE
        if first:
            self._crashed = Text(crash_report.report(error))
        self._exit_renderables[:] = [self._crashed]

    def exit(
        self, result: None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """End; keys that were pressed meanwhile do nothing any more."""
        self._leaving = True
        super().exit(result, return_code, message)

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run an action, unless we are about to end: a screen opened now would never be made."""
        return self._leaving or await super().run_action(action, default_namespace, namespaces)

    def _last_words(self) -> None:
        """Put aside what nobody has saved: we end, and nobody can be asked."""

    def _end(self, code: int) -> None:
        """Leave; a terminal that takes no more output must not hold us for ever."""
        self._last_words()
        last = threading.Timer(PATIENCE, os._exit, (code,))
        last.daemon = True
        last.start()
        self.exit(return_code=code)

    def _look_for_terminal(self) -> None:
        """End where the terminal is gone and nobody said so; reading from it would spin."""
        if not self.is_headless and is_gone():
            self._end(GONE)
