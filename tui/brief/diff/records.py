"""Two states of a brief → the records that differ, and the differences of the brief itself."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from tui.brief.diff.change import BRIEF, Change, FieldChange
from tui.brief.diff.fields import compared, differences
from tui.brief.diff.merge import PARTS
from tui.brief.diff.pairs import pair
from tui.brief.model import Brief
from tui.brief.reading import Reading
from tui.brief.record import Record
from tui.brief.register import Register, sections


def reading_changes(old: Reading, new: Reading) -> tuple[Change, ...]:
    """Everything that is other: the brief's own fields first, then records as the new brief has
    them, those that are gone at the end of their section.
    """
    return (*head_changes(old.brief, new.brief), *changes(old.register, new.register))


def head_changes(old: Brief, new: Brief) -> tuple[Change, ...]:
    """Differences of the brief itself, as `brief`, and of its parts, as `overview` or `conflict`.

    The records of its lists are not looked at.
    """
    lists = {name for name, _ in sections(old)}
    kind: Any = Brief
    own = (name for name in compared(kind) if name not in lists and name not in PARTS)
    found = tuple(
        change
        for name in own
        for change in differences(getattr(old, name), getattr(new, name), (name,))
    )
    head = (Change(BRIEF, "changed", None, None, found),) if found else ()
    parts = (_part_change(name, getattr(old, name), getattr(new, name)) for name in PARTS)
    return (*head, *(change for change in parts if change))


def _part_change(name: str, old: Record | None, new: Record | None) -> Change | None:
    """Differences of a section that is a map; its lists are sections themselves."""
    empty: Any = PARTS[name]()
    lists = frozenset(_lists(empty))
    found = tuple(differences(old or empty, new or empty, without=lists))
    return Change(name, "changed", old, new, found) if found else None


def _lists(part: Record) -> Iterator[str]:
    """The lists of records of a section: they have the defaults of tuples, and hold records."""
    ours = {"src", "tags", "extra"}
    kind: Any = type(part)
    return (n for n in compared(kind) if n not in ours and getattr(part, n) == ())


def changes(old: Register, new: Register) -> tuple[Change, ...]:
    """The records that are new, gone or other.

    Costs what the change costs: a record that is the same object, or equal under the same key, is
    passed over.
    """
    after = {k: r for k, r in new.by_key.items() if not _same(old.by_key.get(k), r)}
    before = {k: r for k, r in old.by_key.items() if k in after or k not in new.by_key}
    if not before and not after:
        return ()
    gone, come = _by_section(before), _by_section(after)
    names = dict.fromkeys((*come, *gone))
    return tuple(c for name in names for c in _section(gone[name], come[name]))


def _same(one: Record | None, other: Record) -> bool:
    return one is other or one == other


def _by_section(records: dict[str, Record]) -> defaultdict[str, list[tuple[str, Record]]]:
    found: defaultdict[str, list[tuple[str, Record]]] = defaultdict(list)
    for key, record in records.items():
        found[key.partition("/")[0]].append((key, record))
    return found


def _section(old: list[tuple[str, Record]], new: list[tuple[str, Record]]) -> Iterator[Change]:
    for was, now in pair([record for _, record in old], [record for _, record in new]):
        if was is None and now is not None:
            key, record = new[now]
            yield Change(key, "added", None, record)
        elif now is None and was is not None:
            key, record = old[was]
            yield Change(key, "removed", record, None)
        elif was is not None and now is not None:
            (_, before), (key, after) = old[was], new[now]
            if found := _other(before, after):
                yield Change(key, "changed", before, after, found)


def _other(old: Record, new: Record) -> tuple[FieldChange, ...]:
    return () if old == new else tuple(differences(old, new))


def changed_keys(old: Register, new: Register) -> frozenset[str]:
    """Keys of the records that are new, or say something else than before."""
    return frozenset(each.key for each in changes(old, new) if each.kind != "removed")
