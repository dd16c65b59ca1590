"""Comparing numbers as intervals. Bounds may be excluded; `about` is a tolerance; words are wide.

- `about 1000` is 1,000 ± 10 %, `nearly 1000` is 900 to 1,000: within that no dispute, and at best
  FINER, for nobody who says "about" confirms an exact figure.
- A vague word is a lower bound, chosen low: `several` is two or more. Other words give WORDING.
- A missing unit or predicate matches any; a missing `per` only where the numbers fit.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from tui.analysis.compare.ground import Ground
from tui.analysis.compare.kinds import AGREE, NESTED, OVERLAP, Kind, Relation
from tui.analysis.compare.spellings import words
from tui.analysis.compare.texts import same_words
from tui.brief.claims import Claim
from tui.brief.quantity import Quantity

TOLERANCE = Decimal("0.1")
"""How far off a figure called approximate may be, as a part of it."""
_AT_LEAST = {
    "several": 2, "multiple": 2, "numerous": 2, "many": 2, "few": 1, "some": 1, "dozens": 20,
    "scores": 30, "tens": 20, "hundreds": 100, "thousands": 1000,
}  # fmt: skip
_EXACTLY = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
_NONE = {"none", "no", "nobody"}
_ONE_OF_MANY = {"people": "person", "children": "child", "men": "man", "women": "woman"}


@dataclass(frozen=True, slots=True)
class Interval:
    """The values a quantity may have; None: open on that side."""

    low: Decimal | None
    high: Decimal | None
    low_out: bool = False
    """The lower bound is itself excluded."""
    high_out: bool = False

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


def relate_quantities(a: Claim[Quantity], b: Claim[Quantity], ground: Ground) -> Relation:
    """Compare two figures of one thing; unlike units and predicates are never compared."""
    assert a.value and b.value  # noqa: S101  (the caller takes claims with a value)
    if unlike := _unlike(a, b, ground):
        return Relation(Kind.INCOMPARABLE, unlike)
    first, second = interval(a.value), interval(b.value)
    if first is None or second is None:
        if same_words(a.value.as_written, b.value.as_written, ground.spellings):
            return AGREE
        return Relation(Kind.WORDING, "not given as a number")
    if not first.overlaps(second):
        if a.value.per != b.value.per:
            return Relation(Kind.INCOMPARABLE, f"one per {a.value.per or b.value.per}, one not")
        return Relation(Kind.DISPUTE)
    return _compatible(a.value, b.value, first, second)


def interval(quantity: Quantity) -> Interval | None:
    """The values a quantity may have; None for words that name no number."""
    low, high = quantity.bounds
    if low is None and high is None:
        return _of_words(quantity.as_written)
    if not quantity.approx:
        return Interval(low, high, *(quantity.open and b is not None for b in (low, high)))
    if low is None and high is not None and quantity.open:
        return Interval(high * (1 - TOLERANCE), high)
    return Interval(
        low * (1 - TOLERANCE) if low is not None else None,
        high * (1 + TOLERANCE) if high is not None else None,
    )


def _of_words(text: str) -> Interval | None:
    """Read number words: exact ones only where they are alone, `two` and not `two or three`."""
    found = re.findall(r"[a-z]+", text.casefold())
    if found in (["a", "dozen"], ["one", "dozen"]):
        return Interval(Decimal(12), Decimal(12))
    if len(found) == 1 and (found[0] in _EXACTLY or found[0] in _NONE):
        count = Decimal(_EXACTLY.index(found[0]) if found[0] in _EXACTLY else 0)
        return Interval(count, count)
    floors = [_AT_LEAST[word] for word in found if word in _AT_LEAST]
    return Interval(Decimal(min(floors)), None) if floors else None


def _compatible(a: Quantity, b: Quantity, first: Interval, second: Interval) -> Relation:
    """How two quantities that may both be right relate to each other."""
    exact = first.low is not None and first.low == first.high
    alike = (a.approx, a.per) == (b.approx, b.per) and (exact or a.best == b.best)
    if first == second and alike:
        return AGREE
    nested = first.holds(second) or second.holds(first)
    return Relation(Kind.FINER, NESTED if nested else OVERLAP)


def _unlike(a: Claim[Quantity], b: Claim[Quantity], ground: Ground) -> str:
    """The reason why two figures cannot be compared, or ""."""
    assert a.value and b.value  # noqa: S101
    for name, one, other in (
        ("units", a.value.unit or a.unit, b.value.unit or b.unit),
        ("predicates", a.predicate, b.predicate),
        ("counts", a.value.per, b.value.per),
    ):
        if one and other and _unit(one, ground) != _unit(other, ground):
            return f"unlike {name}: {', '.join(sorted((one, other)))}"
    return ""


def _unit(text: str, ground: Ground) -> tuple[str, ...]:
    """A unit without the difference of one and many."""
    return tuple(_singular(word) for word in words(text, ground.spellings)) or (text.strip(),)


def _singular(word: str) -> str:
    if word in _ONE_OF_MANY:
        return _ONE_OF_MANY[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
