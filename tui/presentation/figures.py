"""Quantities in words: `over 40`, `4–5`, `about 1,000`."""

from decimal import Decimal

from tui.brief.quantity import Quantity


def format_number(value: Decimal) -> str:
    """A number with thousands separators, its decimals as written."""
    return f"{value:,}"


def counted(count: int, noun: str) -> str:
    """A count with its noun: `1 fact`, `1,200 facts`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def format_quantity(quantity: Quantity, unit: str = "") -> str:
    """A quantity with its unit; `unit` is the claim's own, where the quantity names none."""
    unit = quantity.unit or unit
    text = _amount(quantity) or quantity.as_written
    if unit == "%":
        text = f"{text} %"
    elif unit:
        text = f"{text} {unit}"
    return f"{text} per {quantity.per}" if quantity.per else text


def _amount(quantity: Quantity) -> str:
    low, best, high = quantity.low, quantity.best, quantity.high
    if best is not None and (low, high) not in {(None, None), (best, best)}:
        return f"{format_number(best)} ({_bounds(quantity)})"
    if best is not None:
        return f"about {format_number(best)}" if quantity.approx else format_number(best)
    return _bounds(quantity)


def _bounds(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    about = "about " if quantity.approx else ""
    if low is not None and high is not None:
        return f"{about}{format_number(low)}–{format_number(high)}"
    if low is not None:
        return f"{'over' if quantity.open else 'at least'} {format_number(low)}"
    if high is not None:
        if quantity.approx:
            return f"nearly {format_number(high)}"
        return f"{'under' if quantity.open else 'at most'} {format_number(high)}"
    return ""
