"""Nodes → the dataclasses of the model, by their type hints; problems are collected, not raised.

One reader is built per type hint and kept. What cannot be read costs its own field or record only:
the rest stays, and so does the text that was written.
"""

from collections.abc import Callable, Mapping
from dataclasses import is_dataclass, replace
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, cast, get_args, get_origin, get_type_hints

from tui.brief import scalars
from tui.brief.claims import ON_A_CLAIM, Claim, Claimed
from tui.brief.fields import ORDERED, REQUIRED, SEVERAL, To, Words
from tui.brief.nodes import Fields, Items, Node, Text
from tui.brief.notes import NOTHING, Notes, ReadNode
from tui.brief.order import in_order
from tui.brief.place import Place, Repair
from tui.brief.plan import Plan, plan_for, read_fields
from tui.brief.record import Record
from tui.brief.refs import Mention, Reference, SourceRef
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
    if read_own := getattr(hint, "from_node", None):
        return cast("ReadNode", read_own)
    if hasattr(hint, "from_form"):
        return _value_reader(hint)
    if not is_dataclass(hint):
        raise TypeError(f"the format has no form for {hint!r}")
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


@cache
def _plan(cls: Any, argument: Any = None, only: tuple[str, ...] = ()) -> Plan:
    return plan_for(cls, reader_for, argument, only)


def _record_reader(cls: Any, argument: Any = None) -> ReadNode:
    """Read a map, or the text that is its short form; of anything else keep what was written."""

    def read_record(node: Node, notes: Notes, name: str) -> Any:
        plan = _plan(cls, argument)
        if isinstance(node, Fields):
            return read_fields(cls, plan, node, notes)
        if isinstance(node, Text) and node.empty:
            return NOTHING
        if isinstance(node, Text) and plan.short:
            as_map = Fields(((Text(plan.short, node.span), node),), node.span)
            return read_fields(cls, plan, as_map, notes)
        what = f"`{name}`" if name else "the file"
        notes.error(node, "type", f"{what} should be a map of keys, not {scalars.kind(node)}")
        if issubclass(cls, Record):
            return cls(as_written=scalars.flat(node), spot=notes.spot(node))
        return NOTHING

    return read_record


# --- lists, names, values, references, claims ---------------------------------------------------


def _items_reader(argument: Any, about: tuple[Any, ...]) -> ReadNode:
    ordered = ORDERED in about
    words = next((each.known for each in about if isinstance(each, Words)), ())
    for each in about:
        argument = Annotated[argument, each] if each is not ORDERED else argument
    read_item = reader_for(argument)

    def read_items(node: Node, notes: Notes, name: str) -> Any:
        if isinstance(node, Text) and node.empty:
            return NOTHING
        # One thing where a list is allowed is a list of one.
        nodes = node.values if isinstance(node, Items) else (node,)
        found = (read_item(each, notes, name) for each in nodes)
        things = tuple(each for each in found if each is not NOTHING)
        return things if ordered else in_order(things, words)

    return read_items


def _names_reader(_argument: Any, _about: tuple[Any, ...]) -> ReadNode:
    def read_names(node: Node, notes: Notes, name: str) -> Any:
        if isinstance(node, Fields):
            _report_cuts(node, notes)
            return Names(dict(sorted((k.value, scalars.flat(value)) for k, value in node.pairs)))
        if not (isinstance(node, Text) and node.empty):
            what = scalars.kind(node)
            notes.error(node, "type", f"`{name}` should be a map of texts, not {what}")
        return NOTHING

    return read_names


def _report_cuts(node: Fields, notes: Notes) -> None:
    """Report names that a comma cuts: what follows it is a key with nothing."""
    for at, (_, value) in enumerate(node.pairs):
        if isinstance(value, Text) and value.empty:
            from tui.brief.unknown_keys import is_piece, report_cut  # noqa: PLC0415  (a mistake)

            if is_piece(node, at):
                report_cut(node, at, notes)


def _value_reader(cls: Any) -> ReadNode:
    """Read a value with a short and a long form; any other value is kept as written."""
    form = get_type_hints(cls.from_form)["form"]

    def read_value(node: Node, notes: Notes, name: str) -> Any:
        if isinstance(node, Text) and node.empty:
            return NOTHING
        place = notes.place(node)
        try:
            if isinstance(node, Text):
                return cls.from_text(node.value, place)
            if isinstance(node, Fields):
                return cls.from_form(read_fields(form, _plan(form), node, notes), place)
            raise ValueError("should be one value, not a list")
        except ValueError as error:
            repair = _respelt(cls, node, place)
            hint = f"; did you mean `{repair.new}`?" if repair else ""
            message = f"`{name}: {scalars.quoted(node)}`: {error}{hint}"
            notes.error(node, "value", message, repair=repair)
            return cls(as_written=scalars.flat(node))

    return read_value


def _respelt(cls: Any, node: Node, place: Place) -> Repair | None:
    """A date or a number in the format's own way of writing it, where that can be read."""
    from tui.brief.respelt import respelt  # noqa: PLC0415  (only where there is a mistake)

    if not isinstance(node, Text):
        return None
    for each in respelt(node.value):
        try:
            cls.from_text(each, place)
        except ValueError:
            continue
        return Repair(node.value, each)
    return None


def _reference_reader(cls: Any, about: tuple[Any, ...]) -> ReadNode:
    default = ("sources",) if cls is SourceRef else ("*",)
    sections = next((each.sections for each in about if isinstance(each, To)), default)
    read_record = _record_reader(cls)

    def read_reference(node: Node, notes: Notes, name: str) -> Any:
        if SEVERAL in about and isinstance(node, Items):
            return _read_several(node, notes, name, read_one)
        return read_one(node, notes, name)

    def read_one(node: Node, notes: Notes, name: str) -> Any:
        made = read_record(node, notes, name)
        if made is not NOTHING:
            others = made.others if cls is Reference else ()
            for part, to in ((made.id, sections), *others):
                if part:
                    notes.mentions.append(Mention(part, to, made.point))
        return made

    return read_reference


def _read_several(node: Items, notes: Notes, name: str, read_one: ReadNode) -> Any:
    """Several who do one thing together; in which order they stand means nothing."""
    found = [read_one(each, notes, name) for each in node.values]
    named = {each.name: each for each in found if each is not NOTHING}
    if len(named) < 2:
        return next(iter(named.values()), NOTHING)
    return Reference(together=tuple(named[each] for each in sorted(named)), point=notes.place(node))


def _claimed_reader(argument: Any, _about: tuple[Any, ...]) -> ReadNode:
    """Read a plain value, one attributed value (`value:`), or several (`claims:`)."""
    read_value = reader_for(argument)
    read_plain = reader_for(Claim[argument])
    read_claims = reader_for(tuple[Claim[argument], ...])
    joint = SEVERAL in _bare(argument)[1]

    def read_claimed(node: Node, notes: Notes, name: str) -> Any:
        keys = {key.value for key, _ in node.pairs} if isinstance(node, Fields) else set()
        if "claims" in keys and isinstance(node, Fields):
            wrapper = _plan(Claimed, None, ("held", "why", "note"))
            plan = Plan({**wrapper.keys, "claims": ("claims", read_claims)}, (), wrapper.has, "")
            made = read_fields(Claimed, plan, node, notes)
            if made.claims:
                return made
            notes.error(node, "required", f"`{name}:` has no claims")
            return NOTHING
        if "value" in keys and isinstance(node, Fields):
            return _one_claim(node, notes, read_plain)
        if isinstance(node, Items) and not (joint and _without_values(node)):
            notes.error(node, "type", f"several values of `{name}` stand under `claims:`")
            claims = read_claims(node, notes, name)
            return Claimed(claims, spot=notes.spot(node)) if claims else NOTHING
        value = read_value(node, notes, name)
        if value is NOTHING:
            return NOTHING
        spot = notes.spot(node)
        return Claimed((Claim(value=value, spot=spot),), spot=spot)

    return read_claimed


def _without_values(node: Items) -> bool:
    """Whether no item of a list is written as a claim."""
    maps = [{key.value for key, _ in e.pairs} for e in node.values if isinstance(e, Fields)]
    return not any(keys & {"value", "claims", "src", "by"} for keys in maps)


def _claim_reader(argument: Any, _about: tuple[Any, ...]) -> ReadNode:
    """Read one claim among several; a text, or what else has no keys, is a value of nobody."""
    read_value = reader_for(argument)
    read_map = _record_reader(Claim, argument)

    def read_claim(node: Node, notes: Notes, name: str) -> Any:
        if isinstance(node, Fields):
            return read_map(node, notes, name)
        value = read_value(node, notes, name)
        return value if value is NOTHING else Claim(value=value, spot=notes.spot(node))

    return read_claim


def _one_claim(node: Fields, notes: Notes, read_claim: ReadNode) -> Any:
    """Read `{value, by, src, …}`: a verdict among its keys is the claim's, or that of the whole."""
    plan = _plan(Claimed, None, ("held", "why"))
    verdict = tuple(pair for pair in node.pairs if pair[0].value in plan.keys)
    held = next((value for key, value in verdict if key.value == "held"), None)
    if isinstance(held, Text) and held.value in ON_A_CLAIM:
        return Claimed((read_claim(node, notes, ""),), spot=notes.spot(node))
    claim = tuple(pair for pair in node.pairs if pair[0].value not in plan.keys)
    whole = read_fields(Claimed, plan, Fields(verdict, node.span), notes)
    return replace(whole, claims=(read_claim(Fields(claim, node.span), notes, ""),))


_BY_ORIGIN: dict[Any, Callable[[Any, tuple[Any, ...]], ReadNode]] = {
    tuple: _items_reader,
    Mapping: _names_reader,
    Claimed: _claimed_reader,
    Claim: _claim_reader,
}
