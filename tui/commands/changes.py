"""What changed since the reader last read the brief."""

from tui.commands import Command, group

COMMANDS = (
    *group(
        "brief", "Reading",
        Command(
            "brief.changes", "c", "changes",
            "What changed since you last read it, field by field",
            "changes:show", footer=900,
        ),
        Command(
            "brief.next_change", "right_curly_bracket", "next change",
            "The next record that changed, in any tab",
            "changes:next_change", sign="}",
        ),
        Command(
            "brief.last_change", "left_curly_bracket", "change before",
            "The previous record that changed, in any tab",
            "changes:previous_change", sign="{",
        ),
        Command(
            "brief.mark", "a", "mark as read",
            "Mark the changes of this record as read",
            "changes:mark",
        ),
        Command(
            "brief.mark_all", "A", "mark all as read",
            "Mark all changes of this brief as read",
            "changes:mark_all",
        ),
        Command(
            "brief.take_back", "U", "unread again",
            "Undo the last mark-as-read",
            "changes:undo_mark",
        ),
    ),
    *group(
        "dossier", "Dossier",
        Command(
            "dossier.next_change", "right_curly_bracket", "next change",
            "The next record that changed, in any tab",
            "changes:next_change", sign="}",
        ),
        Command(
            "dossier.last_change", "left_curly_bracket", "change before",
            "The previous record that changed, in any tab",
            "changes:previous_change", sign="{",
        ),
        Command(
            "dossier.mark", "a", "mark as read",
            "Mark the changes of this record as read",
            "changes:mark",
        ),
    ),
    *group(
        "changes", "Changes",
        Command(
            "changes.back", "escape,h,left", "back",
            "From the page to the list, from the list to the brief",
            "back", footer=270,
        ),
        Command(
            "changes.close", "c", "close",
            "Back to the brief",
            "close",
        ),
        Command(
            "changes.read", "tab", "all of it",
            "From the list to the page, which shows the change field by field",
            "read", footer=260,
        ),
        Command(
            "changes.mark", "a", "read",
            "Mark this change as read",
            "changes:mark", footer=240,
        ),
        Command(
            "changes.mark_all", "A", "all read",
            "Mark all as read",
            "changes:mark_all", footer=250,
        ),
        Command(
            "changes.take_back", "U", "unread again",
            "Undo the last mark-as-read",
            "changes:undo_mark",
        ),
    ),
)  # fmt: skip
