"""The editor."""

from tui.commands import Command, group

COMMANDS = (
    *group(
        "editor", "Editor",
        Command(
            "editor.complete", "ctrl+@,ctrl+space,f11", "complete",
            "What could be typed here: keys, words, ids, zones, dates",
            "complete", footer=30, sign="ctrl+space",
        ),
        Command(
            "editor.find", "ctrl+f", "find",
            "Find words in this file, and replace them",
            "find", footer=900, priority=True,
        ),
        Command(
            "editor.find_next", "f3", "next",
            "The next place with the words that were looked for",
            "find_next(1)",
        ),
        Command(
            "editor.find_last", "shift+f3", "before",
            "The place before with the words that were looked for",
            "find_next(-1)",
        ),
        Command(
            "editor.replace", "ctrl+r", "replace",
            "Replace the place that is selected, and go to the next",
            "replace_one",
        ),
        Command(
            "editor.replace_all", "f9", "replace all",
            "Replace every place with the words that were looked for",
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
            "Back to where an id was followed from",
            "back",
        ),
        Command(
            "editor.next_problem", "f8", "next problem",
            "Go to the next thing that is wrong",
            "next_problem(1)", footer=40,
        ),
        Command(
            "editor.last_problem", "shift+f8", "problem before",
            "Go to the thing before that is wrong",
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
            "What is wrong, as a list",
            "problems", footer=900,
        ),
    ),
    *group(
        "text", "Text",
        Command(
            "yaml.indent", "tab", "deeper",
            "On to the next empty field; else the selected lines two columns deeper",
            "indent",
        ),
        Command(
            "yaml.dedent", "shift+tab", "less deep",
            "Take two columns of the indent of the selected lines",
            "dedent",
        ),
        Command(
            "yaml.comment", "ctrl+underscore,f7", "comment",
            "Make the selected lines a comment, or lines again",
            "comment",
        ),
        Command(
            "yaml.again", "ctrl+d,f5", "copy item",
            "Write the record or item around the cursor once more, under it",
            "again",
        ),
        Command(
            "yaml.undo", "ctrl+z", "undo",
            "Undo typing",
            "undo",
        ),
        Command(
            "yaml.redo", "ctrl+y", "redo",
            "Undo the undoing",
            "redo",
        ),
    ),
)  # fmt: skip
