"""What a change is."""

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from tui.brief.record import Record

Kind: TypeAlias = Literal["added", "removed", "changed"]
Path: TypeAlias = tuple[str | int, ...]
BRIEF = "brief"
"""Key of the change of a brief's own fields: title, cut-off, handling mark …"""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value that is other, inside a record.

    A path names fields as an author writes them. A thing in a list is named by what it is (a
    member by the person, a source by its id, `~2` after its twin's name), a claim by its number,
    counted from 0 in its record: in the new one if it was added, else in the old.
    """

    path: Path
    old: Any
    """None: it was not written, or not in the list."""
    new: Any
    """None: it is no longer written, or no longer in the list."""


@dataclass(frozen=True, slots=True)
class Change:
    """One record that is new, gone or other. Of a brief's own fields: no record, `BRIEF` as key."""

    key: str
    """Key of the record, of one that is gone as it was. Alone it may name one gone and one new."""
    kind: Kind
    old: Record | None
    new: Record | None
    fields: tuple[FieldChange, ...] = ()
    """The differences, for `changed`."""
