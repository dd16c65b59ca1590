"""The lists of one delegation made ready to compare: one id a person, and the titles they give."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tui.analysis.compare.ground import Ground
from tui.analysis.compare.kinds import Kind
from tui.analysis.compare.namesakes import namesakes
from tui.analysis.compare.rosters import RosterVerdict, Seat, compare_rosters
from tui.analysis.compare.times import may_be_one_time
from tui.brief.claims import Claim, Claimed
from tui.brief.model import Delegation, Member, Person, Roster, Round
from tui.brief.refs import Reference, SourceRef
from tui.brief.when import When, hull


@dataclass(frozen=True, slots=True)
class Seating:
    """Who sits in a delegation, list by list."""

    rosters: tuple[Roster, ...]
    """Its lists, each with the titles its own source gives, wherever they are written."""
    verdict: RosterVerdict
    same: Mapping[str, str]
    """Id of a person → the id of another, on another list, whose name is written alike."""

    def absence(self, seat: Seat, index: int) -> Kind | None:
        """How a list that lacks somebody relates to those that have him; None: it says nothing."""
        if index not in seat.left_out:
            return None
        kinds = {frozenset(pair[:2]): pair[2] for pair in self.verdict.members.pairs}
        found = [kinds.get(frozenset((index, other)), Kind.AGREE) for other in seat.listed]
        return max(found, key=lambda kind: kind.strength)


def seating(delegation: Delegation, ground: Ground) -> Seating:
    """Compare the lists of a delegation; people who may be one and the same are no dispute."""
    at = round_date(delegation, ground)
    same = same_people(delegation.rosters, ground)
    rosters = tuple(
        _seated(each, each.src or delegation.src, ground, same, at) for each in delegation.rosters
    )
    head = _one_id(delegation.head, same)
    return Seating(rosters, compare_rosters(rosters, ground, head, delegation.src), same)


def round_date(delegation: Delegation, ground: Ground) -> When | None:
    """When the round of a delegation is, as far as those who say so leave it open."""
    found = ground.known.find(delegation.round)
    return hull(found.when.stated) if isinstance(found, Round) and found.when else None


def titles_of(person: Person | None, at: When | None, ground: Ground) -> tuple[Claim[str], ...]:
    """The titles a register gives a person, without those of another time."""
    claims = person.title.claims if person and person.title else ()
    src = person.src if person else ()
    return tuple(
        replace(claim, src=claim.src or src) for claim in claims
        if claim.when is None or at is None
        or may_be_one_time(claim.when, at, ground)
    )  # fmt: skip


def same_people(rosters: Sequence[Roster], ground: Ground) -> Mapping[str, str]:
    """People under two ids whose names are written alike, unless one list has them both."""
    listed = [{m.person.id for m in each.members if m.person and m.person.id} for each in rosters]
    alike: dict[str, set[str]] = {}
    for name in set().union(*listed):
        alike.setdefault(namesakes(ground).get(name, name), set()).add(name)
    apart = (ids for ids in alike.values() if all(len(ids & names) < 2 for names in listed))
    return {name: min(ids) for ids in apart for name in ids if name != min(ids)}


def _seated(
    roster: Roster,
    src: tuple[SourceRef, ...],
    ground: Ground,
    same: Mapping[str, str],
    at: When | None,
) -> Roster:
    sources = {ref.id for ref in src}
    members = []
    for member in roster.members:
        person = ground.known.find(member.person)
        given = titles_of(person if isinstance(person, Person) else None, at, ground)
        titles = tuple(c for c in given if sources & {ref.id for ref in c.src})
        if member.title is None and titles:
            member = replace(member, title=Claimed(titles))  # noqa: PLW2901
        members.append(_renamed(member, same))
    return replace(roster, members=tuple(members))


def _renamed(member: Member, same: Mapping[str, str]) -> Member:
    if member.person is None or member.person.id not in same:
        return member
    return replace(member, person=replace(member.person, id=same[member.person.id]))


def _one_id(head: Claimed[Any] | None, same: Mapping[str, str]) -> Claimed[Reference] | None:
    if head is None or not same:
        return head
    claims = [
        replace(claim, value=_renamed_reference(claim.value, same))
        if isinstance(claim.value, Reference) else claim
        for claim in head.claims
    ]  # fmt: skip
    return replace(head, claims=tuple(claims))


def _renamed_reference(ref: Reference, same: Mapping[str, str]) -> Reference:
    if ref.together:
        return replace(ref, together=tuple(_renamed_reference(e, same) for e in ref.together))
    return replace(ref, id=same.get(ref.id, ref.id))
