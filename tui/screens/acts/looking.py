"""Looking at the record under the cursor, or at the name chosen on its page."""

from tui.presentation.view import View
from tui.screens.journey import Journey
from tui.screens.looking import Looking


class LookingAround(Looking[None], Journey, part=True):
    """A glimpse of a record, and what refers to it."""

    @property
    def subject(self) -> str:
        """The record under the cursor; where a row stands for none, the one it is about."""
        return record.key if (record := self.record) else ""

    @property
    def in_view(self) -> View | None:
        """The brief on this screen."""
        return self.view

    def lead(self, key: str) -> None:
        """Show a record; the way back is remembered."""
        self.go(key)
