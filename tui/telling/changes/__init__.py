"""Changes in words: one line for a list, blocks for a page."""

from tui.telling.changes.detail import told_change
from tui.telling.changes.headline import headline
from tui.telling.changes.since import since, unread_of

__all__ = ["headline", "since", "told_change", "unread_of"]
