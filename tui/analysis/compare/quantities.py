"""Comparing numbers as intervals. Bounds may be excluded; `about` is a tolerance; words are wide.

- `about 1000` is 1,000 ± 20 %, `about 1,200` ± 10 %, `nearly 1000` is 800 to 1,000: within that no
  dispute, and at best FINER, for nobody who says "about" confirms an exact figure.
- A figure is rounded to the digits it is given with: `71 %` is also 71.12 %, `6.9 million` is also
  6,912,000; `1,000` is not 1,004.
- Bounds left open on one side may both be true, and agree on nothing: COMPATIBLE.
- A vague word is a lower bound, chosen low: `several` is two or more. Other words give WORDING.
- Units of one dimension are expressed in each other. A missing unit, predicate or population
  matches any; a missing `per` only where the numbers fit.
"""

from decimal import Decimal
from typing import NamedTuple

from tui.analysis.compare.ground import Ground
from tui.analysis.compare.kinds import AGREE, NESTED, OPEN, OVERLAP, Kind, Relation
from tui.analysis.compare.spellings import words
from tui.analysis.compare.texts import same_words
from tui.analysis.intervals import Interval, interval, step
from tui.analysis.units import HARM, Unit, in_each_other, is_person, singular, unit_of
from tui.brief.claims import Claim
from tui.brief.quantity import Quantity
from tui.brief.quantity_text import BOTH_SIDES, is_percent, magnitude_of, short_form

_ROUNDED = "the same, one of them rounded"
_CONVERTED = "the same, in other units"
_CLOSE = Decimal("0.05")
"""How far off a figure may be that somebody converted: 60 miles are called 100 km."""


_ROUND = "a round figure, and a bound at it"


class Figure(NamedTuple):
    """A figure in a unit that another one can be set against."""

    span: Interval
    step: Decimal
    """What it is rounded to."""


class Pair(NamedTuple):
    """Two figures in one unit."""

    first: Figure
    second: Figure
    loose: Decimal = Decimal(0)
    """How far off, as a part of them, converting may have put them."""


def relate_quantities(a: Claim[Quantity], b: Claim[Quantity], ground: Ground) -> Relation:
    """Compare two figures of one thing; unlike units and predicates are never compared."""
    assert a.value and b.value  # noqa: S101  (the caller takes claims with a value)
    if unlike := _unlike(a, b, ground):
        return Relation(Kind.INCOMPARABLE, unlike)
    pair = in_one_unit(a, b)
    if pair is None:
        return _in_words(a.value, b.value, ground)
    if pair.first.span.overlaps(pair.second.span):
        return _compatible(a.value, b.value, pair.first.span, pair.second.span)
    return _apart(a, b, pair)


def _apart(a: Claim[Quantity], b: Claim[Quantity], pair: Pair) -> Relation:
    """Compare two figures with no value in common, as they are given."""
    assert a.value and b.value  # noqa: S101
    if also := _the_same(pair):
        return Relation(Kind.FINER, also)
    if _touch(pair.first.span, pair.second.span):
        return Relation(Kind.COMPATIBLE, _ROUND)
    if a.value.per != b.value.per and not _both_by_side(a.value, b.value):
        return Relation(Kind.INCOMPARABLE, f"one per {a.value.per or b.value.per}, one not")
    if {_unit_of(a)[1], _unit_of(b)[1]} == {"m", ""}:
        return Relation(Kind.INCOMPARABLE, "m may be million or metres")
    return Relation(Kind.DISPUTE)


def _in_words(a: Quantity, b: Quantity, ground: Ground) -> Relation:
    """Compare two figures of which one names no number that can be read."""
    if same_words(a.as_written, b.as_written, ground.spellings):
        return AGREE
    if unclear := sorted(filter(None, (_two_readings(each) for each in (a, b)))):
        return Relation(Kind.INCOMPARABLE, unclear[0])
    return Relation(Kind.WORDING, "not given as a number")


def _two_readings(quantity: Quantity) -> str:
    """What a figure may be that can be read in two ways; "" for all others."""
    if quantity.bounds != (None, None):
        return ""
    try:
        short_form(quantity.as_written)
    except ValueError as error:
        readings = str(error).partition(";")[0]
        return f"{quantity.as_written} {readings}" if readings.startswith("may be") else ""
    return ""


def in_one_unit(a: Claim[Quantity], b: Claim[Quantity]) -> Pair | None:
    """Two figures in a unit that both can be told in; None where one names no number."""
    assert a.value and b.value  # noqa: S101
    spans = interval(a.value), interval(b.value)
    if spans[0] is None or spans[1] is None:
        return None
    first = _by_side(Figure(spans[0], step(a.value)), a.value, b.value)
    second = _by_side(Figure(spans[1], step(b.value)), b.value, a.value)
    if a.unit == b.unit and a.value.unit == b.value.unit:
        return Pair(first, second)
    (power, unit), (other_power, other_unit) = _unit_of(a), _unit_of(b)
    first, second = _scaled(first, power), _scaled(second, other_power)
    one, other = unit_of(unit), unit_of(other_unit)
    units = in_each_other(one, other) if one and other and one != other else None
    if units is None:
        return Pair(first, second)
    first, second = (_converted(*each) for each in zip((first, second), units, strict=True))
    even = units[0].dimension in {"time", "calendar"} or (units[0].metric and units[1].metric)
    return Pair(first, second, Decimal(0) if even else _CLOSE)


def _the_same(pair: Pair) -> str:
    """Why two figures that are not equal may be one; "" where they may not."""
    if _rounded(pair.first, pair.second):
        return _ROUNDED
    if not pair.loose:
        return ""
    one, other = (each._replace(span=_looser(each.span, pair.loose)) for each in pair[:2])
    return _CONVERTED if _rounded(one, other) else ""


def _rounded(a: Figure, b: Figure) -> bool:
    """Whether one is the other in fewer digits."""
    if a.step == b.step or not (a.span.bounded and b.span.bounded):
        return a.span.overlaps(b.span)
    coarse, fine = (a, b) if a.step > b.step else (b, a)
    if not fine.step and fine.span.low != fine.span.high:
        return False  # what is `about` has its tolerance already
    return coarse.span.widened(coarse.step / 2).overlaps(fine.span)


def _touch(a: Interval, b: Interval) -> bool:
    """Whether one is a bound that is excluded, and the other the round figure at it.

    Who says 220,000 does not deny that it was over 220,000; who says 40 may have counted.
    """
    for point, bound in ((a, b), (b, a)):
        if point.low is None or point.low != point.high or point.low % 100 or not point.low:
            continue
        if (bound.low == point.low and bound.low_out) or (
            bound.high == point.low and bound.high_out
        ):
            return True
    return False


def _looser(span: Interval, loose: Decimal) -> Interval:
    return span.times(1 - loose, 1 + loose) if span.bounded else span


def _converted(figure: Figure, unit: Unit) -> Figure:
    """A figure in the smallest unit of its dimension; whole weeks are not rounded days."""
    whole = unit.dimension in {"time", "calendar"} and figure.step == 1
    rounded = Decimal(0) if whole else figure.step
    return Figure(figure.span.times(unit.low, unit.high), rounded * unit.high)


def _scaled(figure: Figure, power: int) -> Figure:
    if not power:
        return figure
    factor = Decimal(1).scaleb(power)
    return Figure(figure.span.times(factor, factor), figure.step * factor)


def _by_side(figure: Figure, own: Quantity, other: Quantity) -> Figure:
    """What each of two sides gives, as what both give, where the other figure is that."""
    if own.per == "side" and other.per == BOTH_SIDES:
        return Figure(figure.span.times(Decimal(2), Decimal(2)), figure.step * 2)
    return figure


def _both_by_side(a: Quantity, b: Quantity) -> bool:
    return {a.per, b.per} == {"side", BOTH_SIDES}


def _compatible(a: Quantity, b: Quantity, first: Interval, second: Interval) -> Relation:
    """How two quantities that may both be right relate to each other."""
    exact = first.low is not None and first.low == first.high
    alike = a.approx == b.approx and (a.per == b.per or _both_by_side(a, b))
    if first == second and alike and (exact or a.best == b.best):
        return AGREE
    if not (first.bounded and second.bounded):
        return Relation(Kind.COMPATIBLE, OPEN)
    if first.holds(second) or second.holds(first):
        return Relation(Kind.FINER, NESTED)
    return Relation(Kind.COMPATIBLE, OVERLAP)


def _unlike(a: Claim[Quantity], b: Claim[Quantity], ground: Ground) -> str:
    """The reason why two figures cannot be compared, or ""."""
    assert a.value and b.value  # noqa: S101
    if a.unit != b.unit or a.value.unit != b.value.unit:
        one, other = _unit_of(a)[1], _unit_of(b)[1]
        if one and other and not _same_unit(a, b, ground):
            return f"unlike units: {', '.join(sorted((one, other)))}"
    for name, one, other in (
        ("predicates", a.predicate, b.predicate),
        ("populations", a.of, b.of),
        ("counts", a.value.per, b.value.per),
    ):
        if one != other and one and other and _words(one, ground) != _words(other, ground):
            if name == "counts" and _both_by_side(a.value, b.value):
                continue
            return f"unlike {name}: {', '.join(sorted((one, other)))}"
    return ""


def _same_unit(a: Claim[Quantity], b: Claim[Quantity], ground: Ground) -> bool:
    (one, of), (other, of_other) = (_share(_unit_of(each)[1]) for each in (a, b))
    if of and of_other and _words(of, ground) != _words(of_other, ground):
        return False
    known, also_known = unit_of(one), unit_of(other)
    if known and also_known:
        return in_each_other(known, also_known) is not None
    first, second = _words(one, ground), _words(other, ground)
    if first == second or (is_person(first) and is_person(second)):
        return True
    # Nobody hurt is nobody killed: of people, none of one is none of the other.
    none = any(each.value is not None and each.value.best == 0 for each in (a, b))
    return none and all(len(each) == 1 and each[0] in HARM for each in (first, second))


def _unit_of(claim: Claim[Quantity]) -> tuple[int, str]:
    """The power of ten and the unit of a figure: `million people` is people by the million."""
    power, unit = magnitude_of(claim.unit)
    own = claim.value.unit if claim.value else ""
    return (0 if own else power), own or unit


def _share(unit: str) -> tuple[str, str]:
    """Per cent, and of what: `% of voters`; any other unit as it is."""
    share, _, of = unit.partition(" of ")
    return (share, of) if is_percent(share) else (unit, "")


def _words(text: str, ground: Ground) -> tuple[str, ...]:
    """A unit, or what else is said of a figure, without the difference of one and many."""
    return tuple(singular(word) for word in words(text, ground.spellings)) or (text.strip(),)
