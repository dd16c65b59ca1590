"""All claims of one field against each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from tui.analysis.compare.ground import Ground, ground_of
from tui.analysis.compare.kinds import AGREE, Kind, Pair, Relation, Verdict, verdict
from tui.analysis.compare.quantities import relate_quantities
from tui.analysis.compare.references import relate_references
from tui.analysis.compare.texts import relate_labels, relate_prose
from tui.analysis.compare.times import relate_whens, span
from tui.brief.claims import STRUCK, Claim
from tui.brief.quantity import Quantity
from tui.brief.refs import Reference
from tui.brief.register import Register
from tui.brief.walk import ClaimedField
from tui.brief.when import When

LABELS = frozenset({"title"})
"""Fields whose text is a label. All other texts are prose, where wordings cannot contradict."""


def compare(fact: ClaimedField, known: Register, home: str, aliases: Mapping[str, str]) -> Verdict:
    """Compare the claims of one fact. Their order never matters, nor does repeating one.

    The kind is computed; `held` is the writer's and only passed on. One exception: where prose is
    worded differently, which a program cannot judge, `held: conflict` or `unresolved` makes it a
    dispute, while `pairs` keep what was computed.
    """
    # A claim without its own source rests on those of the record around it.
    claims = [replace(claim, src=fact.sources(claim)) for claim in fact.claimed.claims]
    found = compare_claims(claims, ground_of(known, home, aliases), fact.field)
    held = fact.claimed.held
    prose = any(isinstance(claim.value, str) for claim in claims) and fact.field not in LABELS
    open_words = found.kind is Kind.WORDING or (prose and found.kind is Kind.FINER)
    kind = Kind.DISPUTE if open_words and held in {"conflict", "unresolved"} else found.kind
    return replace(found, kind=kind, held=held)


def compare_claims(claims: Sequence[Claim[Any]], ground: Ground, field: str = "") -> Verdict:
    """Compare claims of one thing, two by two; without a value, or struck, they take no part.

    `field` is the key of the values: it tells titles, which may contradict, from prose.
    """
    valued = [
        (index, claim) for index, claim in enumerate(claims)
        if claim.value is not None and claim.held not in STRUCK
    ]  # fmt: skip
    if len(valued) < 2:
        return Verdict(Kind.SINGLE)
    return verdict(Kind.AGREE, _pairs(valued, ground, field))


def _pairs(valued: list[tuple[int, Claim[Any]]], ground: Ground, field: str) -> Iterator[Pair]:
    for (i, one), (j, other) in combinations(valued, 2):
        relation = relate(one, other, ground, field)
        if relation != AGREE:
            yield i, j, relation.kind, relation.note


def relate(a: Claim[Any], b: Claim[Any], ground: Ground, field: str = "") -> Relation:
    """Compare two claims by the type of their values."""
    found = _relate(a, b, ground, field)
    if found.kind is Kind.DISPUTE and _apart(a, b, ground):
        if field in LABELS:
            # A post is held for a time, and a person may go from one to the next.
            return Relation(Kind.FINER, "at different times")
        if isinstance(a.value, Quantity):
            # Counts grow: what was said in February does not deny what was said in April.
            return Relation(Kind.INCOMPARABLE, "said at different times")
        return Relation(Kind.DISPUTE, found.note or "said at different times")
    return found


def _relate(a: Claim[Any], b: Claim[Any], ground: Ground, field: str) -> Relation:
    if (a.value, a.unit, a.predicate) == (b.value, b.unit, b.predicate):
        return AGREE
    match a.value:
        case Quantity():
            return relate_quantities(a, b, ground)
        case When():
            return relate_whens(a, b, ground)
        case Reference():
            return relate_references(a, b, ground)
        case _ if field in LABELS:
            return relate_labels(a, b, ground)
    return relate_prose(a, b, ground)


def _apart(a: Claim[Any], b: Claim[Any], ground: Ground) -> bool:
    """Whether two claims were made at different times, as far as both say when."""
    if a.when is None or b.when is None:
        return False
    return not span(a.when, ground.home).overlaps(span(b.when, ground.home))
