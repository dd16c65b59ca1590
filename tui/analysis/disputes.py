"""Every field of a brief with more than one claim, and how the claims stand to each other."""

from dataclasses import dataclass

from tui.analysis.compare import Kind, Verdict, compare
from tui.brief.model import Brief
from tui.brief.record import Record
from tui.brief.register import Register
from tui.brief.walk import Fact, facts


@dataclass(frozen=True, slots=True)
class Contested:
    """A field with several claims."""

    record: Record
    """The record of the brief it belongs to."""
    fact: Fact
    verdict: Verdict
    key: str
    """Identity within the brief."""


def contested(brief: Brief, known: Register) -> tuple[Contested, ...]:
    """Every field with several claims that do not all agree, the most contrary first."""
    found: list[Contested] = []
    for record in known.by_key.values():
        for index, fact in enumerate(facts(record, brief.src)):
            if len(fact.claimed.claims) < 2:
                continue
            verdict = compare(fact, known, brief.display_zone or "UTC", brief.aliases)
            key = f"disputes/{record.key}#{fact.field}{index}"
            found.append(Contested(record, fact, verdict, key))
    return tuple(sorted(found, key=lambda each: _ORDER.index(each.verdict.kind)))


_ORDER = [Kind.DISPUTE, Kind.INCOMPARABLE, Kind.ASYMMETRIC, Kind.FINER]
_ORDER += [kind for kind in Kind if kind not in _ORDER]
