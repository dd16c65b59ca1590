"""The pages of a form: the fields of a record or of a part of it, or the items of one field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tui.brief.edit import Data, Field, FieldEntry, Steps, fields_for, form_of
from tui.brief.edit.fields import VERDICT
from tui.brief.edit.find import find
from tui.brief.nodes import Items, Text
from tui.brief.place import Problem
from tui.brief.reading import Reading
from tui.editing.form.given import typed

Way = Literal["line", "long", "open", "add", "closed"]
"""How a slot is changed: in a line, in a box, on a page of its own, by adding; or not here."""
NOT_HERE = "A form cannot edit this field. Close it and press i to edit the text"


@dataclass(frozen=True, slots=True)
class Slot:
    """One line of a form."""

    field: Field
    path: Steps
    label: str
    value: str = ""
    """What is written, on one line."""
    way: Way = "line"
    written: bool = False
    several: bool = False
    """Whether the value is a list that is typed with commas."""


def section_of(key: str) -> str:
    """The section whose fields a record has; "" for the head."""
    return key.partition("/")[0]


def field_at(key: str, path: Steps) -> Field:
    """The field at a path. Raises KeyError if the format has none."""
    found = Field("", "record", fields=fields_for(section_of(key)))
    for step in path:
        if isinstance(step, int):
            found = replace(found, many=False)
        elif found.claimed and step == "claims":
            found = replace(found, claimed=False, kind="claim", many=True)
        else:
            found = _inner(found, step)
    return found


def _inner(field: Field, name: str) -> Field:
    verdict = VERDICT if field.claimed else ()
    found = next((each for each in (*verdict, *field.fields) if each.name == name), None)
    if found is None:
        raise KeyError(name)
    if name == field.short and field.kind == "reference":
        # The short field of a reference refers to what the reference does.
        return replace(found, kind="reference", to=field.to)
    return found


def page_of(reading: Reading, key: str, path: Steps) -> tuple[Slot, ...] | Problem:
    """The lines of a form: what is written first for a list, the fields in order for a record."""
    field = field_at(key, path)
    if path and not isinstance(path[-1], int) and (field.many or field.claimed):
        return _list_page(reading, key, path, field)
    entries = form_of(reading, key, path)
    if isinstance(entries, Problem):
        if _is_written(reading, key, path):
            return entries
        entries = tuple(FieldEntry(each, (*path, each.name)) for each in field.fields)
    slots = (slot_of(reading, key, each) for each in entries)
    return tuple(slots)


def blank_page(field: Field, path: Steps, given: Mapping[str, Data]) -> tuple[Slot, ...]:
    """The lines for something that is not written yet, with the values given so far."""
    made = []
    for each in field.fields:
        value = flat(given.get(each.name, ""))
        way: Way = _way_of_unwritten(each)
        made.append(Slot(each, (*path, each.name), each.label, value, way, bool(value)))
    return tuple(made)


def slot_of(reading: Reading, key: str, entry: FieldEntry) -> Slot:
    """One field with its value."""
    field = entry.field
    slot = Slot(field, entry.path, field.label, summary(entry), written=entry.written)
    if not entry.written:
        return replace(slot, way=_way_of_unwritten(field), several=_listed(field))
    texts = _texts(reading, key, entry)
    if _listed(field) and field.to == ("sources",) and (text := typed(entry.parts)) is not None:
        return replace(slot, value=text, several=True)
    if texts is not None and _listed(field):
        return replace(slot, value=", ".join(texts), several=True)
    return replace(slot, way=_way_of_written(entry))


def _way_of_written(entry: FieldEntry) -> Way:
    field = entry.field
    if entry.plain and not (field.many and field.kind in {"claim", "long"}):
        return "long" if field.kind == "long" else "line"
    listed = entry.parts or (field.many and field.kind in {"long", "text"})
    return "open" if listed and field.kind != "names" else "closed"


def _way_of_unwritten(field: Field) -> Way:
    if field.kind == "names":
        return "closed"
    if field.kind in {"record", "claim"} and not field.short:
        return "add" if field.many else "open"
    if field.kind == "claim":
        return "add"
    return "long" if field.kind == "long" else "line"


def _listed(field: Field) -> bool:
    """Whether its list can be typed with commas between the items."""
    return field.many and field.kind in {"reference", "word", "text"}


def _texts(reading: Reading, key: str, entry: FieldEntry) -> tuple[str, ...] | None:
    """The items of a list of texts, none of which has a comma in it; else None."""
    found = find(reading, key, entry.path)
    node = None if isinstance(found, Problem) else found.node
    nodes = node.values if isinstance(node, Items) else (node,)
    texts = tuple(each.value for each in nodes if isinstance(each, Text))
    plain = len(texts) == len(nodes) and not any("," in each for each in texts)
    return texts if plain else None


def _is_written(reading: Reading, key: str, path: Steps) -> bool:
    return not isinstance(find(reading, key, path), Problem)


# --- lists ------------------------------------------------------------------------------------


def _list_page(reading: Reading, key: str, path: Steps, field: Field) -> tuple[Slot, ...] | Problem:
    entry = entry_at(reading, key, path)
    if isinstance(entry, Problem):
        return entry
    item = replace(field, many=False)
    slots = [
        Slot(item, part[0].path[:-1], _named(field, n), part_summary(part, field), "open", True)
        for n, part in enumerate(entry.parts, 1)
        if part
    ]
    if not entry.parts and (texts := _texts(reading, key, entry)):
        way: Way = "long" if field.kind == "long" else "line"
        slots = [
            Slot(item, (*path, n), _named(field, n + 1), each, way, True)
            for n, each in enumerate(texts)
        ]
    slots.append(Slot(field, path, f"+ {add_word(field)}", "", "add"))
    verdict = (slot_of(reading, key, each) for each in entry.verdict if len(entry.parts) > 1)
    return (*slots, *verdict)


def entry_at(reading: Reading, key: str, path: Steps) -> FieldEntry | Problem:
    """The entry of a field; an unwritten one if there is no such field in the file."""
    entries = form_of(reading, key, path[:-1])
    if isinstance(entries, Problem):
        if _is_written(reading, key, path[:-1]):
            return entries
        entries = ()
    found = next((each for each in entries if each.path == path), None)
    return found or FieldEntry(field_at(key, path), path)


def texts_of_siblings(reading: Reading, key: str, path: Steps) -> tuple[str, ...]:
    """The texts of the same field in the other items of a list, each once."""
    entry = entry_at(reading, key, path[:-3] if path[-3] == "claims" else path[:-2])
    if isinstance(entry, Problem):
        return ()
    texts = (e.text for part in entry.parts for e in part if e.field.name == path[-1] and e.written)
    return tuple(dict.fromkeys(texts))


def _named(field: Field, number: int) -> str:
    return f"{'claim' if field.claimed or field.kind == 'claim' else 'no.'} {number}"


def add_word(field: Field) -> str:
    """What adding to a field is called: `add a member`."""
    if field.claimed or field.kind == "claim":
        return f"add a claim to {field.label.lower()}" if field.claimed else "add a claim"
    return f"add to {field.label.lower()}"


# --- one line ----------------------------------------------------------------------------------


def summary(entry: FieldEntry) -> str:
    """The value of a field, on one line."""
    if not entry.written:
        return ""
    if entry.plain or not entry.parts:
        return entry.text
    return "; ".join(part_summary(part, entry.field) for part in entry.parts)


def part_summary(part: Sequence[FieldEntry], field: Field) -> str:
    """One claim, member or sub-record, on one line: its main field, then the others."""
    by_name = {each.field.name: each for each in part if each.written}
    speaker = by_name.pop("by", None) if field.claimed or field.kind == "claim" else None
    main = by_name.pop(field.short, None) if field.short else None
    rest = [summary(each) for each in by_name.values()]
    head = summary(main) if main else (rest.pop(0) if rest else "")
    text = f"{head} — {summary(speaker)}" if speaker else head
    return f"{text} ({', '.join(rest)})" if rest else text


def flat(value: Data) -> str:
    """A value somebody gave, on one line."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return ", ".join(flat(each) for each in value.values())
    return ", ".join(flat(each) for each in value)
