"""Which records refer to one, each with how."""

from collections.abc import Iterator

from tui.blocks import Line, Span
from tui.brief.model import Source
from tui.brief.record import Record
from tui.presentation.dossier import referring
from tui.presentation.names import record_link
from tui.presentation.relations import relation
from tui.presentation.source_support import by_record, covered, part_words
from tui.presentation.view import View

MOST = 3
"""Ways in which one record refers to another that are shown; beyond that, only their number is."""


def uses(view: View, record: Record) -> tuple[tuple[Record, Line], ...]:
    """Each record that refers to this one, once, with what it says of it; in time order.

    A source is referred to by what rests on it, too. A record does not refer to itself.
    """
    if view.register.find(record.id) is not record:
        return ()
    found: dict[str, tuple[Record, list[Line]]] = {}
    for other, line in _all(view, record):
        if other is not record and other.key in view.register.by_key:
            lines = found.setdefault(other.key, (other, []))[1]
            if line and line not in lines:
                lines.append(line)
    return tuple((other, _first_places(lines)) for other, lines in found.values())


def _all(view: View, record: Record) -> Iterator[tuple[Record, Line]]:
    for link in referring(view).get(record.id, ()):
        name = record_link(view, link.record).text
        # Its own name is the title of the row already.
        line = (span for span in relation(view, link) if span.text != name)
        yield link.record, _ended(tuple(line))
    if isinstance(record, Source):
        for facts in by_record(covered(view).by_source.get(record.id, ())):
            parts = part_words(view, facts)
            yield facts[0].record, (Span(f"rests on it{': ' if parts else ''}{parts}", "quiet"),)


def _ended(line: Line) -> Line:
    """Without what led to a name that is left out."""
    return (*line[:-1], Span(line[-1].text.rstrip(" :—"))) if line else ()


def _first_places(lines: list[Line]) -> Line:
    spans: list[Span] = []
    for line in lines[:MOST]:
        spans += [Span("; ", "quiet")] if spans else []
        spans += [span._replace(role="quiet", link="") for span in line]
    more = f"; and {len(lines) - MOST} times more" if len(lines) > MOST else ""
    return (*spans, Span(more, "quiet"))
