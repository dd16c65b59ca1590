"""Who has which paper, who waits for whom, and what became of what a round agreed.

Only what is said counts: a party waits where the brief says that it has not received a paper.
Where a paper was sent and nothing is said of its receipt, that is silence, and is called so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from tui.analysis.compare import (
    Kind,
    Sides,
    Verdict,
    compare_statuses,
    current,
    ground_of,
    in_time,
    sides_of,
)
from tui.brief.model import Brief, Document, Exchange, OutcomeItem, Proposal, Round, Status
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.register import Register
from tui.brief.roots import party_of
from tui.brief.spelling import fold

PendingKind: TypeAlias = Literal["waits", "disputed", "receipt", "answer", "signature"]
"""waits: told not to have received it. disputed: told two ways. The others are not told: that it
was received, how it was answered, that the other side signed."""
OUTGOING = frozenset({"announced", "drafting", "prepared", "sent"})
"""States of a paper that has not reached the other side, as far as told."""
ANSWERED = frozenset({"memorandum", "proposal", "draft", "letter", "roadmap"})
"""Kinds of paper that ask for an answer."""
BETWEEN = ANSWERED - {"letter"}
"""Kinds of paper meant for the other side; a letter may be to anybody."""
GONE = frozenset({"withdrawn", "superseded"})
"""States of a paper that nobody waits for any more."""


@dataclass(frozen=True, slots=True)
class Holder:
    """One party and the states a paper was in for it."""

    party: str
    """Id of the party, or of whoever is named where that is of no party."""
    states: tuple[Status, ...]
    """In the order of time."""
    now: tuple[Status, ...]
    """What holds now, as far as told; several where neither date nor word says which is later."""

    def is_now(self, *words: str) -> bool:
        """Whether one of some words holds now."""
        return any(fold(state.status) in words for state in self.now)


@dataclass(frozen=True, slots=True)
class PendingItem:
    """Something that is outstanding between two parties."""

    kind: PendingKind
    who: str
    """Id of the party that waits, or about which nothing is said; "" where that is not told."""
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
    others: Holder | None
    """States told of no party in particular."""
    verdict: Verdict
    """How the states relate to each other."""
    waits: tuple[PendingItem, ...]
    sent: bool
    """Whether somebody says that it was sent."""
    unreceived: bool
    """Whether it was sent, and nobody speaks of its receipt by somebody it was meant for."""
    asks: bool
    """Whether somebody is said to have received it, and it is a kind that asks for an answer."""

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
    ground = ground_of(known, brief.aliases, home)
    put: dict[str, list[Proposal]] = {}
    for proposal in brief.mediation.proposals if brief.mediation else ():
        if proposal.document:
            put.setdefault(proposal.document.id, []).append(proposal)
    made = []
    for document in brief.documents:
        verdict = compare_statuses(document.states, ground)
        carried = tuple(put.get(document.id, ())) if document.id else ()
        made.append(_track(document, carried, sides, home, verdict))
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


def _holders(
    document: Document, known: Register, home: str
) -> tuple[tuple[Holder, ...], Holder | None]:
    held: dict[str, list[Status]] = {}
    for state in in_time(document.states, home):
        party = party_of(state.party, known)
        name = party.id if party else state.party.id if state.party else ""
        held.setdefault(name, []).append(state)
    made = {
        party: Holder(party, tuple(states), current(states, home)) for party, states in held.items()
    }
    others = made.pop("", None)
    return tuple(made.values()), others


@dataclass(frozen=True)
class _Paper:
    """A document with what its states say of each party."""

    document: Document
    holders: dict[str, Holder]
    others: Holder | None
    disputed: tuple[Status, ...]
    """States that contradict each other."""
    sides: Sides
    proposals: tuple[Proposal, ...] = ()
    """What put it to the parties: an answer to that is an answer to the paper."""

    @cached_property
    def author(self) -> str:
        """Id of the party that drew it up; "" where that is not told."""
        party = party_of(self.document.author, self.sides.known)
        return party.id if party else ""

    @property
    def everybody(self) -> Iterator[Holder]:
        """All holders, with the states of no party in particular."""
        yield from self.holders.values()
        if self.others:
            yield self.others

    @cached_property
    def gone(self) -> bool:
        """Whether it is withdrawn, replaced by another, or rejected as a whole."""
        rejected = self.others is not None and self.others.is_now("rejected")
        return rejected or any(each.is_now(*GONE) for each in self.everybody)

    def states_called(self, *words: str) -> Iterator[Status]:
        """The states of some words, of any time."""
        for word in words:
            yield from self._by_word.get(word, ())

    @cached_property
    def _by_word(self) -> dict[str, list[Status]]:
        found: dict[str, list[Status]] = {}
        for state in (state for each in self.everybody for state in each.states):
            found.setdefault(fold(state.status), []).append(state)
        return found

    @cached_property
    def senders(self) -> tuple[str, ...]:
        """The parties it is sent or drawn up by, as far as told."""
        sent = (party_of(s.party or s.by, self.sides.known) for s in self.states_called("sent"))
        ids = (self.author, *(party.id for party in sent if party))
        return tuple(dict.fromkeys(each for each in ids if each))

    @cached_property
    def meant_for(self) -> tuple[str, ...]:
        """The parties it is meant for: those of the other sides, of all where a third sent it."""
        if self.document.kind not in BETWEEN or not self.senders:
            return ()
        own = {self.sides.of_party(each) for each in self.senders}
        found = (p for side, parties in self.sides.parties.items() if side not in own
                 for p in parties)  # fmt: skip
        return tuple(party.id for party in found)

    @cached_property
    def unreached(self) -> tuple[str, ...]:
        """Those it is meant for, where nobody speaks of anybody on their side."""
        if self.others and any(fold(s.status) not in OUTGOING for s in self.others.states):
            return ()
        reached = {self.sides.of_party(each) for each in self.holders}
        return tuple(each for each in self.meant_for if self.sides.of_party(each) not in reached)

    @cached_property
    def to_nobody_known(self) -> bool:
        """Whether the brief does not say to whom it goes, and nobody speaks of its arrival."""
        return not self.meant_for and self._by_word.keys() <= OUTGOING


def _track(
    document: Document,
    proposals: tuple[Proposal, ...],
    sides: Sides,
    home: str,
    verdict: Verdict,
) -> Track:
    holders, others = _holders(document, sides.known, home)
    at_odds = {i for pair in verdict.pairs if pair[2] is Kind.DISPUTE for i in pair[:2]}
    disputed = tuple(document.states[i] for i in sorted(at_odds))
    paper = _Paper(document, {each.party: each for each in holders}, others,
                   in_time(disputed, home), sides, proposals)  # fmt: skip
    sent = any(True for _ in paper.states_called("sent"))
    asks = document.kind in ANSWERED and any(True for _ in paper.states_called("received"))
    return Track(
        document, holders, others, verdict, () if paper.gone else tuple(_waits(paper)),
        sent, sent and bool(paper.unreached or paper.to_nobody_known), asks,
    )  # fmt: skip


def _waits(paper: _Paper) -> Iterator[PendingItem]:
    document = paper.document
    own = paper.holders.get(paper.author)
    last = own.now if own else ()
    if paper.disputed:
        about = next((s.party for s in paper.disputed if s.party), None)
        party = party_of(about, paper.sides.known)
        who = party.id if party else about.id if about else ""
        yield PendingItem("disputed", who, document.author, document, paper.disputed)
    for each in paper.holders.values():
        if each is own or any(state in paper.disputed for state in each.now):
            continue
        states = (*each.now, *last)
        if each.is_now("not_received"):
            yield PendingItem("waits", each.party, document.author, document, states)
        elif each.is_now("received") and _unanswered(paper, each.party):
            yield PendingItem("answer", each.party, document.author, document, states)
    yield from _receipts(paper, last)
    yield from _signatures(paper)


def _receipts(paper: _Paper, last: tuple[Status, ...]) -> Iterator[PendingItem]:
    """Those who should have got the paper, and nobody says that they have."""
    document, sent = paper.document, tuple(paper.states_called("sent"))
    if not (sent or any(fold(state.status) in OUTGOING for state in last)):
        return
    for party in paper.unreached:
        yield PendingItem("receipt", party, document.author, document, last or sent)
    if sent and paper.to_nobody_known:
        yield PendingItem("receipt", "", document.author, document, last or sent)


def _unanswered(paper: _Paper, party: str) -> bool:
    """Whether a paper asks a party for an answer, and the brief has none."""
    known = paper.sides.known
    answers = [each.party for each in paper.document.responses]
    answers += [each.party for proposal in paper.proposals for each in proposal.responses]
    answers += [state.party or state.by for state in paper.states_called("answered")]
    answered = {found.id for each in answers if (found := party_of(each, known))}
    unsaid = any(each is None for each in answers)
    return paper.document.kind in ANSWERED and party not in answered and not unsaid


def _signatures(paper: _Paper) -> Iterator[PendingItem]:
    """Parties whose signature is not mentioned, where one of the other side signed."""
    sides, document = paper.sides, paper.document
    if any(paper.states_called("rejected")) or any(
        s.party is None for s in paper.states_called("signed")
    ):
        return
    signed = {
        party: held
        for party, held in paper.holders.items()
        if any(fold(state.status) == "signed" for state in held.states)
    }
    denied = {party for party, held in paper.holders.items() if held.is_now("not_signed")}
    done = {sides.of_party(each) for each in (*signed, *denied)}
    done |= {sides.of_party(each) for each in document.signatories}
    for party, held in signed.items():
        own = sides.of_party(party)
        if not own or any(state in paper.disputed for state in held.now):
            continue
        for side, parties in sides.parties.items():
            if side != own and side not in done:
                done.add(side)
                yield PendingItem("signature", parties[0].id, Reference(party), document, held.now)
