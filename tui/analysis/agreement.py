"""The island of agreement: what the sides of a conflict say of the same things.

Agreed, contested, told by one side, told by nobody's side. Named after the practice of humanitarian
negotiators, who begin a talk by sorting the facts that way (Frontline Negotiations field manual).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from tui.analysis.compare import Kind, Side, Sides, Verdict, compare, sides_of
from tui.brief.model import Brief, Stance
from tui.brief.record import Record
from tui.brief.register import Register
from tui.brief.walk import ClaimedField, facts_by_record


class Footing(StrEnum):
    """What the sides make of one value."""

    AGREED = "agreed"
    """Two sides or more say it, and say the same or one more exactly."""
    CONTESTED = "contested"
    """What two sides say excludes each other, or cannot be compared."""
    WORDED = "worded"
    """Two sides speak in words that no program can compare."""
    ONE_SIDE = "one side"
    """One side says it; what third parties and sources say does not change that."""
    NO_SIDE = "no side"
    """Only sources or third parties say it."""


@dataclass(frozen=True, slots=True)
class SharedFact:
    """One value, and who of the sides speaks of it."""

    record: Record
    """The record of the brief it belongs to; the section where it is one of a section's own."""
    fact: ClaimedField
    """The value with all its claims."""
    footing: Footing
    sides: tuple[Side, ...]
    """The sides that speak, in the order of the brief."""
    others: bool
    """Whether third parties or sources speak too."""
    kind: Kind
    """How what the sides say compares; where fewer than two speak, how all claims do."""


@dataclass(frozen=True)
class Island:
    """All values of a brief by what the sides make of them.

    Positions are left out: each is one side's own, and the Positions tab sets them side by side.
    """

    sides: Sides
    facts: tuple[SharedFact, ...]

    @cached_property
    def by_footing(self) -> dict[Footing, tuple[SharedFact, ...]]:
        """Every kind of footing with its values, in the order of the brief."""
        found: dict[Footing, list[SharedFact]] = {footing: [] for footing in Footing}
        for each in self.facts:
            found[each.footing].append(each)
        return {footing: tuple(values) for footing, values in found.items()}


def island(brief: Brief, known: Register) -> Island:
    """Sort every value that is claimed by the sides that claim it, in linear time."""
    sides = sides_of(brief, known)
    return Island(sides, tuple(_all(brief, sides)))


def _all(brief: Brief, sides: Sides) -> Iterator[SharedFact]:
    for record, fact in facts_by_record(brief):
        valued = tuple(claim for claim in fact.claimed.unstruck if claim.value is not None)
        if valued and not isinstance(fact.owner, Stance):
            whole = fact._replace(claimed=replace(fact.claimed, claims=valued))
            yield _shared(record, fact, whole, brief, sides)


def _shared(
    record: Record, fact: ClaimedField, whole: ClaimedField, brief: Brief, sides: Sides
) -> SharedFact:
    claims = whole.claimed.claims
    voices = [sides.of(claim, whole) for claim in claims]
    speaking = tuple(side for side in sides.parties if side in voices)
    several = len(speaking) > 1
    if several:
        kept = tuple(c for c, side in zip(claims, voices, strict=True) if side)
        whole = whole._replace(claimed=replace(whole.claimed, claims=kept))
    verdict = _compare(whole, brief, sides)
    kind = _between(whole, verdict, sides) if several else verdict.kind
    return SharedFact(record, fact, _footing(speaking, kind), speaking, "" in voices, kind)


def _compare(fact: ClaimedField, brief: Brief, sides: Sides) -> Verdict:
    if len(fact.claimed.claims) < 2:
        return Verdict(Kind.SINGLE)
    return compare(fact, sides.known, brief.display_zone or "UTC", brief.aliases)


def _between(fact: ClaimedField, verdict: Verdict, sides: Sides) -> Kind:
    """How claims of different sides relate to each other; what one side says of itself aside."""
    claims = fact.claimed.claims
    found = [
        kind for i, j, kind, _ in verdict.pairs
        if sides.of(claims[i], fact) != sides.of(claims[j], fact)
    ]  # fmt: skip
    strongest = max(found, key=lambda kind: kind.strength, default=Kind.AGREE)
    # Words that a program cannot compare, and of which the writer says that they conflict.
    judged = verdict.kind is Kind.DISPUTE and all(p[2] is not Kind.DISPUTE for p in verdict.pairs)
    return Kind.DISPUTE if judged and found else strongest


def _footing(speaking: tuple[Side, ...], kind: Kind) -> Footing:
    if len(speaking) < 2:
        return Footing.ONE_SIDE if speaking else Footing.NO_SIDE
    if kind in {Kind.DISPUTE, Kind.INCOMPARABLE, Kind.ASYMMETRIC}:
        return Footing.CONTESTED
    return Footing.WORDED if kind is Kind.WORDING else Footing.AGREED
