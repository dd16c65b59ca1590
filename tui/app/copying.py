"""An application that copies, and says in what way it did."""

import os
from typing import TYPE_CHECKING

from textual import work

from tui.app.configured import ConfiguredApp
from tui.brief.shown import shown
from tui.widgets.keys import bound_here

if TYPE_CHECKING:
    from tui.clipboard import Told


class CopyingApp(ConfiguredApp, part=True):
    """Every way of copying comes here, that of Textual's own widgets too."""

    last_copied = ""
    """What was copied last, to be shown where no clipboard took it."""

    def copy_to_clipboard(self, text: str) -> None:
        """Copy what is selected with the mouse, or in the editor."""
        self.copy_text(text)

    def copy_text(self, text: str, why: str = "") -> None:
        """Copy a text, and say what came of it, after `why` it is copied where nobody asked to."""
        self.last_copied = text
        # What Textual pastes by itself: the text as it is, whatever becomes of it outside.
        self._clipboard = text
        self._put(text, why)

    @work(group="copy")
    async def _put(self, text: str, why: str) -> None:
        """Hand a text on without stopping the screen for a program that takes its time."""
        import asyncio  # noqa: PLC0415  (Textual has imported it long before)

        from tui.clipboard import put  # noqa: PLC0415  (not for the first paint)

        # In a browser a program would set the clipboard of the machine that serves it.
        mode = self.configured.config.copy
        mode = "osc52" if self.is_web and mode != "off" else mode
        told = await asyncio.to_thread(put, text, mode, dict(os.environ))
        if told.sequence and self._driver is not None:
            self._driver.write(told.sequence)
        self._tell_copied(told, why)

    def _tell_copied(self, told: "Told", why: str) -> None:
        keys = {each.id: each.told for each in bound_here(self.screen)}
        key = next(iter(keys.get("copy.open", ())), "")
        offer = f". {key} v shows the text, to select by hand" if key and not told.sure else ""
        message = shown(f"{why}{told.message}{offer}")
        if told.sure or told.sequence:
            self.notify(message)
        else:
            self.notify(message, severity="warning")

    def show_copied(self) -> None:
        """Show the text that was copied last, to be selected by hand."""
        from tui.screens.text import TextScreen  # noqa: PLC0415  (rarely wanted)

        self.push_screen(TextScreen(self.last_copied))
