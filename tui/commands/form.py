"""The form."""

from tui.commands import Command, group

COMMANDS = (
    *group(
        "form", "Form",
        Command(
            "form.add", "I", "add",
            "Add another claim or item to this field, or to the record",
            "add", footer=60,
        ),
        Command(
            "form.take", "x,delete", "take away",
            "Remove this field or item from the file",
            "take", footer=70,
        ),
        Command(
            "form.take_record", "X", "take away all",
            "Remove the whole record from the file",
            "take_record",
        ),
        Command(
            "form.undo", "Z,ctrl+z", "undo",
            "Undo the last change in this form",
            "step_back", footer=900,
        ),
        Command(
            "form.write", "ctrl+s,f2", "write",
            "See the change as lines of the file, and write it",
            "write", footer=50, sign="ctrl+s",
        ),
        Command(
            "form.leave", "escape,h,left", "back",
            "Back to the previous page; from the first one, to the brief",
            "leave", footer=80,
        ),
    ),
    *group(
        "answer", "Answer",
        Command(
            "answer.leave", "escape", "leave it",
            "Cancel: keep the value as it was",
            "leave", footer=100,
        ),
        Command(
            "answer.down", "down", "down",
            "The next choice",
            "move(1)",
        ),
        Command(
            "answer.up", "up", "up",
            "The previous choice",
            "move(-1)",
        ),
        Command(
            "answer.complete", "tab", "complete",
            "Complete the line with the choice",
            "complete",
        ),
    ),
    *group(
        "long answer", "Answer",
        Command(
            "answer.give_box", "enter", "take it",
            "Accept this text",
            "give", footer=90,
        ),
        Command(
            "answer.new_line", "ctrl+o", "new line",
            "Start a new line",
            "new_line", footer=900,
        ),
    ),
)  # fmt: skip
