"""A screen that tells what the index of the briefs knows."""

from typing import TYPE_CHECKING, TypeVar

from textual.reactive import reactive
from textual.screen import Screen

from tui.widgets.part import Part

if TYPE_CHECKING:
    from tui.app.app import ParleyApp

T = TypeVar("T")


class Indexed(Part, Screen[T], part=True):
    """Is told by the application how far the index is, as long as it is in front."""

    SHOWS_INDEX = True
    """Has the index brought up to date as long as it is in front."""
    app: "ParleyApp"

    def on_mount(self) -> None:
        self.app.index_changed.subscribe(self, lambda _: self._take_index())

    def _take_index(self) -> None:
        if self.is_current:
            self.trouble = self.app.index.trouble
            self.progress = self.app.index.progress

    progress: reactive[tuple[int, int]] = reactive((0, 0), always_update=True, init=False)
    """How many of how many briefs are in the index; the same twice: all of them."""
    trouble: reactive[str] = reactive("", init=False)
    """Why there is no index, in a sentence."""
