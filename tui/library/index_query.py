"""What a reader asks for, as an expression of FTS5. Nothing typed is ever part of its syntax.

The language is that of `tui.filter`. Fields and states are tokens in a column of their own; dates
are kept beside, and can be asked for beside all else, not within `or` and `not`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tui.filter import Query, parse_query
from tui.filter.query import SPELT, All, DateTerm, Either, FieldTerm, Node, Not, StateTerm, Word

ALL = "{title names text}"
OWN = "{title text}"
EVERY = "every"
"""The token of every record."""
_UNKEPT = {"unread", "changed"}
"""States that are the reader's, and not the brief's."""


@dataclass(frozen=True, slots=True)
class IndexQuery:
    """Something to look for in an index."""

    node: Node
    dated: tuple[DateTerm, ...] = ()
    """Dates one of which the record has to bear."""
    hides_marked: bool = False
    """Whether nothing that is confidential is to be told of a record."""

    @property
    def words(self) -> tuple[Word, ...]:
        """What is to be seen in a result."""
        return tuple(_wanted(self.node))

    def expression(self, *, exact: bool = False, column: str = ALL) -> str:
        """For MATCH; `exact` takes words as whole ones."""
        return _expression(self.node, exact, column)


def ask(text: str) -> IndexQuery | None:
    """Read what was typed; None where there is nothing to look for, or `wrong_in` says why."""
    query = parse_query(text)
    if query.hides_nothing or _unkept(query):
        return None
    parts = query.node.parts if isinstance(query.node, All) else (query.node,)
    dated = tuple(part for part in parts if isinstance(part, DateTerm))
    return IndexQuery(
        All(tuple(part for part in parts if not isinstance(part, DateTerm))),
        dated,
        query.hides_marked,
    )


def wrong_in(text: str) -> str:
    """Why something cannot be looked for, in a sentence; it may quote the text."""
    query = parse_query(text)
    return next((fault.message for fault in query.faults), _unkept(query))


def tokens_of(field: str, value: str) -> str:
    """A flat value of a field as the index keeps it: an id whole, a name word by word.

    Names come between two `_`, as `tui.filter.facets` has them. The words of a text never hold
    a `_`, so no token is ever one of them.
    """
    if value.startswith("_"):
        return " ".join(f"{field}_{word}" for word in value.strip("_").split("_"))
    return f"{field}__{value}"


def _unkept(query: Query) -> str:
    for node in _all(query.node):
        if isinstance(node, StateTerm) and node.word in _UNKEPT:
            return f"`is:{node.word}` is known of an open brief only"
    parts = query.node.parts if isinstance(query.node, All) else (query.node,)
    inner = (each for part in parts if not isinstance(part, DateTerm) for each in _all(part))
    if any(isinstance(each, DateTerm) for each in inner):
        return "here a date cannot stand within `or`, `not` or brackets"
    return ""


def _all(node: Node) -> Iterator[Node]:
    yield node
    inner = (node.part,) if isinstance(node, Not) else getattr(node, "parts", ())
    for each in inner:
        yield from _all(each)


def _wanted(node: Node) -> Iterator[Word]:
    """The words of a query but those behind a `not`."""
    if isinstance(node, Word):
        yield node
    elif isinstance(node, All | Either):
        for part in node.parts:
            yield from _wanted(part)


def _expression(node: Node, exact: bool, column: str) -> str:
    match node:
        case Word(text=text, whole=whole):
            return _words(text, column, whole=whole or exact)
        case Not():
            return _together((node,), exact, column)
        case All(parts=parts):
            return _together(parts, exact, column)
        case Either(parts=parts):
            return f"({' OR '.join(_expression(part, exact, column) for part in parts)})"
        case FieldTerm():
            return _field(node)
        case StateTerm(word=word):
            return _token(f"is_{word}")
    raise TypeError(f"a {type(node).__name__} is no matter of words")


def _together(parts: tuple[Node, ...], exact: bool, column: str) -> str:
    wanted = [_expression(part, exact, column) for part in parts if not isinstance(part, Not)]
    # What must not be there must not be there in any sense, however strictly the rest is taken.
    unwanted = [_expression(part.part, False, ALL) for part in parts if isinstance(part, Not)]
    return f"({' NOT '.join((' AND '.join(wanted) or _token(EVERY), *unwanted))})"


def _field(node: FieldTerm) -> str:
    if node.name == "text":
        return _words(node.value, OWN, whole=False)
    whole = _token(tokens_of(node.name, node.value), prefix=node.name in SPELT)
    name = _token(tokens_of(node.name, f"_{node.value}_"), prefix=True)
    return f"({whole} OR {name})"


def _words(text: str, column: str, *, whole: bool) -> str:
    return f'({column} : "{text.replace("_", " ")}"{"" if whole else " *"})'


def _token(text: str, *, prefix: bool = False) -> str:
    return f'(facets : "{text}"{" *" if prefix else ""})'
