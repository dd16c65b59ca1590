"""Reading a brief: tabs, the page beside the list, the way back."""

from tui.commands import Command, group

COMMANDS = (
    *group(
        "brief", "Tabs",
        Command(
            "tab.previous", "left_square_bracket", "‹ tab",
            "The previous tab; before the first comes the last",
            "step(-1)", footer=900, sign="[",
        ),
        Command(
            "tab.next", "right_square_bracket", "tab ›",
            "The next tab; after the last comes the first",
            "step(1)", footer=400, sign="]",
        ),
    ),
    *group(
        "brief", "Reading",
        Command(
            "brief.other", "tab", "read",
            "From the list to the page",
            "other",
        ),
        Command(
            "brief.back", "escape,h,left", "back",
            "Undo one step: whole screen, page, filter, the way here",
            "history:step_back", footer=230,
        ),
        Command(
            "brief.zoom", "z", "zoom",
            "Show the page on the whole screen, or the list again",
            "panes:zoom",
        ),
        Command(
            "brief.list_narrower", "less_than_sign", "narrower",
            "Less room for the list, more for the page",
            "panes:narrow_list", sign="<",
        ),
        Command(
            "brief.list_wider", "greater_than_sign", "wider",
            "More room for the list, less for the page",
            "panes:widen_list", sign=">",
        ),
        Command(
            "brief.nearer", "+,=", "nearer",
            "Show half as much time around a round",
            "reach(-1)",
        ),
        Command(
            "brief.wider", "-", "wider",
            "Show twice as much time around a round",
            "reach(1)",
        ),
        Command(
            "brief.problems", "exclamation_mark", "problems",
            "The problems in the files of this brief, each with the lines around it",
            "problems:show", footer=410, sign="!",
        ),
        Command(
            "brief.reload", "R,f5", "reload",
            "Reload the files, even if they look unchanged",
            "problems:reload",
        ),
    ),
    *group(
        "brief", "Finding",
        Command(
            "journey.return", "H,backspace", "where I was",
            "Go back to where the last name was followed from",
            "history:back",
        ),
        Command(
            "journey.onward", "L", "onward again",
            "Undo going back",
            "history:forward",
        ),
        Command(
            "journey.last", "full_stop", "last place",
            "The previous place; press again to come back here",
            "history:last", sign=".",
        ),
        Command(
            "journey.dossier", "d", "dossier",
            "Everything the brief says about the person, party or record under the cursor",
            "records:dossier", footer=220,
        ),
    ),
)  # fmt: skip
