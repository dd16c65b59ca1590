"""The Deliverables tab: who waits for whom; documents and exchanges, with their state."""

from collections import Counter
from collections.abc import Iterator

from tui.blocks import ASYMMETRIC, Block, Fact, Heading, Item, Row, Sign, Span
from tui.brief.model import Document, Exchange, Provision, Tranche
from tui.brief.record import Record
from tui.brief.walk import facts
from tui.presentation.facts import claimed, margin, verdict_sign
from tui.presentation.marks import noted
from tui.presentation.names import name_link, name_links, party_suffix, record_link
from tui.presentation.notes import (
    common,
    line_fact,
    list_fact,
    names_fact,
    responses_fact,
    status_fact,
    text_fact,
    writers_fact,
)
from tui.presentation.pending import history, pending_page, tracked, wait_items
from tui.presentation.progress import progress_items
from tui.presentation.stated import say_date, stated
from tui.presentation.states import now_words, states_sign
from tui.presentation.view import View
from tui.section import Section

WHOLE = "deliverables#whole"
"""Key of the row about all of them together."""


def rows(view: View) -> tuple[Row, ...]:
    """Who waits for whom, then documents, then exchanges."""
    if not (view.brief.documents or view.brief.exchanges):
        return ()
    return (
        _whole_row(view),
        *(_document_row(view, each) for each in view.brief.documents),
        *(_exchange_row(view, each) for each in view.brief.exchanges),
    )


def _whole_row(view: View) -> Row:
    waits = Counter(wait.kind for each in tracked(view).values() for wait in each.waits)
    waiting, disputed = waits.pop("waits", 0), waits.pop("disputed", 0)
    summary = f"{waiting} waiting, {waits.total()} where an answer or receipt is not told"
    summary += f", {disputed} told two ways" if disputed else ""
    return Row(WHOLE, (Span("Who waits for whom", "title"),), (Span(summary, "quiet"),))


def _signs(view: View, record: Record) -> tuple[Sign, ...]:
    states = record.states if isinstance(record, Document) else getattr(record, "status", ())
    found = (states_sign(view, states),
             *(verdict_sign(view, held) for held in facts(record, view.brief.src)))  # fmt: skip
    return (*dict.fromkeys(sign for sign in found if sign), *view.signs(record))


def _document_row(view: View, record: Document) -> Row:
    state = _now(view, record)
    by = (Span("by ", "quiet"), *name_links(view, (record.author,))) if record.author else ()
    kind = Span(f"{' · ' if by and record.kind else ''}{record.kind}", "quiet")
    title = (Span(record.title or record.as_written, "title"),)
    below = (*by, *((kind,) if kind.text else ()))
    return Row(
        record.key,
        title,
        (*below, *party_suffix(view, record.author, title, below)),
        (Span(state, "status"),),
        (*([ASYMMETRIC] if tracked(view)[record.key].asymmetric else []), *_signs(view, record)),
        group="Documents",
        party=view.party_role(record.author) if record.author else "",
        spot=record.spot,
    )


def _now(view: View, record: Document) -> str:
    """The state it is in; where that differs by party, of each."""
    track = tracked(view)[record.key]
    if track.asymmetric:
        held = dict.fromkeys(now_words(view, holder.states) for holder in track.holders)
        return f" {ASYMMETRIC.glyph} ".join(held)
    return now_words(view, record.states)


def exchange_title(record: Exchange) -> str:
    """What an exchange is called."""
    kind = f"Exchange of {record.kind}" if record.kind else "Exchange"
    return record.title or kind


def _exchange_row(view: View, record: Exchange) -> Row:
    state = now_words(view, record.status)
    return Row(
        record.key,
        (Span(exchange_title(record), "title"),),
        (Span(record.formula, "quiet"),),
        (Span(state, "status"),),
        _signs(view, record),
        group="Exchanges",
        spot=record.spot,
    )


def detail(view: View, key: str) -> tuple[Block, ...]:
    """The whole of one document or exchange, or what is outstanding of all."""
    if key == WHOLE and rows(view):
        return pending_page(view)
    match view.register.by_key.get(key):
        case Document() as document:
            return _document(view, document)
        case Exchange() as exchange:
            return _exchange(view, exchange)
    return ()


def _document(view: View, record: Document) -> tuple[Block, ...]:
    return (
        Heading((Span(record.title, "title"),), level=1),
        *_outstanding(view, record),
        *line_fact(view, record, name_links(view, (record.author,)), "author"),
        *text_fact(view, record, record.kind, "kind"),
        *writers_fact(record.stage, "stage"),
        *claimed(view, record, "when", "date"),
        *history(view, record),
        *status_fact(view, record.states, "states"),
        *claimed(view, record, "scope", "scope"),
        *text_fact(view, record, ", ".join(record.languages), "languages"),
        *names_fact(view, record.signatories, "signed by"),
        *names_fact(view, record.third_parties, "third parties"),
        *responses_fact(view, record.responses),
        *_provisions(view, record.provisions),
        *_related(view, record),
        *text_fact(view, record, record.file, "file"),
        *text_fact(view, record, record.link, "link"),
        *common(view, record),
    )


def _outstanding(view: View, record: Document) -> tuple[Block, ...]:
    waits = tracked(view)[record.key].waits
    items = tuple(item for wait in waits for item in list(wait_items(view, wait))[:1])
    return (Fact("waiting", items),) if items else ()


def _related(view: View, record: Document) -> tuple[Block, ...]:
    found = (view.register.find(ref) for ref in record.related)
    items = tuple(Item((record_link(view, each),)) for each in found if each)
    return (Fact("related", items),) if items else ()


def _provisions(view: View, provisions: tuple[Provision, ...]) -> tuple[Block, ...]:
    items = []
    for each in provisions:
        spans = [Span(f"{each.at}  ", "quiet")] if each.at else []
        spans.append(Span(each.text or each.as_written))
        if each.issue:
            spans += [Span("  → ", "quiet"), name_link(view, each.issue)]
        items.append(Item(noted(view, each, spans), margin(view, each.src)))
    return (Heading((Span("What it says"),)), Fact("", tuple(items))) if items else ()


def _exchange(view: View, record: Exchange) -> tuple[Block, ...]:
    return (
        Heading((Span(exchange_title(record), "title"),), level=1),
        *text_fact(view, record, record.formula, "formula", "strong"),
        *claimed(view, record, "per_side", "from each side"),
        *_sides(view, record),
        *list_fact(record.categories, "who"),
        *status_fact(view, record.status),
        *names_fact(view, (record.round,) if record.round else (), "agreed at"),
        *claimed(view, record, "agreed", "agreed"),
        *_progress(view, record),
        *_tranches(view, record.tranches),
        *claimed(view, record, "completed", "completed"),
        *common(view, record),
    )


def _sides(view: View, record: Exchange) -> Iterator[Block]:
    """What each side gives, where the numbers differ."""
    for each in record.sides:
        name = name_link(view, each.party).text if each.party else "one side"
        yield from claimed(view, each, "count", f"from {name}")
        yield from common(view, each)


def _progress(view: View, record: Exchange) -> tuple[Block, ...]:
    items = tuple(item._replace(depth=0) for item in progress_items(view, record))
    return (Fact("progress", items),) if items else ()


def _tranches(view: View, tranches: tuple[Tranche, ...]) -> tuple[Block, ...]:
    items = []
    for each in tranches:
        counts = stated(view, each, "count")
        summary = (stated(view, each, "when", say_date), counts, each.where)
        spans = [Span(", ".join(part for part in summary if part))]
        if each.by:
            spans += [Span("  — ", "quiet"), *name_links(view, (each.by,))]
        items.append(Item(noted(view, each, spans), margin(view, each.src)))
    return (Fact("tranches", tuple(items)),) if items else ()


SECTION = Section(
    number=6,
    name="deliverables",
    title="Deliverables",
    rows=rows,
    detail=detail,
    home=True,
    about="Papers between the parties and exchanges of people, with how far each has come.",
    example="""\
documents:
  - id: draft
    title: Draft memorandum
    author: north
    kind: memorandum
    states:
      - {status: sent, when: 2025-05-31, by: north, src: s1}
exchanges:
  - kind: prisoners
    formula: 1,000 for 1,000
    round: r1
    status: agreed
    src: s1
""",
)
