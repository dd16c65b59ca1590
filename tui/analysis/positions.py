"""Where each party stands on each issue, in the order it came to stand there; and where not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property

from tui.analysis.compare import sides_of
from tui.analysis.date_spans import span
from tui.brief.instants import Stretch
from tui.brief.model import Brief, Issue, Party, Positions, Round, Stance, Statement
from tui.brief.refs import Reference
from tui.brief.register import Register
from tui.brief.roots import party_of

_UNDATED = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Cell:
    """One party on one issue. Empty where no source in hand says where it stands."""

    stances: tuple[Stance, ...] = ()
    """The oldest first; those of no stated time before all others, as none can be called newest."""
    statements: tuple[Statement, ...] = ()
    """What its people said on the issue, in the order of the brief."""
    times: Mapping[str, Stretch] = field(default_factory=dict)
    """Key of a stance → when it was taken, as far as told."""

    @property
    def now(self) -> tuple[Stance, ...]:
        """Where the party stands now, as far as known: two stances of one day are both now."""
        newest = max(self.times.values(), key=_start, default=None)
        if newest is None:
            return self.stances
        return tuple(
            each for each in self.stances
            if (time := self.times.get(each.key)) and not time.before(newest)
        )  # fmt: skip

    @property
    def undated(self) -> int:
        """How many are of no stated time, where others have one."""
        return len(self.stances) - len(self.times) if self.times else 0

    @property
    def earlier(self) -> int:
        """How many are surely earlier than where it stands now."""
        return len(self.stances) - len(self.now) - self.undated

    def previous(self, stance: Stance) -> Stance | None:
        """The last stance that is surely earlier than one, whatever their dates mean."""
        time = self.times.get(stance.key)
        earlier = (
            each for each in reversed(self.stances)
            if time and (other := self.times.get(each.key)) and other.before(time)
        )  # fmt: skip
        return next(earlier, None)


def _start(time: Stretch) -> datetime:
    return time.start or _UNDATED


@dataclass(frozen=True, slots=True)
class StanceSupport:
    """What one stance rests on."""

    sources: int
    """How many sources it is read in."""
    named: bool
    """Whether anybody is named who says so."""
    teller: Reference | None
    """Somebody who is not of the party, if nobody of it and no source by itself says so."""


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
        """Where the brief has neither a stance nor a statement of a party to the conflict."""
        return tuple(
            (issue, party) for issue in self.issues for party in self.parties
            if not (cell := self.cell(issue, party.id)).stances and not cell.statements
            and not self.in_parts(issue, party.id)
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
    home = brief.display_zone or "UTC"
    stances: dict[tuple[str, str], list[Stance]] = {}
    for each in part.stances:
        issue, party = known.find(each.issue), party_of(each.party, known)
        if isinstance(issue, Issue) and party:
            stances.setdefault((issue.key, party.id), []).append(each)
    by_issue = _statements(brief, known)
    cells = {
        at: _cell(stances.get(at, ()), tuple(by_issue.get(at, ())), known, home)
        for at in stances | by_issue
    }
    columns = tuple(p for side in sides_of(brief, known).parties.values() for p in side)
    standing = {party for _, party in stances}
    others = (p for p in brief.parties if p.id in standing and p not in columns)
    return Matrix(part.issues, columns, tuple(others), cells)


def footing(stance: Stance, brief: Brief, known: Register) -> StanceSupport:
    """What a stance rests on: its sources, and who is named as saying so."""
    claims = stance.position.claims if stance.position else ()
    speakers = [claim.by or stance.by for claim in claims]
    around = stance.src or brief.src
    sources = {ref.id for claim in claims for ref in claim.src or around} or {r.id for r in around}
    named = (each for who in (stance.by, *speakers) if who for each in who.each)
    voices = sorted(named, key=lambda who: who.id)
    party = party_of(stance.party, known)
    own = [who for who in voices if party_of(who, known) is party]
    only_others = voices and not own and all(speakers)
    teller = next((who for who in voices if who.id), None) if only_others else None
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


def _cell(
    stances: Sequence[Stance], statements: tuple[Statement, ...], known: Register, home: str
) -> Cell:
    """Stances in the order of time, whatever the order they are written in."""
    times = {each.key: time for each in stances if (time := _time(each, known, home))}
    ordered = sorted(stances, key=lambda each: _key(each, times.get(each.key)))
    return Cell(tuple(ordered), statements, times)


def _key(stance: Stance, time: Stretch | None) -> tuple[datetime, datetime, str, str]:
    """What stances are sorted by: the latest that each can have been taken, then its words."""
    last = (time.end or time.start or _UNDATED) if time else _UNDATED
    first = (time.start or _UNDATED) if time else _UNDATED
    texts = sorted(str(value) for value in (stance.position.values if stance.position else ()))
    return last, first, " ".join(texts), stance.id


def _time(stance: Stance, known: Register, home: str) -> Stretch | None:
    """When a stance was taken, else when the round was at which it was, by all who say so."""
    found = known.find(stance.round)
    held = found.when.stated if isinstance(found, Round) and found.when else ()
    whens = (stance.when,) if stance.when else held
    places = [span(when, home) for when in whens if when.start or when.end]
    if not places:
        return None
    starts = [place.start for place in places if place.start]
    ends = [place.end for place in places if place.end]
    return Stretch(
        min(starts) if len(starts) == len(places) else None,
        max(ends) if len(ends) == len(places) else None,
    )
