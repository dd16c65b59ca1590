"""The record and the field under a cursor."""

from tui.brief.edit.find import Steps
from tui.brief.edit.source import SourceText, source_of
from tui.brief.nodes import Fields, Items, Node, Text
from tui.brief.place import Problem
from tui.brief.reading import Part, Reading
from tui.brief.record import Record
from tui.brief.register import INNER


def record_at(reading: Reading, file: str, line: int, column: int) -> tuple[str, Steps] | None:
    """The key of the record at a place of a file, and the path to the field there.

    What is below a record, up to the next one, belongs to it: there it would go on. A
    section that is one map has its name as key, the head of the brief "". None for a file that is
    not of the brief, and before its first key. While a file cannot be read, its last good state
    answers, by its lines; the path then has one key at most.
    """
    part = next((each for each in reading.parts.values() if str(each.path) == file), None)
    if part is None:
        return None
    source = source_of(part)
    if isinstance(source, Problem) or part.stale:
        return _by_lines(reading, file, line)
    path = _path_to(source, (line, column))
    return _named(reading, part, source, path) if path else None


def _path_to(source: SourceText, place: tuple[int, int]) -> Steps:
    """The real keys and indexes of the last thing that begins before a place."""
    path: Steps = ()
    node: Node | None = source.node
    while node is not None and not isinstance(node, Text):
        step, node = _into(source, node, place)
        path = path if step is None else (*path, step)
    return path


def _into(
    source: SourceText, node: Node, place: tuple[int, int]
) -> tuple[str | int | None, Node | None]:
    found: tuple[str | int | None, Node | None] = (None, None)
    if isinstance(node, Fields):
        for key, value in node.pairs:
            if (key.span.line, key.span.column) <= place:
                found = key.value, value
    elif isinstance(node, Items):
        for n, each in enumerate(node.values):
            # The dash of an item belongs to it.
            begins = each.span[:2] if source.flow(node) else (each.span.line, 1)
            if n == 0 or begins <= place:
                found = n, each
    return found


def _named(reading: Reading, part: Part, source: SourceText, path: Steps) -> tuple[str, Steps]:
    """A path from the root of a file as the key of a record and the path inside it."""
    depth = 2 if path[0] in INNER else 1
    outer, inner = path[:depth], path[depth:]
    node = source.node
    for step in outer:
        pairs = node.pairs if isinstance(node, Fields) else ()
        node = next((value for key, value in pairs if key.value == step), None)
    if inner and isinstance(inner[0], int) and isinstance(node, Items):
        node, inner = node.values[inner[0]], inner[1:]
    if node is not None:
        key = _key_at(reading, str(part.path), (node.span.line, node.span.column), str(outer[-1]))
        if key:
            return key, inner
    return (str(path[0]), path[1:]) if path[0] in INNER else ("", path)


def _key_at(reading: Reading, file: str, place: tuple[int, int], section: str) -> str:
    for key, record in reading.register.by_key.items():
        spot = record.spot
        here = (spot.line, spot.column) == place and spot.file == file
        if here and key.partition("/")[0] == section:
            return key
    return ""


def _by_lines(reading: Reading, file: str, line: int) -> tuple[str, Steps] | None:
    """The last record that began at a line or above it."""
    records = [
        (record.spot.line, key, record)
        for key, record in _records(reading)
        if record.spot.file == file and record.spot.line <= line
    ]
    if not records:
        return None
    _, key, record = max(records, key=lambda each: each[0])
    fields = [(at, name) for name, (at, _) in record.spot.fields.items() if at <= line]
    return key, (max(fields)[1],) if fields else ()


def _records(reading: Reading) -> list[tuple[str, Record]]:
    outer = [(name, getattr(reading.brief, name)) for name in INNER]
    found = [(name, record) for name, record in outer if record is not None]
    return [*found, *reading.register.by_key.items()]
