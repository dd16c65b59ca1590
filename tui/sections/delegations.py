"""The Delegations tab: who sits for whom, source by source, round by round."""

from tui.blocks import DISPUTED, FINER, Block, Fact, Heading, Item, Line, Row, Sign, Span, Table
from tui.brief.model import Delegation, Member, Person, Roster
from tui.brief.spelling import fold
from tui.brief.walk import facts
from tui.section import Section
from tui.telling import dates
from tui.telling.facts import claimed, margin, plain, value, verdict_sign
from tui.telling.notes import common, text_fact, words
from tui.telling.view import View, title_of


def rows(view: View) -> tuple[Row, ...]:
    """One row a delegation, under its round."""
    order = {each.id: index for index, each in enumerate(view.brief.rounds)}

    def place(record: Delegation) -> int:
        return order.get(record.round.id, len(order)) if record.round else len(order)

    return tuple(_row(view, each) for each in sorted(view.brief.delegations, key=place))


def _row(view: View, record: Delegation) -> Row:
    at = view.register.find(record.round)
    head = record.head.claims[0] if record.head and record.head.claims else None
    led = plain(value(view, head)) if head else "no head named"
    count = len(_people(record))
    return Row(
        record.key,
        (view.name(record.party) if record.party else Span(record.as_written or "?"),),
        (Span(f"{led} · {count} named" if count else led, "quiet"),),
        (Span(_lists(record), "quiet"),),
        (*_signs(view, record), *view.signs(record)),
        group=title_of(at) if at else "",
        party=view.party_role(record.party) if record.party else "",
        spot=record.spot,
    )


def _lists(record: Delegation) -> str:
    count = len(record.rosters)
    return f"{count} list{'s' if count != 1 else ''}" if count else ""


def _people(record: Delegation) -> tuple[str, ...]:
    """Ids of everybody on any roster, in the order they are first named."""
    named = (m.person.id for r in record.rosters for m in r.members if m.person)
    return tuple(dict.fromkeys(named))


def _signs(view: View, record: Delegation) -> tuple[Sign, ...]:
    signs = [verdict_sign(view, held) for held in facts(record, view.brief.src)]
    cells = [_absence(record, roster, who) for roster in record.rosters for who in _people(record)]
    signs += [DISPUTED] if DISPUTED in cells else []
    signs += [_title_sign(view, record, who) for who in _people(record)]
    return tuple(dict.fromkeys(sign for sign in signs if sign))


def detail(view: View, key: str) -> tuple[Block, ...]:
    """The whole of one delegation: its head, its lists side by side, each list's own notes."""
    record = next((each for each in view.brief.delegations if each.key == key), None)
    if record is None:
        return ()
    at = view.register.find(record.round)
    title: Line = (view.name(record.party), Span(f", {title_of(at)}" if at else ""))
    mandate = record.mandate
    return (
        Heading(title, level=1),
        *claimed(view, record, "head", "head"),
        *(text_fact(view, mandate, _mandate(record), "mandate") if mandate else ()),
        *_rosters(view, record),
        *common(view, record),
    )


def _mandate(record: Delegation) -> str:
    mandate = record.mandate
    return ", ".join(part for part in (mandate.text, mandate.basis) if part) if mandate else ""


def _rosters(view: View, record: Delegation) -> tuple[Block, ...]:
    if not record.rosters:
        return ()
    if len(record.rosters) == 1:
        roster = record.rosters[0]
        members = tuple(
            Item(_member(view, m), margin(view, m.src or roster.src)) for m in roster.members
        )
        return Heading((Span("Members"),)), *_about(view, roster), Fact("", members)
    blocks: list[Block] = [Heading((Span("Members, list by list"),)), _table(view, record)]
    for roster in record.rosters:
        blocks += _about(view, roster)
    return tuple(blocks)


def _about(view: View, roster: Roster) -> tuple[Block, ...]:
    """What kind of list it is, and what it rests on."""
    kind = {"open": "open list: others may be members", "closed": "closed list: nobody else"}
    parts = [kind.get(roster.list, f"{roster.list} list" if roster.list else "a list")]
    if roster.as_of:
        parts.append(f"as of {dates.tell(roster.as_of, view.home)}")
    parts += [part for part in (roster.basis, roster.note) if part]
    spans: list[Span] = [Span(", ".join(parts), "quiet")]
    if roster.by:
        spans += [Span("  — ", "quiet"), view.name(roster.by)]
    return (Fact("list", (Item(tuple(spans), margin(view, roster.src)),)),)


def _member(view: View, member: Member) -> Line:
    spans = [view.name(member.person)]
    title = _title(view, member)
    if title:
        spans.append(Span(f", {title}"))
    marks = [words(w) for w in (member.role, member.attendance) if w and w != "member"]
    if marks:
        spans.append(Span(f" ({', '.join(marks)})", "quiet"))
    if member.on_behalf_of:
        spans += [Span(", for "), view.name(member.on_behalf_of)]
    if member.replaces:
        spans += [Span(", in place of "), view.name(member.replaces)]
    if member.note:
        spans.append(Span(f"  ({member.note})", "quiet"))
    return tuple(spans)


def _title(view: View, member: Member) -> str:
    """The post as this list gives it, else as the register does."""
    if member.title:
        return " / ".join(plain(value(view, claim)) for claim in member.title.claims)
    person = view.register.find(member.person)
    if isinstance(person, Person) and person.title and len(person.title.claims) == 1:
        return plain(value(view, person.title.claims[0]))
    return ""


def _table(view: View, record: Delegation) -> Table:
    """Person by list: the post each list gives, a mark where a list does not have the person."""
    columns: list[Line] = [(Span(""),)]
    for roster in record.rosters:
        kind = f"{roster.list} list" if roster.list else "list"
        columns.append((*margin(view, roster.src[:1]), Span(f" {kind}", "quiet")))
    lines = []
    for who in _people(record):
        sign = _title_sign(view, record, who)
        mark = (Span(f"{sign.glyph} ", sign.role),) if sign else ()
        cells = tuple(_cell(view, record, roster, who) for roster in record.rosters)
        lines.append(((*mark, view.name(who)), *cells))
    return Table(tuple(columns), tuple(lines))


def _cell(view: View, record: Delegation, roster: Roster, who: str) -> Line:
    member = _find(roster, who)
    if member is not None:
        role = words(member.role) if member.role not in {"", "member"} else ""
        told = "; ".join(part for part in (role, _title(view, member)) if part)
        return (Span(told or "listed"),)
    sign = _absence(record, roster, who)
    return (Span("not listed ≠", "disputed"),) if sign is DISPUTED else (Span("·", "quiet"),)


def _absence(record: Delegation, roster: Roster, who: str) -> Sign | None:
    """What it means that a list lacks somebody whom another has: only a closed one denies it."""
    named = record.head.first if record.head else None
    if _find(roster, who) or (named is not None and named.id == who):
        return None
    return DISPUTED if roster.list == "closed" else None


def _find(roster: Roster, who: str) -> Member | None:
    return next((m for m in roster.members if m.person and m.person.id == who), None)


def _title_sign(view: View, record: Delegation, who: str) -> Sign | None:
    """How the posts the lists give one person stand to each other."""
    members = (_find(roster, who) for roster in record.rosters)
    titles = {_title(view, m) for m in members if m and m.title}
    if len({fold(each) for each in titles}) < 2:
        return None
    return FINER


SECTION = Section(
    number=2,
    name="delegations",
    title="Delegations",
    rows=rows,
    detail=detail,
    about="Who sits for which party at which round, one list of members for each source.",
    example="""\
delegations:
  - party: north
    round: r1
    head: jane-doe
    rosters:
      - src: s1
        list: closed        # nobody else; `open`: others may be
        members:
          - {person: jane-doe, role: head, title: Foreign Minister}
          - john-roe
""",
)
