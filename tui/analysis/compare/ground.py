"""What comparing needs to know beside the claims: the registers, the home zone, the spellings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any

from tui.analysis.compare.spellings import Spellings
from tui.brief.claims import Claim
from tui.brief.model import Event, Organization, Party, Venue
from tui.brief.register import Register
from tui.brief.value import Names


@dataclass(frozen=True, eq=False)
class Ground:
    """The common ground of all comparisons within one brief. Build it once for many facts."""

    known: Register
    home: str = ""
    """Zone whose days are meant by dates without a clock time; UTC where empty."""
    aliases: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Other spellings and the brief's own."""

    @cached_property
    def zones(self) -> tuple[str, ...]:
        """The home zone, then the other zones a local date of this brief may be told in."""
        records = self.known.by_key.values()
        found = {r.zone for r in records if isinstance(r, Party | Venue) and r.zone}
        return (self.home, *sorted(found - {self.home}))

    @cached_property
    def events(self) -> Mapping[int, Event]:
        """The event that each record with figures is in, by the identity of that record."""
        found: dict[int, Event] = {}
        for record in self.known.by_key.values():
            if isinstance(record, Event):
                parts = (record, record.casualties, *record.measures)
                found |= {id(part): record for part in parts if part}
        return found

    @cached_property
    def spellings(self) -> Spellings:
        """Aliases of the brief with the short names of its organizations and parties."""
        found: dict[str, str] = {}
        for record in self.known.by_key.values():
            if isinstance(record, Organization) and record.abbreviation:
                found[record.abbreviation] = record.name
            if isinstance(record, Organization | Party):
                found.update((alias, record.name) for alias in record.aliases)
        return Spellings({**found, **self.aliases})


def ground_of(known: Register, home: str, aliases: Mapping[str, str]) -> Ground:
    """The ground of one brief, built once however many of its facts are compared."""
    return _ground(known, home, Names(aliases))


@lru_cache(maxsize=4)
def _ground(known: Register, home: str, aliases: Names) -> Ground:
    return Ground(known, home, aliases)


def attributed_to(claim: Claim[Any]) -> str:
    """A short name for where a claim was read or who makes it, to put into a note."""
    if claim.src:
        return claim.src[0].id
    if claim.by:
        return claim.by.id or claim.by.unnamed
    return f"“{claim.as_written}”" if claim.as_written else "one claim"
