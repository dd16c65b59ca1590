"""What can be said of a record as a whole: disputed, stale, resting on one source."""

from collections.abc import Iterator

from tui.analysis.compare import Kind, ground_of, seating
from tui.analysis.coverage.facts import WRITERS
from tui.analysis.gathered import gathered_in
from tui.brief.model import Delegation, Source
from tui.brief.record import Record
from tui.brief.walk import facts
from tui.filter.record_text import RecordText
from tui.presentation.view import View

_KINDS = {
    Kind.DISPUTE: "disputed",
    Kind.FINER: "finer",
    Kind.COMPATIBLE: "compatible",
    Kind.INCOMPARABLE: "incomparable",
    Kind.ASYMMETRIC: "asymmetric",
}
COMPARED = frozenset(_KINDS.values())
"""States that come of comparing claims."""


def states_of(view: View, record: Record, text: RecordText) -> frozenset[str]:
    """The words of `tui.filter.query.STATES` that hold for a record."""
    return frozenset((*_compared(view, record), *_sourcing(view, record, text),
                      *_standing(view, record, text)))  # fmt: skip


def _compared(view: View, record: Record) -> Iterator[str]:
    """How the claims of its values relate to each other."""
    for fact in facts(record, view.brief.src):
        if len(fact.claimed.unstruck) > 1:
            kind = _KINDS.get(view.verdict(fact).kind)
            yield from (kind,) if kind else ()
    ground = ground_of(view.register, view.brief.aliases)
    for fact in gathered_in(record, view.brief.src, ground):
        if len(fact.claimed.claims) > 1:
            kind = _KINDS.get(view.verdict(fact).kind)
            yield from (kind,) if kind else ()
    if isinstance(record, Delegation):
        seats = seating(record, ground).verdict
        found = {seats.members.kind, seats.head.kind}
        away = any(seat.attendance.kind is Kind.DISPUTE for seat in seats.seats)
        found |= {Kind.DISPUTE} if away else set()
        yield from (kind for each in found if (kind := _KINDS.get(each)))


def _sourcing(view: View, record: Record, text: RecordText) -> Iterator[str]:
    """What it rests on. What needs no source, the writer's own words, lacks none."""
    count = len(set(text.sources) or {ref.id for ref in view.brief.src})
    if isinstance(record, Source):
        return
    if count == 1:
        yield "single-source"
    if not count and not isinstance(record, WRITERS):
        yield "unsourced"


def _standing(view: View, record: Record, text: RecordText) -> Iterator[str]:
    if record.key in view.changes:
        yield from ("changed", "unread")
    if record.key in view.stale:
        yield "stale"
    if any(map(view.reading.ladder.named, text.marks)):
        yield "confidential"
    wrong = {problem.severity for problem in view.reading.problems_in(record)}
    if "error" in wrong:
        yield "problem"
    if "warning" in wrong:
        yield "warning"
