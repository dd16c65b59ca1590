"""Leaving what lies above a brief, and choosing in it."""

from tui.commands import Command, group

COMMANDS = (
    *group(
        "dossier", "Dossier",
        Command(
            "dossier.back", "escape,h,left,H,backspace", "back",
            "The dossier before this one; from the first, the brief",
            "back", footer=300,
        ),
    ),
    *group(
        "problems", "Problems",
        Command(
            "problems.back", "escape,h,left", "back",
            "From the page to the list, from the list to the brief",
            "back", footer=310,
        ),
        Command(
            "problems.close", "exclamation_mark", "close",
            "Back to the brief",
            "app.pop_screen",
        ),
    ),
    *group(
        "links", "Links",
        Command(
            "links.back", "escape,h,left", "back",
            "From the page to the list, from the list to the brief",
            "back", footer=320,
        ),
        Command(
            "links.close", "O", "close",
            "Back to the brief",
            "dismiss(None)",
        ),
    ),
    *group(
        "references", "References",
        Command(
            "used_by.back", "escape,h,left,u", "back",
            "From the page to the list, from the list to where you were",
            "back", footer=290,
        ),
        Command(
            "used_by.other", "tab", "read",
            "To the page",
            "other",
        ),
    ),
    *group(
        "peek", "Peek",
        Command(
            "peek.close", "escape,K,h,left,q", "close",
            "Back to the page below",
            "close", footer=280,
        ),
    ),
    *group(
        "copied", "Copied",
        Command(
            "copied.back", "escape,h,left", "back",
            "Back to where you were",
            "back", footer=330,
        ),
    ),
    *group(
        "bookmarks", "Bookmarks",
        Command(
            "bookmarks.close", "escape,h,left,apostrophe", "back",
            "Cancel",
            "close", footer=900,
        ),
        Command(
            "bookmarks.remove", "x,delete", "take away",
            "Remove the bookmark; press again to keep it",
            "remove", footer=900,
        ),
    ),
    *group(
        "name", "Naming",
        Command(
            "naming.close", "escape", "cancel",
            "Cancel",
            "close", footer=900,
        ),
    ),
    *group(
        "palette, open", "Palette",
        Command(
            "palette.close", "escape,ctrl+p,f2", "back",
            "Cancel",
            "close", footer=130,
        ),
        Command(
            "palette.down", "down,ctrl+n", "down",
            "The next entry",
            "move(1)",
        ),
        Command(
            "palette.up", "up", "up",
            "The previous entry",
            "move(-1)",
        ),
        Command(
            "palette.page_down", "pagedown", "page down",
            "One page of entries down",
            "page(1)",
        ),
        Command(
            "palette.page_up", "pageup", "page up",
            "One page of entries up",
            "page(-1)",
        ),
    ),
    *group(
        "open", "Open",
        Command(
            "quick.close", "ctrl+o", "back",
            "Cancel",
            "close",
        ),
    ),
    *group(
        "help", "Help",
        Command(
            "help.find", "slash,f", "narrow",
            "Show only what matches some words",
            "find", footer=110,
        ),
        Command(
            "help.close", "escape,q,question_mark,f1", "close",
            "Clear the filter; if empty, close help",
            "close", footer=120,
        ),
    ),
    *group(
        "themes", "Themes",
        Command(
            "themes.close", "escape,h,left", "as before",
            "Restore the previous theme",
            "close", footer=900,
        ),
        Command(
            "themes.next", "T", "next",
            "The next theme; after the last comes the first",
            "next", footer=900,
        ),
    ),
)  # fmt: skip
