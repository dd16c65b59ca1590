"""A glimpse of a record, above the page one reads."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.blocks import Heading, Span
from tui.presentation.naming import called
from tui.presentation.view import View
from tui.rendering.ink import safe
from tui.screens.following import FollowingScreen
from tui.screens.telling import page_of
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.page import Page


class PeekScreen(FollowingScreen[str], ModalScreen[str]):
    """The page of a record, or its dossier. Ends with the key of a record to go to, or nothing."""

    CSS_PATH = "above.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,K,h,left,q", "close", "close", id="peek.close",
            tooltip="Back to the page below",
        ),
    ]  # fmt: skip

    def __init__(self, view: View, key: str, *, whole: bool, above: bool) -> None:
        """`whole`: show the dossier; `above`: at the top, as what was asked about is below."""
        super().__init__(view)
        self._key = key
        self._whole = whole
        self.set_class(above, "-above")

    def compose(self) -> ComposeResult:
        with Vertical():
            yield HeaderBar(id="top")
            yield Page()
            yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(Page).focus()

    def tell(self) -> None:
        """Tell of the record there is now, or that it is gone."""
        from tui.presentation.dossier import dossier  # noqa: PLC0415  (a page may do)

        view, page = self.view, self.query_one(Page)
        record = view.register.by_key.get(self._key)
        name = called(view, record) if record else Span(self._key)
        kind = "dossier" if self._whole else "peek"
        self.query_one(HeaderBar).left = safe(
            (name._replace(role="strong"), Span(f"  {kind}", "quiet"))
        )
        found = dossier(view, self._key) if self._whole else page_of(view, self._key)
        page.about = self._key
        page.blocks = found or (Heading((Span("This record is no longer in the brief"),), level=1),)

    def on_page_followed(self, event: Page.Followed) -> None:
        event.stop()
        self.dismiss(event.key)

    def action_close(self) -> None:
        """Go nowhere."""
        if not self.end_search():
            self.dismiss(None)
