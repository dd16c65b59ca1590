"""Commands that work everywhere."""

from tui.commands import Command, group

COMMANDS = (
    *group(
        "everywhere", "Everywhere",
        Command(
            "app.leave", "q", "quit",
            "Leave what is open; a brief or the library: quit",
            "app:leave", footer=420,
        ),
        Command(
            "app.quit", "ctrl+q,f10", "quit at once",
            "Quit from wherever you are",
            "quit", priority=True,
        ),
        Command(
            "app.copy", "ctrl+c", "copy",
            "Copy the selection; without one, say how to quit",
            "app:explain_copy",
        ),
        Command(
            "app.help", "question_mark,f1", "help",
            "Keyboard shortcuts, signs, and how to write this tab",
            "app:show_help", footer=1000,
        ),
        Command(
            "app.palette", "colon,ctrl+p,f2", "all",
            "Run any command; open a brief or theme",
            "app:show_palette", footer=1000,
        ),
        Command(
            "app.library", "B", "briefs",
            "All briefs of the library",
            "library:show", footer=430,
        ),
        Command(
            "app.find", "ctrl+f", "find",
            "Find in all briefs, as you type",
            "library:search",
        ),
        Command(
            "app.open", "ctrl+o", "open",
            "Open a brief or a record by some letters of its name",
            "library:open_by_name",
        ),
        Command(
            "app.theme", "T", "theme",
            "Choose a theme, with a preview of each as you move",
            "themes:show_all",
        ),
        Command(
            "app.config", "comma", "configuration",
            "Problems in the configuration, and where the file is",
            "app:show_config",
        ),
        Command(
            "app.redraw", "ctrl+l", "redraw",
            "Redraw the screen, if something else wrote over it",
            "app:redraw",
        ),
        Command(
            "app.suspend", "ctrl+z", "to the shell",
            "Suspend Parley and go to the shell; `fg` comes back",
            "app:suspend",
        ),
    ),
)  # fmt: skip
