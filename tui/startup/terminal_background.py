"""The theme of the first paint, by whether the terminal is dark or light.

The environment may say so; otherwise the terminal is asked. The query is sent before Textual is
loaded, and the answer read after: nobody waits. `tui.startup.terminal_input` takes an answer that
comes later still. Nothing here loads Textual.
"""

import os
import re
import sys
from contextlib import suppress
from typing import Any

from tui.brief.lazy_regex import late

AUTO = "auto"
"""Written in place of a theme name: the one for the background of the terminal."""
DARK, LIGHT = "parley-dark", "parley-light"
"""The themes of `auto`, unless the configuration names others."""
FEW_COLOURS = "terminal"
"""The theme of `auto` in a terminal with sixteen colours, to which others would be cut down."""
ASK = "\x1b]11;?\x1b\\"
FOLLOW, LEAVE = "\x1b[?2031h", "\x1b[?2031l"
"""Subscribes to changes between dark and light, and unsubscribes."""
REPORT = late(
    "\x1b\\]11;(?:rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})[^\x07\x1b]{0,8})?"
    "[^\x07\x1b]{0,40}(?:\x07|\x1b\\\\)|\x1b\\[\\?997;([12])n",
    re.ASCII,
)
"""A colour of the background (OSC 11), or a change of it (mode 2031: 1 is dark, 2 is light)."""
_FEW = {"16color", "linux", "ansi", "vt100", "vt220", "xterm", "screen", "rxvt", "cons25"}


def is_dark(report: re.Match[str]) -> bool | None:
    """Whether a report is of a dark background; None: it contains no colour."""
    if report[4]:
        return report[4] == "1"
    if not report[1]:
        return None
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in report.group(1, 2, 3))
    return bool(0.299 * red + 0.587 * green + 0.114 * blue < 0.5)


def dark_from_environment() -> bool | None:
    """What COLORFGBG says, which some terminals set: `15;0` is white text, black background."""
    back = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    if not back.isdecimal() or int(back) > 15:
        return None
    return int(back) < 7 or int(back) == 8


def few_colours() -> bool:
    """Whether this terminal declares at most sixteen colours."""
    if os.environ.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        return False
    term = os.environ.get("TERM", "").lower()
    return term in _FEW or term.rpartition("-")[2] in _FEW


class BackgroundQuery:
    """Asks the terminal for the colour of its background."""

    def __init__(self) -> None:
        self.typed = ""
        """Keys that were typed while waiting for the answer."""
        self._before: list[Any] | None = None

    def send(self) -> None:
        """Send the query, and keep the terminal from echoing the answer."""
        if few_colours() or sys.platform == "win32":
            return
        import termios  # noqa: PLC0415  (POSIX only)

        with suppress(termios.error, OSError, ValueError):
            self._before = termios.tcgetattr(0)
            quiet = termios.tcgetattr(0)
            quiet[3] &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(0, termios.TCSANOW, quiet)
            _write(ASK)

    def answer(self) -> bool | None:
        """Whether the terminal is dark; None: no answer by now. Ends the query."""
        if self._before is None:
            return None
        import termios  # noqa: PLC0415  (POSIX only)
        from select import select  # noqa: PLC0415

        came = b""
        with suppress(OSError, ValueError):
            while select([0], [], [], 0)[0] and (more := os.read(0, 4096)):
                came += more
        with suppress(termios.error):
            termios.tcsetattr(0, termios.TCSANOW, self._before)
        self._before = None
        text = came.decode(errors="replace")
        self.typed = REPORT.sub("", text)
        report = REPORT.search(text)
        return is_dark(report) if report else None


class StartTheme:
    """Finds the theme to start with: named, else chosen last, else configured, else automatic.

    Asks the terminal if necessary, so it has to be closed in any case.
    """

    def __init__(self, named: str) -> None:
        self.named = named
        self.auto = False
        """Whether the theme follows the background of the terminal; known after `name`."""
        self.dark = True
        self._query = BackgroundQuery()
        self._known = dark_from_environment()
        if named in {"", AUTO} and self._known is None:
            self._query.send()

    @property
    def guesses(self) -> frozenset[str]:
        """The themes it may be if none was chosen, to be read early."""
        if self.named not in {"", AUTO}:
            return frozenset({self.named})
        if few_colours():
            return frozenset({FEW_COLOURS})
        if self._known is None:
            return frozenset({DARK, LIGHT})
        return frozenset({DARK if self._known else LIGHT})

    def name(self, chosen: str, dark: str, light: str) -> str:
        """The theme to use: `chosen`, unless the command line named one; `auto` is one of two."""
        wanted = self.named or chosen
        answer = self._query.answer()
        self.dark = (self._known if answer is None else answer) is not False
        if wanted not in {"", AUTO}:
            return wanted
        if few_colours():
            return FEW_COLOURS
        self.auto = True
        return dark if self.dark else light

    def typed(self) -> str:
        """End the query, and return the keys that were typed while it ran."""
        self._query.answer()
        return self._query.typed

    def follow(self) -> None:
        """Subscribe to changes of the background if the theme follows it."""
        if self.auto and sys.platform != "win32":
            _write(FOLLOW)

    def close(self) -> None:
        """Leave the terminal as it was."""
        self._query.answer()
        if self.auto:
            _write(LEAVE)


def _write(text: str) -> None:
    sys.__stderr__.write(text)  # type: ignore[union-attr]  # `unfit` has checked it
    sys.__stderr__.flush()  # type: ignore[union-attr]
