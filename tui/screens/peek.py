"""A glimpse of a record, above the page that is read."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.blocks import Heading, Span
from tui.brief.aliases import other_names
from tui.commands import bindings
from tui.failure.guard import guarded_page
from tui.presentation.dossier import dossier
from tui.presentation.header import with_mark
from tui.presentation.names import record_link
from tui.presentation.view import View
from tui.rendering.ink import safe
from tui.screens.following import follow
from tui.sections import page_of
from tui.widgets.focus import quiet_focus
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.page import Page
from tui.widgets.page_search import PageSearch


class PeekScreen(ModalScreen[str | None]):
    """The page of a record, or its dossier. Ends with the key of a record to go to, or nothing."""

    CSS_PATH = "above.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("peek")]

    focused = quiet_focus()

    def __init__(self, view: View, key: str, *, whole: bool, above: bool) -> None:
        """`whole`: show the dossier; `above`: at the top, as what was asked about is below."""
        super().__init__()
        self.view = view
        self._key = key
        self._whole = whole
        self.set_class(above, "-above")
        self.search = PageSearch(self, lambda: other_names(self.view.brief))

    def compose(self) -> ComposeResult:
        with Vertical():
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
        page = self.query_one(Page)
        record = view.register.by_key.get(self._key)
        name = record_link(view, record) if record else Span(self._key)
        kind, shows = ("dossier", dossier) if self._whole else ("peek", page_of)
        self.query_one(HeaderBar).left = safe(
            (name._replace(role="strong"), Span(f"  {kind}", "quiet"))
        )
        found = guarded_page(f"this {kind}", lambda: shows(view, self._key))
        self.query_one(HeaderBar).right = safe(with_mark(view))
        page.about = self._key
        page.blocks = found or (Heading((Span("This record is no longer in the brief"),), level=1),)

    def on_page_followed(self, event: Page.Followed) -> None:
        event.stop()
        self.dismiss(event.key)

    def action_close(self) -> None:
        """Go back to the page below."""
        if not self.search.end():
            self.dismiss(None)
