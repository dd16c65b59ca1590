"""Parsing a text again in which one section was typed in: the other sections are known already.

Two thirds of the time of reading a brief again are its parsing. A letter changes one section, and a
section can be read alone: it begins with a key in the first column. Where that is not so plain
(anchors, several documents, anything wrong) the whole text is parsed, as it always was.
"""

import re
from collections.abc import Iterator

from tui.brief.nodes import Fields, Node, Text, TextRange
from tui.brief.parse import Parse, Parsed, parse

_SECTION = re.compile(rb"^[A-Za-z_]", re.M)
_UNPLAIN = re.compile(rb"\r|^(?:-(?!\s)|[^\sA-Za-z_#-])|(?:^|[\s\[{,:-])[&*]\S", re.M)
MOST = 1024 * 1024
"""Bytes; of a longer text the limits have to be asked as a whole."""


class Piecewise:
    """Parses as `parse` does, and remembers the sections of the text before."""

    def __init__(self, whole: Parse = parse) -> None:
        self._whole = whole
        self._known: dict[str, dict[tuple[int, bytes], Parsed]] = {}

    def __call__(self, data: bytes, file: str) -> Parsed:
        """Parse a text; the answer is the same as that of parsing it at one stroke."""
        if len(data) > MOST:
            return self._whole(data, file)
        before = self._known.get(file, {})
        now: dict[tuple[int, bytes], Parsed] = {}
        for line, piece in _pieces(data):
            key = (line, piece)
            if key not in before and _UNPLAIN.search(piece):
                return self._whole(data, file)
            # Behind as many empty lines as stand before it, so that its places are right.
            now[key] = before.get(key) or self._whole(b"\n" * line + piece, file)
        self._known[file] = now
        return _joined(list(now.values())) or self._whole(data, file)


def _pieces(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each section with the number of lines before it; comments belong to the one above."""
    starts = [match.start() for match in _SECTION.finditer(data)]
    line = 0
    for start, end in zip([0, *starts[1:]], [*starts[1:], len(data)], strict=True):
        piece = data[start:end]
        yield line, piece
        line += piece.count(b"\n")


def _joined(parts: list[Parsed]) -> Parsed | None:
    """The sections as one map; None where they do not plainly make one."""
    pairs: list[tuple[Text, Node]] = []
    for part in parts:
        if part.failed or not isinstance(part.node, Fields):
            return None
        pairs += part.node.pairs
    names = [key.value for key, _ in pairs]
    if not parts or len(set(names)) < len(names) or not all(name.isascii() for name in names):
        return None
    first, last = parts[0].node, parts[-1].node
    if first is None or last is None:
        return None
    span = TextRange(*first.span[:2], *last.span[2:])
    problems = tuple(sorted(problem for part in parts for problem in part.problems))
    return Parsed(Fields(tuple(pairs), span), problems)
