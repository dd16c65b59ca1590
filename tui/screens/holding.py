"""A screen that holds text nobody has saved: the application asks it before it ends."""

from collections.abc import Callable

from tui.widgets.part import Part


class Holding(Part, part=True):
    """Stands before the screen class."""

    @property
    def unsaved(self) -> bool:
        """Whether anything would be lost."""
        raise NotImplementedError

    def ask_to_leave(self, then: Callable[[], None]) -> None:
        """Ask what becomes of the text; `then` where the answer lets it go."""
        raise NotImplementedError

    def keep_at_once(self) -> None:
        """Put the text where it is found again; the application ends and nobody can be asked."""
        raise NotImplementedError
