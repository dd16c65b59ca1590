"""The Positions tab: each issue with where every party stands, and what was said."""

from tui.blocks import Block, Heading, Item, Line, Row, Span, Table
from tui.blocks import Fact as Told
from tui.brief.model import Issue, Positions, Stance, Statement
from tui.section import Section
from tui.telling import dates
from tui.telling.facts import claimed, margin, plain, value
from tui.telling.notes import common, list_fact, names_fact, text_fact, when_fact, words
from tui.telling.titles import statement_title
from tui.telling.view import View, title_of


def rows(view: View) -> tuple[Row, ...]:
    """Issues, then stances, then statements."""
    part = view.brief.positions or Positions()
    return (
        *(_issue_row(view, each) for each in part.issues),
        *(_stance_row(view, each) for each in part.stances),
        *(_statement_row(view, each) for each in view.brief.statements),
    )


def _stances(view: View, issue: Issue) -> tuple[Stance, ...]:
    part = view.brief.positions or Positions()
    return tuple(each for each in part.stances if each.issue and each.issue.id == issue.id)


def _issue_row(view: View, record: Issue) -> Row:
    parties = {each.party.id: each.party for each in _stances(view, record) if each.party}
    below = view.names(tuple(parties.values())) or (Span("nobody's position is known", "silent"),)
    return Row(
        record.key,
        (Span(record.title or record.as_written, "title"),),
        below,
        (Span(record.kind, "quiet"),),
        view.signs(record),
        group="Issues",
        spot=record.spot,
    )


def _stance_row(view: View, record: Stance) -> Row:
    issue = view.register.find(record.issue)
    return Row(
        record.key,
        (view.name(record.party), Span(f" on {title_of(issue) if issue else '?'}")),
        (Span(_position(view, record), "quiet"),),
        (Span(words(record.movement), "status"),),
        view.signs(record),
        group="Stances",
        party=view.party_role(record.party) if record.party else "",
        spot=record.spot,
    )


def _position(view: View, record: Stance) -> str:
    claims = record.position.claims if record.position else ()
    return " / ".join(plain(value(view, claim)) for claim in claims) or record.as_written


def _statement_row(view: View, record: Statement) -> Row:
    when = record.when.first if record.when else None
    told = (dates.short(when, view.home) if when else "", record.channel)
    return Row(
        record.key,
        statement_title(view, record),
        (Span(" · ".join(part for part in told if part), "quiet"),),
        (),
        view.signs(record),
        group="Said",
        party=view.party_role(record.speaker) if record.speaker else "",
        spot=record.spot,
    )


def detail(view: View, key: str) -> tuple[Block, ...]:
    """The whole of one issue, stance or statement."""
    match view.register.by_key.get(key):
        case Issue() as issue:
            return _issue(view, issue)
        case Stance() as stance:
            return _stance(view, stance)
        case Statement() as statement:
            return _statement(view, statement)
    return ()


def _issue(view: View, record: Issue) -> tuple[Block, ...]:
    return (
        Heading((Span(record.title, "title"),), (Span(record.kind, "status"),), level=1),
        *names_fact(view, (record.parent,) if record.parent else (), "part of"),
        *_matrix(view, record),
        *_said(view, record),
        *common(view, record),
    )


def _matrix(view: View, record: Issue) -> tuple[Block, ...]:
    """Every party's position; a party without one stands there with an empty cell."""
    by_party: dict[str, list[Stance]] = {}
    for each in _stances(view, record):
        by_party.setdefault(each.party.id if each.party else "", []).append(each)
    sides = [p.id for p in view.brief.parties if p.stance in {"belligerent", ""}]
    names = dict.fromkeys([*by_party, *sides])
    lines: list[tuple[Line, ...]] = []
    for name in names:
        for stance in by_party.get(name) or (None,):
            cell: Line = (Span("not known", "silent"),)
            src: Line = ()
            if stance is not None:
                cell = (Span(_position(view, stance), "", stance.key),)
                src = margin(view, stance.src)
            lines.append(((view.name(name),), cell, src))
    columns: tuple[Line, ...] = ((Span("party"),), (Span("position"),), (Span(""),))
    return (Heading((Span("Where they stand"),)), Table(columns, tuple(lines))) if lines else ()


def _said(view: View, record: Issue) -> tuple[Block, ...]:
    said = [each for each in view.brief.statements if record.id in {r.id for r in each.about}]
    items = tuple(Item(statement_title(view, each), margin(view, each.src)) for each in said)
    return (Heading((Span("What was said"),)), Told("", items)) if items and record.id else ()


def _stance(view: View, record: Stance) -> tuple[Block, ...]:
    return (
        Heading((view.name(record.party), Span(" on "), view.name(record.issue)), level=1),
        *claimed(view, record, "position", "position"),
        *names_fact(view, (record.by,) if record.by else (), "says who"),
        *text_fact(view, record, record.interest, "interest"),
        *text_fact(view, record, record.red_line, "red line", "strong"),
        *text_fact(view, record, record.flexibility, "may move"),
        *list_fact(record.conditions, "conditions"),
        *text_fact(view, record, record.basis, "basis", "status"),
        *text_fact(view, record, record.movement, "movement", "status"),
        *when_fact(view, record.when, "when"),
        *names_fact(view, (record.round,) if record.round else (), "round"),
        *common(view, record),
    )


def _statement(view: View, record: Statement) -> tuple[Block, ...]:
    who: Line = (view.name(record.speaker),) if record.speaker else (Span("nobody named"),)
    words_said: tuple[Block, ...] = ()
    if record.quote:
        items = (Item((Span(f"“{record.quote}”", "quote"),), margin(view, record.src)),)
        words_said = (Told("said", items),)
    return (
        Heading(who, level=1),
        *words_said,
        *text_fact(view, record, record.gist, "gist"),
        *claimed(view, record, "when", "when"),
        *text_fact(view, record, record.channel, "channel"),
        *names_fact(view, record.to, "to"),
        *names_fact(view, (record.on_behalf_of,) if record.on_behalf_of else (), "for"),
        *names_fact(view, (record.via,) if record.via else (), "told by"),
        *names_fact(view, record.about, "about"),
        *text_fact(view, record, record.cameo, "CAMEO"),
        *common(view, record),
    )


SECTION = Section(
    number=5,
    name="positions",
    title="Positions",
    rows=rows,
    detail=detail,
    about="Issues, where each party stands on them, and what was said by whom.",
    example="""\
positions:
  issues:
    - {id: ceasefire, title: Ceasefire}
  stances:
    - issue: ceasefire
      party: north
      position: A ceasefire first, then talks
      src: s1
statements:
  - speaker: jane-doe
    when: 2025-06-01
    quote: We are ready to talk.
    about: [ceasefire]
    src: s1
""",
)
