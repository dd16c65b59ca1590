"""Comments that look like the rest of a text: in `title: Talks #2` the title is `Talks`.

A comment is rarely written right after its `#`, so only those that are, or that go on with a
number, are looked at: after a plain text, and not after a bare id, date or word.
"""

import re
from collections.abc import Iterator

from tui.brief.lazy_regex import late
from tui.brief.nodes import Items, Node, Text
from tui.brief.place import Place, Problem, Repair

_MOST = 50
"""Comments of one file that are looked at; more problems than these are not shown."""
_COMMENT = late(r"#(?=\w| \d)")
_LETTER = re.compile(r"[^\W\d_]")


def cut_by_comments(text: str, node: Node, file: str) -> Iterator[Problem]:
    """Warn of each plain text of a file that a comment seems to cut."""
    looked_at = 0
    for found in _COMMENT.finditer(text):
        at = found.start()
        if at == 0 or text[at - 1] not in " \t" or looked_at == _MOST:
            continue
        start = text.rfind("\n", 0, at) + 1
        before = text[start:at].rstrip(" \t")
        if not before or (text[at + 1] == " " and len(before) < at - start - 1):
            continue
        looked_at += 1
        line = text.count("\n", 0, at) + 1
        value = _text_ending_at(node, line, len(before) + 1)
        if value and _goes_on(value.value, text[at + 1 :].lstrip(" ")[:1]):
            yield _cut(text, start, value, file)


def _cut(text: str, start: int, value: Text, file: str) -> Problem:
    line, column = value.span.line, value.span.column
    end = text.find("\n", start)
    row = text[start : end if end >= 0 else len(text)].rstrip(" \t\r")
    message = f"`{value.value}` ends at ` #`, which begins a comment; a text with it needs quotes"
    repair = None
    if line == value.span.end_line:
        repair = Repair(row[column - 1 :], end=(line, len(row) + 1))
    return Problem(Place(file, line, column), "cut", message, "warning", repair)


def _goes_on(value: str, sign: str) -> bool:
    """Whether a text may go on with `#` and a sign; an id, a date or a word does not."""
    if not _LETTER.search(value):
        return False
    return sign.isdigit() or " " in value or value[0].isupper()


def _text_ending_at(root: Node, line: int, column: int) -> Text | None:
    """The plain text that ends at a place."""
    todo = [root]
    while todo:
        node = todo.pop()
        if isinstance(node, Text):
            if node.plain and node.value and node.span[2:] == (line, column):
                return node
        elif node.span.line <= line <= node.span.end_line:
            todo += node.values if isinstance(node, Items) else (each for _, each in node.pairs)
    return None
