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
            "Copy what is selected; where nothing is, say how to quit",
            "app:explain_copy",
        ),
        Command(
            "app.help", "question_mark,f1", "help",
            "The keys that work here, the signs, and how to write this tab",
            "app:show_help", footer=1000,
        ),
        Command(
            "app.palette", "colon,ctrl+p,f2", "all",
            "All that can be done here, by name; briefs and themes too",
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
            "Choose a theme; each is put on as the cursor comes to it",
            "themes:show_all",
        ),
        Command(
            "app.config", "comma", "configuration",
            "What is wrong in the configuration, and where it lies",
            "app:show_config",
        ),
        Command(
            "app.redraw", "ctrl+l", "redraw",
            "Draw the whole screen anew, where something else wrote over it",
            "app:redraw",
        ),
        Command(
            "app.suspend", "ctrl+z", "to the shell",
            "Stop here and go to the shell that began it; `fg` comes back",
            "app:suspend",
        ),
    ),
)  # fmt: skip
