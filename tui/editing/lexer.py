"""What the parts of a line of YAML are, for colouring: one line at a time, broken ones too.

Measured on a brief of 1,500 lines: Pygments takes 50 ms for the whole text and cannot begin in the
middle; here a line takes 10 µs, and whether it is inside a block of text is known of all lines in
1 ms. A grammar of tree-sitter would know more, at 2.5 MB of compiled code.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal["key", "comment", "text", "block", "mark", "date", "word"]


class YamlMark(NamedTuple):
    """Some characters of a line; columns count from 0."""

    start: int
    end: int
    kind: Kind


_KEY = (
    r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^\s#\-?:,\[\]{}&*!|>'\"%@`][^#:{}\[\],]*?|-[^\s:]*)"
)
_TOKEN = re.compile(
    rf"(?P<comment>(?:^|(?<=\s))\#.*)"
    rf"|(?P<key>{_KEY})(?=\s*:(?:\s|$))"
    r"|(?P<text>\"(?:[^\"\\]|\\.)*\"?|'(?:[^']|'')*'?)"
    r"|(?P<mark>[\[\]{},|>]|[&*!]\S*|-(?=\s|$)|:(?=\s|$))"
    r"|(?P<date>\d{4}(?:-\d\d){1,2}(?:T[\d:]+(?:Z|[+-][\d:]+)?)?~?(?![\w-]))"
    r"|(?P<word>[^\s,\[\]{}'\":\#](?:[^\s,\[\]{}:]|:(?!\s|$))*)"
)
_BLOCK = re.compile(r"^(\s*)(?:-\s+)*(?:[^#]*?:\s+|-\s+)?[|>][-+\d]*\s*(?:#.*)?$")


@lru_cache(maxsize=8192)
def marks(line: str, *, block: bool = False) -> tuple[YamlMark, ...]:
    """The parts of a line; `block` says that it is a line of a text under `|` or `>`."""
    if block:
        return (YamlMark(0, len(line), "block"),)
    return tuple(_marks(line[:2000]))


def _marks(line: str) -> list[YamlMark]:
    found: list[YamlMark] = []
    for match in _TOKEN.finditer(line):
        kind: Kind = match.lastgroup  # type: ignore[assignment]  # the groups are the kinds
        found.append(YamlMark(match.start(), match.end(), kind))
    return found


def block_lines(lines: Sequence[str]) -> frozenset[int]:
    """Which lines (from 0) are inside a block of text."""
    inside: set[int] = set()
    depth = -1
    for number, line in enumerate(lines):
        bare = line.lstrip(" ")
        if depth >= 0:
            if not bare or len(line) - len(bare) > depth:
                inside.add(number)
                continue
            depth = -1
        if ("|" in line or ">" in line) and _BLOCK.match(line):
            depth = _depth(line)
    return frozenset(inside)


def _depth(line: str) -> int:
    """The indent a text has to be deeper than: that of the key above it."""
    bare = line.lstrip(" ")
    depth = len(line) - len(bare)
    while bare.startswith("- ") and ":" in bare:
        rest = bare[2:].lstrip(" ")
        depth += len(bare) - len(rest)
        bare = rest
    return depth
