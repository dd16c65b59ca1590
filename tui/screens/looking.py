"""Looking at a record without leaving the page: a glimpse of it, and what refers to it."""

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType

from tui.presentation.view import View
from tui.screens.labelling import Labelling

T = TypeVar("T")


class Looking(Labelling[T], part=True):
    """A screen with a record in view, and names on its page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "K", "peek", "peek", show=False, id="looking.peek",
            tooltip="A glimpse of the chosen name, or of the record here, without leaving",
        ),
        Binding(
            "u", "used_by", "used by", show=False, id="looking.used_by",
            tooltip="The records that refer to the chosen name, or to the record here",
        ),
    ]  # fmt: skip

    @property
    def in_view(self) -> View | None:
        """The brief looked at; None before it is read."""
        raise NotImplementedError

    @property
    def subject(self) -> str:
        """Key of the record the reader is at; empty where there is none."""
        raise NotImplementedError

    def lead(self, key: str) -> None:
        """Show a record."""
        raise NotImplementedError

    def action_peek(self) -> None:
        """Show the beginning of what is said of a record, above the page."""
        from tui.screens.peek import PeekScreen  # noqa: PLC0415  (not the first screen)

        view, key = self.in_view, self._meant()
        if view is None or not key:
            return
        _, page = self.seen()
        lines = page.scrolling.in_view if page is not None else range(0)
        beside = page is not None and bool(page.size) and not page.has_focus
        low = page is not None and page.has_focus and page.links.is_in_lower_half(lines)
        whole = key == self.subject and (beside or not self._chosen())
        self.app.push_screen(PeekScreen(view, key, whole=whole, above=low), self._led)

    def action_used_by(self) -> None:
        """List the records that refer to one."""
        from tui.screens.used_by import UsedByScreen  # noqa: PLC0415  (not the first screen)

        if (view := self.in_view) is not None and (key := self._meant()):
            self.app.push_screen(UsedByScreen(view, key), self._led)

    def _chosen(self) -> str:
        _, page = self.seen()
        chosen = page.chosen if page is not None and page.has_focus else None
        return chosen.link if chosen else ""

    def _meant(self) -> str:
        """Key of the record meant; says so where there is none."""
        key = self._chosen() or self.subject
        if (view := self.in_view) is None or key in view.register.by_key:
            return key
        self.notify("This row stands for no record of the brief", markup=False)
        return ""

    def _led(self, key: str | None) -> None:
        if key:
            self.lead(key)
