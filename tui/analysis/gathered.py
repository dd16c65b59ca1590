"""Values that a brief writes in several parts of a record, each with its own voice.

A state, an outcome at a place, a thing agreed or not agreed, a role on a source's list is written
as a part of its record. Gathered, they are claims of one value like any other.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from tui.analysis.compare import Ground, Kind, compare_statuses, in_time
from tui.analysis.compare.claims import OF_AN_ITEM
from tui.analysis.compare.spellings import words
from tui.analysis.stale import states_of
from tui.brief.claims import Claim, Claimed
from tui.brief.handling import strictest
from tui.brief.model import (
    Brief,
    Event,
    Outcome,
    OutcomeItem,
    Round,
    Site,
    Stance,
    ThirdParty,
)
from tui.brief.record import Record
from tui.brief.refs import Reference, SourceRef
from tui.brief.walk import ClaimedField, facts_by_record

STATES = "states"
"""Field of states gathered from a history."""
ROLES = "roles"
"""Field of the roles of a third party, list by list."""
OUTCOMES = "outcomes"
"""Field of what a round agreed, source by source."""

LISTED = frozenset({ROLES, OUTCOMES})
"""Fields of lists, each one source's own."""


def spoken(fact: ClaimedField, by: Reference | None = None) -> ClaimedField:
    """A value of a part whose `by` is who says so: its claims are his, where they name nobody."""
    by = fact.owner.by if isinstance(fact.owner, Site | Stance) else by
    if by is None or all(claim.by for claim in fact.claimed.claims):
        return fact
    claims = tuple(replace(claim, by=claim.by or by) for claim in fact.claimed.claims)
    return fact._replace(claimed=replace(fact.claimed, claims=claims))


def all_facts(brief: Brief, ground: Ground) -> Iterator[tuple[Record, ClaimedField]]:
    """Every value of a brief that can be claimed, in parts or in one piece, by its record."""
    announced = {
        id(member): roster.by
        for delegation in brief.delegations for roster in delegation.rosters if roster.by
        for member in roster.members
    }  # fmt: skip
    for record, fact in facts_by_record(brief):
        if not isinstance(fact.owner, Site):
            yield record, spoken(fact, announced.get(id(fact.owner)))
    yield from gathered(brief, ground)


def gathered(brief: Brief, ground: Ground) -> Iterator[tuple[Record, ClaimedField]]:
    """All values that are written in parts, each with the record they are in."""
    part = brief.conflict
    records = (*brief.rounds, *brief.exchanges, *brief.documents,
               *(part.ceasefires if part else ()), *(part.events if part else ()))  # fmt: skip
    for record in records:
        yield from ((record, fact) for fact in gathered_in(record, brief.src, ground))
    yield from _roles(brief)


def gathered_in(
    record: Record, src: tuple[SourceRef, ...], ground: Ground
) -> Iterator[ClaimedField]:
    """The values that one record has in parts; `src` are the sources around it."""
    yield from several_states(record, src, ground)
    if isinstance(record, Round) and record.outcome:
        around = record.outcome.src or record.src or src
        yield from _items(record.outcome, around, ground)
        yield from _outcome_lists(record.outcome, around)
    if isinstance(record, Event):
        yield from outcomes_at(record, src, ground)


def several_states(
    record: Record, src: tuple[SourceRef, ...], ground: Ground
) -> Iterator[ClaimedField]:
    """Those of its states that are more than steps of one history, as one value."""
    states = states_of(record)
    if len(states) < 2:
        return
    verdict = compare_statuses(states, ground)
    at = {index for pair in verdict.pairs for index in pair[:2]}
    if verdict.kind in {Kind.AGREE, Kind.SINGLE}:
        return
    src = record.src or src
    claims = tuple(
        Claim(value=each, by=each.by, via=each.via, src=each.src or src, note=each.note,
              confidential=each.confidential)
        for each in in_time([states[index] for index in sorted(at)], ground.home)
    )  # fmt: skip
    yield ClaimedField(record, STATES, Claimed(claims), src)


def outcomes_at(event: Event, src: tuple[SourceRef, ...], ground: Ground) -> Iterator[ClaimedField]:
    """What is said to have happened at each place of an event, by everybody who says so."""
    places: dict[str, list[Site]] = {}
    for site in event.places:
        if site.outcome:
            name = site.place.name if site.place else site.as_written
            places.setdefault(_flat(name, ground), []).append(site)
    for sites in places.values():
        around = event.src or src
        found: list[Claim[Any]] = []
        for site in sites:
            for claim in site.outcome.claims if site.outcome else ():
                own = claim.src or site.src or around
                mark = strictest((claim.confidential, site.confidential))
                found.append(replace(claim, by=claim.by or site.by, src=own, confidential=mark))
        held = {site.outcome.held for site in sites if site.outcome and site.outcome.held}
        verdict = held.pop() if len(held) == 1 else ""
        first = min(sites, key=lambda each: each.place.name if each.place else each.as_written)
        yield ClaimedField(first, "outcome", Claimed(_sorted(found), verdict), around)


def _items(outcome: Outcome, src: tuple[SourceRef, ...], ground: Ground) -> Iterator[ClaimedField]:
    """Things that a round agreed on one account, and not on another."""
    found: dict[str, list[tuple[str, OutcomeItem]]] = {}
    lists: Mapping[str, tuple[OutcomeItem, ...]] = {
        "agreed": outcome.agreed, "not agreed": outcome.not_agreed, "put off": outcome.deferred,
    }  # fmt: skip
    for word, items in lists.items():
        for item in items:
            found.setdefault(_flat(item.text, ground), []).append((word, item))
    for called in found.values():
        if len({word for word, _ in called}) > 1:
            claims = tuple(
                Claim(value=word, by=item.by, src=item.src or src, note=item.note,
                      confidential=item.confidential)
                for word, item in called
            )  # fmt: skip
            first = min((item for _, item in called), key=lambda each: each.text)
            yield ClaimedField(first, OF_AN_ITEM, Claimed(_sorted(claims)), src)


def _outcome_lists(outcome: Outcome, src: tuple[SourceRef, ...]) -> Iterator[ClaimedField]:
    """What a round agreed, as the list of each source; nothing where one source tells it all."""
    lists: dict[str, tuple[SourceRef, list[OutcomeItem]]] = {}
    for item in outcome.agreed:
        for ref in item.src or src:
            lists.setdefault(ref.id, (ref, []))[1].append(item)
    if len(lists) > 1:
        claims = tuple(
            Claim(value=frozenset(each.text for each in items), src=(ref,),
                  confidential=strictest(each.confidential for each in items))
            for ref, items in lists.values()
        )  # fmt: skip
        yield ClaimedField(outcome, OUTCOMES, Claimed(_sorted(claims)), src)


def _roles(brief: Brief) -> Iterator[tuple[Record, ClaimedField]]:
    """The roles of somebody who is written as a third party once for each source."""
    part = brief.mediation
    found: dict[tuple[str, frozenset[str]], list[ThirdParty]] = {}
    for each in part.third_parties if part else ():
        who = each.person or each.party
        if who and each.roles and each.src:
            name = who.id or who.unnamed
            found.setdefault((name, frozenset(r.id for r in each.rounds)), []).append(each)
    for records in found.values():
        if len({frozenset(ref.id for ref in each.src) for each in records}) > 1:
            claims = tuple(_role_list(each) for each in records)
            first = min(records, key=lambda each: each.key)
            yield first, ClaimedField(first, ROLES, Claimed(_sorted(claims)), first.src)


def _role_list(record: ThirdParty) -> Claim[frozenset[str]]:
    return Claim(
        value=frozenset(record.roles), src=record.src, note=record.note,
        confidential=record.confidential,
    )  # fmt: skip


def _flat(text: str, ground: Ground) -> str:
    """A text with everything out of the way in which equal texts may differ."""
    return " ".join(words(text, ground.spellings)) or text


def _sorted(claims: Iterable[Claim[Any]]) -> tuple[Claim[Any], ...]:
    """Claims in an order that does not depend on the lines they are written in."""
    return tuple(sorted(claims, key=_key))


def _key(claim: Claim[Any]) -> tuple[str, str, str]:
    speaker = (claim.by.id or claim.by.unnamed) if claim.by else ""
    value = sorted(claim.value) if isinstance(claim.value, frozenset) else claim.value
    return str(value), speaker, " ".join(sorted(ref.id for ref in claim.src))
