"""The loop over the parser's events: an explicit stack, a count of everything."""

from collections.abc import Callable
from typing import Any

from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from tui.brief.anchors import Anchored, Anchors
from tui.brief.checks import accept_key, check_characters, check_quotes, check_tag, cut
from tui.brief.events import Events
from tui.brief.faults import Faults
from tui.brief.hints import explain
from tui.brief.limits import Limits
from tui.brief.nodes import Fields, Items, Node, Text, TextRange

_REFUSED = Text("", TextRange(1, 1, 1, 1))
"""Stands for a key whose pair is left out."""


class _Open:
    """A list or map whose end is not read yet; `keys` is None for a list."""

    __slots__ = ("anchored", "before", "column", "flow", "height", "items", "key", "keys", "line")

    def __init__(self, event: Any, before: int, anchored: Anchored | None) -> None:
        mark = event.start_mark
        self.line: int = mark.line + 1
        self.column: int = mark.column + 1
        self.flow: bool = event.flow_style
        self.anchored = anchored
        self.before = before
        self.height = 1
        self.items: list[Any] = []
        self.keys: dict[str, Text] | None = {} if type(event) is MappingStartEvent else None
        self.key: Text | None = None


class Tree:
    """One file on its way from events to nodes."""

    def __init__(self, text: str, file: str, limits: Limits) -> None:
        self.faults = Faults(file)
        self._root: Node | None = None
        self._text = text
        self._limits = limits
        self._anchors = Anchors(self.faults, limits)
        self._stack: list[_Open] = []
        self._nodes = 0
        self._end = (1, 1)
        self._documents = 0

    def read(self, get_event: Events) -> Node | None:
        """Read to the end, or to what cannot be stepped over; `faults` says what was wrong."""
        faults = self.faults
        handlers: dict[type, Callable[[Any], None]] = {
            ScalarEvent: self._scalar,
            SequenceStartEvent: self._open,
            MappingStartEvent: self._open,
            SequenceEndEvent: self._close,
            MappingEndEvent: self._close,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }
        try:
            while not faults.stopped and (event := get_event()) is not None:
                handle = handlers.get(type(event))
                if handle:
                    handle(event)
        except MarkedYAMLError as error:
            slip = explain(error, self._text)
            faults.stop(slip.line, slip.column, slip.code, slip.message)
        except (YAMLError, ValueError, OverflowError):  # what the parsers forgot to catch
            faults.stop(*self._end, "syntax", "an escape after here names no character")
        if faults.fatal:
            return None
        self._anchors.warn_of_unused()
        return self._root

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        line, column = start.line + 1, start.column + 1
        value = event.value
        if len(value) > self._limits.lines:  # no shorter text has more lines
            value = cut(value, line, column, self._limits, self.faults)
        if value.isspace() or not value.isascii():
            check_characters(value, line, column, self.faults)
            check_quotes(value, line, column, self.faults)
        elif '"' in value:
            check_quotes(value, line, column, self.faults)
        self._end = end_line, end_column = end.line + 1, end.column + 1
        node = Text(value, TextRange(line, column, end_line, end_column), not event.style)
        if event.tag is not None:
            check_tag(event.tag, line, column, self.faults)
        if event.anchor is not None:
            self._anchors.name(event).node = node
        self._nodes += 1
        self._add(node)

    def _open(self, event: Any) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if len(self._stack) >= self._limits.depth:
            message = f"nested deeper than {self._limits.depth} levels"
            self.faults.stop(line, column, "depth", message)
            return
        if event.tag is not None:
            check_tag(event.tag, line, column, self.faults)
        if self._at_key():
            self.faults.report(line, column, "key", "a key must be a text, not a list or a map")
        anchored = self._anchors.name(event) if event.anchor is not None else None
        self._stack.append(_Open(event, self._nodes, anchored))
        self._nodes += 1

    def _close(self, event: Any) -> None:
        frame = self._stack.pop()
        if frame.flow:
            self._end = (event.end_mark.line + 1, event.end_mark.column + 1)
        # A block ends with its last child; the parser says so only at the next line with text.
        span = TextRange(frame.line, frame.column, *self._end)
        children = tuple(frame.items)
        node: Node = Items(children, span) if frame.keys is None else Fields(children, span)
        if frame.anchored:
            frame.anchored.node = node
            frame.anchored.size = self._nodes - frame.before
            frame.anchored.height = frame.height
        self._lift(frame.height)
        self._add(node)

    def _alias(self, event: Any) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        self._end = event.end_mark.line + 1, event.end_mark.column + 1
        span = TextRange(line, column, *self._end)
        anchored = self._anchors.resolve(event.anchor, line, column, len(self._stack), self._nodes)
        if self.faults.stopped:
            return
        if anchored and self._at_key():
            message = f"a key must be written out, not borrowed with `*{event.anchor}`"
            self.faults.report(line, column, "key", message)
            self._stack[-1].key = _REFUSED
            return
        node: Node | None = anchored.node if anchored else None
        if node is None:
            node = Text(f"*{event.anchor}", span)
        elif isinstance(node, Text):
            node = Text(node.value, span, node.plain)
        self._nodes += anchored.size if anchored else 1
        self._lift(anchored.height if anchored else 0)
        self._add(node)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            line, column = event.start_mark.line + 1, event.start_mark.column + 1
            message = "a second document begins here; it is not read"
            self.faults.report(line, column, "documents", message)
            self.faults.stopped = True

    def _at_key(self) -> bool:
        """Whether the next node is the key of a pair."""
        frame = self._stack[-1] if self._stack else None
        return frame is not None and frame.keys is not None and frame.key is None

    def _lift(self, height: int) -> None:
        """Let the list or map around know how high the child is that ends here."""
        if self._stack and self._stack[-1].height <= height:
            self._stack[-1].height = height + 1

    def _add(self, node: Node) -> None:
        if self._nodes > self._limits.nodes:
            message = f"more than {self._limits.nodes:,} values"
            self.faults.stop(node.span.line, node.span.column, "nodes", message)
            return
        if not self._stack:
            self._root = node
            return
        frame = self._stack[-1]
        if frame.keys is None:
            frame.items.append(node)
        elif frame.key is None:
            frame.key = _REFUSED
            if isinstance(node, Text) and accept_key(frame.keys, node, self.faults):
                frame.key = node
        else:
            if frame.key is not _REFUSED:
                frame.items.append((frame.key, node))
            frame.key = None
