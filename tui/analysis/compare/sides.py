"""The sides of a conflict, and which of them a claim is the voice of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from tui.analysis.compare.voices import origins
from tui.brief.claims import Claim
from tui.brief.model import Brief, Party, Source
from tui.brief.refs import Reference
from tui.brief.register import Register
from tui.brief.roots import party_of
from tui.brief.walk import ClaimedField

Side: TypeAlias = str
"""Name of a side: the `side` its parties share, else the id of its one party; "" for no side."""
_THIRD_PARTIES = frozenset({"mediator", "supporter", "observer"})
"""What a party is that stands beside the conflict."""


@dataclass(frozen=True, eq=False)
class Sides:
    """The sides of one brief, in the order of its parties."""

    parties: Mapping[Side, tuple[Party, ...]]
    """Side → who is on it."""
    known: Register

    def of_party(self, who: Reference | str | None) -> Side:
        """The side somebody's party is on; "" for none."""
        party = party_of(who, self.known)
        side = (party.side or party.id) if party else ""
        return side if side in self.parties else ""

    def of(self, claim: Claim[Any], fact: ClaimedField) -> Side:
        """The side that makes a claim; "" for third parties and for a source's own voice.

        A source that speaks for a party is that party's voice where it quotes nobody.
        """
        if claim.by:
            return self.of_party(claim.by)
        sources = [self.known.find(ref.id) for ref in fact.sources(claim)]
        found = {self.of_party(s.of if isinstance(s, Source) else None) for s in sources}
        return found.pop() if len(found) == 1 else ""

    def all_of(self, claim: Claim[Any], fact: ClaimedField) -> frozenset[Side]:
        """The sides that make a claim: of a joint one, those of all who make it; none is empty."""
        who = claim.by.each if claim.by else ()
        found = {self.of_party(each) for each in who} if who else {self.of(claim, fact)}
        return frozenset(found - {""})

    def voices(self, fact: ClaimedField) -> Mapping[Side, int]:
        """How many voices of each side a fact has; those of no side under "".

        One voice of several sides stands under the names of all of them, with a `+` between.
        """
        found: dict[Side, list[Claim[Any]]] = {}
        for claim in fact.claimed.unstruck:
            speaking = self.all_of(claim, fact)
            name = "+".join(side for side in self.parties if side in speaking)
            found.setdefault(name, []).append(claim)
        joint = sorted(found.keys() - self.parties.keys() - {""})
        order = (*self.parties, *joint, "")
        return {side: self._count(fact, found[side]) for side in order if side in found}

    def _count(self, fact: ClaimedField, claims: list[Claim[Any]]) -> int:
        return len(origins(claims, claims, fact, self.known))


def sides_of(brief: Brief, known: Register) -> Sides:
    """The sides: the belligerents and whom a round names as its parties.

    Where no party is either, all that do not only mediate, support or watch.
    """
    found: dict[Side, list[Party]] = {}
    for party in _fighting(brief):
        found.setdefault(party.side or party.id, []).append(party)
    return Sides({side: tuple(parties) for side, parties in found.items() if side}, known)


def _fighting(brief: Brief) -> Iterator[Party]:
    named = {ref.id for each in brief.rounds for ref in each.parties}
    sides = [
        party for party in brief.parties
        if party.stance == "belligerent"
        or (party.id in named and party.stance not in _THIRD_PARTIES)
    ]  # fmt: skip
    yield from sides or (party for party in brief.parties if party.stance not in _THIRD_PARTIES)
