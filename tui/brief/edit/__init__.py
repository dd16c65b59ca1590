"""Changing a brief as spans of text: what a person wrote stays, byte for byte, where it is."""

from tui.brief.edit.at import record_at
from tui.brief.edit.fields import Field, Kind, fields_for
from tui.brief.edit.find import Steps
from tui.brief.edit.form import Choice, Entry, choices, form_of
from tui.brief.edit.span import Edit, applied, undone

__all__ = [
    "Choice",
    "Edit",
    "Entry",
    "Field",
    "Kind",
    "Steps",
    "applied",
    "choices",
    "fields_for",
    "form_of",
    "record_at",
    "undone",
]
