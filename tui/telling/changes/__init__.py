"""Changes in words: one line for a list, blocks for a page."""

from tui.telling.changes.detail import told_change
from tui.telling.changes.headline import headline

__all__ = ["headline", "told_change"]
