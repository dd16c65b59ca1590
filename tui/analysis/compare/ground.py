"""What comparing needs to know beside the claims: the registers, the place, the spellings."""

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
    """Zone of the place that dates without a clock time are days of; empty: no place is known."""
    aliases: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Other spellings and the brief's own."""

    @cached_property
    def zones(self) -> tuple[str, ...]:
        """The zone of the place, then the other zones a local date of this brief may be told in."""
        found = _zones(self.known)
        return (self.home, *(each for each in found if each != self.home)) if self.home else found

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
        return _spellings(self.known, Names(self.aliases))


def ground_of(known: Register, aliases: Mapping[str, str], home: str = "") -> Ground:
    """The ground of one brief, built once for each place however many facts are compared."""
    return _ground(known, home, aliases if isinstance(aliases, Names) else Names(aliases))


@lru_cache(maxsize=32)
def _ground(known: Register, home: str, aliases: Names) -> Ground:
    return Ground(known, home, aliases)


@lru_cache(maxsize=4)
def _zones(known: Register) -> tuple[str, ...]:
    records = known.by_key.values()
    return tuple(sorted({r.zone for r in records if isinstance(r, Party | Venue) and r.zone}))


@lru_cache(maxsize=4)
def _spellings(known: Register, aliases: Names) -> Spellings:
    found: dict[str, str] = {}
    for record in known.by_key.values():
        if isinstance(record, Organization) and record.abbreviation:
            found[record.abbreviation] = record.name
        if isinstance(record, Organization | Party):
            found.update((alias, record.name) for alias in record.aliases)
    return Spellings({**found, **aliases})


def attributed_to(claim: Claim[Any]) -> str:
    """A short name for where a claim was read or who makes it, to put into a note."""
    if claim.src:
        return claim.src[0].id
    if claim.by:
        return claim.by.name
    return f"“{claim.as_written}”" if claim.as_written else "one claim"
