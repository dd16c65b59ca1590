"""Where each party stands on each issue, in the order it came to stand there; and where not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from tui.analysis.compare import sides_of
from tui.analysis.compare.times import span
from tui.brief.model import Brief, Issue, Party, Positions, Round, Stance, Statement
from tui.brief.refs import Reference
from tui.brief.register import Register
from tui.brief.roots import party_of
from tui.brief.when import hull

_UNDATED = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Cell:
    """One party on one issue. Empty where no source in hand says where it stands."""

    stances: tuple[Stance, ...] = ()
    """The oldest first; those of no stated time before all others, as none can be called newest."""
    statements: tuple[Statement, ...] = ()
    """What its people said on the issue, in the order of the brief."""

    latest: tuple[Stance, ...] = ()
    """Where the party stands now, as far as known; several stances of one time have no order."""


@dataclass(frozen=True, slots=True)
class StanceSupport:
    """What one stance rests on."""

    sources: int
    """How many sources it is read in."""
    named: bool
    """Whether anybody is named who says so."""
    teller: Reference | None
    """Somebody of another party, if it is known from nobody else."""


NOTHING = Cell()


@dataclass(frozen=True)
class Matrix:
    """Issues by parties."""

    issues: tuple[Issue, ...]
    parties: tuple[Party, ...]
    """The parties to the conflict, whose silence is information."""
    others: tuple[Party, ...]
    """Other parties that take a stance."""
    cells: Mapping[tuple[str, str], Cell]
    """Key of an issue and id of a party → where it stands; "" for speakers of no party."""

    def cell(self, issue: Issue, party: str) -> Cell:
        """Where a party stands on an issue."""
        return self.cells.get((issue.key, party), NOTHING)

    @cached_property
    def unknown(self) -> tuple[tuple[Issue, Party], ...]:
        """Where no source in hand says how a party to the conflict stands."""
        return tuple(
            (issue, party) for issue in self.issues for party in self.parties
            if not self.cell(issue, party.id).stances and not self.in_parts(issue, party.id)
        )  # fmt: skip

    @cached_property
    def parts(self) -> Mapping[str, tuple[Issue, ...]]:
        """Id of an issue → the issues that are part of it."""
        found: dict[str, list[Issue]] = {}
        for each in self.issues:
            if each.parent:
                found.setdefault(each.parent.id, []).append(each)
        return {name: tuple(parts) for name, parts in found.items()}

    def in_parts(self, issue: Issue, party: str) -> bool:
        """Whether a party stands somewhere on a part of an issue, if not on the whole of it."""
        parts = self.parts.get(issue.id, ()) if issue.id else ()
        return any(self.cell(part, party).stances for part in parts)


def matrix(brief: Brief, known: Register) -> Matrix:
    """Sort stances and statements by issue and party, in linear time but for their order."""
    part = brief.positions or Positions()
    stances: dict[tuple[str, str], list[Stance]] = {}
    latest: dict[tuple[str, str], list[Stance]] = {}
    last: dict[tuple[str, str], datetime] = {}
    timed = [(_time(each, known, brief.display_zone), each) for each in part.stances]
    for time, each in sorted(timed, key=lambda pair: pair[0]):
        issue, party = known.find(each.issue), party_of(each.party, known)
        if isinstance(issue, Issue) and party:
            at = issue.key, party.id
            stances.setdefault(at, []).append(each)
            if last.get(at) != time:
                latest[at], last[at] = [], time
            latest[at].append(each)
    by_issue = _statements(brief, known)
    cells = {
        at: Cell(tuple(stances.get(at, ())), tuple(by_issue.get(at, ())), tuple(latest.get(at, ())))
        for at in stances | by_issue
    }
    columns = tuple(p for side in sides_of(brief, known).parties.values() for p in side)
    standing = {party for _, party in stances}
    others = (p for p in brief.parties if p.id in standing and p not in columns)
    return Matrix(part.issues, columns, tuple(others), cells)


def footing(stance: Stance, brief: Brief, known: Register) -> StanceSupport:
    """What a stance rests on: its sources, and who is named as saying so."""
    claims = stance.position.claims if stance.position else ()
    around = stance.src or brief.src
    sources = {ref.id for claim in claims for ref in claim.src or around} or {r.id for r in around}
    voices = [who for who in (stance.by, *(claim.by for claim in claims)) if who]
    party = party_of(stance.party, known)
    own = [who for who in voices if party_of(who, known) is party]
    teller = voices[0] if voices and not own and voices[0].id else None
    return StanceSupport(len(sources), any(who.id for who in voices), teller)


def _statements(brief: Brief, known: Register) -> dict[tuple[str, str], list[Statement]]:
    """Statements by issue and by the party of their speaker."""
    found: dict[tuple[str, str], list[Statement]] = {}
    for each in brief.statements:
        party = party_of(each.on_behalf_of or each.speaker, known)
        issues = (known.find(ref) for ref in each.about)
        for key in dict.fromkeys(i.key for i in issues if isinstance(i, Issue)):
            found.setdefault((key, party.id if party else ""), []).append(each)
    return found


def _time(stance: Stance, known: Register, home: str) -> datetime:
    """When a stance was taken, else when the round was at which it was."""
    when = stance.when
    if when is None:
        found = known.find(stance.round)
        when = hull(found.when.stated) if isinstance(found, Round) and found.when else None
    if when is None:
        return _UNDATED
    place = span(when, home or "UTC")
    return place.start or place.end or _UNDATED
