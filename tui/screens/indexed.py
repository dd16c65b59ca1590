"""A screen that tells what the index of the briefs knows."""

from typing import TypeVar

from textual.reactive import reactive
from textual.screen import Screen

from tui.widgets.part import Part

T = TypeVar("T")


class Indexed(Part, Screen[T], part=True):
    """Is told by the application how far the index is, as long as it is in front."""

    progress: reactive[tuple[int, int]] = reactive((0, 0), always_update=True, init=False)
    """How many of how many briefs are in the index; the same twice: all of them."""
    trouble: reactive[str] = reactive("", init=False)
    """Why there is no index, in a sentence."""
