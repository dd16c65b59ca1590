"""Checks of lengths of time and of numbers against what they are made of."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from tui.analysis.consistency.clock import Clock, Finding
from tui.analysis.exchanges import progress
from tui.analysis.units import in_days
from tui.brief.claims import Claim
from tui.brief.lazy_regex import late
from tui.brief.model import Event, Exchange, Round, Source
from tui.brief.quantity import Quantity
from tui.brief.when import When

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {"a": 1, "an": 1} | {word: n for n, word in enumerate(_ONES)}
_NUMBERS |= {word: 20 + 10 * n for n, word in enumerate(_TENS)}
_NUMBERS |= {f"{ten}-{one}": _NUMBERS[ten] + _NUMBERS[one] for ten in _TENS for one in _ONES[1:10]}
_UNITS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "month": 30.44, "year": 365.25}
_OVER = r"(?:more than|over|at least|above)"
_UNDER = r"(?:nearly|almost|less than|under|not quite|just under)"
_LENGTH = late(
    rf"(?:(?P<over>{_OVER})|(?P<under>{_UNDER}))?\s*(?P<number>\d{{1,4}}|[a-z]+(?:-[a-z]+)?)\s+"
    r"(?P<unit>minute|hour|day|week|month|year)s?",
    re.I,
)
_LOOSE = 1.04
"""How far a length told in words may be off: months and years are not of one length."""


class Length(NamedTuple):
    """A length of time told in words, in days; None: no bound on that side."""

    low: float | None
    high: float | None


def read_length(text: str) -> Length | None:
    """A length of time as people tell it; None for words that bound nothing.

    Only `more than three years`, `nearly 3 years`, `forty days` and their like are read, and only
    where nothing else is said: `about two months` can be anything.
    """
    match = _LENGTH.fullmatch(" ".join(text.split()))
    if match is None:
        return None
    word = match["number"].lower()
    number = int(word) if word.isdecimal() else _NUMBERS.get(word)
    if number is None:
        return None
    days = _UNITS[match["unit"].lower()]
    if match["over"]:
        return Length(number * days / _LOOSE, None)
    if match["under"]:
        return Length(None, number * days * _LOOSE)
    return Length((number - 0.5) * days / _LOOSE, (number + 1) * days * _LOOSE)


def longer_than_the_conflict(clock: Clock) -> Iterator[Finding]:
    """How long the conflict is said to have lasted, against its beginning.

    At the longest it has lasted to the date of the claim; at the least to the last event that the
    same source tells of.
    """
    conflict = clock.brief.conflict
    starts = conflict.started.stated if conflict and conflict.started else ()
    if not conflict or not conflict.duration or not starts:
        return
    last = _last_events(clock)
    for claim in conflict.duration.standing:
        length = read_length(claim.value or "")
        if length is None:
            continue
        until = _claimed_at(clock, claim)
        most = [clock.longest(start, until) for start in starts] if until else []
        seen = [last[ref.id] for ref in claim.src if ref.id in last]
        least = [clock.shortest(start, when) for start in starts for when in seen]
        if until and _exceeds(length.low, most):
            yield _lasted(clock, claim, "too long", (starts[0], until))
        elif seen and _falls_short(length.high, least):
            yield _lasted(clock, claim, "too short", (starts[0], max(seen, key=clock.start)))


def _lasted(clock: Clock, claim: Claim[str], kind: str, dates: tuple[When, When]) -> Finding:
    assert clock.brief.conflict and clock.brief.conflict.duration  # noqa: S101
    held = clock.brief.conflict.duration.held
    sources = tuple(s for ref in claim.src if (s := clock.known.find(ref.id)))
    return Finding(kind, (clock.brief.conflict, *sources), dates, (claim.value or "",), held)


def _exceeds(low: float | None, most: list[timedelta | None]) -> bool:
    known = [each / timedelta(days=1) for each in most if each is not None]
    return low is not None and bool(known) and len(known) == len(most) and low > max(known)


def _falls_short(high: float | None, least: list[timedelta | None]) -> bool:
    known = [each / timedelta(days=1) for each in least if each is not None]
    return high is not None and bool(known) and len(known) == len(least) and high < min(known)


def _claimed_at(clock: Clock, claim: Claim[str]) -> When | None:
    """The latest date a claim can have been made at."""
    if claim.when:
        return claim.when
    found = [clock.known.find(ref.id) for ref in claim.src]
    dates = [s.published for s in found if isinstance(s, Source) and s.published]
    if found and len(dates) == len(found):
        return max(dates, key=clock.start)
    return clock.brief.as_of


def _last_events(clock: Clock) -> dict[str, When]:
    """For each source the latest of the events it dates: it cannot be older than they are."""
    found: dict[str, When] = {}
    for event in clock.each(Event):
        for claim in event.when.standing if event.when else ():
            when = claim.value
            for ref in claim.src if when and when.start else ():
                kept = found.get(ref.id)
                if when and (kept is None or _outlasts(clock, when, kept)):
                    found[ref.id] = when
    return found


def _outlasts(clock: Clock, when: When, other: When) -> bool:
    """Whether a date begins after another one; of two that begin together, leaves less open."""
    one, two = clock.wide(when), clock.wide(other)
    if clock.start(when) != clock.start(other) or one.end is None:
        return clock.start(when) > clock.start(other)
    return two.end is None or one.end < two.end


def lengths_of_talks(clock: Clock) -> Iterator[Finding]:
    """A round is said to have lasted longer than its dates allow."""
    for record in clock.each(Round):
        whens = [w for w in (record.when.stated if record.when else ()) if w.start and w.end]
        for claim in record.duration.standing if record.duration and whens else ():
            low = _days(claim)
            if _exceeds(low, [clock.longest(when, when) for when in whens]):
                amount = str(claim.value.best or claim.value.low) if claim.value else ""
                unit = (claim.value.unit if claim.value else "") or claim.unit
                yield Finding("duration", (record,), (whens[0],), (f"{amount} {unit}",))


def _days(claim: Claim[Quantity]) -> float | None:
    """The least a quantity of time amounts to, in days; None where it is none, or only about."""
    value = claim.value
    unit = (value.unit if value else "") or claim.unit
    days = in_days(unit) if unit else None
    if value is None or value.approx or days is None or value.bounds[0] is None:
        return None
    return float(value.bounds[0] * days[0])


def too_many(clock: Clock) -> Iterator[Finding]:
    """The parts of an exchange come to more, of one side or of both, than was agreed for them.

    Less is no finding: other parts may only not be told.
    """
    for exchange in clock.each(Exchange):
        over = [
            (each.done[0], each.agreed[1]) for each in progress(exchange, clock.known)
            if each.agreed and each.agreed[1] is not None and each.done[0] > each.agreed[1]
        ]  # fmt: skip
        if over:
            total, limit = max(over)
            yield Finding("sum", (exchange,), texts=(f"{total:,f}", f"{limit:,f}"))
