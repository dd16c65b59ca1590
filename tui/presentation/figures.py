"""Quantities in words: `over 40`, `4–5`, `about 1,000`."""

import unicodedata
from decimal import Decimal

from tui.brief.quantity import Quantity
from tui.brief.quantity_text import BOTH_SIDES

_MAGNITUDES = ((12, "trillion"), (9, "billion"), (6, "million"), (3, "thousand"))


def format_number(value: Decimal) -> str:
    """A number with thousands separators, its decimals as written; `6.9 million` as rounded."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent > 0:
        for power, word in _MAGNITUDES:
            if value >= 10**power and power - exponent <= 3:
                return f"{value.scaleb(-power):,f} {word}"
    return f"{value:,f}"


def counted(count: int, noun: str) -> str:
    """A count with its noun: `1 fact`, `1,200 facts`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def format_quantity(quantity: Quantity, unit: str = "") -> str:
    """A quantity with its unit; `unit` is the claim's own, where the quantity names none."""
    unit = quantity.unit or unit
    sign, rest = _sign(unit)
    text = _amount(quantity, sign) or quantity.as_written
    text = f"{text} {rest}" if rest else text
    if quantity.per == BOTH_SIDES:
        return f"{text} of both sides together"
    return f"{text} per {quantity.per}" if quantity.per else text


def _sign(unit: str) -> tuple[str, str]:
    """The sign of a currency, which stands before the number, and the rest of a unit."""
    first, _, rest = unit.partition(" ")
    return (first, rest) if first and unicodedata.category(first[-1]) == "Sc" else ("", unit)


def _amount(quantity: Quantity, sign: str) -> str:
    low, best, high = quantity.low, quantity.best, quantity.high
    if best is not None:
        number = f"{sign}{format_number(best)}"
        if (low, high) not in {(None, None), (best, best)}:
            return f"{number} ({_bounds(quantity, sign)})"
        return f"about {number}" if quantity.approx else number
    return _bounds(quantity, sign)


def _bounds(quantity: Quantity, sign: str) -> str:
    low, high = (None if each is None else f"{sign}{format_number(each)}"
                 for each in (quantity.low, quantity.high))  # fmt: skip
    if low is not None and high is not None:
        return f"{'about ' if quantity.approx else ''}{low}–{high}"
    if low is not None:
        return f"{'over' if quantity.open else 'at least'} {low}"
    if high is not None:
        if quantity.approx:
            return f"nearly {high}"
        return f"{'under' if quantity.open else 'at most'} {high}"
    return ""
