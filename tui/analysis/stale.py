"""What was expected and whose time has passed; what a later record has overtaken.

Told against a point in time: the brief's own cut-off, or today. Only what is over whatever the
dates may mean is called so; a record that does not say when it is due is never late.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from tui.brief.claims import Claimed
from tui.brief.instants import Stretch, stretch
from tui.brief.model import (
    Brief,
    Ceasefire,
    Delegation,
    Document,
    Exchange,
    OpenQuestion,
    Round,
    Source,
    Stance,
    Status,
    ThirdParty,
    Watch,
)
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.register import Register
from tui.brief.value import Value, positional
from tui.brief.when import When, hull

OVER = {"concluded", "adjourned", "collapsed", "cancelled"}
"""Statuses of a round nobody is expected at any more."""
_EXPECTED = {"proposed", "scheduled", "under_way"}
_OPEN = {"", "open", "partly"}
_RUNNING = {"proposed", "agreed", "under_way", "partly_done"}


@positional
class Stale(Value):
    """A record that is behind its own time."""

    reason: str
    """round, watch, question, exchange, ceasefire, seats (overdue); status, stance (overtaken)."""
    record: Record
    when: When | None = None
    """When it was due, or the date of its last mention."""
    later: When | None = None
    """The date of what overtook it."""
    word: str = ""
    """The status it is said to have."""
    count: int = 1
    """How many people, where it is about people."""

    @property
    def overdue(self) -> bool:
        """Whether its time has passed; else something later is said about it."""
        return self.reason not in {"status", "stance"}


def stale(brief: Brief, known: Register, at: Stretch | None) -> tuple[Stale, ...]:
    """Everything overdue at a time, in the order of the brief; then everything overtaken.

    Without a time nothing is overdue.
    """
    home = brief.display_zone
    records = known.by_key.values()
    late = [e for r in records for e in _overdue(r, known, at, home)] if at else []
    return (*late, *_histories(records, home), *_stances(records, known, home))


def cutoff(brief: Brief) -> Stretch | None:
    """The time the brief speaks from; None where it does not say."""
    span = stretch(brief.as_of, brief.display_zone) if brief.as_of else None
    return span if span and span.start and span.end else None


def moment(now: datetime) -> Stretch:
    """A point in time as a stretch of no length."""
    return Stretch(now.astimezone(UTC), now.astimezone(UTC))


def without_date(known: Register) -> tuple[Source, ...]:
    """The sources that bear no date."""
    sources = (each for each in known.by_key.values() if isinstance(each, Source))
    return tuple(source for source in sources if source.published is None)


def _overdue(record: Record, known: Register, at: Stretch, home: str) -> Iterator[Stale]:
    match record:
        case Round(status=[*_, last]) if last.status in _EXPECTED:
            yield from _passed("round", record, record.when, at, home, last.status)
        case Watch(by_when=When() as when) if _over(when, at, home):
            yield Stale("watch", record, when)
        case OpenQuestion(due=When() as when) if record.status in _OPEN and _over(when, at, home):
            yield Stale("question", record, when)
        case Exchange(status=[*_, last]) if last.status in _RUNNING:
            yield from _passed("exchange", record, record.completed, at, home, last.status)
        case Ceasefire(status="in_force" | "declared" | "agreed"):
            yield from _truce(record, at, home)
        case Delegation() | ThirdParty():
            yield from _seats(record, known)


def _seats(record: Delegation | ThirdParty, known: Register) -> Iterator[Stale]:
    """People still told to be expected at rounds that are over."""
    if isinstance(record, ThirdParty):
        if record.attendance == "expected" and _is_over(record.rounds, known):
            yield Stale("seats", record)
        return
    members = (member for roster in record.rosters for member in roster.members)
    seats = {member.person for member in members if member.attendance == "expected"}
    if seats and _is_over((record.round,), known):
        yield Stale("seats", record, count=len(seats))


def _passed(
    reason: str, record: Record, held: Claimed[When] | None, at: Stretch, home: str, word: str
) -> Iterator[Stale]:
    """Stale where every date claimed for it has passed."""
    whens = held.values if held else ()
    if whens and all(_over(when, at, home) for when in whens):
        yield Stale(reason, record, whens[0], word=word)


def _truce(record: Ceasefire, at: Stretch, home: str) -> Iterator[Stale]:
    """A ceasefire whose end, told or counted from its first day, has passed."""
    if record.ended:
        yield from _passed("ceasefire", record, record.ended, at, home, record.status)
        return
    began = record.effective or record.declared
    starts = [stretch(when, home).end for when in (began.values if began else ())]
    lengths = record.days.values if record.days else ()
    days = [each.bounds[1] if each.unit in _DAYS else None for each in lengths]
    known, most = [s for s in starts if s], [n for n in days if n is not None]
    if not most or not known or len(known) < len(starts) or len(most) < len(days):
        return
    longest = max(most)
    if at.start and longest < _AGE and max(known) + timedelta(float(longest)) < at.start:
        yield Stale("ceasefire", record, word=record.status, count=int(longest))


_DAYS = {"", "day", "days"}
_AGE = Decimal(100_000)
"""Days beyond which a ceasefire is for ever."""


def _over(when: When, at: Stretch, home: str) -> bool:
    return stretch(when, home).before(at)


def _is_over(rounds: Iterable[Reference | None], known: Register) -> bool:
    """Whether all of some rounds are said to be over."""
    found = [known.find(ref) for ref in rounds]
    return bool(found) and all(
        isinstance(r, Round) and r.status and r.status[-1].status in OVER for r in found
    )


def _histories(records: Iterable[Record], home: str) -> Iterator[Stale]:
    """Status histories that end with a state older than another one in them."""
    for record in records:
        match record:
            case Round() | Exchange():
                histories: Iterable[list[Status]] = [list(record.status)]
            case Document():
                histories = _by_party(record.states)
            case _:
                continue
        for states in histories:
            last = states[-1] if len(states) > 1 else None
            when = (last.when or last.as_of) if last else None
            newer = [s for s in states[:-1] if when and _earlier(when, s.when, home)]
            if last and when and newer:
                yield Stale("status", record, when, newer[-1].when, last.status)


def _by_party(states: tuple[Status, ...]) -> Iterable[list[Status]]:
    """States of a paper by the party they hold for: each party has its own history."""
    found: dict[str, list[Status]] = defaultdict(list)
    for state in states:
        found[state.party.id if state.party else ""].append(state)
    return found.values()


def _earlier(when: When, other: When | None, home: str) -> bool:
    return other is not None and stretch(when, home).before(stretch(other, home))


def _stances(records: Iterable[Record], known: Register, home: str) -> Iterator[Stale]:
    """Stances that the same party has since hardened or softened.

    A later stance that does not say so may hold beside the earlier one.
    """
    groups: dict[tuple[str, str], list[tuple[Stance, When]]] = defaultdict(list)
    for record in records:
        if isinstance(record, Stance) and record.issue and record.party:
            when = record.when or _date_of(known.find(record.round))
            if when:
                groups[record.issue.id, record.party.id].append((record, when))
    for group in groups.values():
        moved = [(s, when) for s, when in group if s.movement in {"hardened", "softened"}]
        newest = max(moved, key=lambda pair: _start(pair[1], home), default=None)
        for stance, when in group if newest else ():
            if newest and _earlier(when, newest[1], home):
                yield Stale("stance", stance, when, newest[1], newest[0].movement)


def _start(when: When, home: str) -> datetime:
    span = stretch(when, home)
    return span.start or span.end or datetime.min.replace(tzinfo=UTC)


def _date_of(record: Record | None) -> When | None:
    return hull(record.when.stated) if isinstance(record, Round) and record.when else None
