"""The briefs of the library, each with its title, its date and what is in it."""

from functools import cached_property
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one
from textual.reactive import reactive
from textual.screen import Screen

from tui.blocks import Line, Row, Span
from tui.commands import bindings
from tui.library.heading import about, first, nothing
from tui.package_data import shipped
from tui.presentation.figures import counted
from tui.rendering.ink import safe
from tui.screens.listing import BriefListing
from tui.widgets.brief_list import BriefList
from tui.widgets.focus import quiet_focus
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.host import HostApp
from tui.widgets.introduction import Introduction
from tui.widgets.keys import bound_here
from tui.widgets.page_search import PageSearch
from tui.widgets.row_list import RowList


class LibraryScreen(Screen[None]):
    """A list to choose a brief from. What it shows is from the index: no brief is read for it.

    Briefs that are not in the index yet are listed by the names of their files. Where there can
    be no index, those in view are read, and only what the list shows of them is kept.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("library")]
    SHOWS_INDEX = True
    """Has the index brought up to date as long as it is in front."""
    app: HostApp
    focused = quiet_focus()
    progress: reactive[tuple[int, int]] = reactive((0, 0), always_update=True, init=False)
    """How many of how many briefs are in the index; the same twice: all of them."""
    trouble: reactive[str] = reactive("", init=False)
    """Why there is no index, in a sentence."""

    top = query_one("#top", HeaderBar)
    about = query_one("#about", HeaderBar)
    brief_list = query_one(BriefList)
    page = query_one(Introduction)

    def __init__(self) -> None:
        super().__init__()
        self.search = PageSearch(self, parts=lambda _: (self.brief_list.list, None))

    @cached_property
    def listing(self) -> BriefListing:
        """What is known of each brief."""
        return BriefListing(self.app, self, self.fill, lambda: self.brief_list.list.in_view)

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="top")
        yield HeaderBar(id="about")
        yield Introduction()
        yield BriefList()
        yield KeyFooter()

    def on_mount(self) -> None:
        self.about.left = safe(about(self.app.session.paths))
        self.brief_list.list.focus()
        self._list(tuple(Row(str(path), (Span(path.name, "title"),), (Span("…", "quiet"),))
                         for path in self.app.session.briefs))  # fmt: skip
        if (front := self.app.briefs.front) is not None:
            self.brief_list.list.move_to_key(str(front))
        self.call_after_refresh(self.update_list)
        self.app.library_changed.subscribe(self, lambda _: self.update_list())
        self.app.indexing.changed.subscribe(self, lambda _: self._take_index())

    def _take_index(self) -> None:
        if self.is_current:
            self.trouble, self.progress = self.app.index.trouble, self.app.index.progress

    def on_screen_resume(self) -> None:
        """Show what came while another screen was in front."""
        if self.children:
            self.call_after_refresh(self.update_list)
        self.app.call_after_refresh(self.app.indexing.update)

    # --- what is shown ----------------------------------------------------------------------------

    def watch_progress(self) -> None:
        """More came into the index."""
        self._update_head()
        self._look()

    def watch_trouble(self) -> None:
        """There is no index, or there is one again."""
        self._update_head()
        self._look()

    def update_list(self) -> None:
        """List the briefs there are now, and look for what is new in the index."""
        self.fill()
        self._look()

    def _look(self) -> None:
        self.listing.look(index=not self.trouble)

    def fill(self) -> None:
        """List the briefs there are now; the cursor stays on its brief."""
        from tui.library.rows import ORDERS, arranged, order_named  # noqa: PLC0415  (not for the first paint)

        if not self.query(BriefList):  # the application ends while something was looked up
            return
        paths = self.app.session.briefs
        known = {path: each for path in paths if (each := self.listing.of(path))}
        which, turned = order_named(self.app.library_order)
        in_order = arranged(paths, known, ORDERS[which], turned=turned)
        self._list(tuple(self.listing.row(path, known.get(path)) for path in in_order))
        self._update_head()

    def _list(self, rows: tuple[Row, ...]) -> None:
        """Show some briefs, and below them what was wrong with the paths themselves."""
        wrong = self.app.session.problems()
        self.brief_list.display = bool(rows)
        # That there is no brief is said anyway.
        messages = tuple(each.message for each in wrong if each.code != "library")
        self._introduce(messages, empty=not rows)
        problems = [
            Row(f"wrong/{p.place}", (Span(p.message, "problem"),), (Span(p.place.file, "quiet"),))
            for p in wrong
        ]
        self.brief_list.filter.set_rows((*rows, *problems))
        self.search.repeat()

    def _introduce(self, wrong: tuple[str, ...], *, empty: bool) -> None:
        """Where no brief is, or none of the reader's own, say what this is and how one begins."""
        first_time = all(map(is_shipped, self.app.session.paths)) and not empty
        self.set_class(first_time, "-first")
        self.page.can_focus = empty
        self.page.display = empty or first_time
        if not self.page.display:
            return
        key = {each.id: each.shown[0] for each in bound_here(self) if each.shown}.get
        begins = key("library.new", "")
        if empty:
            self.page.blocks = nothing(wrong, begins)
        else:
            self.page.blocks = first(key("list.open", ""), begins, key("app.help", ""))
        self.page.refresh(layout=True)  # its height may follow from its text

    def _update_head(self) -> None:
        from tui.library.rows import ORDERS, order_named, state_line  # noqa: PLC0415  (see `fill`)

        if not self.query("#top"):
            return
        which, turned = order_named(self.app.library_order)
        count, wrong = len(self.app.session.briefs), len(self.app.session.problems())
        title = (Span("Library  ", "strong"), Span(counted(count, "brief")))
        troubled = (Span(f" · ‼ {wrong}", "problem"),) if wrong else ()
        self.top.left = safe((*title, *troubled))
        self.top.right = safe(
            (*_state(self.progress, self.trouble), *state_line(ORDERS[which], turned=turned))
        )

    # --- keys -------------------------------------------------------------------------------------

    def on_row_list_moved(self) -> None:
        if self.trouble:
            self.listing.glance()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        if (path := Path(event.row.key)) in self.app.session.briefs:
            self.app.briefs.open(path)

    def action_back(self) -> None:
        """End the search, else clear the filter, else go back to the brief that was open."""
        if self.search.end() or self.brief_list.filter.clear():
            return
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()


def is_shipped(folder: Path) -> bool:
    """Whether these are the briefs that come with Parley."""
    return folder.resolve() == shipped("briefs").resolve()


def _state(progress: tuple[int, int], trouble: str) -> Line:
    done, count = progress
    if trouble:
        return (Span(f"{trouble} · ", "warning"),)
    return (Span(f"{done:,} of {count:,} read · ", "quiet"),) if done < count else ()
