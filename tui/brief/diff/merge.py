"""An old brief and its changes → the new brief."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, cast

from tui.brief.diff.change import BRIEF, Change, FieldChange, Path
from tui.brief.diff.fields import compared, labels
from tui.brief.model import Brief, Conflict, Mediation, Overview, Positions
from tui.brief.value import Names

PARTS: Mapping[str, type] = {
    "overview": Overview,
    "mediation": Mediation,
    "conflict": Conflict,
    "positions": Positions,
}
"""Sections that are a map with lists in it."""


def apply(brief: Brief, changes: Iterable[Change]) -> Brief:
    """The brief that the changes lead to, up to the order of its records.

    Raises ValueError where the brief is not the one the changes were found in.
    """
    lists: dict[str, list[Any]] = {}
    for change in changes:
        if change.key == BRIEF:
            brief = patch(brief, change.fields)
        elif change.key in PARTS:
            part = getattr(brief, change.key) or PARTS[change.key]()
            brief = replace(brief, **{change.key: patch(part, change.fields)})
        else:
            section = change.key.partition("/")[0]
            if section not in lists:
                lists[section] = list(getattr(_home(brief, section), section))
            _change(lists[section], change)
    for section, records in lists.items():
        home = replace(cast("Any", _home(brief, section)), **{section: tuple(records)})
        outer = _outer(section)
        brief = replace(brief, **{outer: home}) if outer else home
    return brief


def _change(records: list[Any], change: Change) -> None:
    if change.old is None:
        records.append(change.new)
    elif change.new is None:
        records.remove(change.old)
    else:
        at = records.index(change.old)
        records[at] = patch(records[at], change.fields)


def _outer(section: str) -> str:
    """The part of a brief that holds a list; empty: the brief itself."""
    return next((n for n, part in PARTS.items() if section in compared(cast("Any", part))), "")


def _home(brief: Brief, section: str) -> Any:
    outer = _outer(section)
    return (getattr(brief, outer) or PARTS[outer]()) if outer else brief


def patch(value: Any, changes: Iterable[FieldChange]) -> Any:
    """A value after some changes within it."""
    inside: defaultdict[str | int, list[FieldChange]] = defaultdict(list)
    for each in changes:
        if not each.path:
            return each.new
        inside[each.path[0]].append(FieldChange(each.path[1:], each.old, each.new))
    if not inside:
        return value
    if isinstance(value, tuple):
        return _patch_list(value, inside)
    if isinstance(value, Mapping):
        texts = {**value} | {str(name): patch(None, each) for name, each in inside.items()}
        return Names({name: text for name, text in texts.items() if text is not None})
    kind: Any = type(value)
    names = {name.rstrip("_"): name for name in compared(kind)}
    new = {names[str(n)]: patch(getattr(value, names[str(n)]), each) for n, each in inside.items()}
    return replace(value, **new)


def _patch_list(
    things: tuple[Any, ...], inside: Mapping[str | int, list[FieldChange]]
) -> tuple[Any, ...]:
    """What is left of a list, changed where it is, and what was added at its end."""
    known = dict(zip(labels(things), things, strict=True))
    added = []
    for name, changes in inside.items():
        within = [each for each in changes if each.path or each.old is not None]
        added += [each.new for each in changes if each not in within]
        if within:
            known[name] = patch(known[name], within)
    return (*(each for each in known.values() if each is not None), *added)


class _Same:
    """A list, known by being the same one and not by what is in it: that may be thousands."""

    __slots__ = ("things",)

    def __init__(self, things: tuple[Any, ...]) -> None:
        self.things = things

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.things is other.things

    def __hash__(self) -> int:
        return id(self.things)


@lru_cache(maxsize=16)
def _by_label(same: _Same) -> dict[str | int, Any]:
    return dict(zip(labels(same.things), same.things, strict=True))


def follow(value: Any, path: Path) -> Any:
    """What a path leads to within a value; None where it leads nowhere."""
    for step in path:
        if isinstance(value, tuple):
            value = _by_label(_Same(value)).get(step)
        elif isinstance(value, Mapping):
            value = value.get(step)
        else:
            name = str(step)
            value = (
                getattr(value, name, None)
                if hasattr(value, name)
                else getattr(value, f"{name}_", None)
            )
    return value
