"""Stances as cells: positions with their movement, red lines, and what they rest on."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tui.blocks import SILENT, Block, Fact, Heading, Item, Line, Span, Table, plain
from tui.brief.model import Issue, Party, Round, Stance, Statement
from tui.brief.walk import ClaimedField as Held
from tui.presentation import dates
from tui.presentation.facts import SIGNS, margin, value
from tui.presentation.names import humanize, name_link, name_links, statement_title, title_of
from tui.presentation.stated import stated
from tui.presentation.view import View

if TYPE_CHECKING:
    from tui.analysis.positions import Matrix

_MOVED = {"hardened": "↑", "softened": "↓", "same": "=", "new": "+"}
_UNKNOWN = Span("not known", "silent")
_IN_PARTS = Span("on its parts", "quiet")
_SPOKE = Span("statements only", "quiet")


def position(view: View, record: Stance) -> Line:
    """What a party wants; several accounts of it with the sign of how they compare."""
    held = record.position
    if held is None or not held.claims:
        return (Span(record.as_written),)
    if len(held.claims) == 1:
        return value(view, held.claims[0])
    sign = SIGNS.get(view.verdict(Held(record, "position", held, record.src)).kind)
    between = Span(f"  {sign.glyph}  ", sign.role) if sign else Span("  /  ", "quiet")
    spans: list[Span] = []
    for claim in held.claims:
        spans += [between] if spans else []
        spans += value(view, claim)
        spans += [Span(" — ", "quiet"), *name_links(view, (claim.by,))] if claim.by else []
    return tuple(spans)


def marked(view: View, record: Stance) -> Line:
    """The same, with a mark where it is inferred: nobody of the party said so."""
    inferred = (Span("  inferred", "quiet"),) if record.basis == "inferred" else ()
    return (*position(view, record), *inferred)


def movement(record: Stance) -> Line:
    """How it moved against the party's stance before: a sign and its word."""
    if not record.movement:
        return ()
    sign = _MOVED.get(record.movement)
    word = humanize(record.movement)
    return (Span(f"{sign} {word}" if sign else word, "status"),)


def whole_page(view: View, matrix: "Matrix") -> tuple[Block, ...]:
    """All issues against all sides, then the stances of others, then what is not known."""
    columns: tuple[Line, ...] = (
        (Span("issue"),),
        *((name_link(view, p.id),) for p in matrix.parties),
    )
    lines = tuple(
        (_issue_name(issue), *(_cell(view, matrix, issue, p) for p in matrix.parties))
        for issue in matrix.issues
    )
    return (
        Heading((Span("Issue by issue, side by side", "title"),), level=1),
        *((Table(columns, lines),) if matrix.parties else ()),
        *_marks(view, matrix),
        *_unknown(view, matrix),
        *_stances_of_others(view, matrix),
    )


def _issue_name(issue: Issue) -> Line:
    return (Span(issue.title or issue.as_written, "strong", issue.key),)


def _cell(view: View, matrix: "Matrix", issue: Issue, party: Party) -> Line:
    """The latest stance of a party, with all that qualifies it; of one day, all."""
    found = matrix.cell(issue, party.id)
    if not found.stances:
        return (_nothing(matrix, issue, party),)
    spans: list[Span] = []
    for stance in found.now:
        spans += [Span("  /  ", "quiet")] if spans else []
        spans += (Span(s.text, s.role, s.link or stance.key) for s in position(view, stance))
        spans += _qualified(view, stance)
    if found.earlier:
        spans.append(Span(f"  {found.earlier} earlier", "quiet"))
    if found.undated:
        spans.append(Span(f"  {found.undated} without a date", "quiet"))
    return tuple(spans)


def _nothing(matrix: "Matrix", issue: Issue, party: Party) -> Span:
    """An empty cell, unless the party has a position on a part of the issue, or spoke of it."""
    if matrix.in_parts(issue, party.id):
        return _IN_PARTS
    return _SPOKE if matrix.cell(issue, party.id).statements else _UNKNOWN


def _qualified(view: View, stance: Stance) -> Iterator[Span]:
    """Movement, red line, and how thin the ground is."""
    from tui.analysis.positions import footing  # noqa: PLC0415  (not for the first screen)

    if stance.basis == "inferred":
        yield Span("  inferred", "quiet")
    yield from (Span(f"  {span.text}", span.role) for span in movement(stance))
    if stance.red_line:
        yield from (Span("  red line: ", "disputed"), Span(stance.red_line, "strong"))
    found = footing(stance, view.brief, view.register)
    if found.teller:
        yield from (Span("  told by ", "quiet"), name_link(view, found.teller))
    elif not found.named and stance.basis != "inferred":
        yield Span("  nobody named", "quiet")
    if found.sources == 1:
        yield Span(f"  {SILENT.glyph}", SILENT.role)


def _marks(view: View, matrix: "Matrix") -> tuple[Fact, ...]:
    """What the marks in the cells say, of those that are there."""
    from tui.analysis.positions import footing  # noqa: PLC0415

    latest = [stance for cell in matrix.cells.values() for stance in cell.now]
    rests = [footing(each, view.brief, view.register) for each in latest]
    moved = dict.fromkeys(each.movement for each in latest if each.movement in _MOVED)
    remarks = [f"{_MOVED[word]}  {word}, against the party's stance before" for word in moved]
    if any(each.sources == 1 for each in rests):
        remarks.append(f"{SILENT.glyph}  one source only")
    if any(stance.basis == "inferred" for stance in latest):
        remarks.append("inferred: not said by the party; somebody concludes it")
    if any(not each.named and stance.basis != "inferred"
           for each, stance in zip(rests, latest, strict=True)):  # fmt: skip
        remarks.append("nobody named: no speaker is named for it")
    if any(each.teller for each in rests):
        remarks.append("told by: said of the party by somebody who is not of it")
    items = tuple(Item((Span(text, "quiet"),)) for text in remarks)
    return (Fact("marks", items),) if items else ()


def _unknown(view: View, matrix: "Matrix") -> tuple[Block, ...]:
    """Empty cells, which say what to ask."""
    items = []
    for party in matrix.parties:
        issues = [issue for issue, whose in matrix.unknown if whose is party]
        spans: list[Span] = []
        for issue in issues:
            spans += [Span("; "), *_issue_link(issue)] if spans else _issue_link(issue)
        items += [Item((name_link(view, party.id), Span(": "), *spans))] if issues else []
    return (Fact("not known", tuple(items)),) if items else ()


def _issue_link(issue: Issue) -> Line:
    return (Span(issue.title or issue.as_written, "name", issue.key),)


def _stances_of_others(view: View, matrix: "Matrix") -> tuple[Block, ...]:
    """The stances of those who are not a side."""
    lines = tuple(
        (_issue_name(issue), (name_link(view, party.id),), _cell(view, matrix, issue, party))
        for issue in matrix.issues
        for party in matrix.others
        if matrix.cell(issue, party.id).stances
    )
    columns: tuple[Line, ...] = ((Span("issue"),), (Span("party"),), (Span("position"),))
    return (Heading((Span("Third parties"),)), Table(columns, lines)) if lines else ()


def stand_page(view: View, matrix: "Matrix", issue: Issue) -> tuple[Block, ...]:
    """Every party's stances on one issue over time; a side without one has an empty cell."""
    lines: list[tuple[Line, ...]] = []
    for party in (*matrix.parties, *matrix.others):
        stances = matrix.cell(issue, party.id).stances
        if not stances and party in matrix.parties:
            lines.append(((name_link(view, party.id),), (), (_nothing(matrix, issue, party),), ()))
        for index, stance in enumerate(stances):
            name: Line = () if index else (name_link(view, party.id),)
            what = (Span(s.text, s.role, s.link or stance.key) for s in position(view, stance))
            cell = (*what, *_qualified(view, stance))
            lines.append((name, (_time(view, stance),), cell,
                          margin(view, stance.src)))  # fmt: skip
    columns: tuple[Line, ...] = (
        (Span("party"),),
        (Span("when"),),
        (Span("position"),),
        (Span(""),),
    )
    return (Heading((Span("Where they stand"),)), Table(columns, tuple(lines))) if lines else ()


def _time(view: View, stance: Stance) -> Span:
    """Its date, else the round it was taken at."""
    if stance.when:
        return Span(dates.format_short(stance.when, view.home), "quiet")
    found = view.register.find(stance.round)
    return Span(title_of(found), "quiet", found.key) if isinstance(found, Round) else Span("")


def statements_by_party(view: View, matrix: "Matrix", issue: Issue) -> tuple[Block, ...]:
    """What was said on one issue, by the party of the speaker."""
    blocks: list[Block] = []
    others = (p.id for p in view.brief.parties if p not in matrix.parties)
    for party in (*(p.id for p in matrix.parties), *others, ""):
        statements = matrix.cell(issue, party).statements
        if statements:
            name = name_link(view, party) if party else Span("Of no party")
            blocks += [Heading((name,), level=3), Fact("", tuple(_statements(view, statements)))]
    return (Heading((Span("What was said"),)), *blocks) if blocks else ()


def _statements(view: View, statements: Iterable[Statement]) -> Iterator[Item]:
    for each in statements:
        when = stated(view, each, "when")
        text = Span(plain(statement_title(view, each)), "", each.key)
        day = (Span(f"  {when}", "quiet"),) if when else ()
        yield Item((text, *day), margin(view, each.src))
