"""A dossier: everything a brief says of one person, party, organization, venue or record."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from tui.blocks import BOOKMARK, Heading, Row, Span
from tui.brief.aliases import other_names
from tui.commands import bindings
from tui.failure.guard import guarded_page
from tui.presentation.changes import with_changes
from tui.presentation.dossier import dossier
from tui.presentation.header import with_mark
from tui.presentation.names import title_of
from tui.presentation.selection import Selection
from tui.presentation.view import View
from tui.rendering.ink import safe
from tui.screens.following import follow
from tui.widgets.focus import quiet_focus
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.page import Page
from tui.widgets.page_search import PageSearch

DOSSIER = "this dossier"
REGISTERS = ("people/", "parties/", "organizations/", "venues/")
"""Records without a tab: a name among them opens another dossier."""


class DossierScreen(Screen[str | None]):
    """One page, which follows the brief. Ends with the key of a record to go to, or nothing."""

    CSS_PATH = "above.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dossier")]

    focused = quiet_focus()

    def __init__(self, view: View, key: str) -> None:
        super().__init__()
        self.view = view
        self.key = key
        self._previous: list[tuple[str, int]] = []
        """The dossiers before this one, each with the line its page was scrolled to."""
        self.search = PageSearch(self, lambda: other_names(self.view.brief))

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="top")
        yield Page()
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(Page).focus()
        self.show_view(self.view)
        follow(self, self.view.reading.path, self.show_view)

    def show_view(self, view: View) -> None:
        """Show the record as it is in a state of the brief, or that it is gone."""
        self.view = view
        record = view.register.by_key.get(self.key)
        name = title_of(record) if record else self.key
        self.query_one(HeaderBar).left = safe((Span(name, "strong"), Span("  dossier", "quiet")))
        marked = self.key in view.bookmarks
        sign = (Span(BOOKMARK.glyph, BOOKMARK.role),) if marked else ()
        self.query_one(HeaderBar).right = safe(with_mark(view, sign))
        gone = (Heading((Span("This record is no longer in the brief"),), level=1),)
        self.query_one(Page).blocks = guarded_page(
            DOSSIER, lambda: with_changes(view, Row(self.key, ()), dossier(view, self.key) or gone)
        )

    @property
    def selection(self) -> Selection | None:
        """The record, and the name marked on the page."""
        record = self.view.register.by_key.get(self.key)
        if record is None:
            return None
        return Selection(
            self.view,
            self.key,
            title_of(record),
            "Dossier",
            chosen=self.query_one(Page).chosen,
            place=record.spot.place if record.spot.file else None,
            page=partial(guarded_page, DOSSIER, partial(dossier, self.view, self.key)),
        )

    def on_page_followed(self, event: Page.Followed) -> None:
        event.stop()
        self.go(event.key)

    def go(self, key: str) -> None:
        """Show another dossier, or leave for the tab that has the record."""
        if not key.startswith(REGISTERS):
            self.dismiss(key)
        elif key != self.key:
            self._previous.append((self.key, self.query_one(Page).scroll_offset.y))
            self._turn_to(key, 0)

    def action_back(self) -> None:
        """Go back to the previous dossier; from the first, to the brief."""
        if self.search.end():
            return
        if self._previous:
            self._turn_to(*self._previous.pop())
        else:
            self.dismiss(None)

    def _turn_to(self, key: str, scroll: int) -> None:
        self.key = key
        self.show_view(self.view)
        self.call_after_refresh(self.query_one(Page).scroll_to, y=scroll, animate=False)
