"""All that is remembered from one start to the next, behind one narrow door."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from tui.state.bookmarks import Bookmarks
from tui.state.names import name_of
from tui.state.positions import Common, InBrief, Recalled, keep_places, place_in, recall

if TYPE_CHECKING:
    from tui.state.news import News
    from tui.state.store import Memory
    from tui.state.unread import Unread


class State:
    """The remembered state. The database is opened when it is first needed, not at the start.

    May be used from any thread. Nothing here raises for the state of the disk; `take_trouble` says
    what went wrong.
    """

    def __init__(self, path: Path | None, saved: Recalled | None = None) -> None:
        """`path`: of the database; None: nothing outlives the program. `saved`: was read early."""
        self.path = path
        self._making = RLock()
        self._store: Memory | None = None
        self._unread: Unread | None = None
        self.differing: dict[Path, bool] = {}
        """Briefs that were only listed: whether each has changed since it was last read."""
        self.saved = saved or Recalled()
        self._read_early = saved is not None
        self.bookmarks = Bookmarks(
            lambda: self.store, stored=lambda: self.is_stored, known=self.saved.bookmarks
        )

    def load(self, paths: Iterable[Path]) -> None:
        """Read what a start with some briefs needs, unless that was read early."""
        if not self._read_early and self.is_stored:
            self.saved = recall(self.store, tuple(paths))
            self._read_early = True

    @property
    def is_stored(self) -> bool:
        """Whether anything is remembered, as far as can be seen without opening the database."""
        return self._store is not None or (self.path is not None and self.path.exists())

    @property
    def store(self) -> "Memory":
        """The database."""
        from tui.state.store import Memory  # noqa: PLC0415  (SQLite is not for the first paint)

        with self._making:
            if self._store is None:
                self._store = Memory(self.path)
            return self._store

    def take_trouble(self) -> str:
        """Why nothing is remembered, in a sentence, once; empty: all is well."""
        if self._store is None or not self._store.trouble:
            return ""
        trouble, self._store.trouble = self._store.trouble, ""
        return trouble[:1].upper() + trouble[1:]

    def close(self) -> None:
        """Let go of the database."""
        if self._store is not None:
            self._store.close()

    # --- what is unread -------------------------------------------------------------------------

    @property
    def unread(self) -> "Unread":
        """What is unread; never asked before the first paint."""
        from tui.state.unread import Unread  # noqa: PLC0415  (the differ is not for the first paint)

        with self._making:
            if self._unread is None:
                self._unread = Unread(self.store)
            return self._unread

    def news(self, path: Path) -> "News | None":
        """What is unread in a brief; None: nobody has looked yet."""
        return self._unread.news(path) if self._unread is not None else None

    def unread_count(self, path: Path) -> int | None:
        """How many changes of a brief are unread; None: some, and nobody has counted them."""
        if (news := self.news(path)) is not None:
            return len(news.changes)
        return None if self.differing.get(path) else 0

    def compare_listed(self, states: Mapping[Path, str]) -> None:
        """Find out whether briefs that are only listed have changed since they were last read."""
        self.differing.update(self.unread.differing(states))

    # --- where the reader was ---------------------------------------------------------------------

    def position_in(self, path: Path) -> InBrief | None:
        """Where the reader left a brief; None: it was never opened."""
        name = name_of(path)
        if name in self.saved.places or not self.is_stored:
            return self.saved.places.get(name)
        return place_in(self.store, path)

    def keep_positions(self, places: Mapping[Path, InBrief], common: Common) -> None:
        """Remember where the reader is."""
        if self.path is not None:
            keep_places(self.store, places, common)

    def keep_theme(self, name: str, configured: str) -> None:
        """Remember a theme until the configuration, which names `configured`, is changed."""
        from tui.state.theme_choice import keep_theme  # noqa: PLC0415  (not for the first paint)

        keep_theme(self.store, name, configured)


Clock = Callable[[], datetime]
"""Tells the moment, with a zone."""
