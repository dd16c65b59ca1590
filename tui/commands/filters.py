"""Filtering and sorting lists."""

from tui.commands import Command, group

COMMANDS = (
    *group(
        "brief", "Reading",
        Command(
            "brief.filter", "f", "filter",
            "Show only the rows that match: words, party:ua, is:disputed, after:2025-05",
            "filters:start", footer=190,
        ),
        Command(
            "brief.presets", "p", "filters",
            "Saved filters: disputed, unread, stale, and your own",
            "filters:choose",
        ),
        Command(
            "brief.save_filter", "ctrl+s", "keep filter",
            "Save the current filter under a name, in your configuration",
            "filters:save", footer=900, writes=True,
        ),
        Command(
            "brief.sort", "s", "sort",
            "Sort the list by title, date, status, disputes, changes in turn",
            "panes:sort",
        ),
        Command(
            "brief.turn", "S", "turn round",
            "Reverse the order of the list",
            "panes:reverse",
        ),
    ),
    *group(
        "filter", "Filter",
        Command(
            "filter.complete", "tab", "complete",
            "Complete the word; press again for the next match",
            "complete(1)", footer=900,
        ),
        Command(
            "filter.complete_back", "shift+tab", "complete back",
            "The previous completion",
            "complete(-1)",
        ),
    ),
    *group(
        "saved filters", "Filters",
        Command(
            "presets.close", "escape,h,left,p", "back",
            "Cancel",
            "close", footer=900,
        ),
        Command(
            "presets.rename", "r", "rename",
            "Rename one of your own filters",
            "filters:rename", footer=900, writes=True,
        ),
        Command(
            "presets.remove", "x,delete", "take out",
            "Remove one of your own filters; press again to keep it",
            "filters:remove", footer=900, writes=True,
        ),
    ),
)  # fmt: skip
