"""Who waits for whom, where each paper is, and what came of what was agreed, in words."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from tui.blocks import ASYMMETRIC, DISPUTED, Block, Fact, Heading, Item, Line, Span, Table
from tui.brief.model import Document, Exchange, Status
from tui.brief.spelling import fold
from tui.presentation import dates
from tui.presentation.facts import margin
from tui.presentation.marks import noted
from tui.presentation.names import humanize, name_link, name_links, record_link
from tui.presentation.progress import progress_items
from tui.presentation.states import newest_first, now_words, states_sign
from tui.presentation.view import View

if TYPE_CHECKING:
    from tui.analysis.deliverables import Commitment, PendingItem, Track

KINDS = {
    "waits": "Waiting, as told", "disputed": "Told two ways",
    "answer": "Received, and no answer told", "receipt": "No receipt told",
    "signature": "Signed by one, and no signature told of another",
}  # fmt: skip


@lru_cache(maxsize=2)
def tracked(view: View) -> "dict[str, Track]":
    """Each document's track by its key; worked out once for a view."""
    from tui.analysis.deliverables import tracks  # noqa: PLC0415  (not for the first screen)

    return {each.document.key: each for each in tracks(view.brief, view.register)}


def pending_page(view: View) -> tuple[Block, ...]:
    """The whole page: what is outstanding, where each paper is, exchanges, what was agreed."""
    return (
        Heading((Span("Who waits for whom", "title"),), level=1),
        *_outstanding(view),
        *_where(view),
        *_exchanges(view),
        *_commitments(view),
    )


def _outstanding(view: View) -> Iterator[Block]:
    waits = [wait for each in tracked(view).values() for wait in each.waits]
    if not waits:
        yield Fact("", (Item((Span(_nothing(tuple(tracked(view).values())), "quiet"),)),))
    for kind, title in KINDS.items():
        here = [wait for wait in waits if wait.kind == kind]
        if here:
            count = (Span(str(len(here)), "quiet"),)
            yield Heading((Span(title),), count)
            yield Fact("", tuple(item for wait in here for item in wait_items(view, wait)))


def _nothing(found: "Sequence[Track]") -> str:
    """That nothing is outstanding, with what was looked at to say so."""
    parts = ["Nobody is said to wait for a paper"]
    if any(each.sent for each in found) and not any(each.unreceived for each in found):
        parts.append("nothing sent lacks a receipt")
    if any(each.asks for each in found):
        parts.append("no draft, proposal, memorandum, letter or roadmap that still counts "
                     "lacks an answer")  # fmt: skip
    return "; ".join(parts) + "."


def wait_items(view: View, wait: "PendingItem") -> Iterator[Item]:
    """What is outstanding in a sentence, and the states it rests on."""
    track = tracked(view)[wait.document.key]
    sign = ASYMMETRIC if track.asymmetric else None
    sign = DISPUTED if wait.kind == "disputed" else sign
    src = tuple(dict.fromkeys(ref for state in wait.states for ref in state.src))
    yield Item(_sentence(view, wait), margin(view, src), sign)
    for state in wait.states:
        yield Item(_state(view, state), depth=1)


def _sentence(view: View, wait: "PendingItem") -> Line:
    who, paper = name_link(view, wait.who), record_link(view, wait.document)
    on: Line = (Span(" from "), name_link(view, wait.on)) if wait.on else ()
    match wait.kind:
        case "waits":
            return (who, Span(" waits for: "), paper, *on)
        case "answer":
            return (who, Span(" has: "), paper, *on, Span(" · no answer told"))
        case "disputed":
            whom = (Span(" of "), who) if wait.who else ()
            return (paper, *on, Span(" · told two ways"), *whom)
        case "receipt":
            whom = (Span(" for "), who) if wait.who else ()
            return (paper, *on, Span(" · no receipt told"), *whom)
    signed = (name_link(view, wait.on), Span(" signed: ")) if wait.on else ()
    return (*signed, paper, Span(" · no signature told for "), who)


def _state(view: View, state: Status) -> Line:
    """A state with whose it is, when and who says so."""
    whose: Line = (name_link(view, state.party), Span(": ")) if state.party else ()
    when = f", {_when(view, state)}" if _when(view, state) else ""
    by: Line = (Span(", says ", "quiet"), *name_links(view, (state.by,))) if state.by else ()
    line = (*whose, Span(humanize(state.status), "status"), Span(when, "quiet"), *by)
    return noted(view, state, line)


def _when(view: View, state: Status) -> str:
    when = state.when or state.as_of
    if when is None:
        return ""
    return f"{'' if state.when else 'as of '}{dates.format_when(when, view.home)}"


def _where(view: View) -> tuple[Block, ...]:
    """Each paper by the state it is in for each party."""
    found = list(tracked(view).values())
    parties = dict.fromkeys(holder.party for each in found for holder in each.holders)
    if not any(each.holders or each.others for each in found):
        return ()
    loose = any(each.others for each in found)
    columns: list[Line] = [(Span("Paper"),), *((name_link(view, party),) for party in parties)]
    columns += [(Span("No party named"),)] if loose else []
    rows = []
    for each in found:
        held = {holder.party: holder.now for holder in each.holders}
        sign = f" {ASYMMETRIC.glyph}" if each.asymmetric else ""
        cells = [_cell(view, held.get(party, ())) for party in parties]
        cells += [_cell(view, each.others.now if each.others else ())] if loose else []
        rows.append(((record_link(view, each.document), Span(sign, ASYMMETRIC.role)), *cells))
    about = (Span(f"a dot: nothing told; {ASYMMETRIC.glyph} differs by party", "quiet"),)
    return (Heading((Span("Where each paper is"),), about), Table(tuple(columns), tuple(rows)))


def _cell(view: View, states: tuple[Status, ...]) -> Line:
    """What holds now, with the sign between states that contradict each other."""
    if not states:
        return (Span("·", "quiet"),)
    sign = states_sign(view, states)
    between = Span(f" {sign.glyph} ", sign.role) if sign else Span(" / ", "quiet")
    spans: list[Span] = []
    by_word = {fold(state.status): state for state in states}
    for state in by_word.values():
        when = state.when or state.as_of
        date = f", {dates.format_short(when, view.home)}" if when else ""
        spans += [between] if spans else []
        spans += noted(view, state, (Span(humanize(state.status), "status"), Span(date, "quiet")))
    return tuple(spans)


def history(view: View, document: Document) -> tuple[Block, ...]:
    """A table of the states of one paper: a line a state, a column a party."""
    track = tracked(view)[document.key]
    if not track.holders or len(track.holders) + bool(track.others) < 2:
        return ()
    owners = {id(s): h.party for h in track.holders for s in h.states}
    columns: list[Line] = [(Span("When"),), *((name_link(view, h.party),) for h in track.holders)]
    if track.others:
        columns.append((Span("No party named"),))
    places = [*(holder.party for holder in track.holders), *([""] if track.others else [])]
    rows = []
    for state in newest_first(view, document.states)[::-1]:
        when = state.when or state.as_of
        cells: list[Line] = [(Span(dates.format_short(when, view.home) if when else "no date"),)]
        at = owners.get(id(state), "")
        cells += [
            _status(view, state) if place == at else (Span("·", "quiet"),) for place in places
        ]
        rows.append(tuple(cells))
    sign = Span(f"{ASYMMETRIC.glyph} {ASYMMETRIC.word}", ASYMMETRIC.role)
    about = (sign,) if track.asymmetric else ()
    return (Heading((Span("State for each party"),), about), Table(tuple(columns), tuple(rows)))


def _status(view: View, state: Status) -> Line:
    by: Line = (Span(" — ", "quiet"), *name_links(view, (state.by,))) if state.by else ()
    return noted(view, state, (Span(humanize(state.status), "status"), *by))


def _exchanges(view: View) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for each in view.brief.exchanges:
        state = now_words(view, each.status) or "no state told"
        spans = (record_link(view, each), Span("  "), Span(state, "status"))
        blocks.append(Fact("", (Item(spans, margin(view, each.src)), *progress_items(view, each))))
    return (Heading((Span("Exchanges"),)), *blocks) if blocks else ()


def _commitments(view: View) -> tuple[Block, ...]:
    """What rounds agreed, and the state of what it became."""
    from tui.analysis.deliverables import commitments  # noqa: PLC0415

    found = commitments(view.brief, view.register)
    if not found:
        return ()
    open_ = sum(not each.became for each in found)
    about = (
        Span(f"{len(found)} agreed, {open_} without a paper or exchange that came of it", "quiet"),
    )
    blocks: list[Block] = [Heading((Span("What was agreed, and what came of it"),), about)]
    for _, group in groupby(found, key=lambda each: each.round.key):
        here = list(group)
        blocks.append(Heading((record_link(view, here[0].round),), level=3))
        blocks.append(Fact("", tuple(item for each in here for item in _commitment(view, each))))
    return tuple(blocks)


def _commitment(view: View, each: "Commitment") -> Iterator[Item]:
    yield Item(noted(view, each.item, (Span(each.item.text),)), margin(view, each.item.src))
    for record in each.became:
        yield Item((Span("→ ", "quiet"), record_link(view, record), *_now(view, record)), depth=1)
    if not each.became:
        yield Item((Span("no paper or exchange of the brief is named for it", "quiet"),), depth=1)


def _now(view: View, record: object) -> Line:
    """The state of what a commitment became, of each party where they differ."""
    if isinstance(record, Exchange):
        words = now_words(view, record.status)
        return (Span(", "), Span(words, "status")) if words else ()
    track = tracked(view)[record.key] if isinstance(record, Document) else None
    if track is None:
        return ()
    last = list(dict.fromkeys(now_words(view, h.states) for h in track.holders))
    if not last and track.others:
        last = [now_words(view, track.others.states)]
    return (Span(", "), Span(" / ".join(last), "status")) if last else ()
