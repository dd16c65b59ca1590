"""A change as a page: each field as it was and as it is."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from difflib import SequenceMatcher
from typing import Any

from tui.blocks import Block, Fact, Heading, Item, Line, Role, Span, plain
from tui.brief.diff import Change, FieldChange
from tui.brief.record import Record
from tui.presentation.changes.headline import name
from tui.presentation.changes.values import SHORT, label
from tui.presentation.changes.within import States, field_name, subject
from tui.presentation.view import View

_WORDS = {"added": "new", "removed": "removed", "changed": "changed"}
_LONGEST = 2000
"""Words of a text up to which its new words are found; a longer one is only told twice."""


def change_page(view: View, change: Change, before: View | None = None) -> tuple[Block, ...]:
    """A change in full. `before`: the older state, to name what only it knows.

    Of a record that is new or gone: all its fields.
    """
    states = States(before or view, view)
    head = Heading((name(states, change)._replace(role="title"),),
                   (Span(_WORDS[change.kind], "changed"),), level=1)  # fmt: skip
    if change.kind == "changed":
        return (head, *(_fact(states, change, each) for each in change.fields))
    record = change.new or change.old
    return (head, *(_all(states.now if change.new else states.was, record) if record else ()))


def _all(format_change: Callable[[Any], Line], record: Record) -> Iterator[Block]:
    kind: Any = type(record)
    for each in fields(kind):
        if (
            each.compare
            and each.name != "id"
            and (line := format_change(getattr(record, each.name)))
        ):
            yield Fact(label(each.name.rstrip("_")), (Item(line),))


def _fact(states: States, change: Change, field: FieldChange) -> Fact:
    """A field with what it said and what it says."""
    about = subject(states, change, field)
    items = [Item(about)] if about else []
    depth = 1 if about else 0
    old, new = states.was(field.old), states.now(field.new)
    if _is_prose(field):
        old, new = _compared(str(field.old), str(field.new))
    else:
        old, new = _in(old, "quiet"), _in(new, "strong")
    was, now = ("was  ", "now  ") if old and new else ("gone  ", "new  ")
    if old:
        items.append(Item((Span(was, "label"), *old), depth=depth))
    if new:
        items.append(Item((Span(now, "changed"), *new), depth=depth))
    if not old and not new:
        items.append(Item((Span("left empty", "quiet"),), depth=depth))
    return Fact(field_name(states, change, field), tuple(items))


def _in(line: Line, role: Role) -> Line:
    """A line in one role, names in their own."""
    return tuple(span if span.role else span._replace(role=role) for span in line)


def _is_prose(field: FieldChange) -> bool:
    both = (field.old, field.new)
    texts = all(isinstance(each, str) and each for each in both)
    return texts and max(map(len, both)) > SHORT


def _compared(old: str, new: str) -> tuple[Line, Line]:
    """Two texts with the words that are in one only set off in it."""
    before, after = old.split(), new.split()
    if max(len(before), len(after)) > _LONGEST:
        return (Span(old, "quiet"),), (Span(new),)
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    gone = _runs([(before[a:b], tag != "equal") for tag, a, b, _, _ in steps], "quiet", "stale")
    come = _runs([(after[a:b], tag != "equal") for tag, _, _, a, b in steps], "", "changed")
    return gone, come


def _runs(pieces: list[tuple[list[str], bool]], kept: Role, other: Role) -> Line:
    line: list[Span] = []
    for texts, differs in pieces:
        if texts:
            space = " " if line else ""
            line.append(Span(space + " ".join(texts), other if differs else kept))
    return tuple(span for span in line if plain((span,)))
