"""The index of a library while Parley runs: kept up to date beside it, and asked."""

from collections.abc import AsyncIterator, Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from tui.brief.handling import LADDER, Ladder

if TYPE_CHECKING:
    from tui.library.catalogue import Catalogue

APART = 0.3
"""Seconds at least from one update to the next: files are often saved in quick succession."""


class LibraryIndex:
    """What the index knows, and whether it knows of all that changed. See `tui.library.build`."""

    def __init__(self, paths: Callable[[], tuple[Path, ...]], ladder: Ladder = LADDER) -> None:
        """`paths`: what is open, which may change. Marks of handling are judged by `ladder`."""
        self._paths = paths
        self.ladder = ladder
        self._catalogue: Catalogue | None = None
        self.is_current = False
        """Whether the index was asked to take in all that is known to have changed."""
        self.progress = (0, 0)
        """How many of how many briefs are in it; the same twice: all."""
        self.trouble = ""
        """Why there is no index, in a sentence."""

    @property
    def file(self) -> Path:
        """Where it is."""
        from tui.library.store import index_path  # noqa: PLC0415  (SQLite is not for the first paint)

        return index_path(self._paths(), self.ladder)

    @property
    def catalogue(self) -> "Catalogue":
        """What is known of each brief of the library."""
        from tui.library.catalogue import Catalogue  # noqa: PLC0415  (SQLite, as above)

        if self._catalogue is None:
            self._catalogue = Catalogue(self._paths(), self.ladder)
        return self._catalogue

    def forget(self, files: Collection[Path]) -> None:
        """Some files have changed: what is known of them may no longer be so."""
        self.is_current = False
        if self._catalogue is not None:
            self._catalogue.forget(files)

    async def update(self) -> AsyncIterator[None]:
        """Take in what changed; yields whenever `progress` or `trouble` is another."""
        import asyncio  # noqa: PLC0415  (as all of this, not before the first paint)

        while not self.is_current:
            self.is_current = True
            async for _ in self._update_once():
                yield
            if self.trouble:
                self.is_current = False  # whoever looks next has it tried again
                return
            await asyncio.sleep(APART)

    async def _update_once(self) -> AsyncIterator[None]:
        from tui.library.background import indexing  # noqa: PLC0415  (not for the first paint)

        self.trouble = ""
        try:
            async for progress in indexing(self.file, self._paths(), self.ladder):
                self.progress = progress
                yield
        except OSError as error:
            self.trouble = f"no index: {error}"
        yield
