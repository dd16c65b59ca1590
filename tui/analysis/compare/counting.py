"""When and over what time two figures count, and what that makes of a difference between them.

`when` of a claim is when it was said. That alone excuses a difference only where a running total
of something that goes on is counted, and only upwards: a total does not fall. What was over when
both spoke, such as the dead of one day, is disputed whenever it is said.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from tui.analysis.compare.ground import Ground
from tui.analysis.compare.kinds import Kind, Relation
from tui.analysis.compare.quantities import in_one_unit
from tui.analysis.compare.times import may_be_one_time
from tui.analysis.date_spans import span
from tui.analysis.exchanges import each_has_its_own
from tui.brief.claims import Claim
from tui.brief.model import Casualties, Conflict, Event, Exchange, Measure
from tui.brief.quantity import Quantity
from tui.brief.quantity_text import is_percent
from tui.brief.spelling import fold
from tui.brief.walk import ClaimedField
from tui.brief.when import When

_DAY = timedelta(days=1)
_MAY_FALL = frozenset((
    "besieged", "captive", "captives", "controlled", "deployed", "detained", "displaced", "held",
    "holding", "hospital", "hospitalised", "hostages", "internally", "left", "missing", "occupied",
    "refugees", "remain", "remaining", "served", "sheltering", "stationed", "stranded", "strength",
    "trapped",
))  # fmt: skip
"""Words for states that people come out of: a lower count of them takes nothing back."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What the figures of one value count."""

    running: bool = True
    """Whether it may still have gone on when they were given: what is agreed on never does."""
    over: tuple[When, ...] = ()
    """When it was, as far as is claimed; empty: it has no end."""
    about: str = ""
    """The words for it."""
    by_side: bool | None = False
    """Whether each side counts its own, and `by` is whose number it is; None: not to be known."""


ONGOING = Counted()


def counted_by(fact: ClaimedField, ground: Ground) -> Counted:
    """What the figures of a value count: something of an event, or of the conflict, or neither."""
    owner = fact.owner
    about = owner.name if isinstance(owner, Measure) else fact.field
    if event := ground.events.get(id(owner)):
        return Counted(True, event.when.stated if event.when else (), about)
    if isinstance(owner, Exchange):
        own = each_has_its_own(owner) if fact.field == "per_side" else False
        return Counted(False, (), about, own)
    return Counted(isinstance(owner, Measure | Casualties | Conflict | Event), (), about)


def of_one_time(
    a: Claim[Quantity], b: Claim[Quantity], found: Relation, ground: Ground, counted: Counted
) -> Relation:
    """What comparing two figures comes to, given the times they count."""
    if counted.by_side is not False and a.by and b.by and a.by != b.by:
        return _of_two_sides(found, sure=bool(counted.by_side))
    if apart_in_time := _of_periods(a, b, found, ground, counted):
        return apart_in_time
    if found.kind is not Kind.DISPUTE:
        return found
    if _revised(a, b, ground):
        return Relation(Kind.FINER, "a revision by the same voice")
    return _running(a, b, found, ground, counted)


def _of_periods(
    a: Claim[Quantity], b: Claim[Quantity], found: Relation, ground: Ground, counted: Counted
) -> Relation | None:
    """What two figures come to that count other periods; None for those that do not."""
    if a.covers is None or b.covers is None or a.covers == b.covers:
        return None
    one, other = (span(each, ground.home) for each in (a.covers, b.covers))
    if one.overlaps(other) and (found.kind is not Kind.DISPUTE or one == other):
        return None
    first, second = (a, b) if one.holds(other) else (b, a)
    nested = one.holds(other) or other.holds(one)
    if nested and _is_below(first, second) and not _falls(a, b, counted):
        return Relation(Kind.DISPUTE, "the longer period has less")
    return Relation(Kind.INCOMPARABLE, "of different periods")


def _revised(a: Claim[Quantity], b: Claim[Quantity], ground: Ground) -> bool:
    """Whether one voice gave one figure first and another one later: it does not deny itself."""
    return a.by is not None and a.by == b.by and apart(a.when, b.when, ground)


def _of_two_sides(found: Relation, *, sure: bool) -> Relation:
    """Two figures of which each may be the number of the side that names it."""
    if sure:
        return Relation(Kind.COMPATIBLE, "each side has its own number")
    if found.kind is not Kind.DISPUTE:
        return found
    return Relation(Kind.INCOMPARABLE, "each side's own number, or two accounts of one")


def _running(
    a: Claim[Quantity], b: Claim[Quantity], found: Relation, ground: Ground, counted: Counted
) -> Relation:
    """Two figures that exclude each other, of a total that may have run on between them."""
    dates = a.as_of or a.when, b.as_of or b.when
    if not apart(*dates, ground):
        return found
    stated = a.as_of is not None or b.as_of is not None
    if not stated and not _still_going(a, b, ground, counted):
        return found
    assert dates[0] and dates[1]  # noqa: S101  (or they were not apart)
    before = span(dates[0], ground.home).before(span(dates[1], ground.home))
    earlier, later = (a, b) if before else (b, a)
    if _is_below(later, earlier) and not _falls(a, b, counted):
        return Relation(Kind.DISPUTE, "the later count is lower")
    words_of_it = "counted up to different days" if stated else "said at different times"
    return Relation(Kind.INCOMPARABLE, words_of_it)


def _still_going(a: Claim[Any], b: Claim[Any], ground: Ground, counted: Counted) -> bool:
    """Whether what both count had not ended when both spoke, as far as is known."""
    periods = [each.covers for each in (a, b) if each.covers]
    if periods:
        return any(each.end is None for each in periods)
    if not counted.running:
        return False
    last = min((span(each.when, ground.home).end for each in (a, b) if each.when), key=_never)
    for when in counted.over:
        time = span(when, ground.home)
        if time.start is None or time.end is None:
            return True
        if time.end - time.start > _DAY and (last is None or time.end > last):
            return True
    return not counted.over


def _never(moment: Any) -> tuple[bool, Any]:
    return moment is None, moment


def _is_below(a: Claim[Quantity], b: Claim[Quantity]) -> bool:
    pair = in_one_unit(a, b)
    return pair is not None and pair.first.span.below(pair.second.span)


def _falls(a: Claim[Quantity], b: Claim[Quantity], counted: Counted) -> bool:
    """Whether it is no running total: a rate, a share, or a state that people come out of."""
    for each in (a, b):
        unit = (each.value.unit if each.value else "") or each.unit
        if is_percent(unit) or (each.value and each.value.per not in {"", "side", "both sides"}):
            return True
        terms = fold(f"{counted.about} {each.predicate} {unit} {each.of}").split()
        if _MAY_FALL.intersection(terms):
            return True
    return False


def apart(a: When | None, b: When | None, ground: Ground) -> bool:
    """Whether two times are apart, as far as both are known."""
    return a is not None and b is not None and not may_be_one_time(a, b, ground)
