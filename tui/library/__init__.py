"""Many briefs: which ones a path means, and an index of everything they say."""

from tui.library.brief_paths import BriefPaths, find_briefs

__all__ = ["BriefPaths", "find_briefs"]
