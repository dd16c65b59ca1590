"""Which lane of a drawn timeline a dated thing is in: by its kind, or by its party."""

from collections.abc import Iterator

from tui.analysis.dated import Dated
from tui.presentation.view import View

LANES: dict[str, tuple[str, ...]] = {
    "Rounds": ("round",),
    "Contacts": ("contact", "proposal", "mediation"),
    "Deliverables": ("document", "exchange"),
    "Statements": ("statement", "position"),
    "Conflict": ("conflict", "event", "ceasefire"),
    "Expected": ("watch", "question"),
}
"""Lanes from top to bottom, each with its kinds of dated things. Sources have none."""
Group = tuple[str, int, list[Dated]]
"""Name, most rows and things of a lane."""


def by_kind(drawn: list[Dated]) -> Iterator[Group]:
    """A lane for each group of kinds."""
    for name, kinds in LANES.items():
        yield name, 12 if name == "Rounds" else 7, [e for e in drawn if e.kind in kinds]


def by_party(view: View, drawn: list[Dated]) -> Iterator[Group]:
    """A lane for what concerns one party alone, one for what several share, one for the rest."""
    for party in view.brief.parties:
        yield party.name, 9, [e for e in drawn if e.parties == (party.id,)]
    yield "Several", 9, [e for e in drawn if len(e.parties) > 1]
    yield "No party", 9, [e for e in drawn if not e.parties]
