"""How far an exchange has come: its tranches added up against what was agreed for each side.

Every figure is an interval, from the least to the most its claims allow; nothing is averaged.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from tui.brief.claims import Claimed
from tui.brief.model import Exchange, Tranche
from tui.brief.quantity import Quantity
from tui.brief.register import Register
from tui.brief.roots import party_of
from tui.brief.spelling import fold

Bounds: TypeAlias = tuple[Decimal, Decimal | None]
"""The least and the most it may be; None: no upper bound is given."""
_NONE: Bounds = (Decimal(0), Decimal(0))


@dataclass(frozen=True, slots=True)
class Progress:
    """How many were handed over by one giver, or by each side."""

    giver: str
    """Id of the party that handed over; empty: each side as many."""
    done: Bounds
    agreed: Bounds | None
    """How many from each side; None: not told."""
    counted: int
    """Tranches with a figure."""
    uncounted: int
    """Tranches without one, or with one of something else."""

    @property
    def share(self) -> tuple[Decimal, Decimal | None] | None:
        """Least and greatest part of what was agreed, 0 to 1 or above; None: not to be told."""
        if self.agreed is None or not self.agreed[0]:
            return None
        least, most = self.agreed
        low = self.done[0] / most if most else Decimal(0)
        high = self.done[1] / least if self.done[1] is not None else None
        return low, high

    @property
    def short(self) -> bool:
        """Whether all that is counted must fall short of what was agreed, with nothing uncounted.

        Tranches nobody listed may make up for it: this is what was reported, not what was done.
        """
        most = self.done[1]
        complete = self.counted and not self.uncounted and self.agreed is not None
        return bool(complete and self.agreed and most is not None and most < self.agreed[0])


def progress(exchange: Exchange, known: Register) -> tuple[Progress, ...]:
    """The tranches of an exchange, by who handed over; nothing where it lists none.

    What names nobody in particular holds for each side, and is added to every giver.
    """
    if not exchange.tranches:
        return ()
    agreed = _bounds(exchange.per_side)
    unit = next(_units(exchange.per_side), "")
    givers = {each: _giver(each, known) for each in exchange.tranches}
    made = []
    for giver in dict.fromkeys(g for g in givers.values() if g) or ("",):
        mine = [each for each in exchange.tranches if givers[each] in {"", giver}]
        figures = [f for each in mine if (f := _figure(each, unit)) is not None]
        done = _NONE
        for figure in figures:
            done = _added(done, figure)
        made.append(Progress(giver, done, agreed, len(figures), len(mine) - len(figures)))
    return tuple(made)


def completed(exchange: Exchange) -> tuple[bool, bool]:
    """Whether it is said to be complete, and whether a date of completion is given."""
    words = {fold(state.status) for state in exchange.status}
    dates = [*(exchange.completed.values if exchange.completed else ())]
    dates += [s.when for s in exchange.status if fold(s.status) == "completed" and s.when]
    return bool(exchange.completed) or "completed" in words, bool(dates)


def _giver(tranche: Tranche, known: Register) -> str:
    if tranche.by is None:
        return ""
    party = party_of(tranche.by, known)
    return party.id if party else tranche.by.id or tranche.by.unnamed


def _figure(tranche: Tranche, unit: str) -> Bounds | None:
    """How many; None where no number is given, or one of other things than were agreed."""
    other = next(_units(tranche.count), "")
    if unit and other and fold(unit) != fold(other):
        return None
    return _bounds(tranche.count)


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


def _added(a: Bounds, b: Bounds) -> Bounds:
    high = None if a[1] is None or b[1] is None else a[1] + b[1]
    return a[0] + b[0], high
