"""Nodes → the dataclasses of the model, by their type hints; problems are collected, not raised.

One reader is built per type hint and kept. What cannot be read costs its own field or record only:
the rest stays, and so does the text that was written.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from tui.brief import scalars
from tui.brief.claims import Claim, Claimed
from tui.brief.fields import REQUIRED, To
from tui.brief.nodes import Fields, Items, Node, Text
from tui.brief.notes import NOTHING, Mention, Notes, ReadNode
from tui.brief.record import Extra, Record
from tui.brief.refs import Reference, SourceRef
from tui.brief.spelling import unknown_key
from tui.brief.value import Names


def read(cls: type, node: Node, notes: Notes) -> Any:
    """Read a node as an instance of a dataclass of the model; `NOTHING` where it cannot be."""
    return reader_for(cls)(node, notes, "")


@cache
def reader_for(hint: Any) -> ReadNode:
    """The reader of a type hint. Raises TypeError for a hint the format has no form for."""
    hint, about = _bare(hint)
    if build := _BY_ORIGIN.get(get_origin(hint)):
        return build(get_args(hint)[0], about)
    if hint in (Reference, SourceRef):
        return _reference_reader(hint, about)
    if hint in scalars.PARSERS:
        return scalars.reader(hint, about)
    if hasattr(hint, "from_form"):
        return _value_reader(hint)
    return _record_reader(hint)


def _bare(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """Take `Annotated` and `| None` off a hint; return it with what was annotated."""
    about: tuple[Any, ...] = ()
    while True:
        if hasattr(hint, "__metadata__"):
            about, hint = (*about, *hint.__metadata__), hint.__origin__
        elif get_origin(hint) in (Union, UnionType):
            hint = next(arg for arg in get_args(hint) if arg is not NoneType)
        else:
            return hint, tuple(a for a in about if a is not REQUIRED)


# --- maps -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Plan:
    """How one dataclass is read: its keys, who reads them, which it cannot do without."""

    keys: Mapping[str, tuple[str, ReadNode]]
    required: tuple[str, ...]
    has: frozenset[str]
    short: str


_OURS = frozenset({"extra", "key", "spot", "point"})
"""Fields the loader fills, which no author writes."""


@cache
def _plan(cls: Any, argument: Any = None, only: tuple[str, ...] = ()) -> _Plan:
    hints = get_type_hints(cls, include_extras=True)
    keys: dict[str, tuple[str, ReadNode]] = {}
    required = []
    for each in fields(cls):
        if each.name in _OURS or (only and each.name not in only):
            continue
        hint = argument if argument and each.name == "value" else hints[each.name]
        name = each.name.rstrip("_")
        keys[name] = (each.name, reader_for(hint))
        if REQUIRED in getattr(hint, "__metadata__", ()):
            required.append(name)
    has = frozenset(each.name for each in fields(cls))
    return _Plan(MappingProxyType(keys), tuple(required), has, getattr(cls, "SHORT", ""))


def _record_reader(cls: Any, argument: Any = None) -> ReadNode:
    """Read a map, or the text that is its short form; of anything else keep what was written."""

    def read_record(node: Node, notes: Notes, name: str) -> Any:
        plan = _plan(cls, argument)
        if isinstance(node, Fields):
            return _read_fields(cls, plan, node, notes)
        if isinstance(node, Text) and node.empty:
            return NOTHING
        if isinstance(node, Text) and plan.short:
            as_map = Fields(((Text(plan.short, node.span), node),), node.span)
            return _read_fields(cls, plan, as_map, notes)
        what = f"`{name}`" if name else "a brief"
        notes.error(node, "type", f"{what} should be a map of keys, not {scalars.kind(node)}")
        if issubclass(cls, Record):
            return cls(as_written=scalars.flat(node), spot=notes.spot(node))
        return NOTHING

    return read_record


def _read_fields(cls: Any, plan: _Plan, node: Fields, notes: Notes) -> Any:
    values: dict[str, Any] = {}
    places: dict[str, tuple[int, int]] = {}
    extra: list[Extra] = []
    for key, value in node.pairs:
        known = plan.keys.get(key.value)
        if known is None:
            notes.warn(key, "unknown", unknown_key(key.value, tuple(plan.keys)))
            extra.append(Extra(key.value, scalars.flat(value), notes.place(value)))
            continue
        places[key.value] = (value.span.line, value.span.column)
        if (got := known[1](value, notes, key.value)) is not NOTHING:
            values[known[0]] = got
    for name in (each for each in plan.required if plan.keys[each][0] not in values):
        notes.error(node, "required", f"`{name}:` is missing")
    if extra and "extra" in plan.has:
        values["extra"] = tuple(extra)
    if "point" in plan.has:
        values["point"] = notes.place(node)
    if "spot" in plan.has:
        values["spot"] = notes.spot(node, places)
    return cls(**values)


# --- lists, names, values, references, claims ---------------------------------------------------


def _items_reader(argument: Any, about: tuple[Any, ...]) -> ReadNode:
    for each in about:
        argument = Annotated[argument, each]
    read_item = reader_for(argument)

    def read_items(node: Node, notes: Notes, name: str) -> Any:
        if isinstance(node, Text) and node.empty:
            return NOTHING
        # One thing where a list may stand is a list of one.
        nodes = node.values if isinstance(node, Items) else (node,)
        found = (read_item(each, notes, name) for each in nodes)
        return tuple(each for each in found if each is not NOTHING)

    return read_items


def _names_reader(_argument: Any, _about: tuple[Any, ...]) -> ReadNode:
    def read_names(node: Node, notes: Notes, name: str) -> Any:
        if isinstance(node, Fields):
            return Names({key.value: scalars.flat(value) for key, value in node.pairs})
        if not (isinstance(node, Text) and node.empty):
            what = scalars.kind(node)
            notes.error(node, "type", f"`{name}` should be a map of texts, not {what}")
        return NOTHING

    return read_names


def _value_reader(cls: Any) -> ReadNode:
    """Read a value with a short and a long form; what is no such value is kept as written."""
    form = get_type_hints(cls.from_form)["form"]

    def read_value(node: Node, notes: Notes, name: str) -> Any:
        if isinstance(node, Text) and node.empty:
            return NOTHING
        place = notes.place(node)
        try:
            if isinstance(node, Text):
                return cls.from_text(node.value, place)
            if isinstance(node, Fields):
                return cls.from_form(_read_fields(form, _plan(form), node, notes), place)
            raise ValueError("should be one value, not a list")
        except ValueError as error:
            text = scalars.flat(node)
            notes.error(node, "value", f"`{name}: {text}`: {error}")
            return cls(as_written=text)

    return read_value


def _reference_reader(cls: Any, about: tuple[Any, ...]) -> ReadNode:
    default = ("sources",) if cls is SourceRef else ("*",)
    sections = next((each.sections for each in about if isinstance(each, To)), default)
    read_record = _record_reader(cls)

    def read_reference(node: Node, notes: Notes, name: str) -> Any:
        made = read_record(node, notes, name)
        if made is not NOTHING:
            others = made.others if cls is Reference else ()
            for part, to in ((made.id, sections), *others):
                if part:
                    notes.mentions.append(Mention(part, to, made.point))
        return made

    return read_reference


def _claimed_reader(argument: Any, _about: tuple[Any, ...]) -> ReadNode:
    """Read a plain value, one attributed value (`value:`), or several (`claims:`)."""
    read_value = reader_for(argument)
    read_claim = reader_for(Claim[argument])
    read_claims = reader_for(tuple[Claim[argument], ...])

    def read_claimed(node: Node, notes: Notes, name: str) -> Any:
        keys = {key.value for key, _ in node.pairs} if isinstance(node, Fields) else set()
        if "claims" in keys and isinstance(node, Fields):
            wrapper = _plan(Claimed, None, ("held", "why", "note"))
            plan = _Plan({**wrapper.keys, "claims": ("claims", read_claims)}, (), wrapper.has, "")
            return _read_fields(Claimed, plan, node, notes)
        spot = notes.spot(node)
        if "value" in keys and isinstance(node, Fields):
            return _one_claim(node, notes, read_claim)
        if isinstance(node, Items):
            notes.error(node, "type", f"several values of `{name}` stand under `claims:`")
            return Claimed(read_claims(node, notes, name), spot=spot)
        value = read_value(node, notes, name)
        return value if value is NOTHING else Claimed((Claim(value=value, spot=spot),), spot=spot)

    return read_claimed


def _one_claim(node: Fields, notes: Notes, read_claim: ReadNode) -> Any:
    """Read `{value, by, src, …}`, where the writer's verdict may stand among the claim's keys."""
    plan = _plan(Claimed, None, ("held", "why"))
    verdict = tuple(pair for pair in node.pairs if pair[0].value in plan.keys)
    claim = tuple(pair for pair in node.pairs if pair[0].value not in plan.keys)
    held = _read_fields(Claimed, plan, Fields(verdict, node.span), notes)
    return replace(held, claims=(read_claim(Fields(claim, node.span), notes, ""),))


_BY_ORIGIN: dict[Any, Callable[[Any, tuple[Any, ...]], ReadNode]] = {
    tuple: _items_reader,
    Mapping: _names_reader,
    Claimed: _claimed_reader,
    Claim: lambda argument, _about: _record_reader(Claim, argument),
}
