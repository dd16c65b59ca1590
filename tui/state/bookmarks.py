"""Bookmarks: places in briefs that the reader wants to find again, whatever is open.

One is kept by the key of its row. What the row was called is kept beside it: so a bookmark can be
told of while its brief is closed, and found again where only an id was changed.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.state.names import name_of

if TYPE_CHECKING:
    from tui.state.store import Memory

KIND = "bookmark"


class Bookmark(NamedTuple):
    """One bookmark."""

    brief: str
    """The real path of its brief."""
    key: str
    """Of the row it is set on."""
    title: str = ""
    """What the row said."""
    tab: str = ""
    """The title of the tab it was in."""
    of: str = ""
    """The title of the brief."""


def keep_bookmark(memory: "Memory", mark: Bookmark) -> None:
    """Set a bookmark; one on the same row is replaced."""
    lines = "\n".join(" ".join(text.split()) for text in mark[2:])
    memory.put(KIND, mark.brief, mark.key, lines.encode("utf-8", "backslashreplace"))


def drop_bookmark(memory: "Memory", mark: Bookmark) -> None:
    """Take a bookmark away."""
    memory.drop(KIND, mark.brief, mark.key)


def bookmarks(memory: "Memory") -> tuple[Bookmark, ...]:
    """All of them, brief by brief, in the order they were set."""
    found: dict[str, list[Bookmark]] = {}
    for brief, key, lines in memory.everywhere(KIND):
        title, tab, of = (*lines.decode(errors="replace").split("\n"), "", "", "")[:3]
        found.setdefault(brief, []).append(Bookmark(brief, key, title, tab, of))
    return tuple(mark for marks in found.values() for mark in marks)


def keys_in(memory: "Memory", paths: Iterable[Path]) -> dict[str, frozenset[str]]:
    """The rows with a bookmark in some briefs, by the names the memory has for these."""
    return {name: frozenset(memory.names(KIND, name)) for name in map(name_of, paths)}
