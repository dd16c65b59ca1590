"""A bookmark on the row under the cursor."""

from tui.blocks import plain
from tui.screens.bookmarking import Bookmarked, Bookmarking
from tui.screens.journey import Journey
from tui.state.bookmarks import Bookmark
from tui.state.names import name_of


class BookmarkingRows(Bookmarking, Journey, part=True):
    """Bookmarks in the lists of a brief."""

    def here(self) -> Bookmarked | None:
        """The row under the cursor, or the record it is about where that has a bookmark."""
        row, view = self.row, self.view
        if row is None or view is None:
            return None
        key = view.bookmarked(row) or row.key
        of = view.brief.title or self.path.name
        title, tab = plain(row.title), self.sections[self.tab].title
        return Bookmarked(self.path, Bookmark(name_of(self.path), key, title, tab, of))
