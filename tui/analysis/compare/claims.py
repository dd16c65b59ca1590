"""All claims of one field against each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from tui.analysis.compare.counting import ONGOING, Counted, apart, counted_by, of_one_time
from tui.analysis.compare.ground import Ground, attributed_to, ground_of
from tui.analysis.compare.kinds import AGREE, Kind, Pair, Relation, Verdict, verdict
from tui.analysis.compare.outcomes import relate_agreed, relate_outcomes
from tui.analysis.compare.places import zone_of_place
from tui.analysis.compare.quantities import relate_quantities
from tui.analysis.compare.references import relate_references
from tui.analysis.compare.sets import SourceList, compare_sets
from tui.analysis.compare.statuses import compare_statuses
from tui.analysis.compare.texts import relate_labels, relate_prose, relate_words
from tui.analysis.compare.times import relate_whens
from tui.brief.claims import STRUCK, Claim
from tui.brief.model import Site, Status
from tui.brief.model.talks import LEVELS
from tui.brief.quantity import Quantity
from tui.brief.refs import Reference
from tui.brief.register import Register
from tui.brief.walk import ClaimedField
from tui.brief.when import When

LABELS = frozenset({"title", "task", "rank"})
"""Fields whose text is a label. All other texts are prose, where wordings cannot contradict."""
AT_A_PLACE = "outcome at a place"
"""What happened at one place of an event, as `compare_claims` knows it."""
OF_AN_ITEM = "agreed"
"""Whether a round agreed one thing, as `compare_claims` knows it."""

JOINT = frozenset({"actor", "target", "head"})
"""Fields that may name several at once: to name another one is not to deny the first."""
VOCABULARIES = {"level": LEVELS}
"""Fields whose text is one word of a closed list: two of them exclude each other."""


def compare(fact: ClaimedField, known: Register, aliases: Mapping[str, str]) -> Verdict:
    """Compare the claims of one fact. Their order never matters, nor does repeating one.

    The kind is computed; `held` is the writer's and only passed on. One exception: where prose is
    worded differently, which a program cannot judge, `held: conflict` or `unresolved` makes it a
    dispute, while `pairs` keep what was computed.
    """
    # A claim without its own source rests on those of the record around it.
    claims = [
        claim if claim.src or not fact.src else replace(claim, src=fact.src)
        for claim in fact.claimed.claims
    ]
    figures = any(isinstance(claim.value, Quantity) for claim in claims)
    dated = any(c.when or c.as_of or c.covers or isinstance(c.value, When) for c in claims)
    home = zone_of_place(fact.owner, known) if dated else ""
    ground = ground_of(known, aliases, home)
    counted = counted_by(fact, ground) if figures else ONGOING
    field = AT_A_PLACE if isinstance(fact.owner, Site) else fact.field
    found = compare_claims(claims, ground, field, counted)
    held = fact.claimed.held
    text = any(isinstance(claim.value, str) for claim in claims)
    open_words = found.kind is Kind.WORDING or (text and found.kind is Kind.FINER)
    # That it is not known which of two titles is right does not say that one is wrong.
    judged = held == "conflict" or (held == "unresolved" and fact.field not in LABELS)
    kind = Kind.DISPUTE if open_words and judged else found.kind
    return replace(found, kind=kind, held=held) if held else found


def compare_claims(
    claims: Sequence[Claim[Any]], ground: Ground, field: str = "", counted: Counted = ONGOING
) -> Verdict:
    """Compare claims of one thing, two by two; without a value, or struck, they take no part.

    `field` is the key of the values: it tells titles, which may contradict, from prose. `counted`
    tells what figures count.
    """
    valued = [
        (index, claim) for index, claim in enumerate(claims)
        if claim.value is not None and claim.held not in STRUCK
    ]  # fmt: skip
    if len(valued) < 2:
        return Verdict(Kind.SINGLE)
    states = [claim.value for _, claim in valued if isinstance(claim.value, Status)]
    if len(states) == len(valued):
        return compare_statuses(states, ground)
    lists = [SourceList(attributed_to(claim), claim.value) for _, claim in valued
             if isinstance(claim.value, frozenset)]  # fmt: skip
    if len(lists) == len(valued):
        return compare_sets(lists)
    return verdict(Kind.AGREE, _pairs(valued, ground, field, counted))


def _pairs(
    valued: list[tuple[int, Claim[Any]]], ground: Ground, field: str, counted: Counted
) -> Iterator[Pair]:
    for (i, one), (j, other) in combinations(valued, 2):
        relation = relate(one, other, ground, field, counted)
        if relation != AGREE:
            yield i, j, relation.kind, relation.note


def relate(a: Claim[Any], b: Claim[Any], ground: Ground, field: str, counted: Counted) -> Relation:
    """Compare two claims by the type of their values."""
    found = _relate(a, b, ground, field)
    if isinstance(a.value, Quantity):
        return of_one_time(a, b, found, ground, counted)
    if field in LABELS and found.kind in {Kind.DISPUTE, Kind.WORDING}:
        # A post is held for a time, and a person may go from one to the next.
        return (
            Relation(Kind.FINER, "at different times") if apart(a.when, b.when, ground) else found
        )
    if found.kind is Kind.DISPUTE and apart(a.when, b.when, ground):
        return Relation(Kind.DISPUTE, found.note or "said at different times")
    return found


def _relate(a: Claim[Any], b: Claim[Any], ground: Ground, field: str) -> Relation:
    if (a.value, a.unit, a.predicate, a.of) == (b.value, b.unit, b.predicate, b.of):
        return AGREE
    match a.value:
        case Quantity():
            return relate_quantities(a, b, ground)
        case When():
            return relate_whens(a, b, ground)
        case Reference():
            return relate_references(a, b, ground, several=field in JOINT)
    if field in VOCABULARIES:
        return relate_words(a, b, VOCABULARIES[field])
    return _TEXTS.get(field, relate_prose)(a, b, ground)


_TEXTS = {
    **dict.fromkeys(LABELS, relate_labels), AT_A_PLACE: relate_outcomes, OF_AN_ITEM: relate_agreed,
}  # fmt: skip
"""How the words of a field are compared, where they are more than prose."""
