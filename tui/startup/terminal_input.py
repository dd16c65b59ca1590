"""Reports of the terminal about its background, which arrive among the keys.

Textual would read each letter of such a report as a key; here they are taken out first.
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
from tui.startup.terminal_background import REPORT, is_dark

_PARTIAL = late("\x1b(?:\\]1[^\x07\x1b]{0,40}\x1b?|\\[\\?9[0-9;]{0,6})$", re.ASCII)
"""The beginning of a report. Its first letter alone is not enough: that may be a key."""


class BackgroundChanged(Message):
    """The terminal reported whether its background is dark."""

    def __init__(self, *, dark: bool) -> None:
        super().__init__()
        self.dark = dark


class ReportParser(XTermParser):
    """Textual's parser of keys, which also understands reports of the background."""

    typed: ClassVar[str] = ""
    """Keys typed before there was a parser; read first."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._held = ""

    def feed(self, data: str) -> Iterable[Message]:
        """Parse keys and reports."""
        if not data:  # the end
            return super().feed(data)
        return tuple(self._split(data))

    def tick(self) -> Iterable[Message]:
        """Parse the keys typed before, at the first tick."""
        typed, ReportParser.typed = ReportParser.typed, ""
        return (*(self.feed(typed) if typed else ()), *super().tick())

    def _split(self, data: str) -> Iterable[Message]:
        data, self._held = self._held + data, ""
        for report in REPORT.finditer(data):
            dark = is_dark(report)
            if dark is not None:
                yield BackgroundChanged(dark=dark)
        data = REPORT.sub("", data)
        if cut := _PARTIAL.search(data):
            data, self._held = data[: cut.start()], cut[0]
        if data:  # empty data would mean the end
            yield from super().feed(data)


def set_input_encoding(encoding: str) -> None:
    """Have Textual decode keys in an encoding; bytes that are invalid in it are replaced.

    A reader who is shown ASCII still types in the encoding of the terminal, mostly UTF-8.
    """
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver  # noqa: PLC0415  (there is none on Windows)

    name = encoding if encoding not in {"", "ascii"} else "utf-8"
    decoder = partial(getincrementaldecoder(name), errors="replace")
    linux_driver.getincrementaldecoder = lambda _: decoder  # type: ignore[attr-defined, assignment]  # as above


def install_parser(typed: str = "") -> None:
    """Have Textual parse keys with `ReportParser`. Windows terminals send no reports."""
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver  # noqa: PLC0415  (there is none on Windows)

    ReportParser.typed = typed
    linux_driver.XTermParser = ReportParser  # type: ignore[attr-defined]  # what the driver makes of it
