"""An application that leaves the terminal as it was found, in whatever way it ends.

It keeps keys in order, filters all output, and shows notices where they cover nothing.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text
from textual.actions import ActionParseResult
from textual.dom import DOMNode
from textual.events import DescendantFocus, Event, Key
from textual.filter import LineFilter
from textual.notifications import SeverityLevel
from textual.widget import Widget

from tui.app.ending import Ending
from tui.app.key_queue import KeyQueue
from tui.app.output_filter import Barrier
from tui.blocks import Line, Span
from tui.failure import report
from tui.screens.unsaved import HasUnsavedText
from tui.widgets.footer import KeyFooter
from tui.widgets.host import HostApp
from tui.widgets.typesetter import Typesetter

if TYPE_CHECKING:
    from tui.rendering.charset import Charset

LASTING = 5.0
"""Seconds a notice stays in the footer."""
TITLES = {"warning": "Warning", "error": "Error"}
"""Titles of notices without one: colour alone does not say how grave they are."""


class TerminalApp(HostApp):
    """What every application in a terminal should do, and Textual's does not."""

    def __init__(self, charset: "Charset | None" = None, *, linear: bool = False) -> None:
        """`charset`: what the terminal can show; `linear`: one column, for screen readers."""
        # Else Textual makes greys of colours, which are colours too, and of some black on black.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.animation_level = "none"
        self.typesetter = Typesetter(charset, linear=linear, spelled=self._notice_spelling)
        self._output_filter = Barrier()
        if charset is not None:
            self._output_filter.spell = charset.frame
        self.linear = linear
        if linear:
            self.add_class("-linear", "-narrow")
        self._key_queue = KeyQueue(self, super().on_event)
        self.ending = Ending(self, self._keep_unsaved)
        self.before_exit: list[Callable[[], None]] = []
        """What to do before the application ends: to keep what would be lost."""
        self._leaving = False
        self._spelling_noticed = False
        self._crashed = Text()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Our filter is the last: behind it nothing can get into the output."""
        return [*super().get_line_filters(), self._output_filter]

    async def on_event(self, event: Event) -> None:
        """Keys wait for the effect of the previous one; all else goes its way."""
        if isinstance(event, Key) and not event.is_forwarded:
            await self._key_queue.put(event)
        else:
            await super().on_event(event)

    def on_mount(self) -> None:
        self.ending.listen()
        self._show_cursor()
        self.app_resume_signal.subscribe(self, lambda _: self._resume())

    # --- notices ----------------------------------------------------------------------------------

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,  # noqa: ARG002  (nothing that is said is markup)
    ) -> None:
        """Show a notice in the footer, where it fits; otherwise as a toast, which covers something.

        To somebody who reads with a screen reader it is the line at the bottom in any case.
        """
        footers = list(self.screen.query(KeyFooter)) if self.screen_stack else []
        plain = severity == "information" and not title
        if plain and not self.linear and any(each.has_room_for(f"{message} ") for each in footers):
            self.notice = notice = (Span(message),)
            self.set_timer(timeout or LASTING, partial(self._clear_notice, notice))
            return
        charset = self.typesetter.charset
        text = charset.text(message) if charset else message
        title = title or TITLES.get(severity, "")
        if self.linear and footers:
            for each in footers:
                line = f"{title}: {text}" if title else text
                each.news = (Span(f"Notice: {line}", "strong"),)
            return
        super().notify(text, title=title, severity=severity, timeout=timeout, markup=False)

    def _clear_notice(self, notice: Line) -> None:
        if self.notice is notice:
            self.notice = ()

    def _notice_spelling(self, charset: "Charset") -> None:
        """Say so when the first letter is spelt otherwise than in the brief."""
        if charset.bent and not self._spelling_noticed:
            self._spelling_noticed = True
            self.call_later(self.notify, charset.warning, timeout=10)

    # --- the terminal's cursor --------------------------------------------------------------------

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Follow the reader into a line to type in."""
        if self.linear:
            self.call_after_refresh(self._place_cursor, event.widget)

    def _place_cursor(self, widget: Widget) -> None:
        """Put the terminal's cursor into the line that is typed in; lists and pages do it too."""
        at = getattr(widget, "cursor_screen_offset", None)
        if at is not None and self.focused is widget:
            self.cursor_position = at
            widget.refresh()

    def _resume(self) -> None:
        self._show_cursor()
        self.refresh(layout=True)

    def _show_cursor(self) -> None:
        """Textual hides it."""
        if self.linear and not self.is_headless:
            self.write_to_terminal("\x1b[?25h")

    @property
    def driver_can_suspend(self) -> bool:
        """Whether there is a shell to go to."""
        return self._driver is not None and self._driver.can_suspend

    def write_to_terminal(self, sequence: str) -> None:
        """Send a sequence to the terminal beside what is drawn."""
        if self._driver is not None:
            self._driver.write(sequence)

    # --- ending -----------------------------------------------------------------------------------

    def _keep_unsaved(self) -> None:
        """Have every screen with text that nobody has saved put it aside."""
        for screen in self.screen_stack:
            if isinstance(screen, HasUnsavedText) and screen.unsaved:
                screen.keep_at_once()

    def _handle_exception(self, error: Exception) -> None:
        """End with a log in place of a traceback, which quotes files raw."""
        first = self._exception is None
        if first:
            self._keep_unsaved()
        super()._handle_exception(error)
        if self.is_headless:
            return
        self._return_code = report.CODE
        if first:
            self._crashed = Text(report.report(error))
        self._exit_renderables[:] = [self._crashed]

    def exit(
        self, result: None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """End; keys that were pressed meanwhile do nothing any more."""
        self._leaving = True
        for keep in self.before_exit:
            keep()
        super().exit(result, return_code, message)

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run an action, unless we are about to end: a screen opened now would never be made."""
        return self._leaving or await super().run_action(action, default_namespace, namespaces)
