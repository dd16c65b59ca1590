"""Changing a brief as spans of text: what a person wrote stays, byte for byte, where it is."""

from tui.brief.edit.fields import Field, Kind, fields_for
from tui.brief.edit.find import Steps
from tui.brief.edit.form import Choice, Entry, choices, form_of

__all__ = ["Choice", "Entry", "Field", "Kind", "Steps", "choices", "fields_for", "form_of"]
