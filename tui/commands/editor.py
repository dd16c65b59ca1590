"""The editor."""

from tui.commands import Command, group

COMMANDS = (
    *group(
        "editor", "Editor",
        Command(
            "editor.complete", "ctrl+@,ctrl+space,f11", "complete",
            "Suggest what fits here: keys, words, ids, zones, dates",
            "complete", footer=30, sign="ctrl+space",
        ),
        Command(
            "editor.find", "ctrl+f", "find",
            "Find words in this file, and replace them",
            "find", footer=900, priority=True,
        ),
        Command(
            "editor.find_next", "f3", "next",
            "The next match",
            "find_next(1)",
        ),
        Command(
            "editor.find_last", "shift+f3", "before",
            "The previous match",
            "find_next(-1)",
        ),
        Command(
            "editor.replace", "ctrl+r", "replace",
            "Replace the selected match, and go to the next",
            "replace_one",
        ),
        Command(
            "editor.replace_all", "f9", "replace all",
            "Replace every match",
            "replace_all",
        ),
        Command(
            "editor.line", "ctrl+g", "line",
            "Go to a line by its number",
            "go_to_line", priority=True,
        ),
        Command(
            "editor.definition", "f12,ctrl+right_square_bracket", "definition",
            "Go to the record that has the id under the cursor",
            "definition",
        ),
        Command(
            "editor.back", "shift+f12,ctrl+t", "back from it",
            "Back from the definition",
            "back",
        ),
        Command(
            "editor.next_problem", "f8", "next problem",
            "Go to the next problem",
            "next_problem(1)", footer=40,
        ),
        Command(
            "editor.last_problem", "shift+f8", "problem before",
            "Go to the previous problem",
            "next_problem(-1)",
        ),
        Command(
            "editor.save", "ctrl+s,f2", "save",
            "Save this file",
            "save", footer=10, sign="ctrl+s",
        ),
        Command(
            "editor.leave", "escape", "leave",
            "Back to the brief",
            "leave", footer=20,
        ),
        Command(
            "editor.flip", "ctrl+o,f6", "other side",
            "To the brief and back",
            "flip", footer=900,
        ),
        Command(
            "editor.next_file", "ctrl+n", "next file",
            "The next file of a brief that is a folder",
            "next_file",
        ),
        Command(
            "editor.problems", "f4", "problems",
            "The problems, as a list",
            "problems", footer=900,
        ),
    ),
    *group(
        "text", "Text",
        Command(
            "yaml.indent", "tab", "deeper",
            "Go to the next empty field, or indent the selected lines",
            "indent",
        ),
        Command(
            "yaml.dedent", "shift+tab", "less deep",
            "Unindent the selected lines",
            "dedent",
        ),
        Command(
            "yaml.comment", "ctrl+underscore,f7", "comment",
            "Comment or uncomment the selected lines",
            "comment",
        ),
        Command(
            "yaml.again", "ctrl+d,f5", "copy item",
            "Duplicate the record or item at the cursor",
            "again",
        ),
        Command(
            "yaml.undo", "ctrl+z", "undo",
            "Undo typing",
            "undo",
        ),
        Command(
            "yaml.redo", "ctrl+y", "redo",
            "Redo",
            "redo",
        ),
    ),
)  # fmt: skip
