"""Filtering and sorting lists."""

from tui.commands import Command, group

COMMANDS = (
    *group(
        "brief", "Reading",
        Command(
            "brief.filter", "f", "filter",
            "Show only the rows that pass: words, party:ua, is:disputed, after:2025-05",
            "filters:start", footer=190,
        ),
        Command(
            "brief.presets", "p", "filters",
            "Filters with a name: disputed, unread, stale, and your own",
            "filters:choose",
        ),
        Command(
            "brief.save_filter", "ctrl+s", "keep filter",
            "Keep the filter that is on under a name, in your configuration",
            "filters:save", footer=900, writes=True,
        ),
        Command(
            "brief.sort", "s", "sort",
            "Sort the list by title, date, status, disputes, what changed in turn",
            "panes:sort",
        ),
        Command(
            "brief.turn", "S", "turn round",
            "Turn the order of the list round",
            "panes:reverse",
        ),
    ),
    *group(
        "filter", "Filter",
        Command(
            "filter.complete", "tab", "complete",
            "Put the field or the value that the word can become; again for the next one",
            "complete(1)", footer=900,
        ),
        Command(
            "filter.complete_back", "shift+tab", "complete back",
            "The completion before",
            "complete(-1)",
        ),
    ),
    *group(
        "saved filters", "Filters",
        Command(
            "presets.close", "escape,h,left,p", "back",
            "Choose nothing",
            "close", footer=900,
        ),
        Command(
            "presets.rename", "r", "rename",
            "Give a filter of your own another name, in your configuration",
            "filters:rename", footer=900, writes=True,
        ),
        Command(
            "presets.remove", "x,delete", "take out",
            "Take a filter of your own out of your configuration; again: keep it",
            "filters:remove", footer=900, writes=True,
        ),
    ),
)  # fmt: skip
