"""A filter as a value: what a line of words and fields asks for, whoever is asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

NO_REDACTION = "a filter is no redaction, it only hides; use `parley redact`"
"""What somebody should know who filters before handing something on."""
FIELDS = (
    "party", "by", "source", "status", "kind", "tag", "id", "person", "round", "venue", "text",
)  # fmt: skip
"""Fields with words for a value."""
SPELT = ("status", "kind", "tag")
"""Those of them whose values are words and no names: `received` is not `not received`."""
RELATIONS = ("after", "before", "on")
"""Fields with a date for a value."""
STATES = (
    "disputed", "finer", "compatible", "incomparable", "asymmetric", "unread", "changed", "stale",
    "single-source", "unsourced", "problem", "warning", "confidential",
)  # fmt: skip
"""What can stand behind `is:`."""
Relation: TypeAlias = Literal["after", "before", "on"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word that something begins with; `whole`, the words of a phrase as they follow."""

    text: str
    """Flat, as `tui.filter.flat` has it."""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class FieldTerm:
    """A value of one field: an id, or how a name begins."""

    name: str
    """One of `FIELDS`."""
    value: str
    """Flat."""


@dataclass(frozen=True, slots=True)
class DateTerm:
    """A date that may lie after, before or in the one given."""

    relation: Relation
    text: str
    """A short form of `tui.brief.when`, in the time of the brief."""


@dataclass(frozen=True, slots=True)
class StateTerm:
    """What can be said of the record as a whole; one of `STATES`."""

    word: str


@dataclass(frozen=True, slots=True)
class Not:
    """All that does not pass a part. Made by `without`."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class All:
    """What passes every part; without parts, everything. Made by `all_of`."""

    parts: tuple["Node", ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """What passes one part or more. Made by `either_of`."""

    parts: tuple["Node", ...]


Node: TypeAlias = Word | FieldTerm | DateTerm | StateTerm | Not | All | Either
EVERYTHING = All()


class Fault(NamedTuple):
    """Something to say about a place in a filter."""

    column: int
    """From 1, in code points."""
    message: str
    """One sentence, no full stop. May quote the filter: `shown` before it is printed."""


@dataclass(frozen=True, slots=True)
class Query:
    """A filter as it was understood."""

    text: str = ""
    """As it was typed."""
    node: Node = EVERYTHING
    """What it asks for; everything, where it has faults: a wrong filter hides nothing."""
    faults: tuple[Fault, ...] = ()
    """What is wrong in it."""
    notes: tuple[Fault, ...] = ()
    """What is not finished, and left out; what is right and found nowhere."""

    @property
    def hides_nothing(self) -> bool:
        """Whether everything passes."""
        return self.node == EVERYTHING

    @property
    def hides_marked(self) -> bool:
        """Whether nothing that is confidential passes: no part of another record either."""
        return _hides_marked(self.node)


def all_of(parts: Iterable[Node]) -> Node:
    """What passes every part; one within another is opened, everything is left out."""
    opened = [p for part in parts for p in (part.parts if isinstance(part, All) else (part,))]
    return opened[0] if len(opened) == 1 else All(tuple(opened))


def either_of(parts: Iterable[Node]) -> Node:
    """What passes one part or more; raises ValueError for no part."""
    opened = [p for part in parts for p in (part.parts if isinstance(part, Either) else (part,))]
    if not opened:
        raise ValueError("one of nothing")
    return opened[0] if len(opened) == 1 else Either(tuple(opened))


def without(part: Node) -> Node:
    """What does not pass a part; not not a thing is the thing."""
    return part.part if isinstance(part, Not) else Not(part)


def _hides_marked(node: Node) -> bool:
    """Whether nothing that is confidential passes, however else it fits."""
    match node:
        case Not(part=StateTerm(word="confidential")):
            return True
        case Not(part=Either(parts=parts)):
            return StateTerm("confidential") in parts
        case All(parts=parts):
            return any(map(_hides_marked, parts))
        case Either(parts=parts):
            return all(map(_hides_marked, parts))
    return False


def asks_for_confidential(node: Node) -> bool:
    """Whether a filter asks after handling at all."""
    match node:
        case StateTerm(word=word):
            return word == "confidential"
        case Not(part=part):
            return asks_for_confidential(part)
        case All(parts=parts) | Either(parts=parts):
            return any(map(asks_for_confidential, parts))
    return False


def show(node: Node) -> str:
    """The filter that is read as this; the shortest form, not the one that was typed."""
    match node:
        case Not():
            return f"not {_within(node.part)}"
        case All():
            return " ".join(_within(part) for part in node.parts)
        case Either():
            return " or ".join(show(part) for part in node.parts)
    return _show_term(node)


def _show_term(node: Word | FieldTerm | DateTerm | StateTerm) -> str:
    match node:
        case Word():
            return f'"{node.text.replace("_", " ")}"' if node.whole else node.text
        case FieldTerm():
            return f"{node.name}:{node.value}"
        case DateTerm():
            return f"{node.relation}:" + (f'"{node.text}"' if " " in node.text else node.text)
    return f"is:{node.word}"


def _within(node: Node) -> str:
    return f"({show(node)})" if isinstance(node, All | Either) else show(node)
