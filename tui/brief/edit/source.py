"""The text of one file and where its nodes are in it, counted in characters."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tui.brief.decode import decode
from tui.brief.nodes import Fields, Items, Node, Text
from tui.brief.parse import parse
from tui.brief.place import Place, Problem
from tui.brief.reading import Part

_BLOCK = re.compile(r"(?:[&!]\S*\s+)*[|>][-+0-9]*")
_ALIAS = re.compile(r"\*[^\s,\]}]+")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")


@dataclass(frozen=True)
class SourceText:
    """One file of a brief, read again: its text without BOM, and its nodes."""

    file: str
    data: bytes
    text: str
    node: Node | None
    errors: int = 0
    """How many mistakes the parser found; an edit must never add one."""

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(each.end() for each in re.finditer("\n", self.text))]

    def offset(self, line: int, column: int) -> int:
        """The index of a character; lines and columns from 1."""
        return self._starts[line - 1] + column - 1 if line <= len(self._starts) else len(self.text)

    def start(self, node: Node) -> int:
        """Where a node begins, its anchor or tag included."""
        return self.offset(node.span.line, node.span.column)

    def end(self, node: Node) -> int:
        """The end of what is written of a node: blank lines below a block are not part of it."""
        while not isinstance(node, Text) and not self.flow(node):
            last = node.values[-1] if isinstance(node, Items) else node.pairs[-1][1]
            if last.span[2:] != node.span[2:]:  # an alias, or a pair that was left out
                break
            node = last
        end = self.offset(node.span.end_line, node.span.end_column)
        start = self.start(node)
        lines = self.text[start:end].split("\n")
        if len(lines) < 2 or lines[-1].strip():
            return end
        block = isinstance(node, Text) and _BLOCK.match(self.text, start)
        keep = len(lines) - 1
        if block and "+" not in block[0]:
            # A line of more blanks than the block is indented by is a part of its text.
            indents = [len(each) - len(each.lstrip(" ")) for each in lines[1:] if each.strip()]
            blank = min(indents, default=0)
            while keep > 1 and not lines[keep - 1].strip() and _width(lines[keep - 1]) <= blank:
                keep -= 1
        return start + len("\n".join(lines[:keep]).removesuffix("\r"))

    def end_of(self, key: Text, value: Node) -> int:
        """The end of a pair. An alias of a list or map has its place elsewhere: look for it."""
        start, end = self.start(key), self.end(value)
        if end > start:
            return end
        found = _ALIAS.search(self.text, start)
        return found.end() if found else end

    def content(self, node: Node) -> int:
        """Where a node begins, after its anchor or tag."""
        start = self.start(node)
        found = _PROPERTIES.match(self.text, start)
        return found.end() if found else start

    def sign(self, node: Node) -> str:
        """The first character of a node, which shows the style it is written in."""
        at = self.content(node)
        return self.text[at : at + 1]

    def flow(self, node: Node) -> bool:
        """Whether a list or map is written in brackets."""
        return not isinstance(node, Text) and self.sign(node) in "[{"

    @cached_property
    def dash(self) -> int:
        """How far the author indents a list below its key: as the first list of the file is."""
        return next(self._dashes(self.node), 2)

    def _dashes(self, node: Node | None) -> Iterator[int]:
        pairs = node.pairs if isinstance(node, Fields) else ()
        for key, value in pairs:
            if isinstance(value, Items) and not self.flow(value):
                yield self.column(self.content(value)) - self.column(self.start(key))
            yield from self._dashes(value)
        for each in node.values if isinstance(node, Items) else ():
            yield from self._dashes(each)

    def noted(self, node: Node) -> bool:
        """Whether there may be a comment inside a node."""
        return " #" in self.cut(node) or "\n#" in self.cut(node)

    def cut(self, node: Node) -> str:
        """A node as it is written."""
        return self.text[self.start(node) : self.end(node)]

    def line_start(self, at: int) -> int:
        """The first character of the line some character is in."""
        return self._starts[bisect_right(self._starts, at) - 1]

    def line_end(self, at: int) -> int:
        """The end of the line some character is in, before its line end."""
        end = self.text.find("\n", at)
        if end < 0:
            return len(self.text)
        return end - 1 if end > at and self.text[end - 1] == "\r" else end

    def column(self, at: int) -> int:
        """How many characters are before one in its line."""
        return at - self.line_start(at)

    def before(self, at: int) -> str:
        """The text before a character in its line."""
        return self.text[self.line_start(at) : at]

    def newline(self, at: int) -> str:
        """The line end of the line some character is in, or of the one above it."""
        end = self.text.find("\n", at)
        if end < 0:
            end = self.text.rfind("\n", 0, at)
        return "\r\n" if end > 0 and self.text[end - 1] == "\r" else "\n"

    def refuse(self, node: Node | None, message: str) -> Problem:
        """Say of a node why it is not edited."""
        span = node.span if node else None
        place = Place(self.file, span.line, span.column) if span else Place(self.file)
        return Problem(place, "edit", message)


def _width(line: str) -> int:
    return len(line.removesuffix("\r"))


def source_of(part: Part) -> SourceText | Problem:
    """Read a file of a brief again for its spans; a problem where it cannot be read now."""
    return _last_parsed(part.data, str(part.path))


def parsed(data: bytes, file: str) -> SourceText | Problem:
    """The same for bytes at hand. An empty file is a source without a node."""
    found = parse(data, file)
    errors = sum(each.severity == "error" for each in found.problems)
    if found.node is None and errors:
        why = next(each for each in found.problems if each.severity == "error")
        message = f"nothing is changed while the file cannot be read: {why.message}"
        return Problem(why.place, "edit", message)
    return SourceText(file, data, decode(data, file).text, found.node, errors)


# A form and a cursor ask again and again for the file they are in.
_last_parsed = lru_cache(maxsize=4)(parsed)
