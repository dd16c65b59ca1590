"""The reader's own editor: which one it is, how it is told a place, and how it is started."""

from tui.editors.command import Command, command

__all__ = ["Command", "command"]
