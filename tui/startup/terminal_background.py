"""Whether the terminal is dark or light: from the environment, or by asking the terminal itself.

The question is sent before Textual is loaded, and the answer looked for after: nobody waits. An
answer that comes later still is heard by `tui.startup.terminal_input`.
"""

import os
import re
import sys
from contextlib import suppress
from typing import Any

from tui.brief.lazy_regex import late

AUTO = "auto"
"""Written in place of a theme: the one for the background of the terminal."""
DARK, LIGHT = "parley-dark", "parley-light"
"""What `auto` wears where nobody names another."""
ASK = "\x1b]11;?\x1b\\"
FOLLOW, LEAVE = "\x1b[?2031h", "\x1b[?2031l"
"""Asks the terminal to tell of each change from dark to light, and no longer to."""
REPORT = late(
    "\x1b\\]11;(?:rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})[^\x07\x1b]{0,8})?"
    "[^\x07\x1b]{0,40}(?:\x07|\x1b\\\\)|\x1b\\[\\?997;([12])n",
    re.ASCII,
)
"""A colour of the background (OSC 11), or a change of it (mode 2031: 1 is dark, 2 is light)."""
_FEW = {"16color", "linux", "ansi", "vt100", "vt220", "xterm", "screen", "rxvt", "cons25"}


def dark_by_report(told: re.Match[str]) -> bool | None:
    """What a report says; None: it is no colour."""
    if told[4]:
        return told[4] == "1"
    if not told[1]:
        return None
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in told.group(1, 2, 3))
    return bool(0.299 * red + 0.587 * green + 0.114 * blue < 0.5)


def dark_by_environment() -> bool | None:
    """What COLORFGBG says, which some terminals set: `15;0` is white ink, black paper."""
    back = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    if not back.isdecimal() or int(back) > 15:
        return None
    return int(back) < 7 or int(back) == 8


def few_colours() -> bool:
    """Whether this terminal has sixteen colours at the most, as far as it says."""
    if os.environ.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        return False
    term = os.environ.get("TERM", "").lower()
    return term in _FEW or term.rpartition("-")[2] in _FEW


class Question:
    """Asks the terminal for the colour of its background; `typed` is what else came in."""

    def __init__(self) -> None:
        self.typed = ""
        self._before: list[Any] | None = None

    def ask(self) -> None:
        """Send the question, and see that the answer is not echoed."""
        if few_colours() or sys.platform == "win32":
            return
        import termios  # noqa: PLC0415  (POSIX only)

        with suppress(termios.error, OSError, ValueError):
            self._before = termios.tcgetattr(0)
            quiet = termios.tcgetattr(0)
            quiet[3] &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(0, termios.TCSANOW, quiet)
            sys.__stderr__.write(ASK)  # type: ignore[union-attr]  # looked at in `unfit`
            sys.__stderr__.flush()  # type: ignore[union-attr]

    def answer(self) -> bool | None:
        """Whether the terminal is dark; None: it has not said so by now. Ends the question."""
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
        self.typed = came.decode(errors="replace")
        told = REPORT.search(self.typed)
        self.typed = REPORT.sub("", self.typed)
        return dark_by_report(told) if told else None
