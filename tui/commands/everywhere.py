"""Commands that work everywhere."""

from tui.commands import Command, group

COMMANDS = (
    *group(
        "everywhere", "Everywhere",
        Command(
            "app.leave", "q", "quit",
            "Leave what is open; a brief or the library: quit",
            "leave", footer=420,
        ),
        Command(
            "app.quit", "ctrl+q,f10", "quit at once",
            "Quit from wherever you are",
            "quit", priority=True,
        ),
        Command(
            "app.copy", "ctrl+c", "copy",
            "Copy what is selected; where nothing is, say how to quit",
            "explain_quit",
        ),
        Command(
            "app.help", "question_mark,f1", "help",
            "The keys that work here, the signs, and how to write this tab",
            "help", footer=1000,
        ),
        Command(
            "app.palette", "colon,ctrl+p,f2", "all",
            "All that can be done here, by name; briefs and themes too",
            "palette", footer=1000,
        ),
        Command(
            "app.library", "B", "briefs",
            "All briefs of the library",
            "library", footer=430,
        ),
        Command(
            "app.find", "ctrl+f", "find",
            "Find in all briefs, as you type",
            "find",
        ),
        Command(
            "app.open", "ctrl+o", "open",
            "Open a brief or a record by some letters of its name",
            "open_by_name",
        ),
        Command(
            "app.theme", "T", "theme",
            "Choose a theme; each is put on as the cursor comes to it",
            "themes",
        ),
        Command(
            "app.config", "comma", "configuration",
            "What is wrong in the configuration, and where it lies",
            "config",
        ),
        Command(
            "app.redraw", "ctrl+l", "redraw",
            "Draw the whole screen anew, where something else wrote over it",
            "redraw",
        ),
        Command(
            "app.suspend", "ctrl+z", "to the shell",
            "Stop here and go to the shell that began it; `fg` comes back",
            "suspend",
        ),
    ),
)  # fmt: skip
