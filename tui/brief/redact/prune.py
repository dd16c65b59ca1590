"""One file without what is above a level, and without what rests on that alone.

In doubt something is left out: what stays may be handed on.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from tui.brief.edit.fields import Field, root
from tui.brief.handling import CONFIDENTIAL, Ladder
from tui.brief.nodes import Fields, Items, Node, Text
from tui.brief.place import Place
from tui.brief.record import Record
from tui.brief.redact.gone import Gone
from tui.brief.spelling import fold, nearest

VOICES = {"by", "via", "speaker", "on_behalf_of"}
"""Who says it: without one of them it would be said by somebody else."""
RESTS = {"src", "basis", "derived_from"}
"""What it rests on: it may lose some, and not all."""
NARROWS = {"only", "columns"}
"""Which part of a table is meant: with less said it would be another."""
QUOTED = {"as_written", "quote"}
"""Words of a source, which may be one that is left out."""
VERDICT = {"held", "why", "note"}
"""What is said of several claims together."""
MARKS = (CONFIDENTIAL, "handling")


class LeftOut(NamedTuple):
    """One thing that is left out."""

    place: Place
    what: str
    """Its id, or the field it is, or what it is; never what it says."""
    why: str


@dataclass
class Pruning:
    """One way through a file."""

    file: str
    level: int
    """The rank up to which text is kept."""
    ladder: Ladder
    gone: Gone
    mentions: Mapping[Place, tuple[str, ...]]
    """The ids that stand at a place as references."""
    records: Mapping[Place, Record]
    ids: frozenset[str]
    """Every id of the brief."""
    left_out: list[LeftOut] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    """Of the records among them, and of those within."""

    def pruned(self, node: Node, name: str = "", *, outermost: bool = False) -> Node | None:
        """A value without what is left out of it; None: it is left out."""
        if why := self.gone.places.get(self._place(node)):
            self._drop(node, name, why)
            return None
        match node:
            case Text():
                return self._text(node, name)
            case Items():
                return self._items(node, name)
        return self._fields(node, name, outermost=outermost)

    def _text(self, node: Text, name: str) -> Node | None:
        if mentioned := self.mentions.get(self._place(node)):
            if not self.gone.ids.isdisjoint(mentioned):
                self._drop(node, name, "refers to what is left out")
                return None
            return node
        if node.value in words() or (node.value in self.ids and node.value not in self.gone.ids):
            return node
        if self.gone.named_in(node.value):
            self._drop(node, name, "names what is left out")
            return None
        return node

    def _items(self, node: Items, name: str) -> Node | None:
        kept = tuple(new for each in node.values if (new := self.pruned(each, name)) is not None)
        return node._replace(values=kept) if kept or not node.values else None

    def _fields(self, node: Fields, name: str, *, outermost: bool) -> Node | None:
        if not outermost and (mark := self.above(node)) is not None:
            self._drop(node, name, f"marked {mark}" if mark else "marked")
            return None
        before = len(self.left_out)
        lost, reduced, kept = set(), set(), []
        for key, value in node.pairs:
            new = self._pair(node, key, value)
            if new is None:
                lost.add(key.value)
                continue
            if _count(new) < _count(value):
                reduced.add(key.value)
            kept.append((key, new))
        why = "" if outermost else self._falls(node, lost, reduced, kept)
        if why:
            del self.left_out[before:]
            self._drop(node, name, why)
            return None
        return node._replace(pairs=tuple(self._doubtful(kept, lost | reduced)))

    def _pair(self, node: Fields, key: Text, value: Node) -> Node | None:
        referred = self.mentions.get(self._place(node), ())
        if isinstance(value, Text) and value.value in referred:
            if value.value in self.gone.ids:
                self._drop(value, key.value, "refers to what is left out")
                return None
            return value
        if key.value not in keys() and self.gone.named_in(key.value):
            self._drop(value, "key", "names what is left out")
            return None
        return self.pruned(value, key.value)

    def _falls(
        self, node: Fields, lost: set[str], reduced: set[str], kept: list[tuple[Text, Node]]
    ) -> str:
        """Why a map cannot stand without some of its values; empty: it can."""
        if node.pairs and not kept:
            return "nothing of it is left"
        if VOICES & (lost | reduced):
            return "said by who is left out"
        if RESTS & lost:
            return "rests on what is left out"
        if lost & {"value", "claims", "id"} or NARROWS & (lost | reduced):
            return "without its value"
        return ""

    def _doubtful(
        self, kept: list[tuple[Text, Node]], less: set[str]
    ) -> Iterator[tuple[Text, Node]]:
        """The pairs that say nothing of a source or a claim that is not there any more."""
        for key, value in kept:
            quoted = key.value in QUOTED and "src" in less
            if quoted or (key.value in VERDICT and "claims" in less):
                self._drop(value, key.value, "may be of what is left out")
            else:
                yield key, value

    def above(self, node: Fields) -> str | None:
        """The mark of a map that is above the level; None: it has none that is."""
        for key, value in node.pairs:
            if not is_mark(key.value):
                continue
            word = value.value if isinstance(value, Text) else ""
            # A mark without a word, or with a list for one, is a mark all the same.
            if not word.strip() or self.ladder.rank(word) > self.level:
                return word
        return None

    def _drop(self, node: Node, name: str, why: str) -> None:
        for each in _within(node):
            if record := self.records.get(self._place(each)):
                self.keys.add(record.key)
        place = self._place(node)
        record = self.records.get(place)
        section = record.key.partition("/")[0] if record else ""
        what = f"{section} {record.id}".rstrip() if record else f"`{name}`"
        self.left_out.append(LeftOut(place, what, why))

    def _place(self, node: Node) -> Place:
        return Place(self.file, node.span.line, node.span.column)


def is_mark(key: str) -> bool:
    """Whether a key is one of handling, or meant to be: a slip of the pen opens nothing."""
    return fold(key) in MARKS or (key not in keys() and bool(nearest(key, MARKS)))


def _count(node: Node) -> int:
    match node:
        case Items():
            return len(node.values)
        case Fields():
            return len(node.pairs)
    return 0


def _within(node: Node) -> Iterator[Node]:
    yield node
    below = (value for _, value in node.pairs) if isinstance(node, Fields) else ()
    for each in node.values if isinstance(node, Items) else below:
        yield from _within(each)


@cache
def keys() -> frozenset[str]:
    """Every key the format knows."""
    return frozenset(each.name for each in _all(root())) | {"claims"}


@cache
def words() -> frozenset[str]:
    """Every word of the vocabularies of the format: they name nobody."""
    return frozenset(word for each in _all(root()) for word in each.words)


def _all(of: Field) -> Iterator[Field]:
    for each in of.fields:
        yield each
        yield from _all(each)
