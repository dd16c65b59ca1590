"""References: to a person, an organization, a party; to a source; to a place on the map."""

from dataclasses import field
from typing import ClassVar, NamedTuple

from tui.brief.place import Place
from tui.brief.value import Value, positional

_UNPLACED = Place("")


@positional
class Reference(Value):
    """A name for a record elsewhere in the brief, or for somebody whom a source does not name.

    Short form: the id. `{unnamed: senior Russian official, of: ru, maybe: medinsky}` for the rest.
    Where several may do one thing together, `[ru, ua]` names them: one act, and one voice.
    """

    SHORT: ClassVar[str] = "id"

    id: str = ""
    """The id of the record meant; empty for somebody unnamed."""
    unnamed: str = ""
    """How the source describes a speaker it does not name."""
    of: str = ""
    """The party or organization an unnamed speaker belongs to."""
    maybe: str = ""
    """Who the writer thinks it is; never counted as that person's voice."""
    together: tuple["Reference", ...] = ()
    """Those a list of several names, who do one thing together; all else is then empty."""
    point: Place = field(default=_UNPLACED, compare=False)
    """Where it is written."""

    @property
    def each(self) -> tuple["Reference", ...]:
        """All that are named: itself, or those who do something together."""
        return self.together or (self,)

    @property
    def name(self) -> str:
        """What it goes by where there is no register: its id, or the words for who is unnamed."""
        if not self.together:
            return self.id or self.unnamed
        return " and ".join(each.id or each.unnamed for each in self.together)

    @property
    def others(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The further ids in the long form, each with the sections it may lead to."""
        return (self.of, ("parties", "organizations")), (self.maybe, ("people",))


@positional
class SourceRef(Value):
    """Where in a source something was read. Short form: the source's id."""

    SHORT: ClassVar[str] = "id"

    id: str = ""
    """The id of the source."""
    at: str = ""
    """Where in it: `para 3`, `p. 12`, `01:32`."""
    quote: str = ""
    """The source's own words."""
    point: Place = field(default=_UNPLACED, compare=False)
    """Where it is written."""


@positional
class Location(Value):
    """A place on the map. Short form: its name."""

    SHORT: ClassVar[str] = "name"

    name: str = ""
    """Name as the brief writes it."""
    region: str = ""
    """The first-level administrative unit."""
    country: str = ""
    """Country, in words or as an ISO 3166 code."""
    precision: str = ""
    """How sure the place is (UCDP `where_prec`): exact, near, admin2, admin1, country, sea_air."""
    lat: str = ""
    """Latitude in decimal degrees, WGS 84, as written."""
    lon: str = ""
    """Longitude in decimal degrees, WGS 84, as written."""


class Mention(NamedTuple):
    """A reference as written in a file, and the sections it may lead to (`*`: any)."""

    id: str
    to: tuple[str, ...]
    place: Place
