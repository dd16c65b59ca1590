"""Drafts: what is typed and not saved outlives whatever ends the program."""

from pathlib import Path

from textual.timer import Timer

from tui.screens.editing.saving import Saving

SOON = 2.0
"""Seconds after the last key."""


class Drafting(Saving):
    """Keeps what is not saved, and offers what was kept."""

    _draft_timer: Timer | None = None

    def keep_draft(self) -> None:
        """Keep the text once nothing was typed for a while."""

    def drop_draft(self, file: Path) -> None:
        """Forget what was kept of a file: it is saved, or let go."""

    def keep_at_once(self) -> None:
        """Keep what is not saved: the program ends."""

    def offer_draft(self) -> None:
        """Offer what was kept of the file in front when the program ended the last time."""
