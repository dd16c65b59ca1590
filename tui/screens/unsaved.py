"""Screens with text that is not saved: the application asks them before it ends."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable


@runtime_checkable
class HasUnsavedText(Protocol):
    """What a screen offers whose text could be lost."""

    @property
    def unsaved(self) -> bool:
        """Whether anything would be lost."""

    def ask_to_leave(self, then: Callable[[], None]) -> None:
        """Ask what becomes of the text; call `then` if the answer lets it go."""

    def keep_at_once(self) -> None:
        """Put the text where it is found again: the application ends, and nobody can be asked."""
