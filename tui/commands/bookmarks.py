"""Bookmarks."""

from tui.commands import EVERYWHERE, Command, group

COMMANDS = (
    *group(
        "brief, dossier", "Bookmarks",
        Command(
            "bookmark.set", "m", "bookmark",
            "Add a bookmark here, or remove it",
            "bookmarks:toggle",
        ),
    ),
    *group(
        EVERYWHERE, "Everywhere",
        Command(
            "app.bookmarks", "apostrophe", "bookmarks",
            "Your bookmarks in all briefs; Enter goes there",
            "bookmarks:show_all", sign="'",
        ),
    ),
)  # fmt: skip
