"""How many voices a fact rests on, whether they are known to be independent, and whose they are."""

from collections.abc import Iterable
from typing import Any, TypeAlias

from tui.analysis.compare.kinds import Kind, Verdict
from tui.brief.claims import STRUCK, Claim
from tui.brief.model import Source
from tui.brief.refs import Reference
from tui.brief.register import Register
from tui.brief.roots import independent, origin_of, party_of, root_of
from tui.brief.walk import ClaimedField

Claims: TypeAlias = tuple[Claim[Any], ...]


def roots(fact: ClaimedField, known: Register) -> frozenset[str]:
    """The origins of all claims of a fact, each once; at most this many voices are independent.

    An unnamed speaker who may be somebody already heard adds no voice, and a source derived from
    another adds none to it.
    """
    return origins(fact.claimed.unstruck, fact.claimed.claims, fact, known)


def standing(fact: ClaimedField, known: Register, found: Verdict | None = None) -> str:
    """What a fact rests on, in words.

    `found` is the verdict on its claims; without it they are taken to agree. Only claims that
    agree confirm each other: "over 30" and "over 50" do not, though both can be true. And they
    confirm each other only as far as they are known to be independent.
    """
    claims = fact.claimed.unstruck
    if len(roots(fact, known)) < 2:
        return "one voice"
    if _one_side(claims, fact, known):
        return "one side only"
    if found and found.kind is Kind.DISPUTE:
        return "contested"
    every = fact.claimed.claims
    counts = [
        (independent(group, fact, known), len(origins(group, every, fact, known)), group)
        for group in _groups(fact, found)
    ]
    return _agreed(*max(counts, key=lambda each: each[:2]), fact, known)


def _agreed(sure: int, count: int, claims: Claims, fact: ClaimedField, known: Register) -> str:
    """What claims that agree come to: so many voices, of which some are known to be independent."""
    if count < 2:
        return "not confirmed"
    if _one_side(claims, fact, known):
        return "one side only"
    if sure > 1:
        return f"confirmed by {sure} independent voices"
    who = "voices" if any(claim.by for claim in claims) else "sources"
    return f"reported by {count} {who}; independence not known"


def _groups(fact: ClaimedField, found: Verdict | None) -> list[Claims]:
    """Each claim with all that agree with it outright; what is struck confirms nothing."""
    apart = {pair[:2] for pair in found.pairs} if found else set()
    if not apart:
        return [fact.claimed.unstruck]
    kept = [at for at, claim in enumerate(fact.claimed.claims) if claim.held not in STRUCK]
    alike = dict.fromkeys(
        tuple(j for j in kept if (i, j) not in apart and (j, i) not in apart) for i in kept
    )
    return [tuple(fact.claimed.claims[at] for at in group) for group in alike]


def _one_side(claims: Claims, fact: ClaimedField, known: Register) -> bool:
    sides = {_side(claim, fact, known) for claim in claims}
    return len(sides) == 1 and "" not in sides


def origins(
    claims: Iterable[Claim[Any]], every: Iterable[Claim[Any]], fact: ClaimedField, known: Register
) -> frozenset[str]:
    """The origins of some claims of a fact, each once, where `every` one of others is heard too."""
    named = {claim.by.name for claim in every if claim.by}
    return frozenset(each for c in claims for each in _origins(c, fact, known, named))


def _origins(claim: Claim[Any], fact: ClaimedField, known: Register, named: set[str]) -> list[str]:
    if claim.by:
        if claim.by.unnamed and claim.by.maybe in named:
            return [f"by {claim.by.maybe}"]
        if alone := [each.name for each in claim.by.together if each.name in named]:
            # What several say together is no further voice beside what one of them says.
            return [f"by {name}" for name in alone]
        return [root_of(claim, fact, known)]
    refs = fact.sources(claim)
    return [f"from {origin_of(ref.id, known)}" for ref in refs]


def _side(claim: Claim[Any], fact: ClaimedField, known: Register) -> str:
    """The side a claim's voice stands on, by its party; "" for nobody's or several."""
    speakers: list[Reference | None] = [claim.by]
    if claim.by is None:
        sources = (known.find(ref.id) for ref in fact.sources(claim))
        speakers = [s.of if isinstance(s, Source) else None for s in sources]
    parties = [party_of(who, known) for who in speakers]
    sides = {(party.side or party.id) if party else "" for party in parties}
    return sides.pop() if len(sides) == 1 else ""
