"""From the key of a record and a path inside it to the nodes of its file."""

from dataclasses import dataclass, replace
from typing import TypeAlias

from tui.brief.edit.fields import VERDICT, Field, outer_of, root
from tui.brief.edit.source import SourceText, source_of
from tui.brief.nodes import Fields, Items, Node, Text
from tui.brief.place import Place, Problem
from tui.brief.reading import Part, Reading
from tui.brief.record import Record
from tui.brief.register import INNER

Steps: TypeAlias = tuple[str | int, ...]
"""Keys and indexes from a record to a value, as the long form has them: `("venue", "claims", 0)`.

A short form answers to the path of its long one: in `venue: ciragan` that path finds `ciragan`.
"""


@dataclass(frozen=True)
class FoundNode:
    """A value in a file: its field, and the real keys and indexes of its path."""

    source: SourceText
    field: Field
    path: Steps
    """From the root of the file, over what is written only."""
    node: Node
    above: "FoundNode | None" = None
    """What holds it; of a short form, its own node as if it were written out."""

    @property
    def short(self) -> bool:
        """Whether it is a part of a map, or an item of a list, that is not written as one."""
        return self.above is not None and self.above.node is self.node

    @property
    def place(self) -> Place:
        """Where it begins."""
        return Place(self.source.file, self.node.span.line, self.node.span.column)

    @property
    def flow(self) -> bool:
        """Whether it is inside brackets."""
        above = self.above
        while above:
            if self.source.flow(above.node) and above.node is not self.node:
                return True
            above = above.above
        return False

    @property
    def item(self) -> bool:
        """Whether it is an item of a list, and not the value of a key."""
        return bool(self.path) and isinstance(self.path[-1], int)

    @property
    def column(self) -> int:
        """How many characters are before the key, or the dash, it is written after."""
        above, source = self.above, self.source
        while above and above.path == self.path:
            above = above.above
        if above is None:
            return -2  # the root: what is in it begins in the first column
        if isinstance(above.node, Fields):
            key = next(key for key, value in above.node.pairs if value is self.node)
            return source.column(source.start(key))
        return source.column(source.content(above.node))

    def refuse(self, message: str) -> Problem:
        """Say why this is not edited."""
        return self.source.refuse(self.node, message)


def find(reading: Reading, key: str, path: Steps = ()) -> FoundNode | Problem:
    """The value at a path inside a record; the record itself for the empty path.

    `key` is a record's key, the name of a section that is one map (`conflict`), or "" for the head.
    """
    found = _record(reading, key, path)
    for step in path:
        if isinstance(found, Problem):
            return found
        inner = follow(found, step)
        if inner is None:
            return found.refuse(f"there is no `{step}` here")
        found = inner
    return found


def find_last(reading: Reading, key: str, path: Steps) -> tuple[FoundNode, Steps] | Problem:
    """The deepest value on a path that is written, and the rest of the path."""
    found = _record(reading, key, path)
    if isinstance(found, Problem):
        return found
    for done, step in enumerate(path):
        inner = follow(found, step)
        if inner is None:
            return found, path[done:]
        found = inner
    return found, ()


def follow(found: FoundNode, step: str | int) -> FoundNode | None:
    """One step further into a value; None where nothing is written there."""
    if isinstance(step, int):
        return _item(found, step)
    node, field = found.node, _field(found.field, step)
    pairs = node.pairs if isinstance(node, Fields) else ()
    value = next((value for key, value in pairs if key.value == step), None)
    if value is not None:
        return FoundNode(found.source, field, (*found.path, step), value, found)
    if isinstance(node, Text) and node.empty:
        return None
    if found.field.claimed and step == "claims":
        # One value is its own only claim; its map may still be the long form of the value.
        return FoundNode(found.source, replace(field, claimed=True), found.path, node, found)
    if step == found.field.short and is_short_form(found.field, node):
        return FoundNode(found.source, field, found.path, node, found)
    return None


def is_short_form(field: Field, node: Node) -> bool:
    """Whether a node is the short form of a field: what its `value`, `id`, `person` would be."""
    if isinstance(node, Text):
        return bool(field.short)
    keys = {key.value for key, _ in node.pairs} if isinstance(node, Fields) else {"value"}
    return field.claimed and not keys & {"value", "claims"}


def _item(found: FoundNode, step: int) -> FoundNode | None:
    field, node = replace(found.field, many=False), found.node
    if isinstance(node, Items):
        if not -1 < step < len(node.values):
            return None
        return FoundNode(found.source, field, (*found.path, step), node.values[step], found)
    empty = isinstance(node, Text) and node.empty
    return (
        FoundNode(found.source, field, found.path, node, found) if step == 0 and not empty else None
    )


def _field(field: Field, name: str) -> Field:
    """The field of a key; for one the format does not know, a text."""
    if field.claimed and name == "claims":
        return replace(field, name="claims", kind="claim", many=True, claimed=False)
    verdict = VERDICT if field.claimed else ()
    found = next((each for each in verdict if each.name == name), None)
    return found or field.field(name) or Field(name, "text")


def _record(reading: Reading, key: str, path: Steps) -> FoundNode | Problem:
    if key == "" or key in INNER:
        return _section(reading, key, path)
    record = reading.register.by_key.get(key)
    part = _part(reading, record) if record else None
    if record is None or part is None:
        return Problem(Place(str(reading.path)), "edit", f"there is no record `{key}`")
    source = source_of(part)
    if isinstance(source, Problem):
        return source
    section = key.partition("/")[0]
    found: FoundNode | None = FoundNode(source, root(), (), source.node) if source.node else None
    for step in outer_of(section):
        found = follow(found, step) if found else None
    return _by_place(found, record) if found else source.refuse(None, f"there is no `{section}:`")


def _part(reading: Reading, record: Record) -> Part | None:
    parts = reading.parts.values()
    return next((each for each in parts if str(each.path) == record.spot.file), None)


def _by_place(section: FoundNode, record: Record) -> FoundNode | Problem:
    """The item of a list that a record was read from."""
    node = section.node
    nodes = node.values if isinstance(node, Items) else (node,)
    place = (record.spot.line, record.spot.column)
    here = [n for n, each in enumerate(nodes) if (each.span.line, each.span.column) == place]
    if len(here) > 1:
        return section.source.refuse(
            nodes[here[0]], "this record stands in the list twice, by a `*`; write it out first"
        )
    found = follow(section, here[0]) if here else None
    return found or section.refuse("the file has changed since it was read")


def _section(reading: Reading, key: str, path: Steps) -> FoundNode | Problem:
    """The head, or a section that is one map: in the file that has the field, else the first."""
    first: FoundNode | Problem | None = None
    for part in reading.parts.values():
        source = source_of(part)
        if isinstance(source, Problem):
            first = first or source
            continue
        found = FoundNode(source, root(), (), source.node) if source.node else None
        found = follow(found, key) if found and key else found
        if found and (not path or follow(found, path[0])):
            return found
        first = first or found
    return first or Problem(Place(str(reading.path)), "edit", f"there is no `{key}:`")
