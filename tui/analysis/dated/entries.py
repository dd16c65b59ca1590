"""The dates in one record: what is dated, who claims it, whom it concerns."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from tui.analysis.date_spans import span
from tui.brief.claims import Claimed
from tui.brief.handling import strictest
from tui.brief.instants import Stretch, stretch
from tui.brief.model import (
    Ceasefire,
    Conflict,
    Contact,
    Document,
    Event,
    Exchange,
    OpenQuestion,
    Proposal,
    Response,
    Round,
    Source,
    Stance,
    Statement,
    Status,
    ThirdParty,
    Watch,
)
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.register import Register
from tui.brief.roots import party_of
from tui.brief.walk import ClaimedField
from tui.brief.when import When

KINDS = (
    "conflict", "event", "ceasefire", "mediation", "proposal", "contact", "round", "exchange",
    "document", "position", "statement", "question", "watch", "source",
)  # fmt: skip
"""What a dated thing may be; those that share a date are in this order."""
_NEAR = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Dated:
    """Something that has a date."""

    when: When
    """Of several claims that stand the one that leaves least open, the earlier of two."""
    kind: str
    """What it is, a word of `KINDS`."""
    record: Record
    """The record it is in."""
    what: str = ""
    """The part of the record that is dated, where it is not the whole: `proposed`, `received`."""
    fact: ClaimedField | None = None
    """The dates claimed for it; None for a date nobody can dispute."""
    who: tuple[Reference, ...] = ()
    """Who acts in it or whom it concerns."""
    then: bool = False
    """It was so by that date; when it came about is not told."""
    parties: tuple[str, ...] = ()
    """Ids of the parties of those in `who`."""
    key: str = ""
    """Identity within the brief."""
    confidential: str = ""
    """The mark of handling of the part that is dated."""


def placed(when: When, home: str) -> Stretch:
    """The place of a date in a list; a clock time without a zone as if told in the home zone."""
    if when.clock and not when.zone and not when.assume:
        when = replace(when, assume=home or "UTC")
    return stretch(when, home)


def entries_of(record: Record, known: Register, home: str) -> Iterator[Dated]:
    """What is dated in one record, each with its own key, in no order."""
    taken: Counter[str] = Counter()
    for entry in _entries(record, home):
        if not (entry.when.start or entry.when.end):
            continue
        base = f"timeline/{record.key or entry.kind}#{entry.what}"
        taken[base] += 1
        key = base if taken[base] == 1 else f"{base}~{taken[base]}"
        parties = (party_of(who, known) for who in entry.who)
        ids = tuple(dict.fromkeys(party.id for party in parties if party))
        yield replace(entry, parties=ids, key=key)


def _entries(record: Record, home: str) -> Iterator[Dated]:
    match record:
        case Round():
            yield from _round(record, home)
        case Document() | Exchange():
            yield from _paper(record, home)
        case Ceasefire():
            who = record.proposer.each if record.proposer else ()
            dates = [each for what in ("proposed", "declared", "effective", "ended")
                     for each in _claimed("ceasefire", record, what, what, who, home)]  # fmt: skip
            yield from dates
            yield from _states("ceasefire", record, record.status, dates)
            yield from _answers("ceasefire", record, record.responses)
        case Proposal():
            who = record.by.each if record.by else ()
            yield from _claimed("proposal", record, "when", "", who, home)
            yield from _answers("proposal", record, record.responses)
        case Watch() | OpenQuestion() | Source():
            yield from _plain(record)
        case _:
            yield from _simple(record, home)


def _simple(record: Record, home: str) -> Iterator[Dated]:
    """Records with one date."""
    match record:
        case Contact():
            who = record.who + record.with_
            yield from _claimed("contact", record, "when", "", who, home)
        case Event():
            actors = (*_values(record.actor), *_values(record.target))
            yield from _claimed("event", record, "when", "", actors, home)
        case Statement():
            speakers = tuple(
                each for ref in (record.speaker, record.on_behalf_of) if ref for each in ref.each
            )
            yield from _claimed("statement", record, "when", "", speakers, home)
        case Stance(when=When() as when):
            parties = (record.party,) if record.party else ()
            yield Dated(when, "position", record, who=parties)
        case ThirdParty() if record.from_ or record.to:
            start = record.from_.start if record.from_ else None
            end = record.to.end if record.to else None
            third = tuple(ref for ref in (record.person, record.party) if ref)
            yield Dated(When(start, end), "mediation", record, who=third)
        case Conflict():
            yield from _claimed("conflict", record, "started", "started", (), home)


def _plain(record: Watch | OpenQuestion | Source) -> Iterator[Dated]:
    """Dates that only the writer, or a masthead, can give."""
    if isinstance(record, Source):
        who = (record.of,) if record.of else ()
        dates = [(record.published, "source", "published")]
    elif isinstance(record, Watch):
        who, dates = (), [(record.by_when, "watch", "expected")]
    else:
        who = ()
        dates = [(record.asked, "question", "asked"), (record.due, "question", "due")]
    yield from (Dated(when, kind, record, what, who=who) for when, kind, what in dates if when)


def _round(record: Round, home: str) -> Iterator[Dated]:
    yield from _claimed("round", record, "when", "", record.parties, home)
    found: list[Dated] = []
    for part in record.proposed:
        who = part.by.each if part.by else ()
        parts = _claimed("round", part, "when", "proposed", who, home)
        mark = part.confidential
        found += (replace(each, record=record, confidential=mark) for each in parts)
    for session in record.sessions:
        dates = _claimed("round", session, "when", "session", session.parties, home)
        mark = session.confidential
        found += (replace(each, record=record, confidential=mark) for each in dates)
    yield from found
    yield from _states("round", record, record.status, found)


def _paper(record: Document | Exchange, home: str) -> Iterator[Dated]:
    found: list[Dated] = []
    if isinstance(record, Document):
        who = record.author.each if record.author else ()
        yield from _claimed("document", record, "when", "", who, home)
        yield from _states("document", record, record.states, found)
        yield from _answers("document", record, record.responses)
        return
    found += _claimed("exchange", record, "agreed", "agreed", (), home)
    for part in record.tranches:
        who = part.by.each if part.by else ()
        parts = _claimed("exchange", part, "when", "tranche", who, home)
        mark = part.confidential
        found += (replace(each, record=record, confidential=mark) for each in parts)
    found += _claimed("exchange", record, "completed", "completed", (), home)
    yield from found
    yield from _states("exchange", record, record.status, found)


def _states(
    kind: str, record: Record, states: tuple[Status, ...], found: list[Dated]
) -> Iterator[Dated]:
    """The dates of a status history; a state with several claims on one date is one."""
    known = {(e.what, when) for e in found for when in (e.fact.claimed.values if e.fact else ())}
    made: dict[tuple[str, When, bool], list[Reference]] = {}
    marks: dict[tuple[str, When, bool], list[str]] = {}
    for state in sorted(states, key=_state_key):
        when = state.when or state.as_of
        if when and (state.status, when) not in known:
            one = (state.status, when, state.when is None)
            who = made.setdefault(one, [])
            marks.setdefault(one, []).append(state.confidential)
            ref = state.party or state.by
            who += [ref] if ref and ref not in who else []
    for one, refs in made.items():
        status, when, then = one
        mark = strictest(marks[one])
        yield Dated(when, kind, record, status, who=tuple(refs), then=then, confidential=mark)


def _state_key(state: Status) -> tuple[str, str, str, str]:
    """The order of states that share a date, whatever the order they are written in."""
    when = state.when or state.as_of
    moment = (when.start or when.end) if when else None
    who = state.party or state.by
    return state.status, str(moment.earliest) if moment else "", who.id if who else "", state.note


def _answers(kind: str, record: Record, responses: tuple[Response, ...]) -> Iterator[Dated]:
    """What was answered, and when; parties that gave one answer on one date are together."""
    made: dict[tuple[str, When], list[Reference]] = {}
    marks: dict[tuple[str, When], list[str]] = {}
    for each in responses:
        if each.when:
            one = (each.answer or "answered", each.when)
            who = made.setdefault(one, [])
            marks.setdefault(one, []).append(each.confidential)
            who += [each.party] if each.party else []
    for one, refs in made.items():
        answer, when = one
        mark = strictest(marks[one])
        yield Dated(when, kind, record, answer, who=tuple(refs), confidential=mark)


def _claimed(
    kind: str, record: Record, field: str, what: str, who: tuple[Reference, ...], home: str
) -> Iterator[Dated]:
    held: Claimed[When] | None = getattr(record, field)
    whens = [w for w in (held.stated if held else ()) if w.start or w.end]
    if held and whens:
        best = min(whens, key=lambda when: _open(when, home)) if len(whens) > 1 else whens[0]
        yield Dated(best, kind, record, what, ClaimedField(record, field, held, record.src), who)


def _open(when: When, home: str) -> tuple[timedelta, datetime, str]:
    """How much a date leaves open; then the earlier one, then the one in a stated zone."""
    place = span(when, home)
    length = place.end - place.start if place.start and place.end else timedelta.max
    return length, place.start or place.end or _NEAR, when.assume


def _values(claimed: Claimed[Reference] | None) -> tuple[Reference, ...]:
    return tuple(each for ref in claimed.stated for each in ref.each) if claimed else ()
