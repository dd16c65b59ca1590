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
            "The previous row",
            "move(-1)",
        ),
        Command(
            "list.top", "g,home", "top",
            "The first row",
            "move_to(0)",
        ),
        Command(
            "list.bottom", "G,end", "bottom",
            "The last row",
            "move_to(-1)",
        ),
        Command(
            "list.page_down", "space,pagedown", "page down",
            "One page of rows down",
            "page(1)",
        ),
        Command(
            "list.page_up", "b,pageup", "page up",
            "One page of rows up",
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
            "One page down",
            "page_down",
        ),
        Command(
            "page.page_up", "b,pageup", "page up",
            "One page up",
            "page_up",
        ),
        Command(
            "page.half_down", "ctrl+d", "half page down",
            "Half a page down",
            "half(1)",
        ),
        Command(
            "page.half_up", "ctrl+u", "half page up",
            "Half a page up",
            "half(-1)",
        ),
        Command(
            "page.next_link", "tab", "next name",
            "Select the next name you can follow",
            "next_link(1)", footer=150,
        ),
        Command(
            "page.last_link", "shift+tab", "name before",
            "Select the previous name",
            "next_link(-1)",
        ),
        Command(
            "page.follow", "enter", "go there",
            "Go to the record of the selected name",
            "follow", footer=160,
        ),
    ),
)  # fmt: skip
