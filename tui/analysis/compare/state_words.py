"""The words for states of rounds, exchanges, papers and ceasefires: which follow, which exclude."""

from collections.abc import Mapping
from functools import lru_cache

from tui.brief.spelling import fold

_STEPS = (
    ("announced", "proposed"),
    ("drafting",),
    ("prepared",),
    ("sent",),
    ("received", "not_received", "presented", "scheduled", "postponed"),
    ("discussed", "answered"),
    ("agreed", "declared", "accepted"),
    ("signed", "rejected", "under_way", "adjourned", "in_force"),
    ("partly_done", "stalled", "violated", "suspended", "extended"),
    ("completed", "concluded", "collapsed", "cancelled", "expired", "ended", "withdrawn",
     "superseded"),
)  # fmt: skip
"""Words of an earlier step come before those of a later one. Within a step there is no order."""
_STEP: Mapping[str, int] = {word: at for at, words in enumerate(_STEPS) for word in words}
_PASSING = (
    ({"completed"}, {"under_way", "partly_done", "stalled", "disputed", "proposed"}),
    ({"concluded"}, {"scheduled", "under_way", "adjourned", "postponed"}),
    ({"in_force"}, {"proposed"}),
)
"""What was so before and is no longer; at one moment only one of them can be."""
_OPPOSED = (
    ({"agreed", "signed", "accepted"}, {"rejected"}),
    ({"concluded"}, {"cancelled", "collapsed"}),
    ({"under_way", "partly_done"}, {"postponed", "cancelled", "collapsed", "stalled"}),
    ({"scheduled"}, {"cancelled", "postponed"}),
    ({"in_force"}, {"expired", "ended", "rejected", "violated", "suspended"}),
    ({"extended"}, {"expired", "ended", "rejected"}),
    ({"completed"}, {"cancelled"}),
)
"""What contradicts the other, whichever comes first."""
_DONE = frozenset({
    "announced", "sent", "received", "presented", "discussed", "answered", "signed", "leaked",
    "completed",
})  # fmt: skip
"""What happened once and stays so: nobody can have not received what he has received before."""

_ONCE = frozenset({
    "presented", "sent", "received", "signed", "declared", "completed", "concluded", "collapsed",
    "cancelled", "expired", "withdrawn",
})  # fmt: skip
"""What comes about on one day, whoever tells of it."""


@lru_cache(maxsize=1024)
def follows(before: str, after: str) -> bool:
    """Whether one state is a step beyond another, as `concluded` is beyond `scheduled`."""
    one, other = (_STEP.get(fold(word)) for word in (before, after))
    return one is not None and other is not None and one < other


@lru_cache(maxsize=1024)
def excludes(a: str, b: str) -> bool:
    """Whether one thing cannot be in both states at one moment."""
    return opposes(a, b) or _listed(fold(a), fold(b), _PASSING)


@lru_cache(maxsize=1024)
def opposes(a: str, b: str) -> bool:
    """Whether the words contradict each other, and are no steps from one to the next."""
    one, other = fold(a), fold(b)
    return f"not_{one}" == other or f"not_{other}" == one or _listed(one, other, _OPPOSED)


@lru_cache(maxsize=1024)
def denies(a: str, b: str) -> bool:
    """Whether the second state denies, at any time after the first, that this ever came about."""
    one, other = fold(a), fold(b)
    if one == "concluded" and other in {"cancelled", "collapsed"}:
        return True
    return one in _DONE and (other == f"not_{one}" or (one == "completed" and excludes(a, b)))


def _listed(one: str, other: str, pairs: tuple[tuple[set[str], set[str]], ...]) -> bool:
    return any(_apart(one, other, pair) or _apart(other, one, pair) for pair in pairs)


def _apart(one: str, other: str, pair: tuple[set[str], set[str]]) -> bool:
    return one in pair[0] and other in pair[1]


@lru_cache(maxsize=1024)
def happens_once(word: str) -> bool:
    """Whether a state comes about once, so that two dates of it exclude each other."""
    return fold(word) in _ONCE
