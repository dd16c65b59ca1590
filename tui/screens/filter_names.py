"""Keeping filters under a name, in the reader's own configuration."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from tui.blocks import Line, Span
from tui.brief.edit.names import renamed, with_name, without_name
from tui.brief.place import Problem
from tui.brief.shown import shown
from tui.screens.naming import Naming
from tui.settings.config import Config

if TYPE_CHECKING:
    from tui.app.app import ParleyApp

KEY = "filters"


class NamingFilter(Naming[str]):
    """Ends with the name."""

    TITLE_LINE = "Keep this filter as"

    def __init__(self, text: str, at_first: str, yours: Mapping[str, str], file: Path) -> None:
        """`text`: the filter; `yours`: those that have a name already."""
        super().__init__(at_first)
        self._text = text
        self._before = at_first
        self._yours = yours
        self._file = file

    def said(self, typed: str) -> Line:
        """Where it would be written, and what it would replace."""
        if typed in self._yours and typed != self._before:
            how = "Enter puts it in the place of" if not self._before else "is taken already by"
            return (Span(f"{how} ", "warning"), Span(self._yours[typed]))
        where = f" in {self._file}" if typed else ""
        asks = "Enter keeps" if typed else "Type a name for"
        return (Span(f"{asks} ", "quiet"), Span(self._text), Span(where, "quiet"))

    def take(self, typed: str) -> None:
        """End with the name, unless it is none or that of another one."""
        if not typed:
            self.say((Span("It needs a name, as Kyiv on a ceasefire", "warning"),))
        elif not (self._before and typed in self._yours and typed != self._before):
            self.dismiss(typed)


async def keep(app: "ParleyApp", name: str, text: str) -> bool:
    """Write a filter under a name; say whether that could be done."""
    order = tuple(each.name for each in fields(Config))
    path = app.settings.path
    wrong = await _rewrite(app, lambda data: with_name(data, str(path), (KEY, name), text, order))
    return _told(app, wrong, f"“{name}” is kept in {path.name}")


async def rename(app: "ParleyApp", before: str, name: str) -> bool:
    """Give a filter another name; say whether that could be done."""
    file = str(app.settings.path)
    wrong = await _rewrite(app, lambda data: renamed(data, file, (KEY, before), name))
    return _told(app, wrong, f"“{before}” is called “{name}” now")


async def drop(app: "ParleyApp", name: str) -> bool:
    """Take a filter out; say whether that could be done."""
    file = str(app.settings.path)
    wrong = await _rewrite(app, lambda data: without_name(data, file, (KEY, name)))
    return _told(app, wrong, f"“{name}” is taken out of {Path(file).name}")


async def _rewrite(app: "ParleyApp", change: Callable[[bytes], bytes | Problem]) -> Problem | None:
    """Change the configuration, and use it as it is then; return what was in the way."""
    wrong = await asyncio.to_thread(app.settings.rewrite, change)
    if wrong is None:
        app.reload_settings()
    return wrong


def _told(app: "ParleyApp", wrong: Problem | None, done: str) -> bool:
    if wrong is None:
        app.notify(shown(done))
    else:
        told = shown(f"Nothing is written. {wrong.place}: {wrong.message}")
        app.notify(told, severity="error")
    return wrong is None
