"""The Positions tab: who stands where on what, how that moved, and what was said by whom."""

from functools import lru_cache
from typing import TYPE_CHECKING

from tui.blocks import Block, Fact, Heading, Item, Line, Row, Span, plain
from tui.brief.model import Issue, Positions, Stance, Statement
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.roots import party_of
from tui.presentation.came_of import came_of
from tui.presentation.facts import claimed, margin
from tui.presentation.figures import counted
from tui.presentation.names import name_link, name_links, party_suffix, statement_title, title_of
from tui.presentation.notes import common, list_fact, names_fact, text_fact, when_fact, writers_fact
from tui.presentation.positions import (
    marked,
    movement,
    stand_page,
    statements_by_party,
    whole_page,
)
from tui.presentation.stated import stated
from tui.presentation.view import View
from tui.section import Section

if TYPE_CHECKING:
    from tui.analysis.positions import Cell, Matrix

MATRIX = "positions/matrix"
"""Key of the row that sets all issues against all parties."""


@lru_cache(maxsize=2)
def _matrix(view: View) -> "Matrix":
    from tui.analysis.positions import matrix  # noqa: PLC0415  (not for the first screen)

    return matrix(view.brief, view.register)


@lru_cache(maxsize=2)
def rows(view: View) -> tuple[Row, ...]:
    """The matrix, then issues, stances and statements."""
    part = view.brief.positions or Positions()
    return (
        *((_matrix_row(view),) if part.issues else ()),
        *(_issue_row(view, each) for each in part.issues),
        *(_stance_row(view, each) for each in _by_issue(part)),
        *(_statement_row(view, each) for each in view.brief.statements),
    )


def _by_issue(part: Positions) -> list[Stance]:
    """Stances in the order of their issues, those of one issue in that of time."""
    place = {issue.id: at for at, issue in enumerate(part.issues)}
    last = len(place)
    return sorted(
        part.stances, key=lambda each: place.get(each.issue.id, last) if each.issue else last
    )


def _matrix_row(view: View) -> Row:
    found = _matrix(view)
    cells = len(found.issues) * len(found.parties)
    summary = f"{counted(len(found.issues), 'issue')} · {counted(len(found.parties), 'side')}"
    gaps = f" · {len(found.unknown)} of {counted(cells, 'cell')} not known" if found.unknown else ""
    return Row(MATRIX, (Span("Matrix", "title"),), (Span(summary + gaps, "quiet"),))


def _issue_row(view: View, record: Issue) -> Row:
    found = _matrix(view)
    parties = tuple(p for p in (*found.parties, *found.others) if found.cell(record, p.id).stances)
    names = name_links(view, tuple(Reference(party.id) for party in parties))
    in_parts = any(found.in_parts(record, party.id) for party in found.parties)
    spoke = any(found.cell(record, party.id).statements for party in found.parties)
    nothing = "statements only" if spoke else "nobody's position is known"
    nothing = "positions on its parts only" if in_parts else nothing
    below = names or (Span(nothing, "silent"),)
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
        (name_link(view, record.party), Span(f" on {title_of(issue) if issue else '?'}")),
        (Span(plain(marked(view, record)), "quiet"),),
        movement(record),
        view.signs(record),
        group="Stances",
        party=view.party_role(record.party) if record.party else "",
        spot=record.spot,
        subject=name_link(view, record.party).link,
    )


def _statement_row(view: View, record: Statement) -> Row:
    summary = (stated(view, record, "when"), record.channel)
    title = statement_title(view, record)
    below = tuple(Span(text, "quiet") for text in (" · ".join(filter(None, summary)),) if text)
    return Row(
        record.key,
        title,
        (*below, *party_suffix(view, record.speaker, title, below)),
        (),
        view.signs(record),
        group="Said",
        party=view.party_role(record.speaker) if record.speaker else "",
        spot=record.spot,
        subject=name_link(view, record.speaker).link,
    )


def detail(view: View, key: str) -> tuple[Block, ...]:
    """The matrix, or the whole of one issue, stance or statement."""
    if key == MATRIX:
        return whole_page(view, _matrix(view))
    match view.register.by_key.get(key):
        case Issue() as issue:
            return _issue(view, issue)
        case Stance() as stance:
            return _stance(view, stance)
        case Statement() as statement:
            return _statement(view, statement)
    return ()


def _issue(view: View, record: Issue) -> tuple[Block, ...]:
    inner = _matrix(view).parts.get(record.id, ()) if record.id else ()
    parts = tuple(Reference(each.id) for each in inner if each.id)
    return (
        Heading((Span(record.title, "title"),), (Span(record.kind, "status"),), level=1),
        *names_fact(view, (record.parent,) if record.parent else (), "part of"),
        *names_fact(view, parts, "parts"),
        *stand_page(view, _matrix(view), record),
        *statements_by_party(view, _matrix(view), record),
        *came_of(view, record),
        *common(view, record),
    )


def _stance(view: View, record: Stance) -> tuple[Block, ...]:
    return (
        Heading(
            (name_link(view, record.party), Span(" on "), name_link(view, record.issue)), level=1
        ),
        *claimed(view, record, "position", "position"),
        *names_fact(view, (record.by,) if record.by else (), "says who"),
        *text_fact(view, record, record.interest, "interest"),
        *text_fact(view, record, record.red_line, "red line", "strong"),
        *text_fact(view, record, record.flexibility, "may move"),
        *list_fact(record.conditions, "conditions"),
        *writers_fact(record.basis, "basis", "status"),
        *_moved(view, record),
        *when_fact(view, record.when, "when"),
        *names_fact(view, (record.round,) if record.round else (), "round"),
        *_statements(view, record),
        *common(view, record),
    )


def _cell(view: View, issue: Reference | None, party: Reference | Record | None) -> "Cell | None":
    found, whose = view.register.find(issue), party_of(party, view.register)
    return _matrix(view).cell(found, whose.id) if isinstance(found, Issue) and whose else None


def _moved(view: View, record: Stance) -> tuple[Fact, ...]:
    """How the stance moved, and from where."""
    cell = _cell(view, record.issue, record.party)
    before = cell.previous(record) if cell else None
    items = [Item(movement(record))] if record.movement else []
    if before:
        was = Span(plain(marked(view, before)), "", before.key)
        items.append(Item((Span("before: ", "quiet"), was)))
    return (Fact("movement", tuple(items)),) if items else ()


def _statements(view: View, record: Stance) -> tuple[Fact, ...]:
    """What the party's people said on the issue."""
    cell = _cell(view, record.issue, record.party)
    statements = cell.statements if cell else ()
    items = tuple(
        Item((Span(plain(statement_title(view, each)), "", each.key),), margin(view, each.src))
        for each in statements
    )
    return (Fact("said", items),) if items else ()


def _statement(view: View, record: Statement) -> tuple[Block, ...]:
    who: Line = name_links(view, (record.speaker,)) if record.speaker else (Span("nobody named"),)
    quoted: tuple[Block, ...] = ()
    if record.quote:
        items = (Item((Span(f"“{record.quote}”", "quote"),), margin(view, record.src)),)
        quoted = (Fact("said", items),)
    return (
        Heading(who, level=1),
        *quoted,
        *text_fact(view, record, record.gist, "gist"),
        *claimed(view, record, "when", "when"),
        *text_fact(view, record, record.channel, "channel"),
        *names_fact(view, record.to, "to"),
        *names_fact(view, (record.on_behalf_of,) if record.on_behalf_of else (), "for"),
        *names_fact(view, (record.via,) if record.via else (), "told by"),
        *names_fact(view, record.about, "about"),
        *_stood(view, record),
        *writers_fact(record.cameo, "CAMEO"),
        *common(view, record),
    )


def _stood(view: View, record: Statement) -> tuple[Fact, ...]:
    """Where the speaker's party stands on what the statement is about."""
    who = record.on_behalf_of or record.speaker
    cells = (_cell(view, ref, who) for ref in record.about)
    found = [stance for cell in cells if cell for stance in cell.now]
    items = tuple(Item((Span(plain(marked(view, each)), "", each.key),)) for each in found)
    return (Fact("position", items),) if items else ()


SECTION = Section(
    number=5,
    name="positions",
    title="Positions",
    rows=rows,
    detail=detail,
    home=True,
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
