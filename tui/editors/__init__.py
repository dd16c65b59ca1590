"""The reader's own editor: which one it is, how it is given a place, how it is started."""

from tui.editors.command import EditorCommand, command

__all__ = ["EditorCommand", "command"]
