"""Where in a record a change is, in words: the measure, the claim, the field."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tui.blocks import Line, Span
from tui.brief.claims import Claim, Claimed
from tui.brief.diff import BRIEF, Change, FieldChange, follow
from tui.brief.model import Measure, Status
from tui.brief.record import Record
from tui.presentation.changes.values import cut, format_value, label, one
from tui.presentation.view import View


@dataclass(frozen=True, eq=False)
class States:
    """The two states of a brief that changes lie between, each seen by one reader."""

    old: View
    new: View

    def was(self, value: Any) -> Line:
        """A value of the old state in words, without links to what is no longer there."""
        known = self.new.register.by_key
        line = format_value(self.old, value)
        return tuple(s._replace(link=s.link if s.link in known else "") for s in line)

    def now(self, value: Any) -> Line:
        """A value of the new state in words."""
        return format_value(self.new, value)

    def either(self, field: FieldChange) -> Line:
        """What came or what went, in words."""
        return self.was(field.old) if field.new is None else self.now(field.new)


def root(states: States, change: Change) -> Any:
    """What the paths of a change begin in: the old record, or the old brief."""
    return states.old.brief if change.key == BRIEF else change.old or change.new


def subject(states: States, change: Change, field: FieldChange) -> Line:
    """What inside a record a field belongs to: `drones, 472`; empty: the record itself.

    Neither the field nor, of a thing that came or went, the thing is named.
    """
    names: list[Line] = []
    whole = root(states, change)
    for at in range(1, len(field.path)):
        thing, around = (follow(whole, field.path[:n]) for n in (at, at - 1))
        if isinstance(thing, Claim):
            if len(around) > 1 or isinstance(follow(whole, field.path[: at - 2]), Measure):
                names.append(cut(states.was(thing)))
        elif isinstance(thing, Status) and field.path[at:] == ("status",):
            continue
        elif isinstance(thing, Record) and isinstance(around, tuple):
            names.append(cut(states.was(thing)))
    line: list[Span] = []
    for name in names:
        line += [*([Span(", ")] if line else []), *name]
    return tuple(line)


def field_name(states: States, change: Change, field: FieldChange) -> str:
    """The field a value stands in, in words; of a claim's value, the field that is claimed."""
    name, of_list = str(field.path[0]), False
    value = root(states, change)
    for step in field.path:
        around, value = value, follow(value, (step,))
        of_list = isinstance(around, tuple | Mapping)
        if isinstance(around, Measure) and step == "claims":
            name = "figure"
        elif isinstance(around, Mapping):
            return f"{one(name)} {step}"
        elif not of_list and not (isinstance(around, Claim) and step == "value"):
            name = name if isinstance(around, Claimed) and step == "claims" else str(step)
    return one(name) if of_list else label(name)


def listed(states: States, change: Change, field: FieldChange) -> bool:
    """Whether the field is a thing in a list or a map of names."""
    around = follow(root(states, change), field.path[:-1]) if len(field.path) > 1 else None
    return isinstance(around, tuple | Mapping)
