"""Changes in words: one line for a list, blocks for a page."""

from tui.telling.changes.detail import told_change
from tui.telling.changes.headline import headline
from tui.telling.changes.since import unread_of, with_changes

__all__ = ["headline", "told_change", "unread_of", "with_changes"]
