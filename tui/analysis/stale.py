"""What was expected and whose time has passed; what a later record has overtaken.

Told against a point in time: the brief's own cut-off, or today. Only what is over whatever the
dates may mean is called so; a record that does not say when it is due is never late.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TypeVar

from tui.analysis.intervals import interval
from tui.analysis.units import in_days
from tui.brief.claims import Claim, Claimed
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
from tui.brief.quantity import Quantity
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.register import Register
from tui.brief.spelling import fold
from tui.brief.value import Value, positional
from tui.brief.when import When, hull

S = TypeVar("S", bound=Status)
OVER = {"concluded", "adjourned", "collapsed", "cancelled"}
"""Statuses of a round nobody is expected at any more."""
_EXPECTED = {"proposed", "scheduled", "under_way"}
_OPEN = {"", "open", "partly"}
_RUNNING = {"proposed", "agreed", "under_way", "partly_done"}
_HOLDING = {"in_force", "declared", "agreed"}


@positional
class Stale(Value):
    """A record that is behind its own time."""

    reason: str
    """round, watch, question, exchange, ceasefire, seats (overdue); stance (overtaken)."""
    record: Record
    when: When | None = None
    """When it was due, or the date of its last mention."""
    later: When | None = None
    """The date of what overtook it."""
    word: str = ""
    """How the stance moved that overtook it."""
    count: int = 1
    """How many people, where it is about people."""

    @property
    def overdue(self) -> bool:
        """Whether its time has passed; else something later is said about it."""
        return self.reason != "stance"


def stale(brief: Brief, known: Register, at: Stretch | None) -> tuple[Stale, ...]:
    """Everything overdue at a time, in the order of the brief; then everything overtaken.

    Without a time nothing is overdue.
    """
    home = brief.display_zone
    records = known.by_key.values()
    late = [e for r in records for e in _overdue(r, known, at, home)] if at else []
    return (*late, *_stances(records, known, home))


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
        case Round(status=[_, *_]):
            yield from _meeting(record, at, home)
        case Watch(by_when=When() as when) if _over(when, at, home):
            yield Stale("watch", record, when)
        case OpenQuestion(due=When() as when) if record.status in _OPEN and _over(when, at, home):
            yield Stale("question", record, when)
        case Exchange(completed=Claimed()) if _all_now(record.status, _RUNNING, home):
            yield from _passed("exchange", record, record.completed, at, home)
        case Ceasefire() if _all_now(record.status, _HOLDING, home):
            yield from _truce(record, at, home)
        case Delegation() | ThirdParty():
            yield from _seats(record, known, home)


def _meeting(record: Round, at: Stretch, home: str) -> Iterator[Stale]:
    """A round whose day, or the day it was last put off to, has passed with nothing told since."""
    days = [*(record.when.stated if record.when else ()), *(s.for_ for s in record.status)]
    if not any(day and _over(day, at, home) for day in days):
        return
    if not _all_now(record.status, _EXPECTED, home):
        return
    moved = [s.for_ for s in now(record.status, home) if s.for_] if any(
        s.for_ for s in record.status
    ) else []  # fmt: skip
    if not moved:
        yield from _passed("round", record, record.when, at, home)
    elif all(_over(when, at, home) for when in moved):
        yield Stale("round", record, moved[0])


def states_of(record: Record) -> tuple[Status, ...]:
    """The states of a record that has a history of them."""
    match record:
        case Round() | Exchange() | Ceasefire():
            return record.status
        case Document():
            return record.states
    return ()


def now(states: tuple[S, ...], home: str) -> tuple[S, ...]:
    """The states that hold now."""
    if len(states) < 2:
        return states
    from tui.analysis.compare import current  # noqa: PLC0415  (seldom needed on a first page)

    return current(states, home)


def _all_now(states: tuple[Status, ...], words: set[str], home: str) -> bool:
    """Whether all that holds now is of some words. Dates are put in order only if need be."""
    among = [fold(state.status) in words for state in states]
    if all(among) or not any(among):
        return bool(among) and all(among)
    return all(fold(state.status) in words for state in now(states, home))


def _seats(record: Delegation | ThirdParty, known: Register, home: str) -> Iterator[Stale]:
    """People still told to be expected at rounds that are over."""
    if isinstance(record, ThirdParty):
        if record.attendance == "expected" and _is_over(record.rounds, known, home):
            yield Stale("seats", record)
        return
    members = (member for roster in record.rosters for member in roster.members)
    words: dict[Reference | None, set[str]] = defaultdict(set)
    for member in members:
        words[member.person].add(member.attendance)
    # Who is on another list with what he did is not only expected.
    seats = [who for who, found in words.items() if found == {"expected"}]
    if seats and _is_over((record.round,), known, home):
        yield Stale("seats", record, count=len(seats))


def _passed(
    reason: str, record: Record, held: Claimed[When] | None, at: Stretch, home: str
) -> Iterator[Stale]:
    """Stale where every date claimed for it has passed."""
    whens = held.stated if held else ()
    if whens and all(_over(when, at, home) for when in whens):
        yield Stale(reason, record, max(whens, key=lambda when: _end(when, home)))


def _truce(record: Ceasefire, at: Stretch, home: str) -> Iterator[Stale]:
    """A ceasefire whose end, told or counted from its first day, has passed."""
    if record.ended:
        yield from _passed("ceasefire", record, record.ended, at, home)
        return
    began = record.effective or record.declared
    starts = [stretch(when, home).end for when in (began.stated if began else ())]
    days = [_most_days(claim) for claim in (record.days.claims if record.days else ())]
    known, most = [s for s in starts if s], [n for n in days if n is not None]
    if not most or not known or len(known) < len(starts) or len(most) < len(days):
        return
    longest = max(most)
    if at.start and longest < _AGE and max(known) + timedelta(float(longest)) < at.start:
        yield Stale("ceasefire", record, count=int(longest))


def _most_days(claim: Claim[Quantity]) -> Decimal | None:
    """The most days a length of time may be; None where it is open, or no length of time."""
    found = in_days((claim.value.unit if claim.value else "") or claim.unit)
    span = interval(claim.value) if claim.value else None
    if found is None or span is None or span.high is None:
        return None
    return span.high * found[1]


_AGE = Decimal(100_000)
"""Days beyond which a ceasefire is for ever."""


def _over(when: When, at: Stretch, home: str) -> bool:
    return stretch(when, home).before(at)


def _is_over(rounds: Iterable[Reference | None], known: Register, home: str) -> bool:
    """Whether all of some rounds are said to be over, by everybody who says how they stand now."""
    found = [known.find(ref) for ref in rounds]
    return bool(found) and all(
        isinstance(each, Round) and _all_now(each.status, OVER, home) for each in found
    )


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
        moved.sort(key=lambda pair: (_end(pair[1], home), pair[0].movement, pair[0].key))
        for stance, when in group:
            later = [(s, then) for s, then in moved if _earlier(when, then, home)]
            if later:
                yield Stale("stance", stance, when, later[-1][1], later[-1][0].movement)


def _end(when: When, home: str) -> datetime:
    """The latest it may have been: what is surely earlier ends earlier too."""
    span = stretch(when, home)
    return span.end or span.start or datetime.min.replace(tzinfo=UTC)


def _date_of(record: Record | None) -> When | None:
    return hull(record.when.stated) if isinstance(record, Round) and record.when else None
