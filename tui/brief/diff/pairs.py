"""Which thing of an old list is which of a new one."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import fields
from functools import cache
from typing import Any, TypeAlias

from tui.brief.claims import Claim, Claimed
from tui.brief.record import Extra, Record
from tui.brief.refs import SourceRef
from tui.brief.register import derived, identity

Pair: TypeAlias = tuple[int | None, int | None]
"""Places in the old list and in the new one; None: not there."""
NameOf: TypeAlias = Callable[[Any], Iterable[Hashable]]

_LONG = 300
"""Things of a list that is looked through from both ends before anything else."""
_TRIES = 20_000
"""Comparisons of things that share a part of their name: of a table that was rewritten whole, each
row shares one with hundreds of others."""
_FEW = 900
"""Pairs up to which things that have nothing but their words in common are compared."""
_ALIKE = 0.5
"""Share of what is said that has to be the same, for two things without an id to be one."""


def pair(old: Sequence[Any], new: Sequence[Any]) -> list[Pair]:
    """Pair two lists, in the order of the new one; what is gone comes last.

    Equal things first, then those of one name, then those that say nearly the same.
    """
    taken = _in_place(old, new)
    had = set(taken.values())
    left = {at: None for at in range(len(old)) if at not in had}
    for names in (_whole, _name, _voice, _figure, _kin):
        if not left or len(taken) == len(new):
            break
        _pair_named(old, new, names, left, taken)
    rest = [at for at in range(len(new)) if at not in taken]
    if len(rest) * len(left) <= _FEW:
        for at in rest:
            best = max(left, key=lambda each: likeness(old[each], new[at]), default=None)
            if best is not None and likeness(old[best], new[at]) >= _ALIKE:
                taken[at] = best
                del left[best]
    return [*((taken.get(at), at) for at in range(len(new))), *((at, None) for at in left)]


def _in_place(old: Sequence[Any], new: Sequence[Any]) -> dict[int, int]:
    """Of two long lists, what is the same from both ends on: of a table, all but a few rows."""
    short = min(len(old), len(new))
    if short < _LONG:
        return {}
    first = next((at for at in range(short) if old[at] != new[at]), short)
    ends = range(1, short - first + 1)
    last = next((at for at in ends if old[-at] != new[-at]), short - first + 1) - 1
    taken = {at: at for at in range(first)}
    return taken | {len(new) - at: len(old) - at for at in range(1, last + 1)}


def _pair_named(
    old: Sequence[Any], new: Sequence[Any], names: NameOf, left: dict[int, None],
    taken: dict[int, int],
) -> None:  # fmt: skip
    """Pair what is left by names; the first of several takes the first."""
    known: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at in left:
        for name in names(old[at]):
            known[name].append(at)
    if not known:
        return
    tries = iter(range(_TRIES))
    for at, each in enumerate(new):
        if at in taken:
            continue
        there = (had for name in names(each) for had in known[name] if had in left)
        if names is _kin:
            some = zip(there, tries)  # noqa: B905  (as far as both go)
            there = (had for had, _ in some if likeness(old[had], each) >= _ALIKE)
        if (found := next(there, None)) is not None:
            taken[at] = found
            del left[found]


def _whole(thing: Any) -> Iterable[Hashable]:
    yield thing


def _name(thing: Any) -> Iterable[Hashable]:
    """What a thing is: a record by id or key, a source by its id, a claim by who says what."""
    if isinstance(thing, Record):
        if name := thing.id or derived(thing):
            yield type(thing), bool(thing.id), name
    elif isinstance(thing, Claim):
        yield thing.by, thing.value, thing.predicate
    elif isinstance(thing, SourceRef):
        yield thing.id
    elif isinstance(thing, Extra):
        yield thing.key


def _voice(thing: Any) -> Iterable[Hashable]:
    """Of a claim: who says it and where, be it another value now."""
    if isinstance(thing, Claim):
        yield thing.by, tuple(ref.id for ref in thing.src), thing.predicate


def _figure(thing: Any) -> Iterable[Hashable]:
    """Of a claim: what is said, be it by another now."""
    if isinstance(thing, Claim) and thing.value is not None:
        yield thing.value, thing.predicate


def _kin(thing: Any) -> Iterable[Hashable]:
    """Of a record without an id: all that names it but one part, for each part."""
    if not isinstance(thing, Record) or thing.id:
        return
    parts = [identity(getattr(thing, name)) for name in thing.KEY]
    for at in range(len(parts)):
        others = (*parts[:at], "", *parts[at + 1 :])
        if any(others):
            yield type(thing), at, others


def likeness(old: Any, new: Any) -> float:
    """How much two records say the same, 0 to 1; 0 where their ids or their words are unlike."""
    if not isinstance(old, Record) or type(old) is not type(new) or (old.id and new.id):
        return 0
    kind: Any = type(old)
    given = [n for n in _compared(kind) if getattr(old, n) or getattr(new, n)]
    shares = {name: _share(getattr(old, name), getattr(new, name)) for name in given}
    if any(shares.get(name, 1) < _ALIKE and _is_prose(old, new, name) for name in old.KEY):
        return 0
    return sum(shares.values()) / len(shares) if shares else 0


@cache
def _compared(cls: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(cls) if each.compare and each.name != "id")


def _is_prose(old: Record, new: Record, name: str) -> bool:
    """Whether both have words in a field: two speeches of a day are two, whatever else is alike."""
    both = getattr(old, name), getattr(new, name)
    return all(isinstance(each, str) and " " in each for each in both)


def _share(old: Any, new: Any) -> float:
    if old == new:
        return 1
    if isinstance(old, Claimed) and isinstance(new, Claimed):
        if len(old.values) == len(new.values) == 1:
            return _share(old.values[0], new.values[0])
        return _share(old.values, new.values)
    if isinstance(old, str) and isinstance(new, str):
        old, new = tuple(old.split()), tuple(new.split())
    if not (isinstance(old, tuple) and isinstance(new, tuple)):
        return 0
    one, other = set(old), set(new)
    return 2 * len(one & other) / (len(one) + len(other) or 1)
