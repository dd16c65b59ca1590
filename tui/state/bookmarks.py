"""Bookmarks: rows the reader wants to find again, in any brief.

A bookmark is kept by the key of its row. What the row was called is kept with it: it describes the
bookmark while its brief is closed, and finds the row again where only an id has changed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
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
    """The text of the row."""
    tab: str = ""
    """The title of the tab the row was in."""
    brief_title: str = ""
    handling: str = ""
    """How what the row says was to be handled when it was set."""


class Bookmarks:
    """All bookmarks of the reader. The marked rows of open briefs are cached: every view asks."""

    def __init__(
        self,
        store: Callable[[], "Memory"],
        *,
        stored: Callable[[], bool],
        known: Mapping[str, frozenset[str]],
    ) -> None:
        """`store` opens what is stored; `stored`: is there anything; `known`: was read early."""
        self._store = store
        self._stored = stored
        self._keys = dict(known)

    def keys(self, path: Path) -> frozenset[str]:
        """The bookmarked rows of a brief."""
        name = name_of(path)
        if name not in self._keys:
            found = self._store().names(KIND, name) if self._stored() else ()
            self._keys[name] = frozenset(found)
        return self._keys[name]

    def toggle(self, mark: Bookmark) -> Callable[[], None]:
        """Set a bookmark, or remove it. Call what is returned to write that to disk."""
        before = self._keys.get(mark.brief, frozenset())
        self._keys[mark.brief] = before ^ {mark.key}
        return partial(self._write, mark, keep=mark.key not in before)

    def _write(self, mark: Bookmark, *, keep: bool) -> None:
        if keep:
            labels = "\n".join(" ".join(text.split()) for text in mark[2:])
            data = labels.encode("utf-8", "backslashreplace")
            self._store().put(KIND, mark.brief, mark.key, data)
        else:
            self._store().drop(KIND, mark.brief, mark.key)

    def __iter__(self) -> Iterator[Bookmark]:
        """All of them, brief by brief, in the order they were set."""
        rows = self._store().everywhere(KIND) if self._stored() else ()
        groups: dict[str, list[Bookmark]] = {}
        for brief, key, labels in rows:
            parts = (*labels.decode(errors="replace").split("\n"), "", "", "", "")[:4]
            groups.setdefault(brief, []).append(Bookmark(brief, key, *parts))
        for marks in groups.values():
            yield from marks


def keys_in(store: "Memory", paths: Iterable[Path]) -> dict[str, frozenset[str]]:
    """The bookmarked rows of some briefs, by the names these have in the store."""
    return {name: frozenset(store.names(KIND, name)) for name in map(name_of, paths)}
