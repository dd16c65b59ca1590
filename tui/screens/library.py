"""The briefs of the library, each with its title, its date and its problems."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.blocks import CHANGED, PROBLEM, STALE, Row, Span
from tui.output.ink import safe
from tui.screens.seeking import Seeking
from tui.screens.yanking import Yanking
from tui.telling import dates
from tui.telling.facts import plain
from tui.widgets.bars import Bar
from tui.widgets.hints import Hints
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.app import ParleyApp
    from tui.output.copies import Copy


class LibraryScreen(Yanking, Seeking[None]):
    """A list to choose a brief from. Briefs not read yet stand there by their names."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,h,left", "back", "back", id="library.back",
            tooltip="The brief that was open",
        ),
    ]  # fmt: skip
    app: "ParleyApp"

    def compose(self) -> ComposeResult:
        yield Bar(id="top")
        yield RowList()
        yield Hints()

    def on_mount(self) -> None:
        self.query_one(RowList).focus()
        self.tell()

    def tell(self) -> None:
        """List what is on the shelf now, and read what of it was not read yet."""
        self.fill()
        self.read_all()

    def fill(self) -> None:
        """List what is on the shelf now; the cursor stays on its brief."""
        desk = self.app.desk
        rows = [self._row(path) for path in desk.shelf.briefs]
        rows += [
            Row(f"wrong/{p.place}", (Span(p.message, "problem"),), (Span(p.place.file, "quiet"),))
            for p in desk.problems()
        ]
        self.query_one(RowList).rows = tuple(rows)
        count = len(desk.shelf.briefs)
        title = f"{count} brief{'' if count == 1 else 's'}"
        self.query_one(Bar).left = safe((Span(title, "strong"),))

    def _row(self, path: Path) -> Row:
        reading = self.app.desk.readings.get(path)
        if reading is None:
            return Row(str(path), (Span(path.name, "title"),), (Span("…", "quiet"),))
        brief = reading.brief
        dated = dates.tell(brief.as_of, brief.display_zone or "UTC") if brief.as_of else "no date"
        counts = (
            (len(brief.rounds), "round"),
            (len(brief.sources), "source"),
            (len(reading.problems), "problem"),
        )
        told = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts if n]
        unread = self.app.unread_in(path)
        told += [f"{unread} new"] if unread else []
        below = " · ".join((path.name, *told))
        signs = (
            (PROBLEM, reading.errors > 0),
            (STALE, bool(reading.stale)),
            (CHANGED, unread != 0),
        )
        return Row(
            str(path),
            (Span(brief.title or brief.id or path.name, "title"),),
            (Span(below, "quiet"),),
            (Span(dated, "status"),),
            tuple(sign for sign, there in signs if there),
        )

    @work(exclusive=True, group="library")
    async def read_all(self) -> None:
        """Read the briefs not read yet, one after the other, and list each as it is read."""
        import asyncio  # noqa: PLC0415

        for path in self.app.desk.shelf.briefs:
            if path not in self.app.desk.readings:
                await asyncio.to_thread(self.app.desk.read, path)
                await asyncio.to_thread(self.app.look_from_afar, path)
                self.fill()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        paths = {str(path): path for path in self.app.desk.shelf.briefs}
        if path := paths.get(event.row.key):
            self.app.open_brief(path)

    def copies(self) -> "tuple[Copy, ...]":
        """The title of the brief under the cursor, or where it lies."""
        import shlex  # noqa: PLC0415  (not for the first paint)

        from tui.output.copies import Copy  # noqa: PLC0415

        row = self.query_one(RowList).current
        if row is None or row.key.startswith("wrong/"):
            return ()
        path = os.path.abspath(row.key)  # noqa: PTH100  (a link stays a link)
        return (
            Copy("y", "title", plain(row.title)),
            Copy("l", "link for parley", shlex.quote(path)),
            Copy("p", "path", path),
        )

    def action_back(self) -> None:
        """Go back to the brief that was open, if one was."""
        if not self.end_search() and len(self.app.screen_stack) > 1:
            self.app.pop_screen()
