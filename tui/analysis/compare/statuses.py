"""Comparing states: a list of them is a history, and parties may be at different points of it.

Two states are a dispute only where the words exclude each other, at the same time, for the same
holder and from different voices. Everything else may be a step from one to the next.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from tui.analysis.compare.ground import Ground
from tui.analysis.compare.kinds import AGREE, Kind, Pair, Relation, Verdict, verdict
from tui.analysis.compare.times import is_before, may_be_one_time
from tui.brief.model import Status
from tui.brief.spelling import fold
from tui.brief.when import When

_EXCLUSIVE = (
    ({"agreed", "signed", "accepted"}, {"rejected"}),
    ({"completed"}, {"under_way", "partly_done", "stalled", "disputed", "proposed"}),
    ({"concluded"}, {"scheduled", "under_way", "adjourned", "postponed", "cancelled", "collapsed"}),
    ({"under_way"}, {"postponed", "cancelled", "collapsed", "stalled"}),
    ({"in_force"}, {"expired", "ended", "rejected"}),
)


def compare_statuses(statuses: Sequence[Status], ground: Ground) -> Verdict:
    """Compare the states of one thing. Undated ones are a history in the order written."""
    if len(statuses) < 2:
        return Verdict(Kind.SINGLE)
    last = _last_of_each_party(statuses, ground)
    return verdict(Kind.AGREE, _pairs(statuses, last, ground))


def _pairs(statuses: Sequence[Status], last: set[int], ground: Ground) -> Iterator[Pair]:
    for (i, one), (j, other) in combinations(enumerate(statuses), 2):
        relation = _relate(one, other, {i, j} <= last, ground)
        if relation != AGREE:
            yield i, j, relation.kind, relation.note


def _relate(a: Status, b: Status, both_last: bool, ground: Ground) -> Relation:
    words = sorted((a.status, b.status))
    if fold(words[0]) == fold(words[1]):
        return AGREE
    holders = [_holder(each) for each in (a, b)]
    if all(holders) and holders[0] != holders[1]:
        parts = sorted(f"{who}: {each.status}" for who, each in zip(holders, (a, b), strict=True))
        return Relation(Kind.ASYMMETRIC, ", ".join(parts)) if both_last else AGREE
    if not excludes(a.status, b.status) or _voice(a) == _voice(b):
        return AGREE
    return _at_one_time(a, b, ground)


def _at_one_time(a: Status, b: Status, ground: Ground) -> Relation:
    """Compare two states that exclude each other by when they were so."""
    first, second = _time(a), _time(b)
    if first is None or second is None:
        return Relation(Kind.FINER, "no date: one may have followed the other")
    if replace(first, as_written="") == replace(second, as_written=""):
        return Relation(Kind.DISPUTE, " and ".join(sorted((a.status, b.status))) + " at one time")
    if may_be_one_time(first, second, ground):
        return Relation(Kind.FINER, "one may have followed the other")
    return AGREE


def excludes(a: str, b: str) -> bool:
    """Whether one thing cannot be in both states at one moment."""
    one, other = fold(a), fold(b)
    if f"not_{one}" == other or f"not_{other}" == one:
        return True
    return any(
        (one in left and other in right) or (other in left and one in right)
        for left, right in _EXCLUSIVE
    )


def _last_of_each_party(statuses: Sequence[Status], ground: Ground) -> set[int]:
    """The indices of the state each party is in now; parties not named have none."""
    last: dict[str, int] = {}
    for index, status in enumerate(statuses):
        who = _holder(status)
        if who and (who not in last or not _earlier(status, statuses[last[who]], ground)):
            last[who] = index
    return set(last.values())


def _earlier(a: Status, b: Status, ground: Ground) -> bool:
    first, second = _time(a), _time(b)
    if first is None or second is None:
        return False
    return is_before(first, second, ground)


def _time(status: Status) -> When | None:
    when = status.as_of or status.when
    return when if when and (when.start or when.end) else None


def _holder(status: Status) -> str:
    return status.party.id if status.party else ""


def _voice(status: Status) -> str:
    if status.by:
        return f"by {status.by.name}"
    return f"from {status.src[0].id}" if status.src else ""
