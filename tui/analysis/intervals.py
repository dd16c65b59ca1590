"""The values a figure may have: bounds, some excluded, and the digits it is rounded to."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from tui.brief.quantity import Quantity

TOLERANCE = Decimal("0.1")
"""How far off a figure called approximate may be at least, as a part of it."""
MOST = Decimal("0.2")
"""How far off a figure may be that is round in all digits but the first: `about 10`."""
_AT_LEAST = {
    "several": 2, "multiple": 2, "numerous": 2, "many": 2, "few": 1, "some": 1, "dozens": 20,
    "scores": 30, "tens": 10, "hundreds": 100, "thousands": 1000, "millions": 1_000_000,
}  # fmt: skip
_TIMES = {
    "hundred": 100, "thousand": 1000, "million": 1_000_000, "hundreds": 100, "thousands": 1000,
    "millions": 1_000_000,
}  # fmt: skip


_NOT_ROUNDED = Decimal(0)


@dataclass(frozen=True, slots=True)
class Interval:
    """The values a quantity may have; None: open on that side."""

    low: Decimal | None
    high: Decimal | None
    low_out: bool = False
    """The lower bound is itself excluded."""
    high_out: bool = False

    @property
    def bounded(self) -> bool:
        """Whether it is bounded on both sides."""
        return self.low is not None and self.high is not None

    def below(self, other: "Interval") -> bool:
        """Whether every value lies below every value of the other."""
        if self.high is None or other.low is None:
            return False
        touching = self.high == other.low and (self.high_out or other.low_out)
        return self.high < other.low or touching

    def overlaps(self, other: "Interval") -> bool:
        """Whether there is a value both may have."""
        return not self.below(other) and not other.below(self)

    def holds(self, other: "Interval") -> bool:
        """Whether the other lies within its bounds, an excluded bound taken as included."""
        low = self.low is None or (other.low is not None and self.low <= other.low)
        high = self.high is None or (other.high is not None and other.high <= self.high)
        return low and high

    def times(self, least: Decimal, most: Decimal) -> "Interval":
        """The same in a smaller unit, of which the unit of now has so many."""
        low = None if self.low is None else self.low * least
        high = None if self.high is None else self.high * most
        return Interval(low, high, self.low_out, self.high_out)

    def widened(self, by: Decimal) -> "Interval":
        """The same, that much wider at each end that is not open."""
        low = None if self.low is None else self.low - by
        high = None if self.high is None else self.high + by
        return Interval(low, high, self.low_out, self.high_out)


def interval(quantity: Quantity) -> Interval | None:
    """The values a quantity may have; None for words that name no number."""
    low, high = quantity.bounds
    if low is not None and low is high and not quantity.approx:
        return Interval(low, low)
    if low is None and high is None:
        return _of_words(quantity.as_written)
    if quantity.best is not None and quantity.bounds != (quantity.best, quantity.best):
        return Interval(low, high)
    if not quantity.approx:
        return Interval(low, high, *(quantity.open and b is not None for b in (low, high)))
    if low is None and high is not None and quantity.open:
        return Interval(high - _margin(high), high)
    return Interval(
        low - _margin(low) if low is not None else None,
        high + _margin(high) if high is not None else None,
    )


def step(quantity: Quantity) -> Decimal:
    """What the figure is rounded to by the digits it is given with; 0 where bounds are named."""
    low, high = quantity.bounds
    if low is None or high is None or quantity.approx or quantity.open:
        return _NOT_ROUNDED
    return _place(low) if low is high else max(_place(low), _place(high))


def _margin(figure: Decimal) -> Decimal:
    """How far off a figure called approximate may be, by the digits that are not noughts."""
    sure = figure * TOLERANCE
    if not figure:
        return sure
    last = Decimal(1).scaleb(int(figure.normalize().as_tuple().exponent))
    found = max(sure, min(last / 2, figure * MOST))
    # Small counts are off by one as soon as they are off.
    whole = figure == figure.to_integral_value() and _place(figure) <= 1
    return max(found, Decimal(1)) if whole else found


def _place(figure: Decimal) -> Decimal:
    """The place of the last digit that is given: 0.01 of 71.12."""
    return _power_of_ten(int(figure.as_tuple().exponent))


@cache
def _power_of_ten(power: int) -> Decimal:
    return Decimal(1).scaleb(power)


def _of_words(text: str) -> Interval | None:
    """Read words that only bound a number from below; multiplied where they stand together."""
    found = re.findall(r"[a-z]+", text.casefold())
    floors = []
    for index, word in enumerate(found):
        if word in _AT_LEAST:
            floors.append(_AT_LEAST[word] * _multiplied(found[index + 1 : index + 3]))
            break
    return Interval(Decimal(min(floors)), None) if floors else None


def _multiplied(after: list[str]) -> int:
    following = after[1:] if after[:1] == ["of"] else after[:1]
    return _TIMES.get(following[0], 1) if following else 1
