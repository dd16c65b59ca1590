"""What every record of a brief has."""

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Annotated, ClassVar, NamedTuple

from tui.brief.handling import LEVELS, Levels
from tui.brief.place import Place
from tui.brief.refs import SourceRef
from tui.brief.value import Value, positional, value

NO_FIELDS: Mapping[str, tuple[int, int]] = MappingProxyType({})


class Spot(NamedTuple):
    """The location of a record: the lines it covers and where each of its fields begins."""

    file: str = ""
    line: int = 1
    column: int = 1
    end_line: int = 1
    fields: Mapping[str, tuple[int, int]] = NO_FIELDS
    """Key → line and column of its value."""

    @property
    def place(self) -> Place:
        """The first character of the record."""
        return Place(self.file, self.line, self.column)

    def field(self, name: str) -> Place:
        """The value of one field; the record's own place where the field was not written."""
        return Place(self.file, *self.fields.get(name, (self.line, self.column)))


NOWHERE = Spot()


@positional
class Extra(Value):
    """A key the format does not know, kept so that nothing a person wrote is lost."""

    key: str
    text: str
    """The value as one text, in the way YAML would write it on one line."""
    place: Place = field(compare=False)


@value
class Record(Value):
    """The fields any record may carry. Places never count when two records are compared."""

    KEY: ClassVar[tuple[str, ...]] = ()
    """Fields that tell one record from its neighbours where no `id` was written."""
    SORT: ClassVar[tuple[str, ...]] = ()
    """Fields its list is sorted by before date, name and id."""
    SHORT: ClassVar[str] = ""
    """The field a bare text fills, for records with a short form."""

    id: str = ""
    """Short name other records refer to; unique in the brief. Derived where it is absent."""
    src: tuple[SourceRef, ...] = ()
    """Where this was read."""
    note: str = ""
    """The writer's own remark."""
    tags: tuple[str, ...] = ()
    """Free words to filter by."""
    as_written: str = ""
    """The source's own wording of what this record puts in order."""
    confidential: Annotated[str, Levels(*LEVELS)] = ""
    """Handling mark of this record alone, where it is stricter than the brief's."""

    extra: tuple[Extra, ...] = ()
    key: str = field(default="", compare=False)
    """Identity within the brief, as `rounds/r2`: what the reader's place and marks hang on."""
    spot: Spot = field(default=NOWHERE, compare=False, repr=False)
