"""Comparing states: a list of them is a history, and parties may be at different points of it.

Two states are a dispute only where the words exclude each other, at the same time, for the same
holder and from different voices. Everything else may be a step from one to the next. The order of
the lines says nothing: states are in the order of their dates, else of the steps their words name,
and where neither tells, both hold.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations, pairwise
from typing import TypeAlias, TypeVar

from tui.analysis.compare.ground import Ground
from tui.analysis.compare.kinds import AGREE, Kind, Pair, Relation, Verdict, verdict
from tui.analysis.compare.state_words import denies, excludes, follows, happens_once, opposes
from tui.analysis.date_spans import span
from tui.brief.instants import Stretch
from tui.brief.model import Status
from tui.brief.refs import Reference
from tui.brief.roots import party_of
from tui.brief.spelling import fold
from tui.brief.when import When

S = TypeVar("S", bound=Status)
_FIRST = datetime.min.replace(tzinfo=UTC)
_LAST = datetime.max.replace(tzinfo=UTC)
Spans: TypeAlias = Mapping[int, Stretch | None]
MOST = 200
"""States of one thing that are put in order by their words too; beyond, by their dates alone."""


def compare_statuses(statuses: Sequence[Status], ground: Ground) -> Verdict:
    """Compare the states of one thing, two by two, whatever the order they are written in."""
    if len(statuses) < 2:
        return Verdict(Kind.SINGLE)
    statuses = [_of_its_party(each, ground) for each in statuses]
    spans = _spans(statuses, ground.home)
    return verdict(Kind.AGREE, _pairs(statuses, _now_of_each(statuses, spans), spans))


def _of_its_party(status: Status, ground: Ground) -> Status:
    """A state of somebody as the state of his party."""
    party = party_of(status.party, ground.known)
    if party is None or status.party is None or party.id == status.party.id:
        return status
    return replace(status, party=Reference(party.id))


def in_time(states: Iterable[S], home: str) -> tuple[S, ...]:
    """States as a history. Those without a date come first, unless their words say otherwise."""
    states = tuple(states)
    return _in_time(states, _spans(states, home)) if len(states) > 1 else states


def _in_time(states: tuple[S, ...], spans: Spans) -> tuple[S, ...]:
    left = sorted(states, key=lambda each: _key(each, spans[id(each)]))
    if len(left) > MOST or _apart(left, spans):
        return tuple(left)
    found: list[S] = []
    while left:
        free = (s for s in left if not any(_precedes(o, s, spans) for o in left))
        found.append(next(free, left[0]))
        left = [each for each in left if each is not found[-1]]
    return tuple(found)


def _apart(states: Sequence[Status], spans: Spans) -> bool:
    """Whether each state was over before the next one: then their dates say all."""
    times = [spans[id(each)] for each in states]
    return all(a and b and a.before(b) for a, b in pairwise(times))


def current(states: Iterable[S], home: str) -> tuple[S, ...]:
    """The states that hold now: those that no other one comes after. Several, where none does."""
    states = tuple(states)
    return _current(states, _spans(states, home)) if len(states) > 1 else states


def _current(states: tuple[S, ...], spans: Spans) -> tuple[S, ...]:
    ordered = _in_time(states, spans)[-MOST:]
    now = tuple(s for s in ordered if not any(_precedes(s, o, spans) for o in reversed(ordered)))
    return now or ordered[-1:]


def _spans(states: Sequence[Status], home: str) -> Spans:
    """When each state was so, by the number of its object: looked up often, worked out once."""
    return {id(s): span(when, home) if (when := _time(s)) else None for s in states}


def _precedes(a: Status, b: Status, spans: Spans) -> bool:
    """Whether one state came before another, by their dates, else by their words."""
    here, there = spans[id(a)], spans[id(b)]
    contrary = excludes(a.status, b.status)
    if contrary and _at_one_time(a, b, here, there).kind is Kind.DISPUTE:
        return False
    if here and there and (here.before(there) or there.before(here)):
        return here.before(there)
    if contrary and opposes(a.status, b.status) and not same_voice(a, b):
        return False
    return follows(a.status, b.status)


def _pairs(statuses: Sequence[Status], now: set[int], spans: Spans) -> Iterator[Pair]:
    for (i, one), (j, other) in combinations(enumerate(statuses), 2):
        relation = _relate(one, other, {i, j} <= now, spans)
        if relation != AGREE:
            yield i, j, relation.kind, relation.note


def _relate(a: Status, b: Status, both_now: bool, spans: Spans) -> Relation:
    if fold(a.status) == fold(b.status):
        return _of_one_word(a, b, spans[id(a)], spans[id(b)])
    holders = [_holder(each) for each in (a, b)]
    if all(holders) and holders[0] != holders[1]:
        parts = sorted(f"{who}: {each.status}" for who, each in zip(holders, (a, b), strict=True))
        return Relation(Kind.ASYMMETRIC, ", ".join(parts)) if both_now else AGREE
    return _at_one_time(a, b, spans[id(a)], spans[id(b)])


def _of_one_word(a: Status, b: Status, here: Stretch | None, there: Stretch | None) -> Relation:
    """Compare two lines with one word: two speakers may date one step differently."""
    alike = _holder(a) == _holder(b) and bool(a.when and b.when)
    two_voices = bool(a.by and b.by) and not same_voice(a, b)
    if not (alike and two_voices and happens_once(a.status) and here and there):
        return AGREE
    if here.overlaps(there):
        return AGREE
    return Relation(Kind.DISPUTE, f"{a.status.replace('_', ' ')} on two dates")


def _at_one_time(a: Status, b: Status, here: Stretch | None, there: Stretch | None) -> Relation:
    """Compare two states of one holder by when they were so."""
    holders = {_holder(each) for each in (a, b)} - {""}
    if len(holders) > 1 or same_voice(a, b) or not excludes(a.status, b.status):
        return AGREE
    if here and there:
        return _by_date(a, b, here, there)
    if opposes(a.status, b.status):
        return Relation(Kind.FINER, "no date: one may have followed the other")
    return AGREE


def _by_date(a: Status, b: Status, here: Stretch, there: Stretch) -> Relation:
    """Compare two states that exclude each other, each of its time."""
    both = " and ".join(sorted((a.status, b.status))).replace("_", " ")
    late = denies(a.status, b.status) and here.before(there)
    if late or (denies(b.status, a.status) and there.before(here)):
        return Relation(Kind.DISPUTE, f"{both} afterwards")
    if here == there and (opposes(a.status, b.status) or _states(a, b) or here.start == here.end):
        return Relation(Kind.DISPUTE, f"{both} at one time")
    if here.overlaps(there):
        return Relation(Kind.FINER, "one may have followed the other")
    return AGREE


def _states(a: Status, b: Status) -> bool:
    """Whether both say how things were on a day, and not what came about on it."""
    return a.when is None and b.when is None


def _now_of_each(statuses: Sequence[Status], spans: Spans) -> set[int]:
    """The indices of the states each party is in now; parties not named have none."""
    held: dict[str, list[Status]] = {}
    for status in statuses:
        if _holder(status):
            held.setdefault(_holder(status), []).append(status)
    now = {id(each) for states in held.values() for each in _current(tuple(states), spans)}
    return {index for index, status in enumerate(statuses) if id(status) in now}


def _key(
    status: Status, place: Stretch | None
) -> tuple[datetime, datetime, str, str, str, str, str]:
    """What states are sorted by: when they can have come about at the latest, then their words."""
    last = (place.end or place.start or _LAST) if place else _FIRST
    first = (place.start or _FIRST) if place else _FIRST
    sources = " ".join(sorted(ref.id for ref in status.src))
    return last, first, status.status, _holder(status), _name(status), sources, status.note


def _time(status: Status) -> When | None:
    when = status.as_of or status.when
    return when if when and (when.start or when.end) else None


def _holder(status: Status) -> str:
    return status.party.id if status.party else ""


def same_voice(a: Status, b: Status) -> bool:
    """Whether one voice tells both: one speaker, or one source that quotes nobody."""
    if a.by or b.by:
        return bool(a.by and b.by) and _name(a) == _name(b)
    here, there = ({ref.id for ref in each.src} for each in (a, b))
    return here == there or bool(here & there)


def _name(status: Status) -> str:
    return status.by.name if status.by else ""
