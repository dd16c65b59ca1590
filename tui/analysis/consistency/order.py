"""Checks of what has to come before what."""

from collections import defaultdict
from collections.abc import Iterator

from tui.analysis.consistency.clock import Clock, Finding, beginning, ending, first
from tui.brief.claims import Claimed
from tui.brief.model import (
    Ceasefire,
    Document,
    Event,
    Exchange,
    Proposal,
    Response,
    Round,
    Source,
    Statement,
)
from tui.brief.record import Record
from tui.brief.spelling import fold
from tui.brief.when import When


def _finding(
    kind: str, records: tuple[Record, ...], *dates: When | None, held: str = ""
) -> Finding:
    return Finding(kind, records, tuple(date for date in dates if date), held=held)


def effect_before_cause(clock: Clock) -> Iterator[Finding]:
    """An event is said to answer one that came after it, or began only when it was under way."""
    for event in clock.each(Event):
        for ref in event.response_to.stated if event.response_to else ():
            cause = clock.known.find(ref)
            if isinstance(cause, Event) and clock.began_before(event.when, cause.when):
                held = event.response_to.held if event.response_to else ""
                pair = (event, cause)
                yield _finding("effect", pair, first(event.when), first(cause.when), held=held)


def meeting_before_proposal(clock: Clock) -> Iterator[Finding]:
    """A round is dated before it was proposed or scheduled, or before what was put to it."""
    for record in clock.each(Round):
        dates = record.when.stated if record.when else ()
        whens = [part.when.stated for part in record.proposed if part.when]
        whens += [(s.when,) for s in record.status
                  if s.when and s.status in {"proposed", "scheduled"}]  # fmt: skip
        late = [w for each in whens for w in each if dates
                and all(clock.before(d, w) for d in dates for w in each)]  # fmt: skip
        if late:
            yield _finding("meeting", (record,), clock.earliest(dates), clock.earliest(late))
    for proposal in clock.each(Proposal):
        meeting = clock.known.find(proposal.round)
        if isinstance(meeting, Round) and clock.all_before(meeting.when, proposal.when):
            pair = (meeting, proposal)
            yield _finding("put", pair, first(meeting.when), first(proposal.when))


def rounds_out_of_order(clock: Clock) -> Iterator[Finding]:
    """Rounds of one series whose numbers and dates run against each other; a next one before."""
    series: dict[str, list[Round]] = defaultdict(list)
    for record in clock.each(Round):
        if record.n is not None and first(record.when):
            series[record.series].append(record)
        after = clock.known.find(record.outcome.next) if record.outcome else None
        if isinstance(after, Round) and clock.all_before(after.when, record.when):
            yield _finding("next", (record, after), first(record.when), first(after.when))
    for records in series.values():
        yield from _numbers(clock, sorted(records, key=lambda each: each.n or 0))


def _numbers(clock: Clock, records: list[Round]) -> Iterator[Finding]:
    """Of rounds in the order of their numbers, those dated before an earlier number."""
    latest: Round | None = None
    for record in records:
        if latest and latest.n != record.n and clock.all_before(record.when, latest.when):
            yield _finding("numbers", (record, latest), first(record.when), first(latest.when))
        elif latest is None or clock.start(first(record.when)) >= clock.start(first(latest.when)):
            latest = record


def answer_before_question(clock: Clock) -> Iterator[Finding]:
    """A proposal or a ceasefire is answered before it was made."""
    for proposal in clock.each(Proposal):
        yield from _answers(clock, proposal, proposal.when, proposal.responses)
    for truce in clock.each(Ceasefire):
        yield from _answers(clock, truce, truce.proposed, truce.responses)


def _answers(
    clock: Clock, record: Record, made: Claimed[When] | None, responses: tuple[Response, ...]
) -> Iterator[Finding]:
    whens = made.stated if made else ()
    for response in responses if whens else ():
        began = beginning(response.when) if response.when else None
        if all(clock.before(began, when) for when in whens):
            yield _finding("answer", (record,), response.when, clock.earliest(whens))


def received_before_sent(clock: Clock) -> Iterator[Finding]:
    """A paper is received before it was sent, or an exchange completed before it was agreed."""
    for paper in clock.each(Document):
        sent = [s.when for s in paper.states if s.status == "sent" and s.when]
        got = [s.when for s in paper.states if s.status == "received" and s.when]
        if sent and got and all(clock.before(g, s) for g in got for s in sent):
            yield _finding("received", (paper,), clock.earliest(got), clock.earliest(sent))
    for exchange in clock.each(Exchange):
        if clock.all_before(exchange.completed, exchange.agreed):
            yield _finding(
                "completed", (exchange,), first(exchange.completed), first(exchange.agreed)
            )


def tranche_out_of_time(clock: Clock) -> Iterator[Finding]:
    """A part of an exchange is carried out before it was agreed, or after it was complete."""
    for exchange in clock.each(Exchange):
        agreed = _dates(exchange, exchange.agreed, "agreed")
        completed = _dates(exchange, exchange.completed, "completed")
        for part in exchange.tranches:
            whens = part.when.stated if part.when else ()
            early = [(beginning(when), day) for when in whens for day in agreed]
            if early and all(clock.before(*pair) for pair in early):
                yield _finding(
                    "tranche early", (exchange,), clock.earliest(whens), clock.earliest(agreed)
                )
            late = [(day, ending(when)) for when in whens for day in completed]
            if late and all(clock.before(*pair) for pair in late):
                yield _finding(
                    "tranche late", (exchange,), clock.earliest(whens), clock.earliest(completed)
                )


def _dates(exchange: Exchange, held: Claimed[When] | None, word: str) -> list[When]:
    """When an exchange was agreed or completed, by its field and by its states."""
    states = [s.when for s in exchange.status if fold(s.status) == word and s.when]
    return [*(held.stated if held else ()), *states]


def mentioned_before_announced(clock: Clock) -> Iterator[Finding]:
    """Somebody speaks of a paper before anything mentions it, its announcement included."""
    for statement in clock.each(Statement):
        whens = statement.when.stated if statement.when else ()
        for ref in statement.about if whens else ():
            paper = clock.known.find(ref)
            if not isinstance(paper, Document):
                continue
            dates_known = [s.when or s.as_of for s in paper.states]
            dates = [
                *(paper.when.stated if paper.when else ()),
                *(date for date in dates_known if date),
            ]
            announced = any(s.status == "announced" and s.when for s in paper.states)
            if announced and all(clock.before(w, d) for w in whens for d in dates):
                earliest = min(dates, key=clock.start)
                yield _finding("said", (statement, paper), first(statement.when), earliest)


def ceasefire_backwards(clock: Clock) -> Iterator[Finding]:
    """A ceasefire ends before it begins, or begins before it was proposed."""
    for truce in clock.each(Ceasefire):
        began = truce.effective or truce.declared
        if clock.all_before(truce.ended, began):
            yield _finding("ended", (truce,), first(truce.ended), first(began))
        if clock.all_before(began, truce.proposed):
            yield _finding("began", (truce,), first(began), first(truce.proposed))


def reported_before_it_happened(clock: Clock) -> Iterator[Finding]:
    """A date of an event or a statement rests on a source that came out before that date."""
    for event in clock.each(Event):
        yield from _reported(clock, event, event.when)
    for statement in clock.each(Statement):
        yield from _reported(clock, statement, statement.when)


def _reported(clock: Clock, record: Record, held: Claimed[When] | None) -> Iterator[Finding]:
    for claim in held.claims if held else ():
        for ref in claim.src:
            source = clock.known.find(ref.id)
            if isinstance(source, Source) and clock.before(source.published, claim.value):
                yield _finding("reported", (record, source), source.published, claim.value)
