"""Numbers as sources give them: exact, bounded on one side, a range, or only a word."""

import re
from decimal import Decimal

from tui.brief.number import LONGEST, number
from tui.brief.place import Place
from tui.brief.quantity_text import NO_QUANTITY, ShortForm, long_number, magnitude_of, short_form
from tui.brief.value import Value, positional, value

__all__ = ["Quantity", "QuantityForm", "number"]

_OVER = {"over", "more than", "above", "in excess of", ">"}
_AT_LEAST = {
    "at least", "no fewer than", "no less than", "not less than", "a minimum of", "upwards of", "≥",
}  # fmt: skip
_UNDER = {"under", "fewer than", "less than", "below", "<"}
_AT_MOST = {
    "at most", "up to", "as many as", "no more than", "not more than", "a maximum of", "≤",
}  # fmt: skip
_NEARLY = {"nearly", "almost"}


@positional
class Quantity(Value):
    """A count or a measure with its bounds (after UCDP best/low/high). A missing bound is open.

    Short forms: `472`, `over 40`, `4–5`, `about 1000`, `30 days`, `6.9 million people`, `71.12 %`,
    `$1.5 million`, `twenty-five`, `no casualties`, `several`. A figure is rounded to the digits it
    is given with: `6.9 million` to 100,000, `71 %` to one.
    """

    best: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    open: bool = False
    """The bound given is itself excluded: `over 40`, `under 5`."""
    approx: bool = False
    unit: str = ""
    per: str = ""
    """What each unit is counted by: `day`, `side`; `both sides` for a total of both together."""
    as_written: str = ""
    """The words, where they hold no number, or one in words: `several`, `seven days`."""

    @classmethod
    def from_text(cls, text: str, place: Place) -> "Quantity":  # noqa: ARG003  (one signature for all short forms)
        """Read the short form. Raises ValueError where digits are there but no number is."""
        if text.isascii() and text.isdecimal() and text[0] != "0" and len(text) <= LONGEST:
            return cls(best=Decimal(text), approx=False)  # most figures are no more than that
        short = " ".join(text.split()) if len(text) <= LONGEST else ""
        found = short_form(short) if short else None
        if found is None:
            if re.search(r"\d", text):
                raise ValueError(NO_QUANTITY)
            return cls(as_written=text)
        return _made(found)

    @classmethod
    def from_form(cls, form: "QuantityForm", place: Place) -> "Quantity":  # noqa: ARG003
        """Read the long form. Raises ValueError for anything but a number."""
        best, low, high = (long_number(t, form.unit) if t else None
                           for t in (form.best, form.low, form.high))  # fmt: skip
        ordered = [n for n in (low, best, high) if n is not None]
        if ordered != sorted(ordered):
            raise ValueError("`low`, `best` and `high` are not in that order")
        _, unit = magnitude_of(form.unit)
        return cls(best, low, high, False, form.approx, unit, form.per, form.as_written)

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


def _made(found: ShortForm) -> Quantity:
    """A quantity from what its short form says. Raises ValueError."""
    low, *others = found.ends
    word = found.qualifier
    if others:
        if others[0] < low:
            raise ValueError(f"the range ends ({others[0]:,f}) below its start ({low:,f})")
        return _of(found, low=low, high=others[0], approx=bool(word))
    if word in _OVER or word in _AT_LEAST:
        return _of(found, low=low, open=word in _OVER)
    if word in _UNDER or word in _AT_MOST:
        return _of(found, high=low, open=word in _UNDER)
    if word in _NEARLY:
        return _of(found, high=low, open=True, approx=True)
    return _of(found, best=low, approx=bool(word))


def _of(found: ShortForm, **bounds: Decimal | bool) -> Quantity:
    words = {"unit": found.unit, "per": found.per, "as_written": found.as_written}
    return Quantity(**bounds, **{name: text for name, text in words.items() if text})  # type: ignore[arg-type]
