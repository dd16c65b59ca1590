"""An application that can be asked what it can do, and that can be left: help, palette, quit."""

from collections.abc import Iterable
from functools import partial
from inspect import isawaitable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.notifications import SeverityLevel

from tui.app.in_order import InOrderApp
from tui.blocks import Line, Span
from tui.screens.brief import BriefScreen
from tui.screens.library import LibraryScreen
from tui.widgets.footer import KeyFooter
from tui.widgets.keys import bound_here

if TYPE_CHECKING:
    from tui.screens.palette import Entry
    from tui.settings.keymap import Action

LASTING = 5.0
"""Seconds a notice stays in the line of hints."""


class GuidedApp(InOrderApp, inherit_bindings=False, part=True):
    """Keys that work everywhere. Textual's own are left out: they have no ids, and read markup."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "q", "leave", "quit", id="app.leave",
            tooltip="Leave what is open; a brief or the library: quit",
        ),
        Binding(
            "ctrl+q,f10", "quit", "quit at once", show=False, priority=True, id="app.quit",
            tooltip="Quit from wherever you are",
        ),
        Binding(
            "ctrl+c", "explain_quit", "copy", show=False, id="app.copy",
            tooltip="Copy what is selected; where nothing is, say how to quit",
        ),
        Binding(
            "question_mark,f1", "help", "help", id="app.help",
            tooltip="The keys that work here, the signs, and how to write this tab",
        ),
        Binding(
            "colon,ctrl+p,f2", "palette", "all", id="app.palette",
            tooltip="All that can be done here, by name; briefs and themes too",
        ),
        Binding(
            "ctrl+l", "redraw", "redraw", show=False, id="app.redraw",
            tooltip="Draw the whole screen anew, where something else wrote over it",
        ),
        Binding(
            "ctrl+z", "suspend", "to the shell", show=False, id="app.suspend",
            tooltip="Stop here and go to the shell that began it; `fg` comes back",
        ),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._used: list[str] = []

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,  # noqa: ARG002  (nothing that is said is markup)
    ) -> None:
        """Say something: in the line of hints, where a toast would cover what is read.

        What is wrong, what does not fit, and what is said before there is such a line, is a toast.
        """
        lines = self.screen.query(KeyFooter) if self.screen_stack else ()
        fits = any(line.has_room_for(f"{message} ") for line in lines)
        if self.linear or severity != "information" or title or not fits:
            super().notify(message, title=title, severity=severity, timeout=timeout, markup=False)
            return
        self.notice = told = (Span(message),)
        self.set_timer(timeout or LASTING, partial(self._forget, told))

    def _forget(self, told: Line) -> None:
        if self.notice is told:
            self.notice = ()

    def all_actions(self) -> Iterable["Action"]:
        """Every action there is with the keys it has now, also those of other places."""
        return ()

    def offers(self) -> Iterable["Entry"]:
        """What the palette lists beside the actions at hand."""
        return ()

    async def action_leave(self) -> None:
        """Undo one step where something lies above a brief or the library; there, quit.

        A screen leaves in its own way, if it has one: it may have something to ask first.
        """
        screen = self.screen
        if isinstance(screen, BriefScreen | LibraryScreen) or len(self.screen_stack) < 2:
            await self.action_quit()
            return
        own = (getattr(screen, f"action_{word}", None) for word in ("leave", "back", "close"))
        done = next((each for each in own if each is not None), self.pop_screen)()
        if isawaitable(done):
            await done

    def tell_in_line(self, told: str) -> bool:
        """Tell news in the place of the hints, where the screen has them."""
        hints = self.screen.query(KeyFooter)
        for each in hints:
            each.news = (Span(f"Notice: {told}", "strong"),)
        return bool(hints)

    def action_explain_quit(self) -> None:
        """Say which keys quit: whoever presses this elsewhere wants to."""
        keys = {each.id: each.told for each in bound_here(self.screen)}
        told = [*keys.get("app.leave", ())[:1], *keys.get("app.quit", ())[:1]]
        how = f"{' or '.join(told)} quits" if told else "the palette quits"
        self.notify(f"Nothing is selected to copy. {how}", markup=False)

    def action_redraw(self) -> None:
        """Draw the whole screen anew."""
        self.refresh(repaint=True, layout=True)

    def action_suspend(self) -> None:
        """Go to the shell, as far as there is one; `fg` there comes back."""
        if self._driver is not None and self._driver.can_suspend:
            self.action_suspend_process()
        else:
            self.notify("There is no shell to go to from here", markup=False)

    def action_help(self) -> None:
        """Show the keys that work here."""
        from tui.screens.help import HelpScreen  # noqa: PLC0415  (not needed for the first paint)

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen, self.all_actions))

    def action_palette(self) -> None:
        """Let an action be chosen by its name."""
        from tui.screens.palette import (  # noqa: PLC0415  (not needed for the first paint)
            PaletteScreen,
            entries_for,
        )

        entries = (*entries_for(self.screen), *self.offers())
        self.push_screen(PaletteScreen(entries, self._used), self._do)

    async def _do(self, entry: "Entry | None") -> None:
        if entry is None:
            return
        self._used = [entry.id, *(each for each in self._used if each != entry.id)]
        done = entry.run()
        if isawaitable(done):
            await done
