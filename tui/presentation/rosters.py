"""The lists of one delegation side by side, with what the marks between them mean."""

from typing import TYPE_CHECKING

from tui.blocks import DISPUTED, FINER, INCOMPARABLE, Fact, Item, Line, Sign, Span, Table, plain
from tui.presentation.facts import SIGNS, margin, value
from tui.presentation.marks import noted
from tui.presentation.names import humanize, name_link
from tui.presentation.view import View

if TYPE_CHECKING:
    from tui.analysis.compare import Seating
    from tui.analysis.compare.rosters import Seat


def title_sign(seat: "Seat") -> Sign | None:
    """How the posts that several lists give one person relate to each other."""
    return SIGNS.get(seat.title.kind) if len(seat.listed) > 1 else None


def table(view: View, seats: "Seating") -> Table:
    """Person by list: the post each list gives, a mark where a list does not have the person."""
    columns: list[Line] = [(Span(""),)]
    for roster in seats.rosters:
        kind = f"{roster.list} list" if roster.list else "list"
        columns.append((*margin(view, roster.src[:1]), Span(f" {kind}", "quiet")))
    lines = []
    for seat in seats.verdict.seats:
        sign = title_sign(seat)
        mark = (Span(f" {sign.glyph}", sign.role),) if sign else ()
        cells = (_cell(view, seats, seat, index) for index in range(len(seats.rosters)))
        lines.append(((name_link(view, seat.person), *mark), *cells))
    return Table(tuple(columns), tuple(lines))


def _cell(view: View, seats: "Seating", seat: "Seat", index: int) -> Line:
    roster = seats.rosters[index]
    member = next((m for m in roster.members if m.person == seat.person), None)
    if member is None:
        sign = SIGNS.get(seats.absence(seat, index) or "")
        if sign in {DISPUTED, INCOMPARABLE}:
            return (Span(f"not listed {sign.glyph}", sign.role),)
        return (Span("not listed" if index in seat.left_out else "·", "quiet"),)
    title = " / ".join(plain(value(view, c)) for c in member.title.standing) if member.title else ""
    plainly = {"", "member", "expected"}
    parts = [humanize(word) for word in (member.role, member.attendance) if word not in plainly]
    cell = (Span("; ".join([*parts, *([title] if title else [])]) or "listed"),)
    return noted(view, member, cell)


def marks(seats: "Seating") -> tuple[Fact, ...]:
    """What the marks in the table say."""
    absent = {
        seats.absence(seat, index)
        for seat in seats.verdict.seats
        for index in range(len(seats.rosters))
        if index not in seat.listed
    }
    titles = {title_sign(seat) for seat in seats.verdict.seats}
    parts = (
        ("dispute" in absent, "not listed ≠", "a closed list leaves out whom another one has"),
        ("incomparable" in absent, "not listed ∥", "the lists rest on unlike things"),
        (None in absent, "·", "not named, which denies nothing"),
        (FINER in titles, "≈", "one list gives the post more exactly"),
        (DISPUTED in titles, "≠", "the lists give posts that exclude each other"),
    )
    items = tuple(Item((Span(f"{mark}  {text}", "quiet"),)) for there, mark, text in parts if there)
    return (Fact("marks", items),) if items else ()


def member_notes(view: View, seats: "Seating") -> tuple[Fact, ...]:
    """What the writer remarks of somebody on a list, for which a cell has no room."""
    items = tuple(
        Item(
            (name_link(view, each.person), Span(f"  {each.note}", "quiet")), margin(view, list_.src)
        )
        for list_ in seats.rosters
        for each in list_.members
        if each.person and each.note
    )
    return (Fact("notes", items),) if items else ()


def twins(view: View, seats: "Seating") -> tuple[Fact, ...]:
    """People whom the table takes for one, as their names are written alike."""
    items = tuple(
        Item((name_link(view, one), Span(" and "), name_link(view, other),
              Span("  two ids, names written alike; taken for one here", "quiet")))
        for one, other in seats.same.items()
    )  # fmt: skip
    return (Fact("same person?", items),) if items else ()
