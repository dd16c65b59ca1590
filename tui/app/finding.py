"""The part of the application that keeps the index of its briefs and lets one search in it."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from tui.app.travelling import TravellingApp
from tui.screens.brief import BriefScreen
from tui.screens.library import LibraryScreen
from tui.session.session import Desk
from tui.settings.config import Configured
from tui.theme.wardrobe import Wish

if TYPE_CHECKING:
    from tui.library.catalogue import Catalogue
    from tui.library.search import Hit
    from tui.screens.search_all import SearchAllScreen

LATER = 2.0
"""Seconds after the first paint until a library is looked through for what changed in it."""
APART = 0.3
"""Seconds at least from one look through a library to the next: saves come in storms."""


class FindingApp(TravellingApp, part=True):
    """Finding in all briefs. The index is kept by a process of its own; see `tui.library.build`."""

    desk: Desk

    def __init__(self, wish: Wish, configured: Configured | None) -> None:
        super().__init__(wish, configured)
        self._find: SearchAllScreen | None = None
        self._asked = ("", "")
        """The words last looked for, and the row the cursor was on."""
        self._progress = (0, 0)
        self.bound_for: tuple[Path, str] | None = None
        """A brief and the id of the record to begin at."""
        self._trouble = ""
        self._current = False
        """Whether the index was asked to take in all that is known to have changed."""
        self._catalogue: Catalogue | None = None
        self.order = (0, False)
        """What the library goes by, of `tui.library.rows.ORDERS`, and whether turned round."""

    def on_mount(self) -> None:
        """Begin where the command line says."""
        if self.bound_for and self.bound_for[0] in self.desk.shelf.briefs:
            path, name = self.bound_for
            self.put_in_front(path).arrive(name)

    @property
    def catalogue(self) -> "Catalogue":
        """What is known of each brief of the library."""
        from tui.library.catalogue import Catalogue  # noqa: PLC0415  (SQLite is not for the first paint)

        if self._catalogue is None:
            self._catalogue = Catalogue(self.desk.paths)
        return self._catalogue

    def index_later(self) -> None:
        """Bring the index of a library up to date once there is time for it."""
        if self.desk.shelf.folders:
            self.set_timer(LATER, self.bring_up_to_date)

    def briefs_changed(self, files: Collection[Path]) -> None:
        """What is known of some files may no longer be so; unless somebody looks, that can wait."""
        files = [file for file in files if self.desk.holds(file)]
        if not files:
            return
        self._current = False
        if self._catalogue is not None:
            self._catalogue.forget(files)
        if isinstance(self.screen, LibraryScreen) or self.screen is self._find:
            self.bring_up_to_date()

    def bring_up_to_date(self) -> None:
        """Have the index take in what changed, unless it has, or is about to."""
        running = any(each.group == "index" and each.is_running for each in self.workers)
        if not self._current and not running:
            self._index()

    def action_find(self) -> None:
        """Find in all briefs."""
        from tui.library.store import index_path  # noqa: PLC0415  (SQLite is not for the first paint)
        from tui.screens.search_all import SearchAllScreen  # noqa: PLC0415

        if self._find is not None:
            return
        near = self.screen.path if isinstance(self.screen, BriefScreen) else None
        self._find = SearchAllScreen(index_path(self.desk.paths), near, *self._asked)
        self._find.set_reactive(SearchAllScreen.progress, self._progress)
        self._find.set_reactive(SearchAllScreen.trouble, self._trouble)
        self.push_screen(self._find, self._found)
        self.bring_up_to_date()

    def _found(self, hit: "Hit | None") -> None:
        if self._find is not None:
            self._asked = (self._find.words, self._find.at)
            self._find = None
        if hit is None:
            return
        from tui.library.store import named  # noqa: PLC0415

        for path in self.desk.shelf.briefs:
            if named(path) == named(hit.path):
                self.open_brief(path).arrive(hit.key)
                return

    @work(group="index")
    async def _index(self) -> None:
        """Bring the index up to date, and tell whoever is looking how far it is."""
        import asyncio  # noqa: PLC0415  (Textual has imported it long before)

        while not self._current:
            self._current = True
            await self._index_once()
            if self._trouble:
                self._current = False  # whoever looks next has it tried again
                return
            await asyncio.sleep(APART)

    async def _index_once(self) -> None:
        from tui.library.background import indexing  # noqa: PLC0415  (not for the first paint)
        from tui.library.store import index_path  # noqa: PLC0415

        self._trouble = ""
        try:
            async for progress in indexing(index_path(self.desk.paths), self.desk.paths):
                self._progress = progress
                self._tell_index()
        except OSError as error:
            self._trouble = f"no index: {error}"
        self._tell_index()

    def _tell_index(self) -> None:
        for screen in self.screen_stack[-1:]:  # none, where the application ends meanwhile
            shown = screen if isinstance(screen, LibraryScreen) else self._find
            if shown is screen:
                shown.trouble = self._trouble
                shown.progress = self._progress
