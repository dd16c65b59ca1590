"""The differences between two states of a brief, as data.

Records are the same by their id, else by what they are about. Text that only moved is no change,
and neither is another order of things whose order says nothing.
"""

from tui.brief.diff.change import BRIEF, Change, FieldChange, Kind
from tui.brief.diff.merge import apply, follow
from tui.brief.diff.records import changed_keys, changes, head_changes, reading_changes

__all__ = [
    "BRIEF",
    "Change",
    "FieldChange",
    "Kind",
    "apply",
    "changed_keys",
    "changes",
    "follow",
    "head_changes",
    "reading_changes",
]
