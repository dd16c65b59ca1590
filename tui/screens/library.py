"""The briefs of the library, each with its title, its date and what is in it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.getters import query_one

from tui.blocks import Line, Row, Span
from tui.library.heading import about, first, nothing
from tui.presentation.facts import plain
from tui.rendering.ink import safe
from tui.screens.beginning import Beginning
from tui.screens.catalogued import Catalogued
from tui.screens.labelling import Labelling
from tui.screens.yanking import Yanking
from tui.widgets.brief_list import BriefList
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.introduction import Introduction
from tui.widgets.keys import bound_here
from tui.widgets.page import Page
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.app.app import ParleyApp
    from tui.library.listing import Listed
    from tui.rendering.copies import Copy


class LibraryScreen(Beginning, Yanking, Catalogued, Labelling[None]):
    """A list to choose a brief from. What it tells is from the index: no brief is read for it.

    Briefs that are not in the index yet stand there by the names of their files. Where there can
    be none, those in view are read, and only what the list tells of them is kept.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,h,left", "back", "back", id="library.back",
            tooltip="The brief that was open",
        ),
        Binding(
            "f", "filter", "filter", id="library.filter",
            tooltip="Show only the briefs whose line holds some words",
        ),
        Binding(
            "s", "sort(1)", "sort", id="library.sort",
            tooltip="Sort by file name, title, date, last saved, problems, disputes in turn",
        ),
        Binding(
            "S", "turn", "turn round", show=False, id="library.turn",
            tooltip="Turn the order of the list round",
        ),
    ]  # fmt: skip
    app: "ParleyApp"

    top = query_one("#top", HeaderBar)
    about = query_one("#about", HeaderBar)
    shelf = query_one(BriefList)
    page = query_one(Introduction)

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="top")
        yield HeaderBar(id="about")
        yield Introduction()
        yield BriefList()
        yield KeyFooter()

    def on_mount(self) -> None:
        self.about.left = safe(about(self.app.desk.paths))
        self.shelf.list.focus()
        self._list(tuple(Row(str(path), (Span(path.name, "title"),), (Span("…", "quiet"),))
                         for path in self.app.desk.shelf.briefs))  # fmt: skip
        if (front := self.app.front) is not None:
            self.shelf.list.move_to_key(str(front))
        self.call_after_refresh(self.tell)

    def on_screen_resume(self) -> None:
        """Tell what came while another screen was in front."""
        if self.children:
            self.call_after_refresh(self.tell)
        self.app.call_after_refresh(self.app.bring_up_to_date)

    def seen(self) -> tuple[RowList | None, Page | None]:
        """There is a list, and no page beside it."""
        return self.shelf.list, None

    def in_view(self) -> tuple[Row, ...]:
        """The rows that can be seen now."""
        return self.shelf.list.in_view

    # --- what is told -----------------------------------------------------------------------------

    def watch_progress(self) -> None:
        """More came into the index."""
        self._tell_head()
        self.look()

    def watch_trouble(self) -> None:
        """There is no index, or there is one again."""
        self._tell_head()
        self.look()

    def tell(self) -> None:
        """List what is on the shelf now, and look for what is new in the index."""
        self.fill()
        self.look()

    def fill(self) -> None:
        """List what is on the shelf now; the cursor stays on its brief."""
        from tui.library.rows import ORDERS, arranged  # noqa: PLC0415  (not for the first paint)

        if not self.query(BriefList):  # the application ends while something was looked up
            return
        paths = self.app.desk.shelf.briefs
        known = {path: each for path in paths if (each := self.listed(path))}
        which, turned = self.app.order
        in_order = arranged(paths, known, ORDERS[which], turned=turned)
        self._list(tuple(self._row(path, known.get(path)) for path in in_order))
        self._tell_head()

    def _list(self, rows: tuple[Row, ...]) -> None:
        """Show some briefs, and below them what was wrong with the paths themselves."""
        wrong = self.app.desk.problems()
        self.shelf.display = bool(rows)
        # That there is no brief is said anyway.
        beside = tuple(each.message for each in wrong if each.code != "library")
        self._introduce(beside, empty=not rows)
        told = [
            Row(f"wrong/{p.place}", (Span(p.message, "problem"),), (Span(p.place.file, "quiet"),))
            for p in wrong
        ]
        self.shelf.filter.set_rows((*rows, *told))
        self.search_again()

    def _introduce(self, wrong: tuple[str, ...], *, empty: bool) -> None:
        """Where no brief is, or none of the reader's own, say what this is and how one begins."""
        first_time = self.is_first and not empty
        self.set_class(first_time, "-first")
        self.page.can_focus = empty
        self.page.display = empty or first_time
        if not self.page.display:
            return
        key = {each.id: each.told[0] for each in bound_here(self) if each.told}.get
        begins = key("library.new", "")
        if empty:
            self.page.blocks = nothing(wrong, begins)
        else:
            self.page.blocks = first(key("list.open", ""), begins, key("app.help", ""))
        self.page.refresh(layout=True)  # its height may follow from what it says

    def _row(self, path: Path, listed: "Listed | None") -> Row:
        from tui.library.rows import row  # noqa: PLC0415  (loaded with the catalogue)

        unread = self.app.unread_in(path)
        rows = self.app.catalogue.rows
        kept = rows.get(path)
        if kept is None or kept[:2] != (listed, unread):
            kept = rows[path] = (listed, unread, row(path, listed, unread))
        return kept[2]

    def _tell_head(self) -> None:
        from tui.library.rows import ORDERS, state_line  # noqa: PLC0415  (see `fill`)

        if not self.query("#top"):
            return
        which, turned = self.app.order
        count, wrong = len(self.app.desk.shelf.briefs), len(self.app.desk.problems())
        title = (Span("Library  ", "strong"), Span(f"{count:,} brief{'' if count == 1 else 's'}"))
        troubled = (Span(f" · ‼ {wrong}", "problem"),) if wrong else ()
        self.top.left = safe((*title, *troubled))
        self.top.right = safe((*self._state(), *state_line(ORDERS[which], turned=turned)))

    def _state(self) -> Line:
        done, count = self.progress
        if self.trouble:
            return (Span(f"{self.trouble} · ", "warning"),)
        return (Span(f"{done:,} of {count:,} read · ", "quiet"),) if done < count else ()

    # --- keys -------------------------------------------------------------------------------------

    def on_row_list_moved(self) -> None:
        if self.trouble:
            self.glance()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        if (path := Path(event.row.key)) in self.app.desk.shelf.briefs:
            self.app.open_brief(path)

    def copies(self) -> "tuple[Copy, ...]":
        """The title of the brief under the cursor, or where it lies."""
        import shlex  # noqa: PLC0415  (not for the first paint)

        from tui.rendering.copies import Copy  # noqa: PLC0415

        row = self.query_one(RowList).current
        if row is None or row.key.startswith("wrong/"):
            return ()
        path = os.path.abspath(row.key)  # noqa: PTH100  (a link stays a link)
        return (
            Copy("y", "title", plain(row.title)),
            Copy("l", "link for parley", shlex.quote(path)),
            Copy("p", "path", path),
        )

    def action_filter(self) -> None:
        """Ask for words that the line of a brief holds."""
        self.shelf.filter.open()

    def action_sort(self, by: int) -> None:
        """Go by something else."""
        from tui.library.rows import ORDERS  # noqa: PLC0415  (see `fill`)

        self.app.order = ((self.app.order[0] + by) % len(ORDERS), False)
        self.fill()

    def action_turn(self) -> None:
        """Turn the order round."""
        self.app.order = (self.app.order[0], not self.app.order[1])
        self.fill()

    def action_back(self) -> None:
        """Take the search off, else the filter, else go back to the brief that was open."""
        if self.end_search() or self.shelf.filter.clear():
            return
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
