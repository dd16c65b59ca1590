"""A value or a list of members that several voices give, as a row and as a page."""

from collections.abc import Iterator, Mapping
from typing import Any

from tui.analysis.disputes import Contested, Unlike
from tui.blocks import DISPUTED, Block, Fact, Heading, Item, Line, Row, Span, Table, plain
from tui.brief.claims import Claim
from tui.brief.model import Party, Roster
from tui.brief.roots import party_of
from tui.brief.spelling import fold
from tui.brief.walk import ClaimedField as Held
from tui.presentation import dates
from tui.presentation.facts import SIGNS, counting, grade, inherited, judged, margin, value
from tui.presentation.names import humanize, name_link, name_links
from tui.presentation.sides import place_of, section_word, value_name, voices_line
from tui.presentation.view import View

PAIRS = 10
"""Pairs of claims that are shown one by one."""


def row(view: View, each: Contested | Unlike) -> Row:
    """One entry of the list, under the heading of who contests what."""
    match each:
        case Contested():
            sign = SIGNS.get(each.verdict.kind)
            name, owner = value_name(each.fact), each.fact.owner
            claimed = each.fact.claimed
            below = _values(view, each)
            held = claimed.held or ("accepted" if claimed.accepted else "")
            spot = each.fact.claimed.spot if each.fact.claimed.spot.file else owner.spot
        case Unlike():
            sign, name, owner = DISPUTED, "Members", each.record
            below, held = _sizes(each), ""
            spot = owner.spot
    place = place_of(view, each.record).text
    where = (Span(f" · {place}", "quiet"),) if place.casefold() != name.casefold() else ()
    return Row(
        each.key,
        (Span(name, "title"), *where),
        (Span(below, "quiet"),),
        (Span(humanize(held), "status"),) if held else (),
        (*((sign,) if sign else ()), *view.signs(each.record)),
        group=each.group.capitalize(),
        spot=spot,
        keywords=_keywords(view, each),
        subject=each.record.key,
    )


def _keywords(view: View, each: Contested | Unlike) -> str:
    """Section, speakers and their parties: what a list of disputes is filtered by."""
    words_of = [each.record.key.partition("/")[0].replace("_", " ")]
    if isinstance(each, Contested):
        words_of.append(str(each.verdict.kind))
        for claim in each.fact.claimed.claims:
            party = party_of(claim.by, view.register)
            words_of += [name_link(view, claim.by).text, party.name if party else ""]
    return " ".join(words_of)


def _values(view: View, each: Contested) -> str:
    """The values with the sign between them, the shortest first."""
    texts = (plain(value(view, claim)).strip() for claim in each.fact.claimed.unstruck)
    sign = SIGNS.get(each.verdict.kind)
    return (f" {sign.glyph} " if sign else " · ").join(sorted(dict.fromkeys(texts), key=len))


def _sizes(each: Unlike) -> str:
    *sizes, last = [str(len(roster.members)) for roster in each.seating.rosters]
    listed = f"{', '.join(sizes)} and {last}" if sizes else last
    return f"{listed} listed, {len(each.seating.verdict.seats)} people in all"


def page(
    view: View, each: Contested | Unlike, sides: Mapping[str, tuple[Party, ...]]
) -> tuple[Block, ...]:
    """The claims side by side, how they compare, what the writer holds, and whose they are."""
    place = place_of(view, each.record)
    where = (place, Span(f"  in {section_word(each.record)}", "quiet"))
    head = Fact("of", (Item(where),))
    if isinstance(each, Unlike):
        return (Heading((Span("Members", "title"),), level=1), head, *_lists(view, each))
    return (
        Heading((Span(value_name(each.fact), "title"),), level=1),
        head,
        Fact("compared", (_compared(each),)),
        _table(view, each.fact),
        *_pair_by_pair(view, each),
        *_held(each),
        Fact("voices", (Item(voices_line(view, sides, each.voices, each.standing)),)),
    )


def _compared(each: Contested) -> Item:
    sign = SIGNS.get(each.verdict.kind)
    word = sign.word if sign else each.group.value
    note = each.verdict.note if each.verdict.note != word else ""
    if each.verdict.kind == "asymmetric":
        note = "each of them can be true"
    if each.judged:
        holds = "unresolved" if each.fact.claimed.held == "unresolved" else "a conflict"
        note = f"worded differently, and the writer holds it to be {holds}"
    texts = Span(f"{word}: {note}" if note else word, sign.role if sign else "quiet")
    return Item((texts,), sign=sign)


def _table(view: View, held: Held) -> Table:
    """Speaker with relay, value with its words as written, source with grade."""
    columns: tuple[Line, ...] = ((Span("who says it"),), (Span("what"),), (Span("read in"),))
    return Table(columns, tuple(_claim(view, held, claim) for claim in held.claimed.claims))


def _claim(view: View, held: Held, claim: Claim[Any]) -> tuple[Line, ...]:
    who = [*name_links(view, (claim.by,))] or [Span("the source itself", "quiet")]
    if claim.via:
        who += [Span(", told by ", "quiet"), *name_links(view, (claim.via,))]
    what = [*value(view, claim)]
    written = claim.as_written or getattr(claim.value, "as_written", "")
    if written and fold(written) not in fold(plain(value(view, claim))):
        what.append(Span(f"  “{written}”", "quote"))
    if claim.lang:
        what.append(Span(f"  {claim.lang}", "quiet"))
    what += [Span(f"  {text}", "quiet") for text in counting(view, claim)]
    if claim.when:
        what.append(Span(f"  said {dates.format_when(claim.when, view.home)}", "quiet"))
    if claim.note:
        what.append(Span(f"  {claim.note}", "quiet"))
    what += judged(claim)
    src = margin(view, claim.src) if claim.src else inherited(view, held.src)
    mark = grade(view, claim)
    return tuple(who), tuple(what), (*src, *((Span(f"  {mark}", "quiet"),) if mark else ()))


def _pair_by_pair(view: View, each: Contested) -> Iterator[Fact]:
    """Which claims exclude which, where some do and some do not."""
    claims = each.fact.claimed.claims
    worst = [pair for pair in each.verdict.pairs if pair[2] is each.verdict.kind]
    standing = len(each.fact.claimed.unstruck)
    every = standing * (standing - 1) // 2
    if each.verdict.kind not in {"dispute", "incomparable"} or not 0 < len(worst) < every:
        return
    sign = SIGNS[each.verdict.kind]
    between = Span(f"  {sign.glyph}  ", sign.role)
    texts: dict[frozenset[Line], Line] = {}  # `4 ≠ 5` and `5 ≠ 4` are one pair
    for i, j, *_ in worst:
        one, other = value(view, claims[i])[:1], value(view, claims[j])[:1]
        texts.setdefault(frozenset((one, other)), (*one, between, *other))
    lines = tuple(texts.values())
    items = [Item(line) for line in lines[:PAIRS]]
    if len(lines) > PAIRS:
        items.append(Item((Span(f"and {len(lines) - PAIRS} pairs more", "quiet"),)))
    yield Fact("which", tuple(items))


def _held(each: Contested) -> Iterator[Fact]:
    """The writer's verdict, which is shown beside the computed one."""
    claimed = each.fact.claimed
    if claimed.held:
        why = (Span(f": {claimed.why}"),) if claimed.why else ()
        yield Fact("held", (Item((Span(humanize(claimed.held), "strong"), *why)),))
    elif each.disputed and not claimed.accepted:
        yield Fact("held", (Item((Span("the writer has not said", "quiet"),)),))
    if claimed.note:
        yield Fact("note", (Item((Span(claimed.note, "quiet"),)),))


def _lists(view: View, each: Unlike) -> Iterator[Block]:
    """Whom each list has, and whom a closed list leaves out."""
    closed = each.seating.verdict.members.kind == "dispute"
    heads = each.seating.verdict.head.kind == "dispute"
    away = [s for s in each.seating.verdict.seats if s.attendance.kind == "dispute"]
    reasons = [text for holds, text in (
        (closed, "a closed list says who is not on it"),
        (heads, "different heads are named"),
        (away, "lists differ on who was there"),
    ) if holds]  # fmt: skip
    word = Span(f"disputed: {'; '.join(reasons)}", "disputed")
    yield Fact("compared", (Item((word,), sign=DISPUTED),))
    for seat in away:
        words = " on one list, ".join(seat.attendance.note.split(", ", 1))
        line = (name_link(view, seat.person), Span(f": {words} on another", "disputed"))
        yield Fact("attendance", (Item(line),))
    rosters = each.seating.rosters
    columns: list[Line] = [(Span("list"),), (Span("leaves out"),), (Span("read in"),)]
    lines = []
    for index, roster in enumerate(rosters):
        out = tuple(
            seat.person for seat in each.seating.verdict.seats
            if each.seating.absence(seat, index) == "dispute"
        )  # fmt: skip
        named = Span(f"{roster.list or 'a'} list of {len(roster.members)}")
        others = any(index in seat.left_out for seat in each.seating.verdict.seats)
        missing = name_links(view, out) or (Span(_nobody(roster, others=others), "quiet"),)
        lines.append(((named,), missing, margin(view, roster.src or each.record.src)))
    yield Table(tuple(columns), tuple(lines))


def _nobody(roster: Roster, *, others: bool) -> str:
    """What a list without a disputed gap says of those it does not name."""
    if roster.list != "closed":
        return "says nothing of others"
    return "only people of lists of another date or basis" if others else "nobody named elsewhere"
