"""The part of the application that leads to places elsewhere: bookmarks, and opening by name."""

from dataclasses import replace
from functools import cached_property, partial
from importlib import import_module
from inspect import iscoroutine
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from tui.app.returning import ReturningApp
from tui.commands import registry
from tui.presentation.selection import Selection
from tui.presentation.view import View
from tui.state.bookmarks import Bookmark, Bookmarks

if TYPE_CHECKING:
    from tui.screens.palette import PaletteEntry


class WayfindingApp(ReturningApp, part=True):
    """Knows the bookmarks of each brief that is open."""

    def view_of(self, path: Path) -> View:
        """A brief as it is now, with the reader's bookmarks in it."""
        return replace(super().view_of(path), bookmarks=self.bookmarks.keys(path))

    @cached_property
    def bookmarks(self) -> Bookmarks:
        """All bookmarks."""
        return Bookmarks(
            lambda: self.memory,
            stored=lambda: self._memory is not None or self._has_memory,
            known=self.recalled.bookmarks,
        )

    @property
    def selection(self) -> Selection | None:
        """What the cursor is on, if the screen in front has one."""
        return getattr(self.screen, "selection", None)

    async def action_command(self, name: str) -> None:
        """Run a command: a plain function, or a coroutine as a worker, which may wait."""
        command = registry()[name]
        if command.writes and self.read_only:
            self.notify("Read-only mode: nothing can be changed", severity="warning")
            return
        module, _, function = command.run.partition(":")
        result = getattr(import_module(f"tui.actions.{module}"), function)(self)
        if iscoroutine(result):
            self.run_worker(result, group=name, exclusive=True)

    @work(group="bookmark")
    async def set_bookmark(self, path: Path, mark: Bookmark) -> None:
        """Set a bookmark or remove it: on screen at once, then on disk."""
        import asyncio  # noqa: PLC0415  (Textual has imported it long before)

        write = self.bookmarks.toggle(mark)
        if path in self.desk.readings:
            self.tell(path)
        await asyncio.to_thread(write)
        self._say_trouble()

    def action_open_by_name(self) -> None:
        """Open a brief or a record by some letters of its name."""
        from tui.app import quick_names as names  # noqa: PLC0415  (the index is not for the first paint)
        from tui.screens.quick_open import QuickOpenScreen  # noqa: PLC0415

        if isinstance(self.screen, QuickOpenScreen):
            return
        self.bring_up_to_date()
        shelf, opened = self.desk.shelf.briefs, dict(self.screens_of)
        self.catalogue.take(self.catalogue.look())
        titles = {path: self._title_of(path) for path in shelf}
        views = [each.view for each in opened.values() if each.view]
        entries = [
            *names.briefs(titles, self._go),
            *(e for v in views for e in names.records(v, self._go)),
        ]
        stops = dict.fromkeys(names.id_of(s.path, s.key) for s in reversed(self.trail.kept()))
        look = partial(
            names.elsewhere, index=self.catalogue.index, opened=opened.keys(), go=self._go
        )
        self.push_screen(QuickOpenScreen(entries, tuple(stops), look), _run)

    def _title_of(self, path: Path) -> str:
        if known := self.desk.readings.get(path):
            return known.brief.title
        listed = self.catalogue.of(path)
        return listed.title if listed else ""

    def _go(self, path: Path, key: str) -> None:
        """Show a record of a brief; a path of the index is that of a brief here."""
        from tui.library.store import named  # noqa: PLC0415  (SQLite is not for the first paint)

        here = path if path in self.desk.shelf.briefs else None
        found = here or next((p for p in self.desk.shelf.briefs if named(p) == named(path)), None)
        if found is not None:
            screen = self.open_brief(found)
            if key:
                screen.arrive(key)


def _run(entry: "PaletteEntry | None") -> None:
    if entry is not None:
        entry.run()
