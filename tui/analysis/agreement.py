"""The island of agreement: what the sides of a conflict say of the same things.

Agreed, contested, compatible, told by one side, told by nobody's side. Named after the practice of
humanitarian negotiators, who begin a talk by sorting the facts that way (Frontline Negotiations
field manual).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from tui.analysis.compare import Kind, Side, Sides, Verdict, compare, ground_of, sides_of
from tui.analysis.gathered import LISTED, STATES, all_facts
from tui.brief.model import Brief, Stance
from tui.brief.record import Record
from tui.brief.register import Register
from tui.brief.walk import ClaimedField


class Footing(StrEnum):
    """What the sides make of one value."""

    AGREED = "agreed"
    """Two sides or more say it, and say the same, or one more exactly and within bounds."""
    CONTESTED = "contested"
    """What two sides say excludes each other, or cannot be compared, or is held to conflict."""
    COMPATIBLE = "compatible"
    """What two sides say can all be true, and none of it confirms the other: bounds left open."""
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
    ground = ground_of(sides.known, brief.aliases)
    for record, fact in all_facts(brief, ground):
        valued = tuple(claim for claim in fact.claimed.unstruck if claim.value is not None)
        if not valued or isinstance(fact.owner, Stance) or fact.field in LISTED:
            continue
        whole = fact._replace(claimed=replace(fact.claimed, claims=valued))
        found = _shared(record, fact, whole, brief, sides)
        # A history of states is no one value; what two sides say of it is, where it is contrary.
        if fact.field != STATES or found.kind is Kind.DISPUTE:
            yield found


def _shared(
    record: Record, fact: ClaimedField, whole: ClaimedField, brief: Brief, sides: Sides
) -> SharedFact:
    claims = whole.claimed.claims
    voices = [sides.all_of(claim, whole) for claim in claims]
    speaking = tuple(side for side in sides.parties if any(side in each for each in voices))
    several = len(speaking) > 1
    if several:
        kept = tuple(c for c, side in zip(claims, voices, strict=True) if side)
        whole = whole._replace(claimed=replace(whole.claimed, claims=kept))
    verdict = _compare(whole, brief, sides)
    kind = _between(whole, verdict, sides) if several else verdict.kind
    # The writer's conflict may be with others, where the sides say the very same.
    others = not all(voices)
    held = "" if kind is Kind.AGREE and others else fact.claimed.held
    footing = _footing(speaking, kind, held)
    return SharedFact(record, fact, footing, speaking, others, kind)


def _compare(fact: ClaimedField, brief: Brief, sides: Sides) -> Verdict:
    if len(fact.claimed.claims) < 2:
        return Verdict(Kind.SINGLE)
    return compare(fact, sides.known, brief.aliases)


def _between(fact: ClaimedField, verdict: Verdict, sides: Sides) -> Kind:
    """How claims of different sides relate to each other; what one side says of itself aside."""
    claims = fact.claimed.claims
    found = [
        kind for i, j, kind, _ in verdict.pairs
        if sides.all_of(claims[i], fact) != sides.all_of(claims[j], fact)
    ]  # fmt: skip
    strongest = max(found, key=lambda kind: kind.strength, default=Kind.AGREE)
    # Words that a program cannot compare, and of which the writer says that they conflict.
    judged = verdict.kind is Kind.DISPUTE and all(p[2] is not Kind.DISPUTE for p in verdict.pairs)
    return Kind.DISPUTE if judged and found else strongest


def _footing(speaking: tuple[Side, ...], kind: Kind, held: str) -> Footing:
    if len(speaking) < 2:
        return Footing.ONE_SIDE if speaking else Footing.NO_SIDE
    if held in _NOT_AGREED:
        return Footing.CONTESTED
    return _BY_KIND.get(kind, Footing.CONTESTED)


_NOT_AGREED = {"conflict", "unresolved"}
"""Verdicts of the writer by which nothing is agreed, whatever can be computed."""
_BY_KIND = {
    Kind.AGREE: Footing.AGREED,
    Kind.FINER: Footing.AGREED,
    Kind.COMPATIBLE: Footing.COMPATIBLE,
    Kind.WORDING: Footing.WORDED,
}
