"""Two states of a record → the values that are other in it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Any

from tui.brief.claims import Claim, Claimed
from tui.brief.diff.change import FieldChange, Path
from tui.brief.diff.pairs import Pair, pair
from tui.brief.model import Status
from tui.brief.record import Extra, Record
from tui.brief.register import derived, identity

PARTED = (Record, Claimed, Claim)
"""Values looked into; of any other the whole is another."""


def differences(
    old: Any, new: Any, path: Path = (), without: frozenset[str] = frozenset()
) -> Iterator[FieldChange]:
    """The differences between two values; a different order alone is none.

    `without`: names of fields that are not looked at.
    """
    if old is new:
        return
    if isinstance(old, PARTED) and type(old) is type(new):
        kind: Any = type(old)
        yield from _parts(old, new, path, tuple(n for n in compared(kind) if n not in without))
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _lists(old, new, path)
    elif isinstance(old, Mapping) and isinstance(new, Mapping):
        for name in dict.fromkeys((*old, *new)):
            yield from differences(old.get(name), new.get(name), (*path, name))
    elif old != new:
        yield FieldChange(path, old, new)


def _parts(old: Any, new: Any, path: Path, names: Sequence[str]) -> Iterator[FieldChange]:
    for name in names:
        before, after = getattr(old, name), getattr(new, name)
        yield from differences(before, after, (*path, name.rstrip("_")))


@cache
def compared(cls: Any) -> tuple[str, ...]:
    """The fields that count when two values of a class are compared."""
    return tuple(each.name for each in fields(cls) if each.compare)


def _lists(old: tuple[Any, ...], new: tuple[Any, ...], path: Path) -> Iterator[FieldChange]:
    if old == new:
        return
    pairs = pair(old, new)
    if _ordered(old, new) and not _in_order(pairs):
        yield FieldChange(path, old, new)
        return
    before, after = labels(old), labels(new)
    # What was removed comes before what replaced it.
    for was, now in sorted(pairs, key=lambda each: each[1] is not None):
        if was is None and now is not None:
            yield FieldChange((*path, after[now]), None, new[now])
        elif now is None and was is not None:
            yield FieldChange((*path, before[was]), old[was], None)
        elif was is not None and now is not None and old[was] != new[now]:
            yield from differences(old[was], new[now], (*path, before[was]))


def _ordered(old: tuple[Any, ...], new: tuple[Any, ...]) -> bool:
    """Whether the order says something: the last status is the one that holds."""
    return any(isinstance(each, Status) for each in (*old, *new))


def _in_order(pairs: list[Pair]) -> bool:
    """Whether what was there kept its order, and what is new came after it."""
    places = [len(pairs) if was is None else was for was, now in pairs if now is not None]
    return places == sorted(places)


def labels(things: Sequence[Any]) -> list[str | int]:
    """What each thing of a list is called in a path; no two alike."""
    alike: Counter[str] = Counter()
    taken: set[str] = set()
    found: list[str | int] = []
    for at, thing in enumerate(things):
        if isinstance(thing, Claim):
            found.append(at)
            continue
        label = base = _label(thing)
        while label in taken:
            alike[base] += 1
            label = f"{base}~{alike[base] + 1}"
        taken.add(label)
        found.append(label)
    return found


def _label(thing: Any) -> str:
    if isinstance(thing, Record):
        return thing.id or derived(thing)
    return thing.key if isinstance(thing, Extra) else identity(thing)
