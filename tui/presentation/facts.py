"""A claimed value as a labelled fact: the value first, then who says it and where it was read."""

import re
from typing import Any

from tui.blocks import (
    ACCEPTED,
    ASYMMETRIC,
    COMPATIBLE,
    DISPUTED,
    FINER,
    INCOMPARABLE,
    Fact,
    Item,
    Line,
    Sign,
    Span,
    plain,
)
from tui.brief.claims import STRUCK, Claim
from tui.brief.lazy_regex import late
from tui.brief.model import Source, Status
from tui.brief.quantity import Quantity
from tui.brief.record import Record
from tui.brief.refs import Location, Reference, SourceRef
from tui.brief.spelling import fold
from tui.brief.walk import ClaimedField as Held
from tui.brief.when import When
from tui.presentation import dates, figures
from tui.presentation.names import humanize, name_link, name_links
from tui.presentation.view import View

SIGNS: dict[str, Sign] = {
    "dispute": DISPUTED,
    "finer": FINER,
    "compatible": COMPATIBLE,
    "incomparable": INCOMPARABLE,
    "asymmetric": ASYMMETRIC,
}
"""Sign of each kind of `tui.analysis.compare`, by its word."""
PARAGRAPH = late(r"para(?:graph)?\.? *(\d.*)", re.I)
"""Where in a source, as most writers put it; the group is what comes after `para`."""


def verdict_sign(view: View, held: Held) -> Sign | None:
    """The sign of a claimed value: how its claims relate to each other."""
    if len(held.claimed.unstruck) < 2:
        return None
    return SIGNS.get(view.verdict(held).kind)


def claimed(view: View, record: Record, field: str, label: str) -> tuple[Fact, ...]:
    """One claimable field of a record as a fact; nothing where it was not written."""
    value = getattr(record, field, None)
    if value is None:
        return ()
    return (fact(view, Held(record, field, value, record.src or view.brief.src), label),)


def fact(view: View, held: Held, label: str) -> Fact:
    """A claimed value with everybody who claims it."""
    claims = held.claimed.unstruck
    if len(claims) < 2:
        items = [item for claim in claims for item in _claim_items(view, held, claim)]
    else:
        verdict = view.verdict(held)
        if verdict.kind == "agree":
            items = _agreed(view, held)
        else:
            items = _several(view, held, SIGNS.get(verdict.kind), verdict.note)
    for claim in held.claimed.claims:
        items += _claim_items(view, held, claim) if claim.held in STRUCK else []
    items += _judged(held)
    return Fact(label, tuple(items))


def _agreed(view: View, held: Held) -> list[Item]:
    """Claims that say the same: told once, with all who say it."""
    first, *others = claims = held.claimed.unstruck
    sources = tuple(dict.fromkeys(ref for c in claims for ref in held.sources(c)))
    spans = [*value(view, first), *_speaker(view, first)]
    for other in others:
        if other.by and other.by != first.by:
            spans += [Span(" and ", "quiet"), *name_links(view, (other.by,))]
    counts = dict.fromkeys(each for claim in claims for each in counting(view, claim))
    spans += [Span(f", {each}", "quiet") for each in counts]
    spans += judged(first)
    below = [Item(_note(view, claim), depth=1) for claim in claims if claim.note]
    return [Item(tuple(spans), margin(view, sources), sign=_sign(first)), *below]


def _several(view: View, held: Held, sign: Sign | None, note: str) -> list[Item]:
    """Claims that differ: each on its own, the accepted one first, then the shortest."""
    order = sorted(held.claimed.unstruck, key=lambda claim: _place(view, claim))
    items = [item for claim in order for item in _claim_items(view, held, claim)]
    at = next((n for n, item in enumerate(items) if not item.depth and item.sign is None), 0)
    items[at] = items[at]._replace(sign=sign)
    word = f"{sign.word}: {note}" if sign and note else (sign.word if sign else note)
    if word:
        items.append(Item((Span(word, sign.role if sign else "quiet"),), depth=1))
    return items


def _place(view: View, claim: Claim[Any]) -> tuple[bool, int]:
    return claim.held != "accepted", len(plain(value(view, claim)))


def _sign(claim: Claim[Any]) -> Sign | None:
    return ACCEPTED if claim.held == "accepted" else None


def judged(claim: Claim[Any]) -> Line:
    """What the writer holds of one claim, and why."""
    if not claim.held:
        return ()
    why = (Span(f": {claim.why}", "quiet"),) if claim.why else ()
    return (Span(f", {claim.held}", "strong"), *why)


def _judged(held: Held) -> list[Item]:
    shown: list[Item] = []
    if held.claimed.held:
        verdict = (Span(f"held {held.claimed.held}", "strong"),)
        why = (Span(f": {held.claimed.why}", "quiet"),) if held.claimed.why else ()
        shown.append(Item(verdict + why, depth=1))
    if held.claimed.note:
        shown.append(Item((Span(held.claimed.note, "quiet"),), depth=1))
    return shown


def _claim_items(view: View, held: Held, claim: Claim[Any]) -> list[Item]:
    """One claim: its value with what supports it, and its note on its own line."""
    spans = [*value(view, claim), *_speaker(view, claim), *_apparatus(view, claim), *judged(claim)]
    src = margin(view, claim.src) if claim.src else inherited(view, held.src)
    note = [Item(_note(view, claim), depth=1)] if claim.note else []
    return [Item(tuple(spans), src, sign=_sign(claim)), *note]


def _note(view: View, claim: Claim[Any]) -> Line:
    return (Span(claim.note, "quiet"), *_mark(view, claim))


def _mark(view: View, claim: Claim[Any]) -> Line:
    """The mark of handling a claim bears."""
    named = view.reading.ladder.named(claim.confidential)
    return (Span(f" [{named}]", "handling"),) if named else ()


def _says(shown: str, written: str) -> bool:
    """Whether the words of the source add nothing to the value as shown."""
    return fold(written) in fold(shown)


def value(view: View, claim: Claim[Any]) -> Line:
    """The value of a claim in words, with the mark of handling the claim bears."""
    return (*_value(view, claim), *_mark(view, claim))


def _value(view: View, claim: Claim[Any]) -> Line:
    match claim.value:
        case When() as when:
            other = dates.format_elsewhere(when, view.home, view.here)
            aside = (Span(f"   {other}", "quiet"),) if other else ()
            return (Span(dates.format_when(when, view.home), "strong"), *aside)
        case Quantity() as quantity:
            text = figures.format_quantity(quantity, claim.unit)
            more = f" {claim.predicate}" if claim.predicate else ""
            return (Span(text, "strong"), Span(f"{more}, of {claim.of}" if claim.of else more))
        case Reference() as ref:
            return name_links(view, (ref,))
        case Location() as location:
            return (Span(place(location)),)
        case Status() as state:
            return _state(view, state)
    return (_text(claim),)


def _text(claim: Claim[Any]) -> Span:
    if claim.value is None:
        return Span(claim.as_written or "no value given", "quiet")
    if isinstance(claim.value, frozenset):
        return Span(", ".join(sorted(str(each).replace("_", " ") for each in claim.value)))
    text = str(claim.value)
    # A word of a vocabulary is shown as people write it; anything with a space is prose.
    return Span(text if " " in text else text.replace("_", " "))


def _state(view: View, state: Status) -> Line:
    """A state in words: of whom, and when it came about or was so."""
    whose: Line = (Span(", for "), name_link(view, state.party)) if state.party else ()
    when = state.when or state.as_of
    as_of = "" if state.when else "as of "
    date = f", {as_of}{dates.format_when(when, view.home)}" if when else ""
    return (Span(humanize(state.status)), *whose, *((Span(date, "quiet"),) if date else ()))


def _speaker(view: View, claim: Claim[Any]) -> Line:
    if claim.by is None:
        return ()
    via = (Span(", told by ", "quiet"), *name_links(view, (claim.via,))) if claim.via else ()
    return (Span("  — ", "quiet"), *name_links(view, (claim.by,)), *via)


def _apparatus(view: View, claim: Claim[Any]) -> list[Span]:
    """What supports a value: the words it was read from, its date, grade and note."""
    spans: list[Span] = []
    written = claim.as_written or getattr(claim.value, "as_written", "")
    if written and claim.value is not None and not _says(plain(value(view, claim)), written):
        spans.append(Span(f"  “{written}”", "quote"))
    if claim.lang:
        spans.append(Span(f"  {claim.lang}", "quiet"))
    spans += [Span(f", {text}", "quiet") for text in counting(view, claim)]
    if claim.when:
        spans.append(Span(f", said {dates.format_when(claim.when, view.home)}", "quiet"))
    if mark := grade(view, claim):
        spans.append(Span(f"  {mark}", "quiet"))
    return spans


def counting(view: View, claim: Claim[Any]) -> tuple[str, ...]:
    """Up to when or over what time a figure counts."""
    dated = (("counted up to", claim.as_of), ("covers", claim.covers))
    return tuple(f"{word} {dates.format_when(when, view.home)}" for word, when in dated if when)


def grade(view: View, claim: Claim[Any]) -> str:
    """The Admiralty grade of a claim: its own, or its source's letter and its own digit."""
    if claim.grade:
        return claim.grade
    sources = (view.register.find(ref.id) for ref in claim.src)
    letter = next((s.reliability for s in sources if isinstance(s, Source) and s.reliability), "")
    if not claim.credibility:
        return ""
    return f"{letter}{claim.credibility}" if letter else f"credibility {claim.credibility}"


def margin(view: View, src: tuple[SourceRef, ...]) -> Line:
    """Sources for the margin: their ids, each with the paragraph where it is given."""
    places: dict[str, list[str]] = {}
    for ref in src:
        match = PARAGRAPH.fullmatch(ref.at)
        places.setdefault(ref.id, []).extend([match[1]] if match else [])
    spans: list[Span] = []
    for name, at in places.items():
        found = view.register.find(name)
        where = f"¶{','.join(dict.fromkeys(at))}" if at else ""
        spans += [Span(" ")] if spans else []
        spans.append(Span(f"{name}{where}", "source", found.key if found else ""))
    return tuple(spans)


def inherited(view: View, src: tuple[SourceRef, ...]) -> Line:
    """Sources of the record around a value: their ids alone; the places are at its end."""
    names = dict.fromkeys(ref.id for ref in src)
    return margin(view, tuple(SourceRef(name) for name in names))


def place(location: Location) -> str:
    """A place on the map in words, with how sure it is."""
    parts = [part for part in (location.name, location.region, location.country) if part]
    text = ", ".join(dict.fromkeys(parts))
    unsure = location.precision not in {"", "exact"}
    return f"{text} ({location.precision.replace('_', ' ')})" if unsure else text
