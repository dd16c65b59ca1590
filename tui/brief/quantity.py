"""Numbers as sources give them: exact, bounded on one side, a range, or only a word."""

import re
from decimal import Decimal

from tui.brief.lazy_regex import late
from tui.brief.place import Place
from tui.brief.value import Value, positional, value

_NUMBER = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_QUALIFIER = "|".join((
    "over|more than|above|at least|no fewer than",
    "under|fewer than|less than|below|at most|up to|no more than|nearly|almost",
    r"about|around|approximately|some|circa|ca?\.|[~≈><≥≤]",
))  # fmt: skip
_QUANTITY = late(
    rf"(?P<qualifier>{_QUALIFIER})?\s*(?P<low>{_NUMBER})(?:\s*(?:–|—|-|\.\.|to)\s*(?P<high>{_NUMBER}))?"
    r"(?P<plus>\+)?(?:\s+(?P<unit>\D.*)|(?P<percent>\s?%))?",
    re.IGNORECASE,
)

_LONGEST = 200
"""Characters of a quantity; whatever is longer is prose."""
_OVER = {"over", "more than", "above", ">"}
_AT_LEAST = {"at least", "no fewer than", "≥"}
_UNDER = {"under", "fewer than", "less than", "below", "<"}
_AT_MOST = {"at most", "up to", "no more than", "≤"}
_NEARLY = {"nearly", "almost"}


@positional
class Quantity(Value):
    """A count or a measure with its bounds (after UCDP best/low/high). A missing bound is open.

    Short forms: `472`, `over 40`, `4–5`, `about 1000`, `30 days`, `several`.
    """

    best: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    open: bool = False
    """The bound given is itself excluded: `over 40`, `under 5`."""
    approx: bool = False
    unit: str = ""
    per: str = ""
    """What each unit is counted by: `day`, `side`."""
    as_written: str = ""
    """The words, where they hold no number: `several`."""

    @classmethod
    def from_text(cls, text: str, place: Place) -> "Quantity":  # noqa: ARG003  (one signature for all short forms)
        """Read the short form. Raises ValueError where digits are there but no number is."""
        short = " ".join(text.split()) if len(text) <= _LONGEST else ""
        match = _QUANTITY.fullmatch(short)
        if match is None:
            if re.search(r"\d", text):
                raise ValueError("not a quantity; write 472, over 40, 4–5, about 1000 or several")
            return cls(as_written=text)
        return _read(match)

    @classmethod
    def from_form(cls, form: "QuantityForm", place: Place) -> "Quantity":  # noqa: ARG003
        """Read the long form. Raises ValueError for anything but a number."""
        best, low, high = (number(t) if t else None for t in (form.best, form.low, form.high))
        ordered = [n for n in (low, best, high) if n is not None]
        if ordered != sorted(ordered):
            raise ValueError("`low`, `best` and `high` are not in that order")
        return cls(best, low, high, False, form.approx, form.unit, form.per, form.as_written)

    @property
    def bounds(self) -> tuple[Decimal | None, Decimal | None]:
        """The lowest and highest value it may mean; None where a side is open."""
        if self.low is None and self.high is None:
            return self.best, self.best
        return self.low, self.high


@value
class QuantityForm(Value):
    """The long form of a quantity, as written."""

    best: str = ""
    """The best estimate."""
    low: str = ""
    """The lowest value it may have; left out: open below."""
    high: str = ""
    """The highest value it may have; left out: open above."""
    unit: str = ""
    per: str = ""
    approx: bool = False
    as_written: str = ""
    """The words of the source."""


def number(text: str) -> Decimal:
    """Read a number with optional thousands separators. Raises ValueError."""
    if len(text) > _LONGEST or not re.fullmatch(_NUMBER, text.strip()):
        raise ValueError("not a number")
    return Decimal(re.sub(r"[,\u00a0\u202f ]", "", text.strip()))


def _read(match: re.Match[str]) -> Quantity:
    qualifier = " ".join((match["qualifier"] or "").lower().split())
    low = number(match["low"])
    high = number(match["high"]) if match["high"] else None
    unit = (match["unit"] or ("%" if match["percent"] else "")).strip()
    if high is not None:
        if high < low:
            raise ValueError(f"the range ends ({match['high']}) below its start ({match['low']})")
        return Quantity(low=low, high=high, approx=bool(qualifier), unit=unit)
    if qualifier in _OVER or qualifier in _AT_LEAST or match["plus"]:
        return Quantity(low=low, open=qualifier in _OVER, unit=unit)
    if qualifier in _UNDER or qualifier in _AT_MOST:
        return Quantity(high=low, open=qualifier in _UNDER, unit=unit)
    if qualifier in _NEARLY:
        return Quantity(high=low, open=True, approx=True, unit=unit)
    return Quantity(best=low, approx=bool(qualifier), unit=unit)
