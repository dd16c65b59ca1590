"""The delegations of one party from round to round: who came, who went, new posts, new heads.

A list that is open says nothing of those it does not name. So somebody has joined, or left, only
where a closed list of the one round excludes him; else he is merely named, or not named.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tui.analysis.compare import (
    Ground,
    Kind,
    compare_claims,
    ground_of,
    round_date,
    same_people,
    titles_of,
)
from tui.analysis.compare.rosters import AWAY, STAFF
from tui.brief.claims import Claim
from tui.brief.model import Brief, Delegation, Member, Party, Person, Round
from tui.brief.register import Register


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody who is in one delegation and not in the other."""

    person: str
    sure: bool
    """A closed list of the other round leaves the person out."""
    twin: str = ""
    """Somebody in the other delegation whose name is written alike: perhaps the same person."""
    away: str = ""
    """`absent` or `replaced`, where the other round's lists say so."""


@dataclass(frozen=True, slots=True)
class Retitled:
    """Somebody in both delegations whose posts in them are not the same."""

    person: str
    before: tuple[Claim[str], ...]
    after: tuple[Claim[str], ...]
    kind: Kind
    """How the nearest two of them compare: `dispute` is another post."""


@dataclass(frozen=True, slots=True)
class Step:
    """From one round to the next one a party sat in."""

    before: Round
    after: Round
    added: tuple[Came, ...]
    dropped: tuple[Came, ...]
    stayed: tuple[str, ...]
    retitled: tuple[Retitled, ...]
    old_head: tuple[str, ...]
    """Who led, by everybody who says so; empty: nobody says."""
    new_head: tuple[str, ...]

    @property
    def has_new_head(self) -> bool:
        """Whether both heads are known and nobody has led both times."""
        return bool(self.old_head and self.new_head and not {*self.old_head} & {*self.new_head})


@dataclass(frozen=True)
class DelegationHistory:
    """The delegations of one party in the order of the rounds."""

    party: Party
    steps: tuple[Step, ...]

    @cached_property
    def rounds(self) -> tuple[Round, ...]:
        """The rounds with a delegation."""
        return (self.steps[0].before, *(step.after for step in self.steps))


def courses(brief: Brief, known: Register) -> tuple[DelegationHistory, ...]:
    """A course for each party that sat in two rounds or more."""
    ground = ground_of(known, brief.aliases)
    sat: dict[tuple[str, str], list[Delegation]] = {}
    for each in brief.delegations:
        if each.party and each.round:
            sat.setdefault((each.party.id, each.round.id), []).append(each)
    found = []
    for party in brief.parties:
        teams = [_team(at, sat[party.id, at.id], ground) for at in brief.rounds
                 if (party.id, at.id) in sat]  # fmt: skip
        if len(teams) > 1:
            steps = pairwise(teams)
            found.append(DelegationHistory(party, tuple(_step(a, b, ground) for a, b in steps)))
    return tuple(found)


@dataclass(frozen=True)
class _Team:
    """All that is said of one party at one round."""

    round: Round
    delegations: tuple[Delegation, ...]
    heads: tuple[str, ...]
    named: Mapping[str, tuple[Member, ...]]
    """Id of everybody named, in the order of first mention → what each list says of them."""
    titles: Mapping[str, tuple[Claim[str], ...]]

    @cached_property
    def present(self) -> dict[str, None]:
        """Everybody whom not every list calls absent or replaced; the order is kept."""
        here = (n for n, found in self.named.items() if not found or any(
                m.attendance not in AWAY for m in found))  # fmt: skip
        return dict.fromkeys(here)

    @cached_property
    def whole(self) -> bool:
        """Whether a closed list has everybody of the team, so that nobody else was in it."""
        team = {name for name in self.present if not self.is_staff(name)}
        lists = (r for each in self.delegations for r in each.rosters if r.list == "closed")
        return any(team <= {_name(member) for member in each.members} for each in lists)

    def is_staff(self, name: str) -> bool:
        """Whether somebody works beside the members, whom no list of members need name."""
        found = self.named[name]
        return bool(found) and all(member.role in STAFF for member in found)


def _team(at: Round, delegations: list[Delegation], ground: Ground) -> _Team:
    named: dict[str, list[Member]] = {}
    heads: dict[str, None] = {}
    for each in delegations:
        for ref in each.head.values if each.head else ():
            heads.update((one.name, None) for one in ref.each)
        for member in (m for roster in each.rosters for m in roster.members if m.person):
            name = _name(member)
            named.setdefault(name, []).append(member)
            if member.role == "head":
                heads[name] = None
    everybody = {**dict.fromkeys(heads, ()), **{n: tuple(m) for n, m in named.items()}}
    titles = {name: _titles(name, members, delegations[0], ground)
              for name, members in everybody.items()}  # fmt: skip
    return _Team(at, tuple(delegations), tuple(heads), everybody, titles)


def _name(member: Member) -> str:
    return (member.person.id or member.person.unnamed) if member.person else ""


def _titles(
    name: str, members: tuple[Member, ...], delegation: Delegation, ground: Ground
) -> tuple[Claim[str], ...]:
    """The posts the lists give, else those of the register that a list's source or the day fits."""
    given = tuple(c for m in members if m.title for c in m.title.standing)
    if given:
        return given
    person = ground.known.find(name)
    known = titles_of(
        person if isinstance(person, Person) else None, round_date(delegation, ground), ground
    )
    sources = {ref.id for each in (delegation, *delegation.rosters) for ref in each.src}
    fitting = tuple(c for c in known if c.when or sources & {ref.id for ref in c.src})
    return fitting or known


def _step(before: _Team, after: _Team, ground: Ground) -> Step:
    same = _same(before, after, ground)
    stayed = tuple(name for name in after.present if name in before.present)
    retitled = (_retitled(name, before, after, ground) for name in stayed)
    return Step(
        before.round, after.round,
        _gone(after, before, same), _gone(before, after, same), stayed,
        tuple(each for each in retitled if each), before.heads, after.heads,
    )  # fmt: skip


def _gone(here: _Team, there: _Team, same: Mapping[str, str]) -> tuple[Came, ...]:
    """Who is in one team and not in the other."""
    found = []
    for name in here.present:
        if name in there.present:
            continue
        one = same.get(name, name)
        twin = next((n for n in there.present if same.get(n, n) == one), "")
        away = next((m.attendance for m in there.named.get(name, ()) if m.attendance), "")
        sure = bool(away) or (there.whole and not here.is_staff(name) and not twin)
        found.append(Came(name, sure, twin, away))
    return tuple(found)


def _same(before: _Team, after: _Team, ground: Ground) -> Mapping[str, str]:
    rosters = [r for team in (before, after) for each in team.delegations for r in each.rosters]
    return same_people(rosters, ground)


def _retitled(name: str, before: _Team, after: _Team, ground: Ground) -> Retitled | None:
    """How somebody's posts compare; None where one of them is the same, or none is known."""
    old, new = before.titles.get(name, ()), after.titles.get(name, ())
    kinds = [_apart(one, other, ground) for one in old for other in new]
    nearest = min(kinds, key=lambda kind: kind.strength, default=Kind.AGREE)
    return None if nearest is Kind.AGREE else Retitled(name, old, new, nearest)


def _apart(one: Claim[str], other: Claim[str], ground: Ground) -> Kind:
    # Without their dates: that a post is held at another time is what a change of posts is.
    bare = [Claim(value=each.value, src=each.src) for each in (one, other)]
    kind = compare_claims(bare, ground, "title").kind
    return Kind.AGREE if kind is Kind.SINGLE else kind
