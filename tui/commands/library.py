"""The library: all briefs there are."""

from tui.commands import Command, group

COMMANDS = (
    *group(
        "library", "Library",
        Command(
            "library.back", "escape,h,left", "back",
            "The brief that was open",
            "back", footer=340,
        ),
        Command(
            "library.filter", "f", "filter",
            "Show only the briefs whose line matches some words",
            "briefs:start_filter", footer=200,
        ),
        Command(
            "library.sort", "s", "sort",
            "Sort by file name, title, date, last saved, problems, disputes in turn",
            "briefs:sort", footer=210,
        ),
        Command(
            "library.turn", "S", "turn round",
            "Reverse the order of the list",
            "briefs:reverse",
        ),
    ),
)  # fmt: skip
