"""The Timeline tab: every dated thing of the brief in one order, drawn and listed."""

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui.blocks import Block, Fact, Heading, Item, Prose, Role, Row, Span, Table
from tui.brief.model import Event
from tui.presentation import dates
from tui.presentation.facts import SIGNS, claimed, fact, margin
from tui.presentation.names import humanize, name_link, party_suffix
from tui.presentation.notes import common, line_fact
from tui.presentation.view import View
from tui.section import Section

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from tui.analysis.dated import Dated

WHOLE = "timeline/whole"
PARTIES = "timeline/parties"
FINDINGS = "timeline/findings"
AROUND = "timeline/around/"
LONGEST = 90
"""Characters of a name in a list; the record tells the rest."""
_KINDS = {"position": "stance", "mediation": "third party", "watch": "to watch"}


class _Order(NamedTuple):
    """The dated things of one view, and what is asked of them again and again."""

    entries: "tuple[Dated, ...]"
    place: dict[str, int]
    """Key of an entry → its place."""
    answers: "dict[str, list[Dated]]"
    """Key of an event → the events said to answer it."""


@lru_cache(maxsize=2)
def _order(view: View) -> _Order:
    from tui.analysis.dated import dated  # noqa: PLC0415  (not for the first screen)

    entries = dated(view.brief, view.register)
    answers: dict[str, list[Dated]] = defaultdict(list)
    for entry in entries:
        record = entry.record
        if isinstance(record, Event) and record.response_to:
            causes = (view.register.find(ref) for ref in record.response_to.stated)
            for key in {cause.key for cause in causes if cause}:
                answers[key].append(entry)
    return _Order(entries, {each.key: i for i, each in enumerate(entries)}, answers)


def rows(view: View) -> tuple[Row, ...]:
    """The picture of the whole, one around each round, then one row a date, under its month."""
    from tui.presentation.lanes import civil  # noqa: PLC0415

    entries = _order(view).entries
    made = []
    for entry, start, after in _placed(view, entries):
        day = civil(view, start)
        coarse = entry.when.precision == "year" and entry.when.start is not None
        month = str(day.year) if coarse else f"{day:%B} {day.year}"
        made.append(_row(view, entry, f"{month}, after the cut-off" if after else month))
    if not made:
        return ()
    return (*_pictures(view, entries), *made)


def _placed(view: View, entries: "tuple[Dated, ...]") -> "Iterator[tuple[Dated, datetime, bool]]":
    """Each entry with its place, and whether that is after the cut-off."""
    from tui.analysis.dated import cutoff, place, placed  # noqa: PLC0415

    closed = cutoff(view.brief)
    for entry in entries:
        start = place(placed(entry.when, view.home), closed)
        yield entry, start, closed is not None and start >= closed


def _pictures(view: View, entries: "tuple[Dated, ...]") -> tuple[Row, ...]:
    from tui.presentation.lanes import date_line, title  # noqa: PLC0415

    count = f"{len(entries)} date{'' if len(entries) == 1 else 's'} in one order"
    made = [Row(WHOLE, (Span("The whole picture", "title"),), (Span(count, "quiet"),))]
    if len(view.brief.parties) > 1:
        below = (Span("the same, a lane for each party", "quiet"),)
        made.append(Row(PARTIES, (Span("Party by party", "title"),), below))
    if view.findings:
        text = f"{len(view.findings)} to look at"
        made.append(Row(FINDINGS, (Span("Does not add up", "title"),), (Span(text, "quiet"),)))
    for entry in entries:
        if entry.kind == "round" and not entry.what:
            name = (Span("Around ", "quiet"), Span(title(view, entry), "title"))
            made.append(Row(AROUND + entry.record.key, name, date_line(view, entry)))
    return tuple(made)


def _row(view: View, entry: "Dated", group: str) -> Row:
    from tui.presentation.lanes import date_line, dated_part, part_mark, title  # noqa: PLC0415

    what = f"{dated_part(entry)}: " if entry.what else ""
    several = entry.fact is not None and len(entry.fact.claimed.unstruck) > 1
    sign = SIGNS.get(view.verdict(entry.fact).kind) if several and entry.fact else None
    roles = view.party_roles
    only = entry.parties[0] if len(entry.parties) == 1 else ""
    named = (
        Span(what, "quiet"), Span(title(view, entry), "title"), *part_mark(view, entry)
    )  # fmt: skip
    below = date_line(view, entry)
    return Row(
        entry.key,
        named,
        (*below, *party_suffix(view, only, named, below)),
        (Span(_KINDS.get(entry.kind, entry.kind), "status"),),
        (*((sign,) if sign else ()), *view.signs(entry.record)),
        group=group,
        party=roles.get(only, ""),
        spot=entry.record.spot,
        keywords=" ".join(name_link(view, each).text for each in entry.parties),
        subject=entry.record.key,
    )


def detail(view: View, key: str) -> tuple[Block, ...]:
    """A picture, or a date with everybody who claims it and what stands beside it."""
    order = _order(view)
    if key in {WHOLE, PARTIES}:
        return _whole(view, order, by_party=key == PARTIES) if order.entries else ()
    if key == FINDINGS:
        return _findings(view)
    if key.startswith(AROUND):
        return _window(view, order, key.removeprefix(AROUND))
    index = order.place.get(key)
    return () if index is None else _date(view, order, index)


def _whole(view: View, order: _Order, *, by_party: bool) -> tuple[Block, ...]:
    from tui.analysis.dated import undated  # noqa: PLC0415
    from tui.presentation.lanes import picture  # noqa: PLC0415

    bare = undated(view.register)
    counts = [f"{bare[kind]} {kind}{'' if bare[kind] == 1 else 's'}" for kind in sorted(bare)]
    missing = f" Without a date of their own: {', '.join(counts)}." if counts else ""
    home = dates.zone_name(view.home)
    text = f"What is drawn is told in words below, a row each. Days are those of {home}.{missing}"
    return (
        Heading((Span("Party by party" if by_party else "The whole picture", "title"),), level=1),
        picture(view, order.entries, parties=by_party),
        *_causes(view, order.entries),
        Prose((Span(text, "quiet"),)),
    )


def _findings(view: View) -> tuple[Block, ...]:
    from tui.presentation.overdue import finding_items  # noqa: PLC0415

    items = finding_items(view)
    return (Heading((Span("Does not add up", "title"),), level=1), Fact("", items)) if items else ()


def _window(view: View, order: _Order, record: str) -> tuple[Block, ...]:
    """What lies around a round: drawn, and the same as a list."""
    from tui.presentation.lanes import frame_of, inside, picture, title  # noqa: PLC0415

    entry = next((e for e in order.entries if e.record.key == record and not e.what), None)
    frame = frame_of(view, entry, order.entries) if entry else None
    if entry is None or frame is None:
        return ()
    around = inside(view, order.entries, frame)
    name = title(view, entry)
    return (
        Heading((Span("Around ", "quiet"), Span(name, "title", record)), level=1),
        picture(view, around, frame),
        *_causes(view, around),
        _list(view, around, entry),
    )


def _list(view: View, entries: "tuple[Dated, ...]", here: "Dated | None") -> Table:
    """Dates with what they are of, one a line."""
    from tui.presentation.lanes import date_line, dated_part, part_mark, title  # noqa: PLC0415

    lines = []
    for each in entries:
        role: Role = "strong" if each is here else ""
        what = (Span(f", {dated_part(each)}", "quiet"),) if each.what else ()
        name = title(view, each)
        name = name if len(name) <= LONGEST else f"{name[:LONGEST].rpartition(' ')[0]} …"
        lines.append(
            (
                date_line(view, each),
                (Span(name, role, each.record.key), *what, *part_mark(view, each)),
            )
        )
    return Table(((Span("date"),), (Span("what"),)), tuple(lines))


def _causes(view: View, entries: "tuple[Dated, ...]") -> tuple[Block, ...]:
    """What is said to answer what, in words."""
    from tui.presentation.lanes import cause_line  # noqa: PLC0415

    items = [Item(line) for each in entries if (line := cause_line(view, each))]
    return (Fact("", tuple(items)),) if items else ()


def _date(view: View, order: _Order, index: int) -> tuple[Block, ...]:
    from tui.presentation.clocks import clocks_fact  # noqa: PLC0415
    from tui.presentation.lanes import dated_part, part_mark, title  # noqa: PLC0415

    entry = order.entries[index]
    record, name = entry.record, title(view, entry)
    if entry.fact:
        dated = fact(view, entry.fact, humanize(entry.what) or "when")
    else:
        spans = (Span(dates.format_when(entry.when, view.home), "strong"),)
        dated = Fact("when", (Item(spans, margin(view, record.src)),))
    aside = (Span(dated_part(entry) or _KINDS.get(entry.kind, entry.kind), "status"),)
    answers = tuple(Item((name_link(view, each.record.id),)) for each in order.answers[record.key])
    return (
        Heading((Span(name, "title"), *part_mark(view, entry)), aside, level=1),
        dated,
        *clocks_fact(view, entry.when),
        *(claimed(view, record, "response_to", "said to answer") if not entry.what else ()),
        *((Fact("said to be answered by", answers),) if answers else ()),
        *line_fact(view, record, (Span(name, "name", record.key),), entry.kind),
        Heading((Span("Around it"),)),
        _list(view, order.entries[max(0, index - 4) : index + 5], entry),
        *common(view, record),
    )


SECTION = Section(
    number=7,
    name="timeline",
    title="Timeline",
    rows=rows,
    detail=detail,
    about="Every dated thing of the brief in one order. It is worked out: nothing to write here.",
    example="",
    in_order=True,
)
