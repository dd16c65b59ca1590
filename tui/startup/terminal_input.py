"""What a terminal tells of its background among the keys that are typed.

Textual reads such reports as keys, each letter of them one. Here they are taken out before.
"""

import re
import sys
from codecs import getincrementaldecoder
from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual._xterm_parser import XTermParser
from textual.message import Message

from tui.brief.lazy_regex import late
from tui.startup.terminal_background import REPORT, dark_by_report

_BEGUN = late("\x1b(?:\\]1[^\x07\x1b]{0,40}\x1b?|\\[\\?9[0-9;]{0,6})$", re.ASCII)
"""A report whose end has not come yet. One letter of it is not enough: that may be a key."""


class Backdrop(Message):
    """The terminal told whether its background is dark."""

    def __init__(self, *, dark: bool) -> None:
        super().__init__()
        self.dark = dark


class Listener(XTermParser):
    """Textual's reader of keys, with an ear for reports."""

    typed: ClassVar[str] = ""
    """What was typed before anybody read keys; read first."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._held = ""

    def feed(self, data: str) -> Iterable[Message]:
        """Read what was typed, and what was told."""
        if not data:  # the end
            return super().feed(data)
        return tuple(self._parted(data))

    def tick(self) -> Iterable[Message]:
        """Read what came before, at the first look at the clock."""
        typed, Listener.typed = Listener.typed, ""
        return (*(self.feed(typed) if typed else ()), *super().tick())

    def _parted(self, data: str) -> Iterable[Message]:
        data, self._held = self._held + data, ""
        for told in REPORT.finditer(data):
            dark = dark_by_report(told)
            if dark is not None:
                yield Backdrop(dark=dark)
        data = REPORT.sub("", data)
        if begun := _BEGUN.search(data):
            data, self._held = data[: begun.start()], begun[0]
        if data:  # nothing would be the end
            yield from super().feed(data)


def hear_in(encoding: str) -> None:
    """Have Textual read what is typed in an encoding; a byte that is no letter in it ends nothing.

    Who is shown ASCII types in whatever the terminal is in, which is UTF-8 nearly everywhere.
    """
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver  # noqa: PLC0415  (there is none on Windows)

    name = encoding if encoding not in {"", "ascii"} else "utf-8"
    decoder = partial(getincrementaldecoder(name), errors="replace")
    linux_driver.getincrementaldecoder = lambda _: decoder  # type: ignore[attr-defined, assignment]  # as above


def listen(typed: str = "") -> None:
    """Have Textual read keys by the listener. POSIX; Windows terminals are not asked."""
    from textual.drivers import linux_driver  # noqa: PLC0415  (there is none on Windows)

    Listener.typed = typed
    linux_driver.XTermParser = Listener  # type: ignore[attr-defined]  # what the driver makes of it
