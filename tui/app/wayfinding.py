"""The part of the application that leads to places elsewhere: bookmarks, and opening by name."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui.app.returning import ReturningApp
from tui.blocks import plain
from tui.presentation.view import View
from tui.screens.bookmarking import Bookmarked
from tui.screens.bookmarks import BookmarksScreen, Leading
from tui.screens.telling import section_of
from tui.sections import sections
from tui.state.bookmarks import Bookmark, bookmarks, drop_bookmark, keep_bookmark, keys_in
from tui.state.names import name_of

if TYPE_CHECKING:
    from tui.screens.palette import Entry


class WayfindingApp(ReturningApp, part=True):
    """Knows the bookmarks of each brief that is open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "apostrophe", "bookmarks", "bookmarks", show=False, id="app.bookmarks",
            key_display="'", tooltip="Your bookmarks in all briefs; Enter goes there",
        ),
        Binding(
            "ctrl+o", "open_by_name", "open", show=False, id="app.open",
            tooltip="Open a brief or a record by some letters of its name",
        ),
    ]  # fmt: skip
    _bookmarked: Mapping[Path, frozenset[str]] = {}

    def view_of(self, path: Path) -> View:
        """A brief as it stands, with the reader's bookmarks in it."""
        return replace(super().view_of(path), bookmarks=self._keys(path))

    def _keys(self, path: Path) -> frozenset[str]:
        if path not in self._bookmarked:
            name = name_of(path)
            known = self.recalled.bookmarks.get(name)
            if known is None:
                known = keys_in(self.memory, (path,))[name] if self._has_memory else frozenset()
            self._bookmarked = {**self._bookmarked, path: known}
        return self._bookmarked[path]

    async def on_bookmarked(self, event: Bookmarked) -> None:
        import asyncio  # noqa: PLC0415  (Textual has imported it long before)

        path, mark = event.path, event.mark
        before = self._keys(path)
        self._bookmarked = {**self._bookmarked, path: before ^ {mark.key}}
        if path in self.desk.readings:
            self.tell(path)
        change = drop_bookmark if mark.key in before else keep_bookmark
        await asyncio.to_thread(change, self.memory, mark)
        self._say_trouble()

    def action_bookmarks(self) -> None:
        """List all bookmarks."""
        if isinstance(self.screen, BookmarksScreen):
            return
        there = self._memory is not None or self._has_memory
        found = tuple(map(self._leading, bookmarks(self.memory) if there else ()))
        if found:
            self.push_screen(BookmarksScreen(found), self._go_to_bookmark)
        else:
            self.notify("There is no bookmark yet; m sets one on the row here", markup=False)

    def _leading(self, mark: Bookmark) -> Leading:
        name = Path(mark.brief).name
        alike = (path for path in self.desk.shelf.briefs if path.name == name)
        path = next((each for each in alike if name_of(each) == mark.brief), Path(mark.brief))
        if not path.exists():
            return Leading(mark, path, "the file is gone")
        screen = self.screens_of.get(path)
        if screen and screen.view and not _key_now(screen.view, mark):
            return Leading(mark, path, "no longer in the brief")
        return Leading(mark, path)

    def _go_to_bookmark(self, leading: Leading | None) -> None:
        if leading is None:
            return
        path, mark = leading.path, leading.mark
        if not path.exists():
            self.notify(f"{path.name}: {leading.wrong}", severity="warning", markup=False)
            return
        if path not in self.desk.shelf.briefs:
            self.desk.add(path)
        screen = self.open_brief(path)
        key = (_key_now(screen.view, mark) if screen.view else "") or mark.key
        if key != mark.key:  # it goes along with its record
            self.post_message(Bookmarked(path, mark))
            self.post_message(Bookmarked(path, mark._replace(key=key)))
        screen.arrive(key)

    def action_open_by_name(self) -> None:
        """Open a brief or a record by some letters of its name."""
        from tui.app import quick_names as names  # noqa: PLC0415  (the index is not for the first paint)
        from tui.screens.quick import QuickScreen  # noqa: PLC0415

        if isinstance(self.screen, QuickScreen):
            return
        self.bring_up_to_date()
        shelf, opened = self.desk.shelf.briefs, dict(self.screens_of)
        self.catalogue.update(self.catalogue.look())
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
        self.push_screen(QuickScreen(entries, tuple(stops), look), _run)

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


def _run(entry: "Entry | None") -> None:
    if entry is not None:
        entry.run()


def _key_now(view: View, mark: Bookmark) -> str:
    """The key of what a bookmark is on: also where only its id was changed; empty: it is gone."""
    if mark.key in view.register.by_key or section_of(view, mark.key):
        return mark.key
    tab = next((each for each in sections() if each.title == mark.tab), None)
    rows = tab.listed(view) if tab else ()
    alike = [row.key for row in rows if " ".join(plain(row.title).split()) == mark.title]
    return alike[0] if len(alike) == 1 else ""
