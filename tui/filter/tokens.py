"""The words, fields and brackets of a filter, each with its place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_QUOTES = str.maketrans(dict.fromkeys("“”„«»＂", '"'))
_TOKEN = re.compile(
    r"""\s+
    |(?P<open>\()|(?P<close>\))|(?P<minus>-(?=\S))
    |(?P<field>[^\W\d_][^\W\d_-]*(?:-[^\W\d_]+)*):(?P<value>"[^"]*"?|[^\s()"]*)
    |(?P<phrase>"[^"]*"?)
    |(?P<word>[^\s()"]+)""",
    re.VERBOSE,
)
_JOINING = {"and", "or", "not"}


class Token(NamedTuple):
    """One piece of a filter."""

    kind: str
    """open, close, and, or, not, field, phrase or word."""
    text: str
    """As typed, without quotation marks; of a field, its value."""
    column: int
    """From 1, in code points."""
    end: int
    """The column after it."""
    name: str = ""
    """Of a field."""
    cut: bool = False
    """Its quotation marks are not closed."""


def tokens(text: str) -> Iterator[Token]:
    """The pieces of a filter; every text has some, and only space is left out."""
    for match in _TOKEN.finditer(text.translate(_QUOTES)):
        kind, column, end = match.lastgroup, match.start() + 1, match.end() + 1
        if kind == "value":
            value = match["value"]
            name = match["field"]
            yield Token("field", value.strip('"'), column, end, name, _cut(value))
        elif kind == "phrase":
            yield Token(kind, match[0].strip('"'), column, end, cut=_cut(match[0]))
        elif kind == "minus":
            yield Token("not", "-", column, end)
        elif kind == "word":
            joining = match[0].lower() in _JOINING
            yield Token(match[0].lower() if joining else kind, match[0], column, end)
        elif kind:
            yield Token(kind, match[0], column, end)


def _cut(text: str) -> bool:
    return text[:1] == '"' and (len(text) == 1 or text[-1] != '"')
