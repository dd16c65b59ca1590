"""Searching what is on screen, jump labels, and searching all briefs."""

from tui.commands import Command, group

COMMANDS = (
    *group(
        "brief, library, dossier, changes, problems, links, references, peek, copied, editor, form",
        "Search",
        Command(
            "seek.open", "slash", "search",
            "Search the list and its pages; Enter keeps the search, Esc goes back",
            "search:start", footer=180, sign="/",
        ),
        Command(
            "seek.next", "n", "next found",
            "The next match",
            "search:next_match",
        ),
        Command(
            "seek.previous", "N", "found before",
            "The previous match",
            "search:previous_match",
        ),
    ),
    *group(
        "search", "Search",
        Command(
            "seek.leave", "escape", "leave",
            "Back to where the search began",
            "leave", footer=170,
        ),
    ),
    *group(
        "brief, library, dossier, changes, problems, links, references, peek, editor, form",
        "Jump labels",
        Command(
            "labels.open", "semicolon", "jump",
            "Jump labels on all rows, names and tabs in view: type one to go there",
            "jump:start", sign=";",
        ),
    ),
    *group(
        "jump", "Jump labels",
        Command(
            "labels.leave", "escape", "leave",
            "Cancel",
            "leave", footer=900,
        ),
    ),
    *group(
        "search all", "Find",
        Command(
            "find.back", "escape", "back",
            "Back to where you were",
            "back", footer=900,
        ),
        Command(
            "find.down", "down", "down",
            "The next result",
            "move(1)",
        ),
        Command(
            "find.up", "up", "up",
            "The previous result",
            "move(-1)",
        ),
        Command(
            "find.page_down", "pagedown", "page down",
            "One page down",
            "page(1)",
        ),
        Command(
            "find.page_up", "pageup", "page up",
            "One page up",
            "page(-1)",
        ),
        Command(
            "find.copy", "ctrl+y", "copy",
            "Copy the record found: text, with its sources, Markdown, link, path:line",
            "copying:copy_hit", footer=900,
        ),
    ),
)  # fmt: skip
