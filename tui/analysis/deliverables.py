"""Who has which paper, who waits for whom, and what became of what a round agreed.

Only what is said counts: a party waits where the brief says that it has not received a paper.
Where a paper was sent and nothing is said of its receipt, that is silence, and is called so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, TypeAlias

from tui.analysis.compare import Kind, Sides, Verdict, compare_statuses, ground_of, sides_of
from tui.brief.instants import stretch
from tui.brief.model import Brief, Document, Exchange, OutcomeItem, Round, Status
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.register import Register
from tui.brief.roots import party_of
from tui.brief.spelling import fold

PendingKind: TypeAlias = Literal["waits", "receipt", "answer", "signature"]
"""waits: told not to have received it. The others are not told: that it was received, how it was
answered, that the other side signed."""
OUTGOING = frozenset({"announced", "drafting", "prepared", "sent"})
"""States of a paper that has not reached the other side, as far as told."""
ANSWERED = frozenset({"memorandum", "proposal", "draft", "letter", "roadmap"})
"""Kinds of paper that ask for an answer."""
BETWEEN = ANSWERED - {"letter"}
"""Kinds of paper meant for the other side; a letter may be to anybody."""


@dataclass(frozen=True, slots=True)
class Holder:
    """One party and the states a paper was in for it."""

    party: str
    """Id of the party, or of whoever is named where that is of no party."""
    states: tuple[Status, ...]
    """In the order of time; what has no date stays where it was written."""

    @property
    def now(self) -> Status:
        """The state it is in, as far as told."""
        return self.states[-1]


@dataclass(frozen=True, slots=True)
class PendingItem:
    """Something that is outstanding between two parties."""

    kind: PendingKind
    who: str
    """Id of the party that waits, or about which nothing is said."""
    on: Reference | None
    """Who drew the paper up."""
    document: Document
    states: tuple[Status, ...]
    """What that rests on: the state of each of the two now."""


@dataclass(frozen=True, slots=True)
class Track:
    """One paper: where it is, and what is outstanding."""

    document: Document
    holders: tuple[Holder, ...]
    others: tuple[Status, ...]
    """States told of no party in particular, in the order of time."""
    verdict: Verdict
    """How the states relate to each other."""
    waits: tuple[PendingItem, ...]

    @property
    def asymmetric(self) -> bool:
        """Whether parties are in different states, each of which can be true."""
        return self.verdict.kind is Kind.ASYMMETRIC


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something a round agreed, and the papers and exchanges it led to."""

    round: Round
    item: OutcomeItem
    became: tuple[Record, ...]


def tracks(brief: Brief, known: Register) -> tuple[Track, ...]:
    """Every document in the order of the brief, those with one another at odds not set apart."""
    sides = sides_of(brief, known)
    home = brief.display_zone or "UTC"
    ground = ground_of(known, brief.aliases)
    made = []
    for document in brief.documents:
        holders, others = _holders(document, known, home)
        verdict = compare_statuses(document.states, ground)
        waits = tuple(_waits(document, {each.party: each for each in holders}, sides))
        made.append(Track(document, holders, others, verdict, waits))
    return tuple(made)


def commitments(brief: Brief, known: Register) -> tuple[Commitment, ...]:
    """All that rounds agreed, with what each item names as having come of it."""
    found = []
    for each in brief.rounds:
        for item in each.outcome.agreed if each.outcome else ():
            named = (known.find(ref) for ref in (item.document, item.exchange))
            became = tuple(r for r in named if isinstance(r, Document | Exchange))
            found.append(Commitment(each, item, became))
    return tuple(found)


def in_time(states: Iterable[Status], home: str) -> tuple[Status, ...]:
    """States as a history. Written order is kept wherever the dates do not contradict it."""
    last = datetime.min.replace(tzinfo=UTC)
    keyed = []
    for state in states:
        when = state.when or state.as_of
        span = stretch(when, home) if when else None
        if span and span.start:
            last = span.start
        elif span and span.end:
            last = min(last, span.end)
        keyed.append((last, state))
    return tuple(state for _, state in sorted(keyed, key=lambda each: each[0]))


def _holders(
    document: Document, known: Register, home: str
) -> tuple[tuple[Holder, ...], tuple[Status, ...]]:
    held: dict[str, list[Status]] = {}
    others: list[Status] = []
    for state in document.states:
        if state.party is None:
            others.append(state)
            continue
        party = party_of(state.party, known)
        held.setdefault(party.id if party else state.party.id, []).append(state)
    holders = (Holder(party, in_time(states, home)) for party, states in held.items())
    return tuple(holders), in_time(others, home)


def _waits(document: Document, holders: dict[str, Holder], sides: Sides) -> Iterator[PendingItem]:
    author = party_of(document.author, sides.known)
    own = holders.get(author.id) if author else None
    others = [each for each in holders.values() if each is not own]
    last = (own.now,) if own else ()
    for each in others:
        word = fold(each.now.status)
        states = (each.now, *last)
        if word == "not_received":
            yield PendingItem("waits", each.party, document.author, document, states)
        elif word == "received" and author and _unanswered(document, each.party, sides):
            yield PendingItem("answer", each.party, document.author, document, states)
    between = document.kind in BETWEEN and not others
    if own and between and fold(own.now.status) in OUTGOING:
        for party in _across(author.id if author else "", sides):
            yield PendingItem("receipt", party, document.author, document, last)
    yield from _signatures(document, holders, sides)


def _unanswered(document: Document, party: str, sides: Sides) -> bool:
    """Whether a paper asks a party for an answer, and the brief has none."""
    answered = {
        found.id for each in document.responses if (found := party_of(each.party, sides.known))
    }
    return document.kind in ANSWERED and party not in answered


def _across(party: str, sides: Sides) -> Iterator[str]:
    """The parties on the other sides; none for somebody who is on no side."""
    own = sides.of_party(party)
    for side, parties in sides.parties.items() if own else ():
        if side != own:
            yield from (each.id for each in parties)


def _signatures(
    document: Document, holders: dict[str, Holder], sides: Sides
) -> Iterator[PendingItem]:
    """Parties whose signature is not mentioned, where one of the other side signed."""
    signed = {
        party: held
        for party, held in holders.items()
        if any(fold(state.status) == "signed" for state in held.states)
    }
    signatories = {sides.of_party(each) for each in document.signatories}
    done = {sides.of_party(party) for party in signed} | signatories
    for party, held in signed.items():
        for other in _across(party, sides):
            if sides.of_party(other) not in done:
                done.add(sides.of_party(other))
                yield PendingItem("signature", other, Reference(party), document, held.states[-1:])
