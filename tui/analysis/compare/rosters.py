"""Comparing rosters of one delegation: who sits in which, under what title, led by whom."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from tui.analysis.compare.claims import compare_claims
from tui.analysis.compare.ground import Ground
from tui.analysis.compare.kinds import AGREE, Kind, Relation, Verdict, verdict
from tui.analysis.compare.sets import SourceList, relate_lists
from tui.analysis.compare.times import may_be_one_time
from tui.brief.claims import Claim, Claimed
from tui.brief.model import Member, Roster
from tui.brief.refs import Reference, SourceRef
from tui.brief.spelling import fold

STAFF = frozenset({"expert", "adviser", "interpreter", "spokesperson"})
"""Roles often listed apart: a closed list of members does not deny them."""
AWAY = frozenset({"absent", "replaced"})
"""Named, but not as sitting: no closed list contradicts it."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One person across the rosters."""

    person: Reference
    listed: tuple[int, ...]
    """The rosters that name the person, by index."""
    left_out: tuple[int, ...]
    """The closed rosters that do not."""
    title: Verdict
    """How the titles they give compare."""
    attendance: Verdict
    """Present in one and absent in another is a dispute."""


@dataclass(frozen=True, slots=True)
class RosterVerdict:
    """How the rosters of a delegation compare."""

    members: Verdict
    """Who is on them; the pairs are rosters by index."""
    seats: tuple[Seat, ...]
    """Everybody named, in the order of first mention."""
    head: Verdict
    """Who leads, by the heads the rosters name and the claims given."""


def compare_rosters(
    rosters: Sequence[Roster],
    ground: Ground,
    head: Claimed[Reference] | None = None,
    src: tuple[SourceRef, ...] = (),
) -> RosterVerdict:
    """Compare rosters two by two; `head` and `src` are those of the delegation."""
    rosters = [replace(each, src=each.src or src) for each in rosters]
    pairs = []
    for (i, one), (j, other) in combinations(enumerate(rosters), 2):
        relation = _relate(one, other, ground)
        if relation != AGREE:
            pairs.append((i, j, relation.kind, relation.note))
    kind = Kind.AGREE if len(rosters) > 1 else Kind.SINGLE
    heads = [*(head.claims if head else ()), *_heads(rosters)]
    return RosterVerdict(
        verdict(kind, pairs), _seats(rosters, ground), compare_claims(heads, ground, "head")
    )


def _relate(a: Roster, b: Roster, ground: Ground) -> Relation:
    relation = relate_lists(_listed(a, b), _listed(b, a))
    if relation.kind is Kind.DISPUTE and _apart(a, b, ground):
        return Relation(Kind.FINER, f"{relation.note}; of different dates")
    if relation.kind is Kind.DISPUTE and a.basis and b.basis and fold(a.basis) != fold(b.basis):
        # Who signed and who was seen are two lists, each closed in its own way.
        return Relation(Kind.INCOMPARABLE, f"unlike bases; {relation.note}")
    if relation == AGREE and _names(a) != _names(b):
        others = ", ".join(sorted(_names(a) ^ _names(b)))
        return Relation(Kind.FINER, f"only in one: {others}")
    return relation


def _listed(roster: Roster, other: Roster) -> SourceList:
    """The members of a roster that it matters for another one to leave out."""
    there = _names(other)
    held = {
        _name(m) for m in roster.members
        if _name(m) in there or (m.role not in STAFF and m.attendance not in AWAY)
    }  # fmt: skip
    return SourceList(_source(roster), frozenset(held), roster.list == "closed")


def _seats(rosters: Sequence[Roster], ground: Ground) -> tuple[Seat, ...]:
    found: dict[str, list[tuple[int, Member]]] = {}
    for index, roster in enumerate(rosters):
        for member in roster.members:
            if _name(member):
                found.setdefault(_name(member), []).append((index, member))
    return tuple(_seat(named, rosters, ground) for named in found.values())


def _seat(named: list[tuple[int, Member]], rosters: Sequence[Roster], ground: Ground) -> Seat:
    listed = tuple(dict.fromkeys(index for index, _ in named))
    aside = all(m.role in STAFF or m.attendance in AWAY for _, m in named)
    closed = [i for i, each in enumerate(rosters) if each.list == "closed" and i not in listed]
    titles: list[Claim[Any]] = []
    for index, member in named:
        src = member.src or rosters[index].src
        claims = member.title.claims if member.title else ()
        titles += (replace(claim, src=claim.src or src) for claim in claims)
    seen = {member.attendance for _, member in named} - {""}
    person = named[0][1].person or Reference()
    return Seat(
        person, listed, () if aside else tuple(closed),
        compare_claims(titles, ground, "title"), _attendance(seen, len(named)),
    )  # fmt: skip


def _attendance(seen: set[str], count: int) -> Verdict:
    if count < 2:
        return Verdict(Kind.SINGLE)
    if "present" in seen and seen & AWAY:
        return Verdict(Kind.DISPUTE, ", ".join(sorted(seen)))
    return Verdict(Kind.FINER if len(seen) > 1 else Kind.AGREE, ", ".join(sorted(seen)))


def _heads(rosters: Sequence[Roster]) -> list[Claim[Reference]]:
    return [
        Claim(value=member.person, src=member.src or roster.src, by=roster.by)
        for roster in rosters
        for member in roster.members
        if member.role == "head" and member.person
    ]


def _apart(a: Roster, b: Roster, ground: Ground) -> bool:
    if a.as_of is None or b.as_of is None:
        return False
    return not may_be_one_time(a.as_of, b.as_of, ground)


def _names(roster: Roster) -> frozenset[str]:
    return frozenset(_name(member) for member in roster.members)


def _name(member: Member) -> str:
    return (member.person.id or member.person.unnamed) if member.person else ""


def _source(roster: Roster) -> str:
    return roster.src[0].id if roster.src else "one list"
