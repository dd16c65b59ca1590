"""A dossier: everything a brief says of one person, party, organization, venue or record."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.blocks import BOOKMARK, Heading, Row, Span
from tui.brief.place import Place
from tui.presentation.dossier import dossier
from tui.presentation.links import Link, links_of
from tui.presentation.view import View, title_of
from tui.rendering.copies import Copy, copies, marked
from tui.rendering.ink import safe
from tui.screens.bookmarking import Bookmarked, Bookmarking
from tui.screens.following import FollowingScreen
from tui.screens.looking import Looking
from tui.screens.marks import MarkRead
from tui.screens.opening import Opening
from tui.screens.outside import Outside
from tui.screens.yanking import Yanking
from tui.state.bookmarks import Bookmark
from tui.state.names import name_of
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.page import Page

REGISTERS = ("people/", "parties/", "organizations/", "venues/")
"""Records with no tab of their own: a name among them leads to another dossier."""


class DossierScreen(Looking[str], Bookmarking, Outside, Opening, Yanking, FollowingScreen[str]):
    """One page, which follows the brief. Ends with the key of a record to go to, or nothing."""

    CSS_PATH = "above.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,h,left,H,backspace", "back", "back", id="dossier.back",
            tooltip="The dossier before this one; from the first, the brief",
        ),
        Binding(
            "a", "mark", "mark as read", show=False, id="dossier.mark",
            tooltip="Take the changes of this record as read",
        ),
        Binding(
            "right_curly_bracket", "to_change(1)", "next change", show=False, key_display="}",
            id="dossier.next_change", tooltip="The next record that changed, in whatever tab",
        ),
        Binding(
            "left_curly_bracket", "to_change(-1)", "change before", show=False, key_display="{",
            id="dossier.last_change", tooltip="The record before that changed, in whatever tab",
        ),
        Binding("e", "edit", "edit", id="dossier.edit", tooltip="Open it in your own editor"),
    ]  # fmt: skip

    def __init__(self, view: View, key: str) -> None:
        super().__init__(view)
        self._behind: list[tuple[str, int]] = []
        self.key = key

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="top")
        yield Page()
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(Page).focus()

    def tell(self) -> None:
        """Tell of the record there is now, or that it is gone."""
        record = self.view.register.by_key.get(self.key)
        name = title_of(record) if record else self.key
        self.query_one(HeaderBar).left = safe((Span(name, "strong"), Span("  dossier", "quiet")))
        marked = self.key in self.view.bookmarks
        self.query_one(HeaderBar).right = (
            safe((Span(BOOKMARK.glyph, BOOKMARK.role),)) if marked else ()
        )
        gone = (Heading((Span("This record is no longer in the brief"),), level=1),)
        told = dossier(self.view, self.key) or gone
        if self.view.changes:
            from tui.presentation.changes import with_changes  # noqa: PLC0415  (often nothing is unread)

            told = with_changes(self.view, Row(self.key, ()), told)
        self.query_one(Page).blocks = told

    def here(self) -> Bookmarked | None:
        """The record it is of."""
        record = self.view.register.by_key.get(self.key)
        if record is None:
            return None
        path, title = self.view.reading.path, title_of(record)
        of = self.view.brief.title or path.name
        return Bookmarked(path, Bookmark(name_of(path), self.key, title, "Dossier", of))

    def on_page_followed(self, event: Page.Followed) -> None:
        event.stop()
        self.lead(event.key)

    @property
    def in_view(self) -> View | None:
        """The brief it is of."""
        return self.view

    @property
    def subject(self) -> str:
        """Whose dossier it is."""
        return self.key

    def lead(self, key: str) -> None:
        """Show another dossier, or leave for the tab that has the record."""
        if not key.startswith(REGISTERS):
            self.dismiss(key)
        elif key != self.key:
            self._behind.append((self.key, self.query_one(Page).scroll_offset.y))
            self._turn_to(key, 0)

    @property
    def place(self) -> Place | None:
        """Where the record of the dossier stands."""
        record = self.view.register.by_key.get(self.key)
        return record.spot.place if record and record.spot.file else None

    @property
    def brief_path(self) -> Path:
        """The brief it is in."""
        return self.view.reading.path

    @property
    def links(self) -> tuple[Link, ...]:
        """Those of the chosen name, else those of the record."""
        known, chosen = self.view.register.by_key, self.query_one(Page).chosen
        keys = (chosen.link if chosen else "", self.key)
        records = (known[key] for key in keys if key in known)
        found = (links_of(self.view, record) for record in records)
        return next((links for links in found if links), ())

    @property
    def opened_from(self) -> View:
        """The brief the dossier is of."""
        return self.view

    def copies(self) -> tuple[Copy, ...]:
        """The ways to copy the dossier, and the chosen name."""
        chosen = self.query_one(Page).chosen
        name = Copy("n", "the chosen name", chosen.text if chosen else "")
        return (*copies(self.view, self.key, dossier(self.view, self.key)), name)

    def handled(self, text: str) -> str:
        """A text with how the record is to be handled."""
        return marked(self.view, self.view.register.by_key.get(self.key), text)

    def action_mark(self) -> None:
        """Take what changed in this record as read."""
        if self.key in self.view.changes:
            self.post_message(MarkRead(self.brief_path, (self.key,)))

    def action_to_change(self, by: int) -> None:
        """Go on to another record that changed."""
        self.dismiss(None)
        self.app.call_later(self.app.run_action, f"screen.to_change({by})")

    def action_back(self) -> None:
        """Go back to the dossier before this one, else to the brief."""
        if self.end_search():
            return
        if self._behind:
            self._turn_to(*self._behind.pop())
        else:
            self.dismiss(None)

    def _turn_to(self, key: str, scroll: int) -> None:
        self.key = key
        self.tell()
        self.call_after_refresh(self.query_one(Page).scroll_to, y=scroll, animate=False)
