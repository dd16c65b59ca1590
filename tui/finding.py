"""The part of the application that keeps the index of its briefs and lets one search in it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType

from tui.brief.parse import Parse
from tui.config import Configured
from tui.desk import Desk
from tui.screens.journey import Journey
from tui.travelling import TravellingApp

if TYPE_CHECKING:
    from tui.library.search import Hit
    from tui.screens.find import FindScreen

LATER = 2.0
"""Seconds after the first paint until a library is looked through for what changed in it."""


class FindingApp(TravellingApp):
    """Finding in all briefs. The index is kept by a process of its own; see `tui.library.build`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+f", "find", "find", show=False, id="app.find",
            tooltip="Find in all briefs, as you type",
        ),
    ]  # fmt: skip
    desk: Desk

    def __init__(
        self, themes: Sequence[Path], theme: str, parse: Parse, configured: Configured | None
    ) -> None:
        super().__init__(themes, theme, parse, configured)
        self._find: FindScreen | None = None
        self._asked = ("", "")
        """The words last looked for, and the row the cursor was on."""
        self._progress = (0, 0)
        self.bound_for: tuple[Path, str] | None = None
        """A brief and the id of the record to begin at."""

    def on_mount(self) -> None:
        """Begin where the command line says."""
        if self.bound_for and self.bound_for[0] in self.desk.shelf.briefs:
            path, name = self.bound_for
            self.put_in_front(path).arrive(name)

    def index_later(self) -> None:
        """Bring the index of a library up to date once there is time for it."""
        if self.desk.shelf.folders:
            self.set_timer(LATER, self._begin_index)

    def briefs_changed(self) -> None:
        """What was found may no longer be so; unless somebody looks, that can wait."""
        if self._find is not None:
            self._index()

    def action_find(self) -> None:
        """Find in all briefs."""
        from tui.library.store import index_path  # noqa: PLC0415  (SQLite is not for the first paint)
        from tui.screens.find import FindScreen  # noqa: PLC0415

        if self._find is not None:
            return
        near = self.screen.path if isinstance(self.screen, Journey) else None
        self._find = FindScreen(index_path(self.desk.paths), near, *self._asked)
        self._find.set_reactive(FindScreen.progress, self._progress)
        self.push_screen(self._find, self._found)
        self._begin_index()

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

    def _begin_index(self) -> None:
        if not any(each.group == "index" and each.is_running for each in self.workers):
            self._index()

    @work(exclusive=True, group="index")
    async def _index(self) -> None:
        """Bring the index up to date, and tell whoever is looking how far it is."""
        from tui.library.background import indexing  # noqa: PLC0415  (not for the first paint)
        from tui.library.store import index_path  # noqa: PLC0415

        trouble = ""
        try:
            async for progress in indexing(index_path(self.desk.paths), self.desk.paths):
                self._progress = progress
                if self._find is not None:
                    self._find.progress = progress
        except OSError as error:
            trouble = f"no index: {error}"
        if self._find is not None:
            self._find.trouble = trouble
            self._find.mutate_reactive(type(self._find).progress)
