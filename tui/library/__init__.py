"""Many briefs: which ones a path means, and an index of everything they say."""

from tui.library.shelf import Shelf, find_briefs

__all__ = ["Shelf", "find_briefs"]
