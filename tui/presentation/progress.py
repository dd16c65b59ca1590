"""How far an exchange has come, in words and as a bar of text."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from tui.blocks import Item, Line, Span
from tui.brief.model import Exchange
from tui.presentation import figures
from tui.presentation.marks import noted_of
from tui.presentation.names import name_link
from tui.presentation.view import View

if TYPE_CHECKING:
    from tui.analysis.exchanges import Bounds, Progress

CELLS = 12
"""Cells of a bar of progress."""


def progress_items(view: View, exchange: Exchange) -> tuple[Item, ...]:
    """How far an exchange is: a bar for each giver, and what is missing."""
    from tui.analysis.exchanges import completed, progress  # noqa: PLC0415

    found = progress(exchange, view.register)
    counted = [item for each in found for item in _progress(view, each)]
    items = [each._replace(value=noted_of(view, exchange.tranches, each.value)) for each in counted]
    done, dated = completed(exchange)
    if done and any(each.short for each in found):
        text = "told complete, though the tranches told add up to less; some may not be listed"
        items.append(Item((Span(text, "quiet"),), depth=1))
    if done and not dated:
        items.append(Item((Span("told complete, without a date", "quiet"),), depth=1))
    if not done:
        items.append(Item((Span("not told to be complete", "quiet"),), depth=1))
    return tuple(items)


def _progress(view: View, each: "Progress") -> Iterator[Item]:
    if each.counted:
        giver: Line = (Span(", by "), name_link(view, each.giver)) if each.giver else ()
        text = _bounds(each.done)
        if each.agreed is None:
            side = " by both sides together" if each.together else ""
            yield Item((Span(text, "strong"), Span(f" handed over{side}"), *giver), depth=1)
        else:
            side = " from both sides together" if each.together else " from each side"
            unit = f" {each.unit}" if each.unit else ""
            shown = f" of {_bounds(each.agreed)}{unit}{'' if each.giver else side}"
            share = f", {_percent(each)}" if each.share else ""
            bar = (Span(f"{bar_of(each)} "),) if each.share else ()
            yield Item((*bar, Span(text, "strong"), Span(shown), *giver, Span(share)), depth=1)
    if each.uncounted:
        text = f"{figures.counted(each.uncounted, 'tranche')} without a figure that can be added"
        yield Item((Span(text, "quiet"),), depth=1)


def _bounds(bounds: "Bounds") -> str:
    low, high = bounds
    if high is None:
        return f"at least {figures.format_number(low)}"
    if not low and high:
        return f"at most {figures.format_number(high)}"
    if low == high:
        return figures.format_number(low)
    return (
        f"{figures.format_number(low)}–{figures.format_number(high)}"
        if low
        else f"at most {_bounds((high,) * 2)}"
    )


def _percent(each: "Progress") -> str:
    low, high = each.share or (Decimal(0), None)
    least = int(low * 100)
    if high is None:
        return f"at least {least} %"
    most = int(high * 100)
    return f"{least} %" if least == most else f"{least}–{most} %"


def bar_of(each: "Progress") -> str:
    """A bar of text: full for what is certain, half for what may be, light for what is left."""
    low, high = each.share or (Decimal(0), None)
    sure = min(int(low * CELLS), CELLS)
    may = min(int((low if high is None else high) * CELLS), CELLS)
    return "█" * sure + "▒" * (may - sure) + "░" * (CELLS - max(may, sure))
