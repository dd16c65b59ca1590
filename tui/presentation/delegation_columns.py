"""The delegations of a round as they face each other: a column a party, heads opposite heads."""

from collections.abc import Mapping
from itertools import zip_longest
from typing import TYPE_CHECKING

from tui.blocks import Block, Heading, Line, Prose, Row, Span, Table, plain
from tui.brief.model import Delegation, Person, Round
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.presentation.facts import value
from tui.presentation.names import name_link, title_of
from tui.presentation.view import View

if TYPE_CHECKING:
    from tui.analysis.compare import Seating

_APART = {"indirect", "proximity", "shuttle", "online"}
"""Formats in which the parties do not sit at one table."""
FACING = "delegations/facing/"
"""What the key of such a page begins with; the id of its round follows."""


def facing_row(view: View, group: tuple[Delegation, ...]) -> tuple[Row, ...]:
    """The row of a round's table; nothing where fewer than two delegations are known by name."""
    seated = [each for each in group if each.round and (each.head or each.rosters)]
    if len(seated) < 2 or seated[0].round is None:
        return ()
    at = view.register.find(seated[0].round)
    direct = _in_one_room(at)
    below = (Span("head facing head" if direct else "head beside head", "quiet"),)
    title = (Span(_title(at), "title"),)
    group_name = title_of(at) if at else "Round not named"
    return (
        Row(
            FACING + seated[0].round.id,
            title,
            below,
            group=group_name,
            subject=at.key if at else "",
        ),
    )


def facing_page(view: View, key: str, seatings: "Mapping[str, Seating]") -> tuple[Block, ...]:
    """Who faces whom, and in how many of the lists each is; seats beyond heads are not told."""
    id_ = key.removeprefix(FACING)
    sides = [d for d in view.brief.delegations if d.round and d.round.id == id_]
    if len(sides) < 2:
        return ()
    at = view.register.find(sides[0].round)
    columns = tuple((name_link(view, each.party),) for each in sides)
    lists = [_people(view, each, seatings[each.key]) for each in sides]
    rows = tuple(zip_longest(*lists, fillvalue=()))
    note = (
        "Heads stand first; the others follow in the order of the lists, which is no seating plan."
    )
    where = (Span(", ", "quiet"), name_link(view, sides[0].round)) if at else ()
    return (
        Heading((Span(_title(at), "title"), *where), level=1),
        Table(columns, rows),
        Prose((Span(note, "quiet"),)),
    )


def _title(at: Record | None) -> str:
    return "Face to face" if _in_one_room(at) else "Side by side"


def _in_one_room(at: Record | None) -> bool:
    """Whether the parties of a round sat at one table, as far as its format says."""
    return isinstance(at, Round) and "direct" in at.format and not _APART & {*at.format}


def _people(view: View, record: Delegation, seats: "Seating") -> list[Line]:
    """A line for each head, then for each member any list has."""
    named = record.head.stated if record.head else ()
    heads: dict[Reference, None] = dict.fromkeys(each for ref in named for each in ref.each)
    heads |= {m.person: None for roster in record.rosters for m in roster.members
              if m.role == "head" and m.person}  # fmt: skip
    members = dict.fromkeys(seat.person for seat in seats.verdict.seats)
    listed = {seat.person: len(seat.listed) for seat in seats.verdict.seats}
    # Who sits without a head told of faces no head.
    made: list[Line] = [] if heads else [(Span("no head named", "quiet"),)]
    for who in (*heads, *(each for each in members if each not in heads)):
        notes = ["head"] if who in heads else []
        if 0 < listed.get(who, 0) < len(seats.rosters):
            notes.append(f"in {listed[who]} of {len(seats.rosters)} lists")
        post = _post(view, record, who)
        post = f", {post}" if post else ""
        tail = f" ({', '.join(notes)})" if notes else ""
        made.append((name_link(view, who), Span(post), Span(tail, "quiet")))
    return made


def _post(view: View, record: Delegation, who: Reference) -> str:
    """The posts the lists give, each once; else the one of the register."""
    members = [m for roster in record.rosters for m in roster.members if m.person == who]
    claims = [claim for m in members if m.title for claim in m.title.standing]
    person = view.register.find(who)
    if not claims and isinstance(person, Person) and person.title:
        claims = [*person.title.standing]
    return " / ".join(dict.fromkeys(plain(value(view, claim)) for claim in claims))
