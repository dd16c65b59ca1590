"""The Delegations tab: who sits for whom, source by source, round by round."""

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from tui.blocks import (
    DISPUTED,
    INCOMPARABLE,
    Block,
    Fact,
    Heading,
    Item,
    Line,
    Row,
    Sign,
    Span,
    plain,
)
from tui.brief.model import Delegation, Member, Person, Roster
from tui.brief.walk import facts
from tui.presentation import dates
from tui.presentation.facts import SIGNS, claimed, margin, value, verdict_sign
from tui.presentation.figures import counted
from tui.presentation.marks import noted
from tui.presentation.names import humanize, name_link, name_links, title_of
from tui.presentation.notes import common, text_fact
from tui.presentation.rosters import marks, member_notes, table, title_sign, twins
from tui.presentation.stated import stated
from tui.presentation.view import View
from tui.section import Section

if TYPE_CHECKING:
    from tui.analysis.compare import Seating
    from tui.analysis.delegations import DelegationHistory


@lru_cache(maxsize=2)
def _seatings(view: View) -> "dict[str, Seating]":
    """How the lists of each delegation compare, by its key."""
    from tui.analysis.compare import ground_of, seating  # noqa: PLC0415  (not for the first paint)

    ground = ground_of(view.register, view.brief.aliases)
    return {each.key: seating(each, ground) for each in view.brief.delegations}


@lru_cache(maxsize=2)
def _courses(view: View) -> "tuple[DelegationHistory, ...]":
    from tui.analysis.delegations import courses  # noqa: PLC0415  (not for the first screen)

    return courses(view.brief, view.register)


@lru_cache(maxsize=2)
def rows(view: View) -> tuple[Row, ...]:
    """One row a delegation, under its round; then one for each party that sat more than once."""
    from tui.presentation.delegation_history import course_row  # noqa: PLC0415  (not for the first screen)

    order = {each.id: index for index, each in enumerate(view.brief.rounds)}

    def place(record: Delegation) -> int:
        return order.get(record.round.id, len(order)) if record.round else len(order)

    groups = (tuple(each) for _, each in groupby(sorted(view.brief.delegations, key=place), place))
    return (
        *(row for group in groups for row in _round(view, group)),
        *(course_row(view, each) for each in _courses(view)),
    )


def _round(view: View, group: tuple[Delegation, ...]) -> tuple[Row, ...]:
    """The delegations of a round, and after them the table at which they face each other."""
    from tui.presentation.delegation_columns import facing_row  # noqa: PLC0415  (not for the first screen)

    return (*(_row(view, each) for each in group), *facing_row(view, group))


def _row(view: View, record: Delegation) -> Row:
    at, party = view.register.find(record.round), view.register.find(record.party)
    listed = [m.person for r in record.rosters for m in r.members if m.role == "head" and m.person]
    names = ", ".join(name_link(view, who).text for who in dict.fromkeys(listed))
    head_text = stated(view, record, "head") or names or "no head named"
    count = len(_seatings(view)[record.key].verdict.seats)
    return Row(
        record.key,
        (name_link(view, record.party) if record.party else Span(record.as_written or "?"),),
        (Span(f"{head_text} · {count} named" if count else head_text, "quiet"),),
        (Span(counted(len(record.rosters), "list") if record.rosters else "", "quiet"),),
        (*_signs(view, record), *view.signs(record)),
        group=title_of(at) if at else "Round not named",
        party=view.party_role(record.party) if record.party else "",
        spot=record.spot,
        subject=party.key if party else "",
    )


def _signs(view: View, record: Delegation) -> tuple[Sign, ...]:
    seats = _seatings(view)[record.key]
    signs = [verdict_sign(view, held) for held in facts(record, view.brief.src)]
    kinds = [seats.verdict.head.kind, *(seat.attendance.kind for seat in seats.verdict.seats)]
    signs += [DISPUTED] if "dispute" in kinds else []
    members = SIGNS.get(seats.verdict.members.kind)
    signs += [members] if members in {DISPUTED, INCOMPARABLE} else []
    signs += [title_sign(seat) for seat in seats.verdict.seats]
    return tuple(dict.fromkeys(sign for sign in signs if sign))


def detail(view: View, key: str) -> tuple[Block, ...]:
    """The whole of one delegation, list by list; or what became of a party's delegations."""
    record = next((each for each in view.brief.delegations if each.key == key), None)
    if record is None:
        return _worked_out(view, key)
    at = view.register.find(record.round)
    title: Line = (name_link(view, record.party), Span(f", {title_of(at)}" if at else ""))
    mandate = record.mandate
    return (
        Heading(title, level=1),
        *claimed(view, record, "head", "head"),
        *_other_heads(view, record),
        *(text_fact(view, mandate, _mandate(record), "mandate") if mandate else ()),
        *_rosters(view, record),
        *common(view, record),
    )


def _worked_out(view: View, key: str) -> tuple[Block, ...]:
    from tui.presentation.delegation_columns import FACING, facing_page  # noqa: PLC0415  (when it is read)

    if key.startswith(FACING):
        return facing_page(view, key, _seatings(view))
    return _course(view, key)


def _course(view: View, key: str) -> tuple[Block, ...]:
    from tui.presentation.delegation_history import course_key, course_page  # noqa: PLC0415  (when it is read)

    found = (each for each in _courses(view) if course_key(each) == key)
    return next((course_page(view, each) for each in found), ())


def _other_heads(view: View, record: Delegation) -> tuple[Fact, ...]:
    """Heads whom a list names and the delegation does not."""
    known = {one.id for ref in record.head.values for one in ref.each} if record.head else set()
    items = tuple(
        Item(
            (name_link(view, m.person), Span("  on a list", "quiet")),
            margin(view, m.src or roster.src),
        )
        for roster in record.rosters
        for m in roster.members
        if m.role == "head" and m.person and m.person.id not in known
    )
    disputed = _seatings(view)[record.key].verdict.head.kind == "dispute"
    items = (items[0]._replace(sign=DISPUTED), *items[1:]) if items and disputed else items
    return (Fact("also head" if known else "head", items),) if items else ()


def _mandate(record: Delegation) -> str:
    mandate = record.mandate
    return ", ".join(part for part in (mandate.text, mandate.basis) if part) if mandate else ""


def _rosters(view: View, record: Delegation) -> tuple[Block, ...]:
    seats = _seatings(view)[record.key]
    if not record.rosters:
        return ()
    if len(record.rosters) == 1:
        (roster,) = seats.rosters
        members = tuple(
            Item(noted(view, m, _member(view, m)), margin(view, m.src or roster.src))
            for m in roster.members
        )
        return Heading((Span("Members"),)), *_about(view, roster), Fact("", members)
    blocks: list[Block] = [Heading((Span("Members, list by list"),)), table(view, seats)]
    blocks += [*marks(seats), *member_notes(view, seats), *twins(view, seats)]
    for roster in record.rosters:
        blocks += _about(view, roster)
    return tuple(blocks)


def _about(view: View, roster: Roster) -> tuple[Block, ...]:
    """What kind of list it is, and what it rests on."""
    kind = {"open": "open list: others may be members", "closed": "closed list: nobody else"}
    parts = [kind.get(roster.list, f"{roster.list} list" if roster.list else "a list")]
    if roster.as_of:
        parts.append(f"as of {dates.format_when(roster.as_of, view.home)}")
    parts += [part for part in (roster.basis, roster.note) if part]
    spans: list[Span] = [Span(", ".join(parts), "quiet")]
    if roster.as_written:
        spans.append(Span(f"  “{roster.as_written}”", "quote"))
    if roster.by:
        spans += [Span("  — ", "quiet"), *name_links(view, (roster.by,))]
    return (Fact("list", (Item(tuple(spans), margin(view, roster.src)),)),)


def _member(view: View, member: Member) -> Line:
    spans = [name_link(view, member.person)]
    title = _title(view, member)
    if title:
        spans.append(Span(f", {title}"))
    marks = [humanize(w) for w in (member.role, member.attendance) if w and w != "member"]
    if marks:
        spans.append(Span(f" ({', '.join(marks)})", "quiet"))
    if member.on_behalf_of:
        spans += [Span(", for "), *name_links(view, (member.on_behalf_of,))]
    if member.replaces:
        spans += [Span(", in place of "), name_link(view, member.replaces)]
    if member.note:
        spans.append(Span(f"  ({member.note})", "quiet"))
    return tuple(spans)


def _title(view: View, member: Member) -> str:
    """The posts this list gives, else the one of the register."""
    if member.title:
        return " / ".join(plain(value(view, claim)) for claim in member.title.standing)
    person = view.register.find(member.person)
    if isinstance(person, Person) and person.title and len(person.title.standing) == 1:
        return plain(value(view, person.title.standing[0]))
    return ""


SECTION = Section(
    number=2,
    name="delegations",
    title="Delegations",
    rows=rows,
    detail=detail,
    home=True,
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
