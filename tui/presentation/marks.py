"""Marks of handling: on the brief, beside a record, behind every name that leads to one."""

from collections.abc import Iterable
from typing import Any

from tui.blocks import MARKED, Bar, Block, Heading, Line, Row, Sign, Span
from tui.brief.model import Brief
from tui.brief.record import Record
from tui.brief.walk import facts, within
from tui.presentation import dates
from tui.presentation.view import View

PARTS = "with confidential parts"
"""Said of a record that has no mark and holds something that has one."""


def brief_mark(view: View) -> str:
    """How the whole brief is to be handled; empty: it may be handed on."""
    brief = view.brief
    named = view.reading.ladder.named(brief.handling)
    if named == "embargo" and brief.embargo_until:
        return f"{named} until {dates.format_when(brief.embargo_until, view.home)}"
    return named


def own_mark(view: View, record: Record) -> str:
    """The mark a record itself bears; empty: none, or one that asks for nothing."""
    return view.reading.ladder.named(record.confidential)


def mark(view: View, record: Record) -> str:
    """How a record is to be handled, where that is stricter than the brief's, or parts of it."""
    if named := own_mark(view, record):
        return named
    return PARTS if _holds_marks(view, record) else ""


def marks(view: View, record: Record) -> str:
    """The mark of a record, and that of the brief."""
    return "; ".join(each for each in (mark(view, record), brief_mark(view)) if each)


def _holds_marks(view: View, record: Record) -> bool:
    """Whether something within a record is marked; looked at only where its lines have a mark."""
    return view.reading.is_marked(record.spot) and bears_or_holds(view, record)


def bears_or_holds(view: View, record: Record) -> bool:
    """Whether a record, of this state of the brief or another, or something within is marked."""
    named = view.reading.ladder.named
    claims = (claim for fact in facts(record) for claim in fact.claimed.claims)
    words = [each.confidential for each in within(record)]
    words += [each.confidential for each in claims]
    return any(map(named, words))


def outer_mark(view: View) -> str:
    """What stands at the head and the foot of what is printed: of the brief, and of its parts."""
    parts = PARTS if view.reading.marked else ""
    return "; ".join(each for each in (brief_mark(view), parts) if each)


def with_mark(view: View, title: str) -> str:
    """A heading of what is printed, with the mark of the brief."""
    named = brief_mark(view)
    return f"{title}  [{named}]" if named else title


def redacted(brief: Brief) -> str:
    """How much was left out of a brief to hand it on; empty: nobody says that of it."""
    note = brief.redacted
    if note is None:
        return ""
    count = note.left_out or 0
    things = f"{count} thing{'' if count == 1 else 's'} left out"
    return f"redacted to {note.level}: {things}" if note.level else f"redacted: {things}"


def sign(view: View, record: Record) -> tuple[Sign, ...]:
    """The sign of a record's mark, which says the mark in words."""
    named = mark(view, record)
    return (MARKED._replace(word=named),) if named else ()


def marked_rows(view: View, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows of a list, each with the sign of the record it is of."""
    if not view.reading.marked:
        return rows
    return tuple(_marked_row(view, row) for row in rows)


def _marked_row(view: View, row: Row) -> Row:
    record = record_of(view, row.key) or record_of(view, row.subject)
    title, below, aside = (_line(view, part) for part in (row.title, row.subtitle, row.trailing))
    row = row._replace(title=title, subtitle=below, trailing=aside)
    if record is None or any(each.glyph == MARKED.glyph for each in row.signs):
        return row
    return row._replace(signs=(*row.signs, *sign(view, record)))


def record_of(view: View, key: str) -> Record | None:
    """The record a row is of; a row of one of its dates, or of one of its values, is of it too."""
    known, rest = view.register.by_key, key
    while rest and rest not in known:
        rest = rest.partition("#")[0].partition("/")[2]
    return known.get(rest)


def row_marks(view: View, key: str) -> str:
    """How what a row says is to be handled: the mark of its record, and that of the brief."""
    record = record_of(view, key)
    return marks(view, record) if record else brief_mark(view)


def marked_page(view: View, key: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A page with the mark of its record in the title, and one behind each name that leads to it.

    What is said of another record stands beside its name; so does its mark.
    """
    if not view.reading.marked:
        return blocks
    made: tuple[Block, ...] = _marked(view, blocks)
    record = record_of(view, key)
    named = own_mark(view, record) if record else ""
    if not (named and made and isinstance(made[0], Heading)):
        return made
    first = made[0]
    title = first.text if first.text[-1:] == (_span(named),) else (*first.text, _span(named))
    return (first._replace(text=title), *made[1:])


def _marked(view: View, value: Any) -> Any:
    """Any part of a page: whatever holds lines, however deep."""
    if isinstance(value, Bar):
        record = view.register.by_key.get(value.link)
        marked = value.label and record is not None and own_mark(view, record)
        return value._replace(label=f"{MARKED.glyph} {value.label}") if marked else value
    if not isinstance(value, tuple) or isinstance(value, Span | Sign):
        return value
    if hasattr(value, "_fields"):
        return type(value)(*(_marked(view, each) for each in value))
    if value and all(isinstance(each, Span) for each in value):
        return _line(view, value)
    return tuple(_marked(view, each) for each in value)


def _line(view: View, line: Line) -> Line:
    made: list[Span] = []
    for span in line:
        made.append(span)
        record = view.register.by_key.get(span.link) if span.link else None
        if record is not None and (named := own_mark(view, record)):
            made.append(_span(named))
    return tuple(made)


def noted(view: View, part: Record, line: Iterable[Span]) -> Line:
    """A part of a record in words, with the mark that the part bears."""
    named = own_mark(view, part)
    return (*line, _span(named)) if named else tuple(line)


def noted_of(view: View, parts: Iterable[Record], line: Iterable[Span]) -> Line:
    """What is worked out from several parts, with every mark that one of them bears."""
    named = dict.fromkeys(each for part in parts if (each := own_mark(view, part)))
    return (*line, *(_span(each) for each in named))


def _span(named: str) -> Span:
    return Span(f" [{named}]", "handling")
