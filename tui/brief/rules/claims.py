"""Rules about claims, judgments and what they rest on."""

import re
from collections.abc import Iterator

from tui.brief.checked import Checked, warning, warning_at
from tui.brief.claims import ON_A_CLAIM
from tui.brief.model import Measure
from tui.brief.place import Problem
from tui.brief.roots import independent, root_of
from tui.brief.spelling import fold
from tui.brief.walk import ClaimedField

_LIKELIHOOD = re.compile(
    r"\b(likely|unlikely|probabl[ey]|improbable|almost certain|(?:no|even) chance)\b", re.I
)
_CONFIDENCE = re.compile(r"\b(low|moderate|high) confidence\b|\bconfident\b", re.I)


def claim_without_source(checked: Checked) -> Iterator[Problem]:
    """A claim names no source, and neither does the record it is in."""
    for fact in checked.facts:
        for claim in fact.claimed.claims:
            attributed = claim.by or len(fact.claimed.claims) > 1
            if attributed and not fact.sources(claim):
                message = "a claim without `src`: where was it read?"
                yield warning_at(claim.spot.place, "unsourced", message)


def disputed_and_bare(checked: Checked) -> Iterator[Problem]:
    """A measure has several claims in one place and one bare figure, of nobody, in another."""
    measures = [f for f in checked.facts if isinstance(f.owner, Measure)]
    disputed = {fold(_name(f)) for f in measures if len(f.claimed.claims) > 1}
    for fact in measures:
        claims = fact.claimed.claims
        if len(claims) == 1 and not claims[0].by and fold(_name(fact)) in disputed:
            message = f"`{_name(fact)}` is disputed elsewhere in this brief; say who claims this"
            yield warning(fact.owner, "claims", "bare", message)


def _name(fact: ClaimedField) -> str:
    return fact.owner.name if isinstance(fact.owner, Measure) else ""


def likelihood_with_confidence(checked: Checked) -> Iterator[Problem]:
    """One sentence holds both how likely it is and how sure we are (ICD 203 keeps them apart)."""
    for record in checked.brief.overview.judgments if checked.brief.overview else ():
        if _LIKELIHOOD.search(record.text) and _CONFIDENCE.search(record.text):
            message = "likelihood and confidence in one sentence; they have fields of their own"
            yield warning(record, "text", "judgment", message)


def confirmed_by_one_root(checked: Checked) -> Iterator[Problem]:
    """A claim is graded 1, confirmed by others, and no second voice is known to be independent."""
    for fact in checked.facts:
        for claim in fact.claimed.claims:
            if "1" not in (claim.credibility, claim.grade[1:]):
                continue
            claims = fact.claimed.claims
            if len({root_of(each, fact, checked.register) for each in claims}) < 2:
                message = "credibility 1 means confirmed by others; only one voice is here"
                yield warning_at(claim.spot.place, "credibility", message)
            elif independent(claims, fact, checked.register) < 2:
                message = (
                    "credibility 1 means confirmed by others; "
                    "nothing here says that they are independent"
                )
                yield warning_at(claim.spot.place, "credibility", message)


def grade(checked: Checked) -> Iterator[Problem]:
    """A grade is not an Admiralty letter and digit, A1 to F6."""
    for fact in checked.facts:
        for claim in fact.claimed.claims:
            if claim.grade and not re.fullmatch("[A-F][1-6]", claim.grade):
                message = f"`grade: {claim.grade}` should be a letter A–F and a digit 1–6, as C3"
                yield warning_at(claim.spot.field("grade"), "grade", message)


def verdict_without_value(checked: Checked) -> Iterator[Problem]:
    """A verdict that belongs to one claim stands over several that differ, and names none."""
    for fact in checked.facts:
        claimed = fact.claimed
        if claimed.held not in ON_A_CLAIM or len(set(claimed.values)) < 2:
            continue
        count = len(claimed.claims)
        message = (
            f"`held: {claimed.held}` does not say which of the {count} claims is meant; write it, "
            f"with its `why`, on that claim: `- {{value: …, held: {claimed.held}}}`"
        )
        owner = fact.owner.spot if isinstance(fact.owner, Measure) else claimed.spot
        yield warning_at(owner.field("held"), "verdict", message)


def two_accepted(checked: Checked) -> Iterator[Problem]:
    """Two claims with different values are both accepted."""
    for fact in checked.facts:
        accepted = fact.claimed.accepted if len(fact.claimed.claims) > 1 else ()
        if len({claim.value for claim in accepted}) > 1:
            message = f"{len(accepted)} claims with different values are held as accepted"
            yield warning_at(accepted[1].spot.field("held"), "verdict", message)
