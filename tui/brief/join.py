"""One brief out of the files of a folder."""

from dataclasses import fields, replace
from typing import Any

from tui.brief.model import Brief
from tui.brief.order import sorted_lists
from tui.brief.place import Problem
from tui.brief.record import Record
from tui.brief.register import INNER

_OURS = {"key", "spot"}


def join(briefs: list[Brief]) -> tuple[Brief, tuple[Problem, ...]]:
    """Join lists, and maps of lists; anything else may be in one file only.

    The first brief is the head: of two values that clash, and of two places, its own is kept.
    """
    if len(briefs) == 1:
        return briefs[0], ()
    clashes: list[Problem] = []
    whole = Brief()
    for brief in briefs:
        whole = _add(whole, brief, clashes)
    spot = briefs[0].spot if briefs else whole.spot
    return replace(_sorted(whole, briefs), spot=spot), tuple(clashes)


def _sorted(whole: Brief, briefs: list[Brief]) -> Brief:
    """Each list in order: which file a record stands in is no order either."""
    inner = {}
    for name in INNER:
        if section := getattr(whole, name):
            parts = [part for each in briefs if (part := getattr(each, name))]
            inner[name] = replace(section, **sorted_lists(section, parts))
    return replace(whole, **sorted_lists(whole, briefs), **inner)


def _add(old: Any, new: Any, clashes: list[Problem]) -> Any:
    """Two maps as one: the fields of the second where the first has none."""
    names = [each.name for each in fields(new) if each.name not in _OURS]
    values = {name: _join(old, new, name, clashes) for name in names}
    return replace(old, **values)


def _join(old: Any, new: Any, name: str, clashes: list[Problem]) -> Any:
    first, second = getattr(old, name), getattr(new, name)
    if not first or not second:
        return first or second
    if isinstance(second, tuple):
        return first + second
    if first == second:
        return first
    if isinstance(second, Record):
        return _add(first, second, clashes)
    message = f"`{name}:` stands in another file of this brief already"
    clashes.append(Problem(new.spot.field(name), "twice", message))
    return first
