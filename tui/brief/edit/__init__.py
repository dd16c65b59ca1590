"""Changing a brief as spans of text: what a person wrote stays, byte for byte, where it is."""

from tui.brief.edit.at import record_at
from tui.brief.edit.fields import Field, Kind, fields_for
from tui.brief.edit.find import Steps
from tui.brief.edit.form import FieldEntry, ReferenceChoice, choices, form_of
from tui.brief.edit.item import add_item
from tui.brief.edit.pair import set_field
from tui.brief.edit.record import add_record
from tui.brief.edit.span import Edit, applied, undone
from tui.brief.edit.taken import remove_field, remove_record
from tui.brief.edit.write import Data

__all__ = [
    "Data",
    "Edit",
    "Field",
    "FieldEntry",
    "Kind",
    "ReferenceChoice",
    "Steps",
    "add_item",
    "add_record",
    "applied",
    "choices",
    "fields_for",
    "form_of",
    "record_at",
    "remove_field",
    "remove_record",
    "set_field",
    "undone",
]
