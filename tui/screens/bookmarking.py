"""Setting bookmarks: a key on what tells of a record, and the wish the application hears."""

from dataclasses import dataclass
from pathlib import Path

from textual.dom import DOMNode
from textual.message import Message

from tui.state.bookmarks import Bookmark
from tui.widgets.part import Part


@dataclass
class Bookmarked(Message):
    """A bookmark is to be set, or taken away where it is set already."""

    path: Path
    """Of the brief, as the desk knows it."""
    mark: Bookmark


class Bookmarking(Part, DOMNode, part=True):
    """Stands before the screen class."""

    def here(self) -> Bookmarked | None:
        """The bookmark that would be set, or None where there is nothing to find again."""
        raise NotImplementedError

    def action_bookmark(self) -> None:
        """Set a bookmark, or take it away."""
        if (wish := self.here()) is not None:
            self.post_message(wish)
