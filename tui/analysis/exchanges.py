"""How far an exchange has come: its tranches added up against what was agreed for each side.

Every figure is an interval, from the least to the most its claims allow; nothing is averaged.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from typing import TypeAlias

from tui.analysis.units import singular
from tui.brief.claims import Claimed
from tui.brief.model import Exchange, Tranche
from tui.brief.number import DIGITS, number
from tui.brief.quantity import Quantity
from tui.brief.quantity_text import BOTH_SIDES
from tui.brief.refs import Reference
from tui.brief.register import Register
from tui.brief.roots import party_of
from tui.brief.spelling import fold

Bounds: TypeAlias = tuple[Decimal, Decimal | None]
"""The least and the most it may be; None: no upper bound is given."""
_NONE: Bounds = (Decimal(0), Decimal(0))


@dataclass(frozen=True, slots=True)
class Progress:
    """How many were handed over by one giver, by each side, or by both together."""

    giver: str
    """Id of the party that handed over; empty: each side as many, or both together."""
    done: Bounds
    agreed: Bounds | None
    """How many were to be; None: not told."""
    counted: int
    """Tranches with a figure."""
    uncounted: int
    """Tranches without one, or with one of something else."""
    unit: str = ""
    """Of what, where a side gives several things."""
    together: bool = False
    """Whether it is the total of both sides, where some tranches are such totals."""

    @property
    def share(self) -> tuple[Decimal, Decimal | None] | None:
        """Least and greatest part of what was agreed, 0 to 1 or above; None: not to be told."""
        if self.agreed is None or not any(self.agreed):
            return None
        least, most = self.agreed
        low = self.done[0] / most if most else Decimal(0)
        high = self.done[1] / least if least and self.done[1] is not None else None
        return low, high

    @property
    def short(self) -> bool:
        """Whether all that is counted must fall short of what was agreed, with nothing uncounted.

        Tranches nobody listed may make up for it: this is what was reported, not what was done.
        """
        most = self.done[1]
        complete = self.counted and not self.uncounted and self.agreed is not None
        return bool(complete and self.agreed and most is not None and most < self.agreed[0])


@dataclass(frozen=True, slots=True)
class _Agreed:
    """A number that was agreed on."""

    giver: str
    """Whose it is; empty: that of each side."""
    bounds: Bounds | None
    unit: str


def progress(exchange: Exchange, known: Register) -> tuple[Progress, ...]:
    """The tranches of an exchange, by who handed over; nothing where it lists none.

    What names nobody in particular holds for each side, and is added to every giver. Where a total
    of both sides is among them, all are added up to one total.
    """
    if not exchange.tranches:
        return ()
    agreed = tuple(_agreed(exchange, known))
    if _is_total(exchange.per_side) or any(_is_total(each.count) for each in exchange.tranches):
        return (_of_both(exchange, agreed),)
    givers = {each: _giver(each.by, known) for each in exchange.tranches}
    made: list[Progress] = []
    for giver in dict.fromkeys(g for g in givers.values() if g) or ("",):
        mine = [each for each in exchange.tranches if givers[each] in {"", giver}]
        made += _by_unit(exchange, giver, mine, agreed)
    return tuple(made)


def _agreed(exchange: Exchange, known: Register) -> Iterator[_Agreed]:
    """What each side was to give, as far as the brief says."""
    for side in exchange.sides:
        unit = next(_units(side.count), "")
        yield _Agreed(_giver(side.party, known), _bounds(side.count), unit)
    held = exchange.per_side
    if held is None:
        return
    unit = next(_units(held), "")
    if each_has_its_own(exchange) is not False:
        for claim in held.claims:
            yield _Agreed(_giver(claim.by, known), _bounds(Claimed((claim,))), unit)
    else:
        yield _Agreed("", _bounds(held), unit)


def _by_unit(
    exchange: Exchange, giver: str, mine: list[Tranche], agreed: tuple[_Agreed, ...]
) -> Iterator[Progress]:
    """The progress of one giver, in each of the things it was to give."""
    own = [each for each in agreed if each.giver == giver and giver]
    wanted = own or [each for each in agreed if not each.giver] or [_Agreed("", None, "")]
    left = list(mine)
    for index, each in enumerate(wanted):
        # What does not say of what it is, is of the first thing.
        units = [tranche for tranche in left if index == 0 or next(_units(tranche.count), "")]
        figures = {t: f for t in units if (f := _figure(t, each.unit, exchange.kind)) is not None}
        left = [tranche for tranche in left if tranche not in figures]
        shown = each.unit if own else ""
        done = _sum(figures[tranche] for tranche in units if tranche in figures)
        count = sum(tranche in figures for tranche in units)
        last = index == len(wanted) - 1
        yield Progress(giver, done, each.bounds, count, len(left) if last else 0, shown)


def _of_both(exchange: Exchange, agreed: tuple[_Agreed, ...]) -> Progress:
    """All tranches as one total, what each side gives counted twice."""
    unit = next((each.unit for each in agreed if each.unit), "")
    numbers = [e.bounds for e in agreed if e.bounds and fold(e.unit or unit) == fold(unit)]
    each_side = not any(each.giver for each in agreed) and not _is_total(exchange.per_side)
    target = _sum(numbers) if numbers else None
    figures = []
    for tranche in exchange.tranches:
        found = _figure(tranche, unit, exchange.kind)
        if found is not None:
            twice = tranche.by is None and not _is_total(tranche.count)
            figures.append(_sum((found, found)) if twice else found)
    whole = _sum((target, target)) if target and each_side else target
    return Progress(
        "", _sum(figures), whole, len(figures), len(exchange.tranches) - len(figures), "", True
    )


def each_has_its_own(exchange: Exchange) -> bool | None:
    """Whether the claims of how many from each side are each side's own number.

    They are where the formula names two numbers, and the claims are these; None: where it names
    none and two parties speak, nobody can tell.
    """
    claims = exchange.per_side.claims if exchange.per_side else ()
    by_side = len({each.by for each in claims} - {None}) == len(claims) > 1
    named = {number(each) for each in re.findall(DIGITS, exchange.formula) if _is_number(each)}
    if not named:
        return None if by_side else False
    figures = {max(filter(None, e.value.bounds), default=None) for e in claims if e.value}
    return by_side and len(named) == 2 and figures == named


def _is_number(text: str) -> bool:
    try:
        number(text)
    except ValueError:
        return False
    return True


def completed(exchange: Exchange) -> tuple[bool, bool]:
    """Whether it is said to be complete, and whether a date of completion is given."""
    words = {fold(state.status) for state in exchange.status}
    dates = [*(exchange.completed.stated if exchange.completed else ())]
    done = (state for state in exchange.status if fold(state.status) == "completed")
    dates += [when for state in done if (when := state.when or state.as_of)]
    return bool(exchange.completed) or "completed" in words, bool(dates)


def _giver(who: Reference | None, known: Register) -> str:
    if who is None:
        return ""
    party = party_of(who, known)
    return party.id if party else who.name


def _is_total(held: Claimed[Quantity] | None) -> bool:
    """Whether a number is that of both sides together."""
    return any(value.per == BOTH_SIDES for value in (held.stated if held else ()))


def _figure(tranche: Tranche, unit: str, kind: str) -> Bounds | None:
    """How many; None where no number is given, or one of other things than were agreed."""
    other = next(_units(tranche.count), "")
    if unit and other and _one(unit) != _one(other):
        return None
    if not unit and other and kind and (_one(other) in _DEAD) != (kind == "bodies"):
        return None
    return _bounds(tranche.count)


_DEAD = {"body", "remain", "corpse", "dead"}
"""Words for the dead, who are never added to the living."""


def _one(unit: str) -> str:
    return " ".join(singular(word) for word in fold(unit).split())


def _bounds(held: Claimed[Quantity] | None) -> Bounds | None:
    """From the least to the most that any of the claims allows; None where none has a number."""
    spans = [value.bounds for value in held.stated] if held else []
    spans = [span for span in spans if span != (None, None)]
    if not spans:
        return None
    least = min(low or Decimal(0) for low, _ in spans)
    highs = [high for _, high in spans if high is not None]
    return least, max(highs) if len(highs) == len(spans) else None


def _units(held: Claimed[Quantity] | None) -> Iterator[str]:
    for claim in held.standing if held else ():
        unit = claim.unit or (claim.value.unit if claim.value else "")
        if unit:
            yield unit


def _sum(each: Iterable[Bounds]) -> Bounds:
    return reduce(_added, each, _NONE)


def _added(a: Bounds, b: Bounds) -> Bounds:
    high = None if a[1] is None or b[1] is None else a[1] + b[1]
    return a[0] + b[0], high
