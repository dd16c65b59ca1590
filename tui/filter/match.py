"""Whether a record passes a filter."""

from functools import lru_cache

from tui.brief.instants import Stretch, stretch
from tui.brief.place import Place
from tui.brief.when import When
from tui.filter.facets import Facets
from tui.filter.flat import begins, has_words
from tui.filter.query import (
    SPELT,
    All,
    DateTerm,
    Either,
    FieldTerm,
    Node,
    Not,
    Query,
    StateTerm,
    Word,
)


def matches(query: Query, facets: Facets) -> bool:
    """Whether what has these facets passes a filter; a wrong filter lets everything pass."""
    return _passes(query.node, facets)


def _passes(node: Node, facets: Facets) -> bool:
    match node:
        case Not(part=part):
            return not _passes(part, facets)
        case Either(parts=parts):
            return any(_passes(part, facets) for part in parts)
        case All(parts=parts):
            return _passes_all(parts, facets)
        case DateTerm():
            return _lies([node], facets)
    return _holds(node, facets)


def _passes_all(parts: tuple[Node, ...], facets: Facets) -> bool:
    """Dates asked for side by side are asked of one date: `after:… before:…` is between."""
    dated = [part for part in parts if isinstance(part, DateTerm)]
    rest = (part for part in parts if not isinstance(part, DateTerm))
    return all(_passes(part, facets) for part in rest) and _lies(dated, facets)


def _holds(node: Word | FieldTerm | StateTerm, facets: Facets) -> bool:
    match node:
        case Word(text=text, whole=whole):
            return has_words(text, facets.text) if whole else begins(text, facets.text)
        case StateTerm(word=word):
            return word in facets.states
    return _has(node, facets)


def _has(node: FieldTerm, facets: Facets) -> bool:
    if node.name == "text":
        return begins(node.value, facets.own)
    return is_among(node.value, node.name, facets.fields.get(node.name, frozenset()))


def is_among(value: str, field: str, values: frozenset[str]) -> bool:
    """Whether a flat value of a filter means one of these: an id, how a name or a word begins."""
    if value in values:
        return True
    if field in SPELT:
        return any(each.startswith(value) for each in values)
    return any(each[0] == "_" and begins(value, each) for each in values)


def _lies(terms: list[DateTerm], facets: Facets) -> bool:
    """Whether one date of the record may be what all terms ask for."""
    if not terms:
        return True
    spans = [span for term in terms if (span := span_of(term, facets.home))]
    return len(spans) == len(terms) and any(
        all(span.overlaps(date) for span in spans) for date in facets.dates
    )


@lru_cache(maxsize=256)
def span_of(term: DateTerm, home: str) -> Stretch | None:
    """The time a term asks for in a zone. What lies after a day begins when the day is over.

    None where there is no such time: nothing lies after a thing that has no end.
    """
    asked = stretch(When.from_text(term.text, Place("")), home)
    match term.relation:
        case "after":
            return Stretch(asked.end, None) if asked.end else None
        case "before":
            return Stretch(None, asked.start) if asked.start else None
    return asked
