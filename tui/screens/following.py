"""A screen above a brief that follows it as it changes."""

from collections.abc import Iterator
from typing import TypeVar

from textual.reactive import reactive

from tui.brief.aliases import other_names
from tui.presentation.view import View
from tui.screens.labelling import Labelling

T = TypeVar("T")


class FollowingScreen(Labelling[T], part=True):
    """Holds the view it was opened with, until the application hands it a newer one."""

    view: reactive[View] = reactive(
        lambda: NotImplemented, always_update=True, init=False, repaint=False
    )

    def __init__(self, view: View) -> None:
        super().__init__()
        self.set_reactive(FollowingScreen.view, view)

    def other_names(self) -> Iterator[tuple[str, str]]:
        """The names the brief knows for one and the same."""
        return other_names(self.view.brief)

    def on_mount(self) -> None:
        self.app.briefs.changed.subscribe(self, self._take_view)  # type: ignore[attr-defined]
        self.tell()

    def _take_view(self, view: View) -> None:
        if view.reading.path == self.view.reading.path:
            self.view = view

    def watch_view(self) -> None:
        """Tell of another state of the brief."""
        if self.children:
            self.tell()

    def tell(self) -> None:
        """Put the view on screen."""
        raise NotImplementedError
