"""Texts, lists and maps as YAML: short ones in brackets, the others as blocks."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from tui.brief.edit.fields import VERDICT, Field
from tui.brief.edit.scalar import WIDTH, Setting, scalar

Data: TypeAlias = str | Sequence["Data"] | Mapping[str, "Data"]
"""What an author means to write; everything is a text, `2` and `yes` too."""

_SOURCE = {"id", "at", "quote"}
_PLAIN_KEY = re.compile(r"\w(?:[\w. -]*\w)?")


def key_of(name: str) -> str:
    """A key, quoted where it must be."""
    if _PLAIN_KEY.fullmatch(name):
        return name
    return scalar(name, Setting(flow=True), '"')


def value_of(data: Data, setting: Setting, dash: int, *, block: bool = False) -> str:
    """The text after `key:` or `-`, with the space or line end before it.

    `dash` says how far lists are indented below their key. `block`: no brackets for a map that
    could have them.
    """
    if isinstance(data, str):
        return f" {scalar(data, setting)}"
    brackets = flow_of(data)
    fits = len(brackets) + setting.column + 12 <= WIDTH and "\n" not in brackets
    listed = not isinstance(data, Mapping)
    if (
        setting.flow
        or not data
        or (fits and not block and _flat(data))
        or (listed and setting.item)
    ):
        return f" {brackets}"
    if isinstance(data, Mapping):
        column = setting.column + 2
        pairs = pairs_of(
            data,
            setting._replace(column=column, item=False),
            dash,
            block=block and not setting.item,
        )
        return f" {pairs}" if setting.item else f"\n{' ' * column}{pairs}"
    column = setting.column + dash
    pad = "\n" + " " * column
    inner = setting._replace(column=column, item=True)
    return "".join(f"{pad}-{value_of(each, inner, dash, block=block)}" for each in data)


def pairs_of(data: Mapping[str, Data], setting: Setting, dash: int, *, block: bool = False) -> str:
    """The pairs of a block, the first without its indentation."""
    pairs = (
        f"{key_of(name)}:{value_of(each, setting, dash, block=block)}"
        for name, each in data.items()
    )
    return ("\n" + " " * setting.column).join(pairs)


def flow_of(data: Data, item: bool = False) -> str:
    """The same in brackets."""
    if isinstance(data, str):
        return scalar(data, Setting(flow=True, item=item))
    if isinstance(data, Mapping):
        return f"{{{', '.join(f'{key_of(name)}: {flow_of(each)}' for name, each in data.items())}}}"
    return f"[{', '.join(flow_of(each, True) for each in data)}]"


def tidy(data: Data, field: Field | None) -> Data:
    """Leave out what is empty, and put the keys in the order of the model."""
    if isinstance(data, str):
        return data
    if not isinstance(data, Mapping):
        return [tidy(each, field) for each in data if each]
    return tidy_map(data, field)


def tidy_map(data: Mapping[str, Data], field: Field | None) -> Mapping[str, Data]:
    """The same for a map."""
    fields = (*field.fields, *(VERDICT if field.claimed else ())) if field else ()
    known = {each.name: each for each in reversed(fields)}
    order = [each.name for each in fields]
    names = sorted(data, key=lambda name: order.index(name) if name in known else len(order))
    return {name: tidy(data[name], known.get(name)) for name in names if data[name]}


def _flat(data: Data) -> bool:
    """Whether nothing is nested deeper than the sources of a claim are."""
    if isinstance(data, str):
        return True
    if isinstance(data, Mapping):
        return all(
            isinstance(each, str) or (not isinstance(each, Mapping) and _flat_list(each))
            for each in data.values()
        )
    return _flat_list(data)


def _flat_list(data: Sequence[Data]) -> bool:
    """Whether a list holds texts and source references alone; other maps get lines of their own."""
    maps = [each for each in data if isinstance(each, Mapping)]
    if not all(each.keys() <= _SOURCE for each in maps):
        return False
    return all(isinstance(each, (str, Mapping)) for each in data) and all(
        isinstance(value, str) for each in maps for value in each.values()
    )
