"""Figures that may be compared, as charts: one unit and one predicate on an axis, never two."""

from dataclasses import replace
from decimal import Decimal
from typing import Literal

from tui.blocks import Chart, Gauge, Span
from tui.brief.claims import STRUCK, Claim
from tui.brief.quantity import Quantity
from tui.brief.spelling import fold
from tui.brief.walk import ClaimedField as Held
from tui.presentation import dates, figures
from tui.presentation.facts import margin
from tui.presentation.names import name_links
from tui.presentation.view import View


def charts(view: View, held: Held) -> tuple[Chart, ...]:
    """A chart for each unit and predicate of which two or more numbers are claimed.

    Rows go by the date they were said, those without one last, in the order written.
    """
    like: dict[tuple[str, str], list[Claim[Quantity]]] = {}
    for claim in held.claimed.claims:
        if isinstance(claim.value, Quantity):
            like.setdefault((fold(claim.predicate), fold(_unit(claim))), []).append(claim)
    made = []
    for group in like.values():
        numbered = [claim for claim in group if _number(claim)]
        if len(numbered) > 1:
            words = (_unit(group[0]), group[0].predicate)
            ordered = _by_date(numbered)
            rows = tuple(
                _gauge(view, held, each, ordered[index + 1 :]) for index, each in enumerate(ordered)
            )
            made.append(Chart(", ".join(word for word in words if word), rows))
    return tuple(made)


def _unit(claim: Claim[Quantity]) -> str:
    quantity = claim.value
    unit = (quantity.unit if quantity else "") or claim.unit
    return f"{unit} per {quantity.per}" if quantity and quantity.per else unit


def _number(claim: Claim[Quantity]) -> bool:
    quantity = claim.value
    return quantity is not None and any(
        each is not None for each in (quantity.low, quantity.best, quantity.high)
    )


def _by_date(claims: list[Claim[Quantity]]) -> list[Claim[Quantity]]:
    def claim_time(claim: Claim[Quantity]) -> tuple[bool, str]:
        at = claim.when.start if claim.when else None
        return at is None, at.earliest.isoformat() if at else ""

    return sorted(claims, key=claim_time)


def _gauge(view: View, held: Held, claim: Claim[Quantity], later: list[Claim[Quantity]]) -> Gauge:
    quantity = claim.value or Quantity()
    date = f", {dates.format_short(claim.when, view.home)}" if claim.when else ""
    sources = tuple(dict.fromkeys(replace(ref, at="") for ref in held.sources(claim)))
    who = margin(view, sources)
    who = (*name_links(view, (claim.by,)), Span(" "), *who) if claim.by else who
    who = (*who, Span(date, "quiet")) if date else who
    return Gauge(
        who,
        figures.format_quantity(replace(quantity, unit="", per="")),
        _float(quantity.best),
        _float(quantity.low),
        _float(quantity.high),
        _shape(claim, later),
        who[0].link if who else "",
    )


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def _shape(
    claim: Claim[Quantity], later: list[Claim[Quantity]]
) -> Literal["exact", "about", "earlier", "withdrawn"]:
    if claim.held in STRUCK:
        return "withdrawn"
    if claim.when and claim.by and any(each.by == claim.by and each.when for each in later):
        return "earlier"
    return "about" if claim.value and claim.value.approx else "exact"
