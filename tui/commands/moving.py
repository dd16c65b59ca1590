"""Moving in lists and pages."""

from tui.commands import Command, group

COMMANDS = (
    *group(
        "list", "Moving",
        Command(
            "list.down", "j,down", "down",
            "The next row",
            "move(1)",
        ),
        Command(
            "list.up", "k,up", "up",
            "The row before",
            "move(-1)",
        ),
        Command(
            "list.top", "g,home", "top",
            "The first row",
            "move_to(0)",
        ),
        Command(
            "list.bottom", "G,end", "bottom",
            "Last row",
            "move_to(-1)",
        ),
        Command(
            "list.page_down", "space,pagedown", "page down",
            "As many rows down as are in view",
            "page(1)",
        ),
        Command(
            "list.page_up", "b,pageup", "page up",
            "As many rows up as are in view",
            "page(-1)",
        ),
        Command(
            "list.open", "enter,l,right", "read",
            "Read the record under the cursor, or open the brief",
            "choose", footer=140,
        ),
    ),
    *group(
        "page", "Moving",
        Command(
            "page.down", "j,down", "down",
            "One line down",
            "scroll_down",
        ),
        Command(
            "page.up", "k,up", "up",
            "One line up",
            "scroll_up",
        ),
        Command(
            "page.top", "g,home", "top",
            "The beginning of the page",
            "scroll_home",
        ),
        Command(
            "page.bottom", "G,end", "bottom",
            "The end of the page",
            "scroll_end",
        ),
        Command(
            "page.page_down", "space,pagedown", "page down",
            "As many lines down as are in view",
            "page_down",
        ),
        Command(
            "page.page_up", "b,pageup", "page up",
            "As many lines up as are in view",
            "page_up",
        ),
        Command(
            "page.half_down", "ctrl+d", "half page down",
            "Half as many lines down as are in view",
            "half(1)",
        ),
        Command(
            "page.half_up", "ctrl+u", "half page up",
            "Half as many lines up as are in view",
            "half(-1)",
        ),
        Command(
            "page.next_link", "tab", "next name",
            "Mark the next name that leads somewhere",
            "next_link(1)", footer=150,
        ),
        Command(
            "page.last_link", "shift+tab", "name before",
            "Mark the name before",
            "next_link(-1)",
        ),
        Command(
            "page.follow", "enter", "go there",
            "Go to the record the marked name stands for",
            "follow", footer=160,
        ),
    ),
)  # fmt: skip
