"""A change in the making: steps on one record, and the brief as it would be with them.

The text on disk is never touched here. Each step is an edit of spans in a text held in memory, read
again as a whole, so that its problems are those `check` would report; and on another state of the
file the same steps can be made again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple, TypeAlias

from tui.brief.edit import (
    Data,
    Edit,
    Steps,
    add_item,
    add_record,
    applied,
    form_of,
    remove_field,
    remove_record,
    set_field,
)
from tui.brief.place import Problem
from tui.brief.reading import Reading
from tui.brief.record import Record
from tui.brief.register import sections
from tui.failure.load import OWN, guarded_load


class Put(NamedTuple):
    """Write a value at a path of the record."""

    path: Steps
    value: Data


class Append(NamedTuple):
    """Add something to a list of the record, or a further claim to a value."""

    path: Steps
    value: Data


class Begin(NamedTuple):
    """Add a record to a section."""

    section: str
    value: Mapping[str, Data]


class Remove(NamedTuple):
    """Remove a field or an item; with the empty path the record."""

    path: Steps


Step: TypeAlias = Put | Append | Begin | Remove


@dataclass(frozen=True, eq=False)
class RecordDraft:
    """One state of a change. Steps make further ones; `before` is the way back."""

    base: Reading
    """The brief as it was when the change was begun."""
    reading: Reading
    """The brief as it would be."""
    key: str
    """Of the record that is changed, as it is now called: a title may be a part of it."""
    steps: tuple[Step, ...] = ()
    before: "RecordDraft | None" = None

    @classmethod
    def of(cls, reading: Reading, key: str) -> "RecordDraft":
        """No change yet, of the record with a key; "" is the head of the brief."""
        return cls(reading, reading, key)

    def after(self, step: Step) -> "RecordDraft | Problem":
        """One step further, or why that cannot be done."""
        edit = self._edit(step)
        if isinstance(edit, Problem):
            return edit
        file = Path(edit.file)
        contents = {path: part.data for path, part in self.reading.parts.items()}
        contents[file] = applied(contents.get(file, b""), [edit])
        reading = guarded_load(self.reading.path, self.reading, contents)
        if reading.stale and reading.stale[0].code == OWN:
            return reading.stale[0]
        key = self._key_after(step, reading, edit.file)
        return replace(self, reading=reading, key=key, steps=(*self.steps, step), before=self)

    def on(self, reading: Reading) -> "RecordDraft | Problem":
        """The same steps on another state of the brief, or why they cannot be made there."""
        made: RecordDraft | Problem = RecordDraft.of(reading, self.first.key)
        for step in self.steps:
            if isinstance(made, Problem):
                return made
            made = made.after(step)
        return made

    @property
    def first(self) -> "RecordDraft":
        """The state with no change in it."""
        found = self
        while found.before:
            found = found.before
        return found

    def untouched_in(self, reading: Reading) -> bool:
        """Whether the record is the same in another state of the brief as it was at first."""
        if self.steps and isinstance(self.steps[0], Begin):
            return True
        key = self.first.key
        return form_of(self.base, key) == form_of(reading, key)

    @property
    def changes(self) -> dict[Path, tuple[bytes, bytes]]:
        """Each file that would change, with its bytes before and after."""
        old, new = self.base.parts, self.reading.parts
        return {
            path: (old[path].data, part.data)
            for path, part in new.items()
            if path in old and part.data != old[path].data
        }

    @property
    def new_problems(self) -> tuple[Problem, ...]:
        """The problems there would be that are not there now."""
        known = {(p.code, p.message) for p in self.base.problems}
        return tuple(p for p in self.reading.problems if (p.code, p.message) not in known)

    @property
    def record(self) -> Record | None:
        """The record as it would be; None for the head of the brief or a section that is a map."""
        return self.reading.register.by_key.get(self.key)

    def _edit(self, step: Step) -> Edit | Problem:
        match step:
            case Put(path, value):
                return set_field(self.reading, self.key, path, value)
            case Append(path, value):
                return add_item(self.reading, self.key, path, value)
            case Begin(section, fields):
                return add_record(self.reading, section, fields)
            case Remove(()):
                return remove_record(self.reading, self.key)
        return remove_field(self.reading, self.key, step.path)

    def _key_after(self, step: Step, reading: Reading, file: str) -> str:
        """The key of the record once it says something else: it keeps its place in its section."""
        if isinstance(step, Begin):
            made = [r for r in _section(reading, step.section) if r.spot.file == file]
            return max(made, key=lambda r: r.spot.place, default=Record()).key
        record = self.record
        if record is None or step == Remove(()):
            return self.key
        section = self.key.partition("/")[0]
        at = [each.key for each in _section(self.reading, section)].index(self.key)
        records = _section(reading, section)
        return records[at].key if at < len(records) else self.key


def _section(reading: Reading, name: str) -> tuple[Record, ...]:
    return dict(sections(reading.brief)).get(name, ())
