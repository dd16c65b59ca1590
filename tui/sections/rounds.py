"""The Rounds tab: meetings, when and where, who sat there, what came of them."""

from tui.blocks import DISPUTED, Block, Fact, Heading, Item, Line, Row, Sign, Span
from tui.brief.model import Delegation, Outcome, OutcomeItem, Proposed, Round, RoundSession
from tui.brief.walk import ClaimedField as Held
from tui.presentation.facts import claimed, inherited, margin, verdict_sign
from tui.presentation.marks import noted
from tui.presentation.names import humanize, name_link, name_links
from tui.presentation.notes import common, line_fact, names_fact, status_fact, text_fact
from tui.presentation.sides import value_name
from tui.presentation.stated import say_date, stated, stated_name
from tui.presentation.states import disputed_parts, now_words
from tui.presentation.view import View
from tui.section import Section


def rows(view: View) -> tuple[Row, ...]:
    """One row a round, in the order of the brief."""
    return tuple(_row(view, each) for each in view.brief.rounds)


def _row(view: View, record: Round) -> Row:
    state = now_words(view, record.status)
    below = " · ".join(part for name in ("when", "venue") if (part := stated(view, record, name)))
    return Row(
        record.key,
        (Span(title(record), "title"),),
        (Span(below, "quiet"),),
        (Span(state, "status"),),
        (*_signs(view, record), *view.signs(record)),
        spot=record.spot,
    )


def title(record: Round) -> str:
    """What a round is called."""
    if record.title:
        return record.title
    return (
        f"Round {record.n}" if record.n is not None else record.id or record.as_written or "Round"
    )


def _signs(view: View, record: Round) -> tuple[Sign, ...]:
    fields = ("when", "venue", "level", "duration", "significance", "summary")
    held = (Held(record, f, v, record.src) for f in fields if (v := getattr(record, f)))
    parts = DISPUTED if disputed_parts(view, record) else None
    signs = (parts, *(verdict_sign(view, each) for each in held))
    return tuple(dict.fromkeys(sign for sign in signs if sign))


def detail(view: View, key: str) -> tuple[Block, ...]:
    """The whole of one round."""
    record = next((each for each in view.brief.rounds if each.key == key), None)
    if record is None:
        return ()
    kind = [humanize(each) for each in record.format]
    track = f"track {record.track}" if record.track else ""
    what = " · ".join(part for part in (*kind, track) if part)
    number = "" if record.n is None else str(record.n)
    counted = f"{number} of {record.series}" if number and record.series else number
    return (
        Heading((Span(title(record), "title"),), level=1),
        *status_fact(view, record.status),
        *line_fact(view, record, (Span(counted),) if counted else (), "number"),
        *text_fact(view, record, "" if counted else record.series, "series"),
        *line_fact(view, record, (Span(what),) if what else (), "format"),
        *claimed(view, record, "when", "when"),
        *claimed(view, record, "venue", "venue"),
        *claimed(view, record, "level", "level"),
        *claimed(view, record, "significance", "weight"),
        *claimed(view, record, "summary", "summary"),
        *claimed(view, record, "duration", "duration"),
        *names_fact(view, record.parties, "parties"),
        *_proposed(view, record.proposed),
        *_sessions(view, record.sessions),
        *names_fact(view, record.agenda, "agenda"),
        *text_fact(view, record, ", ".join(record.languages), "languages"),
        *_openness(view, record),
        *_at_the_table(view, record),
        *_outcome(view, record.outcome),
        *_contrary(view, record),
        *common(view, record),
    )


def _proposed(view: View, proposals: tuple[Proposed, ...]) -> tuple[Block, ...]:
    items = []
    for each in proposals:
        spans = [Span("by "), *name_links(view, (each.by,))] if each.by else []
        if each.to:
            spans += [Span(" to "), *name_links(view, each.to)]
        if when := stated(view, each, "when", say_date):
            spans.append(Span(f", {when}"))
        items.append(Item(noted(view, each, spans), margin(view, each.src)))
        if each.note:
            items.append(Item((Span(each.note, "quiet"),), depth=1))
    return (Fact("proposed", tuple(items)),) if items else ()


def _sessions(view: View, sessions: tuple[RoundSession, ...]) -> tuple[Block, ...]:
    """The sittings of a round, one under the other in the order of their dates."""
    items = []
    for each in sessions:
        parts = (stated(view, each, "when", say_date), stated(view, each, "venue"), each.title)
        head = " · ".join(part for part in parts if part)
        spans = [Span(head)] if head else []
        if each.parties:
            spans += [Span(", "), *name_links(view, each.parties)]
        if each.text:
            spans.append(Span(f": {each.text}" if spans else each.text))
        items.append(Item(noted(view, each, spans), margin(view, each.src)))
        if each.note:
            items.append(Item((Span(each.note, "quiet"),), depth=1))
    return (Fact("sessions", tuple(items)),) if items else ()


def _openness(view: View, record: Round) -> tuple[Block, ...]:
    if record.openness is None:
        return ()
    parts = (("opening", record.openness.opening), ("talks", record.openness.session))
    text = ", ".join(f"{name} {humanize(word)}" for name, word in parts if word)
    src = margin(view, record.openness.src)
    note = Item((Span(record.openness.note, "quiet"),), depth=1)
    shown = (
        Item(noted(view, record.openness, (Span(text),)), src),
        *((note,) if record.openness.note else ()),
    )
    return (Fact("public", shown),)


def _at_the_table(view: View, record: Round) -> tuple[Block, ...]:
    """Who sat there, one line a party; the delegations tab tells each in full."""
    seats = [each for each in view.brief.delegations if each.round and each.round.id == record.id]
    items = [_seat(view, each) for each in seats]
    mediation = view.brief.mediation
    for third in mediation.third_parties if mediation else ():
        if any(ref.id == record.id for ref in third.rounds):
            roles = ", ".join(humanize(role) for role in third.roles)
            shown = "; ".join(part for part in (roles, humanize(third.attendance)) if part)
            more = (Span(f"  {shown}", "quiet"),) if shown else ()
            who = name_link(view, third.person or third.party)
            items.append(Item((who, *more), inherited(view, third.src)))
    return (Heading((Span("At the table"),)), Fact("", tuple(items))) if items else ()


def _seat(view: View, record: Delegation) -> Item:
    people = {m.person.id for r in record.rosters for m in r.members if m.person}
    head = stated_name(view, record, "head")
    spans = [name_link(view, record.party), Span("  ")]
    if record.head and head:
        spans += [*head, Span(" (head)", "quiet")]
        people -= {ref.id for ref in record.head.values}
    if people:
        spans.append(Span(f"{' and ' if head else ''}{len(people)}{' more' if head else ''}"))
    if not record.rosters:
        return Item(tuple(spans))
    lists = f"{len(record.rosters)} roster{'s' if len(record.rosters) > 1 else ''}"
    return Item(tuple(spans), (Span(lists, "source", record.key),))


def _outcome(view: View, outcome: Outcome | None) -> tuple[Block, ...]:
    if outcome is None:
        return ()
    blocks: list[Block] = [Heading((Span("Outcome"),))]
    lists = (
        ("agreed", outcome.agreed),
        ("not agreed", outcome.not_agreed),
        ("put off", outcome.deferred),
    )
    for label, things in lists:
        if things:
            blocks.append(Fact(label, tuple(_outcome_item(view, each) for each in things)))
    if outcome.next:
        line: Line = (
            (name_link(view, outcome.next),)
            if view.register.find(outcome.next)
            else (Span(outcome.next),)
        )
        blocks += line_fact(view, outcome, line, "next")
    return (*blocks, *common(view, outcome))


def _contrary(view: View, record: Round) -> tuple[Block, ...]:
    """What was agreed on one account and not on another."""
    found = (fact for fact in disputed_parts(view, record) if isinstance(fact.owner, OutcomeItem))
    items = tuple(Item((Span(value_name(fact)),), sign=DISPUTED) for fact in found)
    return (Fact(DISPUTED.word, items),) if items else ()


def _outcome_item(view: View, item: OutcomeItem) -> Item:
    spans = [Span(item.text)]
    for ref in (item.exchange, item.document, item.issue):
        if ref:
            spans += [Span("  → ", "quiet"), name_link(view, ref)]
    if item.by:
        spans += [Span("  — ", "quiet"), *name_links(view, (item.by,))]
    if item.note:
        spans.append(Span(f"  ({item.note})", "quiet"))
    return Item(noted(view, item, spans), margin(view, item.src))


SECTION = Section(
    number=1,
    name="rounds",
    title="Rounds",
    rows=rows,
    detail=detail,
    home=True,
    about="Meetings of the parties: when, where, who sat there and what came of it.",
    example="""\
rounds:
  - id: r1
    title: First round
    status: concluded
    when: 2025-05-16
    venue: town-hall
    outcome:
      agreed: [To meet again]
    src: s1
""",
)
