"""The Timeline tab: every dated thing of the brief in one order."""

from tui.analysis.dated import Dated, dated
from tui.blocks import FINER, Block, Fact, Heading, Item, Role, Row, Span
from tui.brief.model import Contact, Event, Statement
from tui.section import Section
from tui.telling import dates
from tui.telling.facts import claimed, margin, plain
from tui.telling.notes import common, line_fact, words
from tui.telling.titles import contact_title, event_title, statement_title
from tui.telling.view import View, title_of


def rows(view: View) -> tuple[Row, ...]:
    """One row a date, under its month."""
    return tuple(_row(view, each) for each in dated(view.brief, view.register))


def _row(view: View, entry: Dated) -> Row:
    bound = entry.when.start or entry.when.end
    month = f"{bound.earliest:%B %Y}" if bound and bound.precision != "year" else ""
    what = f"{words(entry.what)}: " if entry.what else ""
    return Row(
        _key(entry),
        (Span(what, "quiet"), Span(_title(view, entry), "title")),
        (Span(dates.short(entry.when, view.home), "quiet"),),
        (Span(entry.kind, "status"),),
        (*((FINER,) if entry.claims > 1 else ()), *view.signs(entry.record)),
        group=month or (str(bound.year) if bound else ""),
        spot=entry.record.spot,
    )


def _key(entry: Dated) -> str:
    bound = entry.when.start or entry.when.end
    return f"timeline/{entry.record.key}#{entry.what}@{bound.earliest if bound else ''}"


def _title(view: View, entry: Dated) -> str:
    match entry.record:
        case Contact() as contact:
            return plain(contact_title(view, contact))
        case Event() as event:
            return event_title(event)
        case Statement() as statement:
            return plain(statement_title(view, statement))
    return title_of(entry.record)


_FIELDS = {"": "when", "agreed": "agreed", "completed": "completed"}
"""The field of a record that a date stands in, where claims may be told of it."""


def detail(view: View, key: str) -> tuple[Block, ...]:
    """The date with everybody who claims it, what stands beside it, and where the record is."""
    every = dated(view.brief, view.register)
    index = next((i for i, each in enumerate(every) if _key(each) == key), None)
    if index is None:
        return ()
    entry = every[index]
    record = entry.record
    told = claimed(view, record, _FIELDS[entry.what], "when") if entry.what in _FIELDS else ()
    if not told:
        spans = (Span(dates.tell(entry.when, view.home), "strong"),)
        told = (Fact("when", (Item(spans, margin(view, record.src)),)),)
    aside = (Span(words(entry.what) or entry.kind, "status"),)
    name = Span(_title(view, entry), "name", record.key)
    return (
        Heading((Span(_title(view, entry), "title"),), aside, level=1),
        *told,
        *line_fact(view, record, (name,), entry.kind),
        *_around(view, every, index),
        *common(view, record),
    )


def _around(view: View, every: tuple[Dated, ...], index: int) -> tuple[Block, ...]:
    """What comes just before and after."""
    items = []
    for each in every[max(0, index - 4) : index + 5]:
        role: Role = "strong" if each is every[index] else ""
        what = f", {words(each.what)}" if each.what else ""
        text = f"{_title(view, each)}{what}"
        date = Span(f"{dates.short(each.when, view.home)}  ", "quiet")
        items.append(Item((date, Span(text, role, each.record.key))))
    return (Heading((Span("Around it"),)), Fact("", tuple(items)))


SECTION = Section(
    number=7,
    name="timeline",
    title="Timeline",
    rows=rows,
    detail=detail,
    about="Every dated thing of the brief in one order. It is worked out: nothing to write here.",
    example="",
)
