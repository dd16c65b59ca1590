"""How a map is read as one class of the model: key by key, keeping what cannot be read."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, NamedTuple

from tui.brief import scalars
from tui.brief.fields import REQUIRED
from tui.brief.nodes import Fields, Node, Text
from tui.brief.notes import NOTHING, Notes, ReadNode
from tui.brief.record import Extra

_OURS = frozenset({"extra", "key", "spot", "point", "rows", "together"})
"""Fields the loader fills, which no author writes."""


class Plan(NamedTuple):
    """How one dataclass is read: its keys, who reads them, which it cannot do without."""

    keys: Mapping[str, tuple[str, ReadNode]]
    """Key as an author writes it → name of the field and who reads it."""
    required: tuple[str, ...]
    has: frozenset[str]
    """Which of the fields the loader fills are there."""
    short: str
    """The key that a bare text is the value of; empty: none."""


def plan_for(
    cls: Any, reader_for: Callable[[Any], ReadNode], argument: Any, only: tuple[str, ...]
) -> Plan:
    """Work out the plan of a dataclass; `argument` is the type of its `value`, if it is generic.

    `only` names the fields to read; empty: all.
    """
    keys: dict[str, tuple[str, ReadNode]] = {}
    required = []
    for each in fields(cls):
        if each.name in _OURS or (only and each.name not in only):
            continue
        hint: Any = argument if argument and each.name == "value" else each.type
        name = each.name.rstrip("_")
        keys[name] = (each.name, reader_for(hint))
        if REQUIRED in getattr(hint, "__metadata__", ()):
            required.append(name)
    has = _OURS & {each.name for each in fields(cls)}
    return Plan(keys, tuple(required), has, getattr(cls, "SHORT", ""))


def read_fields(cls: Any, plan: Plan, node: Fields, notes: Notes) -> Any:
    """Read a map as an instance of a class; whatever is no such thing goes to its `extra`."""
    values: dict[str, Any] = {}
    places: dict[str, tuple[int, int]] = {}
    lost: list[Extra] = []
    for key, value in node.pairs:
        known = plan.keys.get(key.value)
        if known is None:
            _report_unknown(cls, plan, key, node, notes)
            lost.append(Extra(key.value, scalars.flat(value), notes.place(value)))
            continue
        places[key.value] = (value.span.line, value.span.column)
        if (got := known[1](value, notes, key.value)) is not NOTHING:
            values[known[0]] = got
        elif not _is_empty(value):
            lost.append(Extra(key.value, scalars.flat(value), notes.place(value)))
        elif value.span[:2] == key.span[2:]:
            _report_unknown(cls, plan, key, node, notes)
    if plan.required:
        _check_required(plan, values, lost, node, notes)
    return cls(**values, **_filled(plan, node, notes, places, lost))


def _report_unknown(cls: Any, plan: Plan, key: Text, node: Fields, notes: Notes) -> None:
    from tui.brief.unknown_keys import report  # noqa: PLC0415  (only where there is a mistake)

    report(cls, {name: read for name, (_, read) in plan.keys.items()}, key, node, notes)


def _is_empty(node: Node) -> bool:
    return isinstance(node, Text) and node.empty


def _check_required(
    plan: Plan, values: dict[str, Any], lost: list[Extra], node: Fields, notes: Notes
) -> None:
    """Miss what was not written; of what was written badly enough is said already."""
    written = {each.key for each in lost}
    for name in plan.required:
        if plan.keys[name][0] not in values and name not in written:
            notes.error(node, "required", f"`{name}:` is missing")


def _filled(
    plan: Plan, node: Fields, notes: Notes, places: dict[str, tuple[int, int]], lost: list[Extra]
) -> dict[str, Any]:
    filled: dict[str, Any] = {}
    if "spot" in plan.has:
        filled["spot"] = notes.spot(node, places)
    if "point" in plan.has:
        filled["point"] = notes.place(node)
    if lost and "extra" in plan.has:
        filled["extra"] = tuple(sorted(lost, key=lambda each: (each.key, each.text)))
    return filled
