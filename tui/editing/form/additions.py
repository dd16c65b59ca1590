"""What can be added where the cursor is: to the record itself, and as a new record of the brief."""

from collections.abc import Iterator
from typing import NamedTuple

from tui.brief.edit import Field, FieldEntry, Steps, fields_for, form_of
from tui.brief.edit.fields import root
from tui.brief.model import Brief
from tui.brief.place import Problem
from tui.brief.reading import Reading
from tui.brief.register import sections
from tui.editing.form.draft import Append, Begin
from tui.editing.form.page import entry_at, summary

_DEEP = 3
"""Lists within lists that are offered: a measure of an event has claims."""
_ASIDE = {"src", "tags"}
"""Of a record within a record these are reached by its form; here they would only be many."""
_ONE = {
    "src": "source reference", "rosters": "roster", "members": "member", "measures": "measure",
    "states": "state", "tranches": "tranche", "agreed": "thing agreed",
    "not_agreed": "thing not agreed", "deferred": "thing put off", "places": "place",
    "agenda": "item of the agenda", "tags": "tag", "provisions": "provision",
    "status": "new status", "proposed": "proposal of the round", "responses": "response",
    "parties": "party", "people": "person", "organizations": "organization",
    "third_parties": "third party", "series": "series", "watch": "thing to watch",
    "delegations": "delegation", "judgments": "judgment", "talking_points": "line to take",
    "languages": "language", "aliases": "other name", "roles": "role", "about": "subject",
    "characterised_as": "characterisation", "to": "addressee",
}  # fmt: skip


class Addition(NamedTuple):
    """One thing to add."""

    name: str
    about: str
    """What is there already, or what it is."""
    step: Append | Begin
    """How it is written, once there is something to write."""
    field: Field
    """Of the thing itself: its fields are those to be asked."""


def additions(reading: Reading, key: str | None, section: str = "") -> tuple[Addition, ...]:
    """What can be added to a record (None: there is none), then new records, `section` first."""
    found: list[Addition] = []
    entries = form_of(reading, key) if key is not None else ()
    if not isinstance(entries, Problem):
        found += _within(entries, "", _DEEP)
    found.sort(key=lambda each: not each.about)
    names = [name for name, _ in sections(Brief())] + list(_inner_sections())
    for name in sorted(dict.fromkeys(names), key=lambda each: each != section):
        doc = f"a new record in `{name}`"
        field = Field(name, "record", many=True, fields=fields_for(name))
        found.append(Addition(f"new {one_of(name)}", doc, Begin(name, {}), field))
    return tuple(found)


def _inner_sections() -> Iterator[str]:
    """The lists in sections that are maps, be they written or not."""
    for outer in root().fields:
        if outer.kind == "record" and not outer.many:
            yield from (each.name for each in outer.fields if each.kind == "record" and each.many)


def _within(entries: tuple[FieldEntry, ...], prefix: str, deep: int) -> Iterator[Addition]:
    for entry in entries:
        field = entry.field
        if prefix and field.name in _ASIDE:
            continue
        if field.claimed or field.many:
            yield Addition(_name(entry, prefix), summary(entry), Append(entry.path, {}), field)
        if field.kind != "record" or field.claimed:
            continue
        if field.many and not entry.parts:
            yield from _of_the_first(entry)
        for part in entry.parts if deep > 1 else ():
            yield from _within(part, f"{_called(part)}: ", deep - 1)


def _of_the_first(entry: FieldEntry) -> Iterator[Addition]:
    """What a list within a list gets: the first member is wanted, not what it will be in."""
    for inner in entry.field.fields:
        if inner.many and inner.kind == "record":
            step = Append((*entry.path, 0, inner.name), {})
            yield Addition(one_of(inner.name), "", step, inner)


def _name(entry: FieldEntry, prefix: str) -> str:
    field = entry.field
    if field.claimed:
        return f"{'another ' if entry.written else ''}claim to {prefix}{field.label.lower()}"
    if field.kind == "claim":
        return f"another claim to {prefix[:-2]}"
    return f"{one_of(field.name)} of {prefix[:-2]}" if prefix else one_of(field.name)


def _called(part: tuple[FieldEntry, ...]) -> str:
    """How a sub-record is recognised: its name, else the first thing written in it."""
    texts = [summary(each) for each in part if each.written]
    named = next((s for e in part if e.field.name in {"name", "title"} and (s := summary(e))), "")
    label = named or ", ".join((*texts[:1], *_sources(part)))
    return label if len(label) <= 30 else f"{label[:30]}…"


def _sources(part: tuple[FieldEntry, ...]) -> Iterator[str]:
    """Of lists that differ by their source alone: that source."""
    for each in part:
        if each.field.name == "src" and each.written:
            yield summary(each)


def one_of(name: str) -> str:
    """One thing of a list, in words: a list is named in the plural."""
    if name in _ONE:
        return _ONE[name]
    word = name.replace("_", " ")
    return word.removesuffix("s") if word.endswith("s") and not word.endswith("ss") else word


def fields_to_ask(field: Field) -> tuple[str, ...]:
    """The fields to ask for when adding, in this order."""
    if field.kind in {"claim", "quantity"}:
        # Without them figures cannot be set against each other.
        return ("value", "predicate", "unit", "by", "src", "as_written")
    if field.claimed:
        return ("value", "by", "src", "as_written")
    names = [each.name for each in field.fields if each.required and each.name != "id"]
    names += [field.short] if field.short and field.short not in names else []
    names += [n for n in _USUAL if field.field(n) and n not in names]
    by_model = [each.name for each in field.fields]
    return tuple(sorted(names, key=lambda name: (name == "src", by_model.index(name))))


_USUAL = ("title", "name", "text", "quote", "gist", "question", "publisher", "when", "role", "src")
"""Fields worth a question although a record can do without them."""


def path_of(reading: Reading, key: str, step: Append) -> Steps:
    """The path something will have once it is added."""
    entry = entry_at(reading, key, step.path)
    count = 0 if isinstance(entry, Problem) else len(entry.parts)
    middle: Steps = ("claims",) if not isinstance(entry, Problem) and entry.field.claimed else ()
    return (*step.path, *middle, count)
