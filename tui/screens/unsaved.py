"""What the application asks of a screen that holds text nobody has saved, before it ends."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable


@runtime_checkable
class HasUnsavedText(Protocol):
    """A screen of this kind is asked before the application ends."""

    @property
    def unsaved(self) -> bool:
        """Whether anything would be lost."""

    def ask_to_leave(self, then: Callable[[], None]) -> None:
        """Ask what becomes of the text; call `then` if it may go."""

    def keep_at_once(self) -> None:
        """Keep the text where it is found again: nobody can be asked any more."""
