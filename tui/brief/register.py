"""Every record of a brief by section, by key and by id."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any

from tui.brief.claims import Claimed
from tui.brief.model import Brief
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.value import Itself, positional
from tui.brief.when import When

INNER = ("overview", "mediation", "conflict", "positions")
"""Sections that are a map of lists; their lists are sections of their own by name."""


def sections(brief: Brief) -> Iterator[tuple[str, tuple[Record, ...]]]:
    """The lists of records of a brief, each under the name of its list."""
    whole: Any = Brief
    for name in _lists(whole):
        yield name, getattr(brief, name)
    for outer in INNER:
        part = getattr(brief, outer)
        if part is not None:
            kind: Any = type(part)
            for name in _lists(kind):
                yield name, getattr(part, name)


@cache
def _lists(cls: Any) -> tuple[str, ...]:
    ours = {"src", "tags", "extra"}
    lists = (each.name for each in fields(cls) if each.default == ())
    return tuple(name for name in lists if name not in ours)


@positional
class Register(Itself):
    """Where to find a record. Built once for a brief."""

    by_key: dict[str, Record]
    by_id: dict[str, tuple[str, Record]]
    """Id → name of the section and the record; of two with one id, the first."""
    twice: tuple[tuple[Record, Record], ...]
    """Records whose id is taken: the one that has it, and the one that wants it."""

    def find(self, ref: Reference | str | None) -> Record | None:
        """The record a reference leads to, or None."""
        name = ref.id if isinstance(ref, Reference) else ref
        found = self.by_id.get(name) if name else None
        return found[1] if found else None


def register(brief: Brief) -> Register:
    """Give each record its key and gather them all."""
    by_key: dict[str, Record] = {}
    by_id: dict[str, tuple[str, Record]] = {}
    twice: list[tuple[Record, Record]] = []
    alike: Counter[str] = Counter()
    for section, records in sections(brief):
        for record in records:
            _give_key(record, section, by_key, alike)
            if not record.id:
                continue
            if taken := by_id.get(record.id):
                twice.append((taken[1], record))
            else:
                by_id[record.id] = (section, record)
    return Register(by_key, by_id, tuple(twice))


def _give_key(record: Record, section: str, taken: dict[str, Record], alike: Counter[str]) -> None:
    key = base = f"{section}/{record.id or derived(record)}"
    while key in taken:
        alike[base] += 1
        key = f"{base}~{alike[base] + 1}"
    # A key depends on the record's neighbours, so it can only be given here; it takes no part
    # in comparing or hashing records.
    object.__setattr__(record, "key", key)
    taken[key] = record


def derived(record: Record) -> str:
    """What tells a record without an id from its neighbours; empty where nothing does."""
    parts = (identity(getattr(record, name)) for name in record.KEY)
    return "+".join(part for part in parts if part) or record.as_written[:40]


def identity(value: Any) -> str:
    """The part of a value that names a record: ids, words, dates; long texts by their start."""
    match value:
        case None:
            return ""
        case str() | int():
            return " ".join(str(value).split())[:60]
        case tuple():
            return "+".join(identity(each) for each in value)
        case Claimed():
            # Not the one that stands: a record keeps its key when the writer accepts another.
            return min((identity(each) for each in value.values), default="")
        case When():
            return _date(value.start or value.end) or value.as_written
    return next(
        (v for n in ("id", "unnamed", "name", "as_written") if (v := getattr(value, n, ""))), ""
    )


def _date(moment: Any) -> str:
    if moment is None:
        return ""
    parts = (moment.year, moment.month, moment.day, moment.hour, moment.minute)
    return "-".join(str(part) for part in parts if part is not None)
