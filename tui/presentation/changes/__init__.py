"""Changes in words: one line for a list, blocks for a page."""

from tui.presentation.changes.detail import change_page
from tui.presentation.changes.headline import headline
from tui.presentation.changes.since import unread_of, with_changes

__all__ = ["change_page", "headline", "unread_of", "with_changes"]
