"""Changing a brief: in a form, in the editor here, or in your own editor."""

from tui.commands import Command, group

COMMANDS = (
    *group(
        "brief", "Reading",
        Command(
            "brief.edit", "e", "edit",
            "Open the file in your own editor, at this line",
            "own_editor:edit", writes=True,
        ),
        Command(
            "brief.inside", "i", "edit here",
            "Edit the text here, with the brief beside it",
            "editing:edit_text", footer=900, writes=True,
        ),
        Command(
            "brief.form", "E", "edit fields",
            "Change or add fields of this record; you see the lines before they are written",
            "editing:edit_fields", footer=900, writes=True,
        ),
        Command(
            "brief.add", "I", "add",
            "Add a claim, a member, a source, an event: to this record, or a new one",
            "editing:add", footer=900, writes=True,
        ),
        Command(
            "brief.unwrite", "Z", "undo writing",
            "Undo the last form edit, if the file has not changed since",
            "editing:undo_form", writes=True,
        ),
    ),
    *group(
        "dossier", "Dossier",
        Command(
            "dossier.edit", "e", "edit",
            "Open it in your own editor",
            "own_editor:edit", footer=360, writes=True,
        ),
    ),
    *group(
        "problems", "Problems",
        Command(
            "problems.edit", "e", "edit",
            "Fix it in your own editor",
            "own_editor:edit", footer=370, writes=True,
        ),
        Command(
            "problems.repair", "f", "repair",
            "Mend it, where one repair is obvious; you see the lines before",
            "problems:repair", footer=371, writes=True,
        ),
        Command(
            "problems.repair_all", "F", "repair all",
            "Mend every problem with one obvious repair; you see the lines before",
            "problems:repair_all", footer=372, writes=True,
        ),
    ),
    *group(
        "library", "Library",
        Command(
            "library.new", "I", "new brief",
            "Begin your own brief from a commented example",
            "briefs:new", footer=900, writes=True,
        ),
    ),
)  # fmt: skip
