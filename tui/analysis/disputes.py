"""Every value of a brief with more than one claim: how they relate to each other, and whose."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tui.analysis.compare import (
    Kind,
    Seating,
    Side,
    Sides,
    Verdict,
    compare,
    ground_of,
    seating,
    sides_of,
    standing,
)
from tui.analysis.gathered import all_facts
from tui.brief.model import Brief, Delegation, Measure, OutcomeItem, Site
from tui.brief.record import Record
from tui.brief.refs import Location
from tui.brief.register import Register
from tui.brief.walk import ClaimedField


class Group(StrEnum):
    """What is contested between whom; the most contrary first."""

    PARTIES = "party against party"
    SOURCES = "source against source"
    OTHERS = "within one side, and others"
    INCOMPARABLE = "not comparable"
    ASYMMETRIC = "different states"
    COMPATIBLE = "compatible, not agreed"
    FINER = "finer, not contrary"
    WORDING = "worded differently"
    AGREE = "said by several"


_GROUPS = {
    Kind.INCOMPARABLE: Group.INCOMPARABLE,
    Kind.ASYMMETRIC: Group.ASYMMETRIC,
    Kind.COMPATIBLE: Group.COMPATIBLE,
    Kind.FINER: Group.FINER,
    Kind.WORDING: Group.WORDING,
}


@dataclass(frozen=True, slots=True)
class Contested:
    """A value with several claims."""

    record: Record
    """The record of the brief it belongs to; the section where it is one of a section's own."""
    fact: ClaimedField
    verdict: Verdict
    group: Group
    voices: tuple[tuple[Side, int], ...]
    """How many voices of each side speak; those of no side under ""."""
    standing: str
    """What it rests on, in the words of `tui.analysis.compare.standing`."""
    key: str
    """Identity within the brief."""

    @property
    def disputed(self) -> bool:
        """Whether the claims cannot all be true."""
        return self.verdict.kind is Kind.DISPUTE

    @property
    def judged(self) -> bool:
        """Whether it is a dispute only by the writer's `held`, which no program can tell."""
        return self.disputed and all(pair[2] is not Kind.DISPUTE for pair in self.verdict.pairs)


@dataclass(frozen=True, slots=True)
class Unlike:
    """A delegation whose lists, or whose heads, exclude each other."""

    record: Delegation
    seating: Seating
    group: Group
    key: str
    disputed: bool = True


def disputes(brief: Brief, known: Register) -> tuple[Contested | Unlike, ...]:
    """Lists and values that several voices give, the most contrary first."""
    both: list[Contested | Unlike] = [*unlike_lists(brief, known), *contested(brief, known)]
    return tuple(sorted(both, key=lambda each: _ORDER[each.group]))


def contested(brief: Brief, known: Register) -> tuple[Contested, ...]:
    """Every value with several claims, the most contrary first, else in the brief's order."""
    sides = sides_of(brief, known)
    alike: Counter[str] = Counter()
    found = []
    ground = ground_of(known, brief.aliases)
    for record, fact in all_facts(brief, ground):
        if len(fact.claimed.claims) > 1 and len(fact.claimed.unstruck) > 1:
            key = _key(record, fact)
            alike[key] += 1
            key += f"~{alike[key]}" if alike[key] > 1 else ""
            found.append(_contested(record, fact, brief, sides, key))
    return tuple(sorted(found, key=lambda each: _ORDER[each.group]))


_ORDER = {group: index for index, group in enumerate(Group)}


def unlike_lists(brief: Brief, known: Register) -> tuple[Unlike, ...]:
    """Delegations of which one source says what another one excludes.

    Claims about the head alone, without any list of members, are a contested value and no list.
    """
    ground = ground_of(known, brief.aliases)
    sides = sides_of(brief, known)
    found = []
    for record in brief.delegations:
        if not record.rosters:
            continue
        seats = seating(record, ground)
        # The titles of people are values of their own, and disputed there.
        away = any(seat.attendance.kind is Kind.DISPUTE for seat in seats.verdict.seats)
        if away or Kind.DISPUTE in {seats.verdict.members.kind, seats.verdict.head.kind}:
            voices = {sides.of_party(each.by) for each in record.rosters} - {""}
            group = Group.PARTIES if len(voices) > 1 else Group.SOURCES
            found.append(Unlike(record, seats, group, f"disputes/{record.key}"))
    return tuple(found)


def _contested(
    record: Record, fact: ClaimedField, brief: Brief, sides: Sides, key: str
) -> Contested:
    verdict = compare(fact, sides.known, brief.aliases)
    return Contested(
        record, fact, verdict, _group(fact, verdict, sides), tuple(sides.voices(fact).items()),
        standing(fact, sides.known, verdict), key,
    )  # fmt: skip


def _key(record: Record, fact: ClaimedField) -> str:
    """A name for the value that stays when claims or other records come and go."""
    whole = record.key or type(record).__name__.lower()
    match fact.owner:
        case Measure(name=name):
            return f"disputes/{whole}#{name}"
        case Site(place=Location(name=name)) | OutcomeItem(text=name):
            return f"disputes/{whole}#{fact.field} {name}"
    return f"disputes/{whole}#{fact.field}"


def _group(fact: ClaimedField, verdict: Verdict, sides: Sides) -> Group:
    if verdict.kind is not Kind.DISPUTE:
        return _GROUPS.get(verdict.kind, Group.AGREE)
    pairs = list(_disputing(verdict))
    claims = fact.claimed.claims
    spoken = [sides.all_of(claims[i], fact) | sides.all_of(claims[j], fact) for i, j in pairs]
    if any(len(each) > 1 for each in spoken):
        return Group.PARTIES
    if any(claims[i].by is None and claims[j].by is None for i, j in pairs):
        return Group.SOURCES
    return Group.OTHERS


def _disputing(verdict: Verdict) -> Iterator[tuple[int, int]]:
    """The pairs that make it a dispute: those computed, else those the writer holds to be one."""
    hard = [pair[:2] for pair in verdict.pairs if pair[2] is Kind.DISPUTE]
    yield from hard or [pair[:2] for pair in verdict.pairs]
