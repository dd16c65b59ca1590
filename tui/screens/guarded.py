"""Where read-only mode is kept: a screen names the actions that write; each is refused there."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from tui.widgets.part import Part

if TYPE_CHECKING:
    from tui.app.app import ParleyApp

WHY = "Parley was opened read-only: nothing can be changed here"


class Guarded(Part, part=True):
    """A screen with actions that lead to writing a file; stands before the screen class."""

    WRITES: ClassVar[frozenset[str]] = frozenset()
    """Actions of this class that write, or that open what writes; those of its bases are added."""
    app: "ParleyApp"

    @classmethod
    def writes(cls) -> frozenset[str]:
        """The actions that write, those named by the classes it is made of among them."""
        return frozenset(_named(cls))

    def refuses(self, action: str) -> bool:
        """Whether an action is not to be had because nothing may be written."""
        return self.app.settings.read_only and action in self.writes()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide what is refused, and keep it from running however it was called."""
        return not self.refuses(action) and super().check_action(action, parameters)


def _named(cls: type) -> Iterator[str]:
    for each in cls.__mro__:
        yield from vars(each).get("WRITES", ())
