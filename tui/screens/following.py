"""A screen above a brief that follows it as it changes."""

from typing import TypeVar

from textual.reactive import reactive
from textual.screen import Screen

from tui.telling.view import View

T = TypeVar("T")


class FollowingScreen(Screen[T]):
    """Holds the view it was opened with, until the application hands it a newer one."""

    view: reactive[View] = reactive(
        lambda: NotImplemented, always_update=True, init=False, repaint=False
    )

    def __init__(self, view: View) -> None:
        super().__init__()
        self.set_reactive(FollowingScreen.view, view)

    def on_mount(self) -> None:
        self.tell()

    def watch_view(self) -> None:
        """Tell of another state of the brief."""
        if self.children:
            self.tell()

    def tell(self) -> None:
        """Put the view on screen."""
        raise NotImplementedError
