"""The theme of the first paint: named, else chosen last, else configured, else as the terminal is.

Everything here is quick and loads nothing of Textual: it stands before the first paint.
"""

import sys
from typing import TYPE_CHECKING

from tui.startup.terminal_background import (
    AUTO,
    DARK,
    FOLLOW,
    LEAVE,
    LIGHT,
    Question,
    dark_by_environment,
    few_colours,
)

if TYPE_CHECKING:
    from tui.settings.config import Config

FEW = "terminal"
"""What `auto` wears where there are sixteen colours: others would be cut down to them."""


class FirstTheme:
    """Asks the terminal, if it must, while others load Textual; close it in any case."""

    def __init__(self, named: str) -> None:
        self.named = named
        self.auto = False
        """Whether the theme goes with the background of the terminal; known after `name`."""
        self.dark = True
        self._question = Question()
        self._known = dark_by_environment()
        if named in {"", AUTO} and self._known is None:
            self._question.ask()

    @property
    def guesses(self) -> frozenset[str]:
        """What it may be where nobody chose one, to be read ahead."""
        if self.named not in {"", AUTO}:
            return frozenset({self.named})
        if few_colours():
            return frozenset({FEW})
        told = {True: {DARK}, False: {LIGHT}}
        return frozenset(told[self._known] if self._known is not None else {DARK, LIGHT})

    def name(self, config: "Config", chosen: str) -> str:
        """What to wear; `chosen` is the theme the reader put on last."""
        from tui.settings.config import theme_for  # noqa: PLC0415  (loaded beside Textual, not before)

        wish = self.named or chosen or config.theme
        told = self._question.answer()
        found = self._known if told is None else told
        self.dark = found is not False
        self.auto = wish in {"", AUTO} and not few_colours()
        if self.auto:
            return theme_for(config, dark=self.dark)
        return FEW if wish in {"", AUTO} else wish

    def hand_over(self) -> None:
        """Have Textual hear what the terminal tells from now on, and what was typed so far."""
        if sys.platform == "win32":
            return
        from tui.startup.terminal_input import listen  # noqa: PLC0415  (Textual's)

        self._question.answer()
        listen(self._question.typed)
        if self.auto:
            self._say(FOLLOW)

    def close(self) -> None:
        """Leave the terminal as it was."""
        self._question.answer()
        if self.auto:
            self._say(LEAVE)

    @staticmethod
    def _say(text: str) -> None:
        sys.__stderr__.write(text)  # type: ignore[union-attr]  # looked at in `unfit`
        sys.__stderr__.flush()  # type: ignore[union-attr]
