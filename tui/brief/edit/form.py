"""A record as a form: each field it may have, with what is written there."""

from collections.abc import Iterator
from dataclasses import dataclass

from tui.brief.claims import ON_A_CLAIM
from tui.brief.edit.fields import VERDICT, Field, fields_for
from tui.brief.edit.find import FoundNode, Steps, find, is_short_form
from tui.brief.nodes import Fields, Items, Node, Text
from tui.brief.place import Problem
from tui.brief.reading import Reading
from tui.brief.register import INNER, sections


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """One field of a record and its value."""

    field: Field
    path: Steps
    """From the record to this field, as the operations of this package take it."""
    written: bool = False
    text: str = ""
    """The value, where it is a text; else the YAML of the list or map as it is in the file."""
    plain: bool = True
    """Whether the value is a text or absent: what one line or one box of a form can change."""
    parts: tuple[tuple["FieldEntry", ...], ...] = ()
    """Of a list or map of records, claims or long forms: the fields of each, in their order."""
    verdict: tuple["FieldEntry", ...] = ()
    """Of a claimed value: `held`, `why` and `note`."""


@dataclass(frozen=True, slots=True)
class ReferenceChoice:
    """Something a reference may name."""

    id: str
    name: str
    section: str


def form_of(reading: Reading, key: str, path: Steps = ()) -> tuple[FieldEntry, ...] | Problem:
    """The fields of a record (or of a record inside it, by `path`) with what is written in them.

    Reads the record's file again, so what it says is the text on disk. Keys the format does not
    know are left out: no form can change them.
    """
    if key in INNER and not path and getattr(reading.brief, key) is None:
        own = (each for each in fields_for(key) if each.kind != "record" or not each.many)
        return tuple(FieldEntry(each, (each.name,)) for each in own)
    found = find(reading, key, path)
    return found if isinstance(found, Problem) else tuple(_entries(found, found.node, path))


def choices(reading: Reading, field: Field) -> tuple[ReferenceChoice, ...]:
    """What a reference of this field may name, in the order of the brief."""
    if field.kind != "reference":
        return ()
    return tuple(
        ReferenceChoice(record.id, _name(record), section)
        for section, records in sections(reading.brief)
        if "*" in field.to or section in field.to
        for record in records
        if record.id
    )


def _name(record: object) -> str:
    names = ("name", "title", "text", "question", "gist", "quote", "publisher")
    texts = (getattr(record, name, "") for name in names)
    return next((text for text in texts if isinstance(text, str) and text), "")


def _entries(found: FoundNode, node: Node | None, path: Steps) -> Iterator[FieldEntry]:
    written = _written(found.field, node)
    for field in found.field.fields:
        value = written.get(field.name)
        if _a_section(found, field):
            continue
        yield _entry(found, field, value, (*path, field.name))


def _a_section(found: FoundNode, field: Field) -> bool:
    """Whether a field holds records that are in the register and have forms of their own."""
    inner = len(found.path) == 1 and found.path[0] in INNER
    return field.kind == "record" and (not found.path or (inner and field.many))


def _entry(found: FoundNode, field: Field, value: Node | None, path: Steps) -> FieldEntry:
    if value is None or (isinstance(value, Text) and value.empty):
        return FieldEntry(field, path)
    plain = isinstance(value, Text)
    text = value.value if isinstance(value, Text) else found.source.cut(value)
    whole = FoundNode(found.source, field, path, value)
    parts = tuple(tuple(_entries(whole, each, at)) for each, at in _parts(field, value, path))
    verdict = tuple(_verdict(field, value, path)) if field.claimed else ()
    return FieldEntry(field, path, True, text, plain, parts, verdict)


def _verdict(field: Field, value: Node, path: Steps) -> Iterator[FieldEntry]:
    written = {} if is_short_form(field, value) else dict(_pairs(value))
    held = written.get("held")
    if "claims" not in written and isinstance(held, Text) and held.value in ON_A_CLAIM:
        written = {}  # the verdict is the one claim's own
    for each in VERDICT:
        # The `note` of one attributed value is the claim's own.
        node = written.get(each.name) if each.name != "note" or "claims" in written else None
        text = node.value if isinstance(node, Text) else ""
        yield FieldEntry(each, (*path, each.name), node is not None, text)


def _parts(field: Field, value: Node, path: Steps) -> Iterator[tuple[Node, Steps]]:
    """The maps in a field, each with its path; a bare text is its short field."""
    if not field.fields:
        return
    if field.claimed:
        inner = dict(_pairs(value)).get("claims")
        claims = inner.values if isinstance(inner, Items) else (inner or value,)
        yield from ((each, (*path, "claims", n)) for n, each in enumerate(claims))
    elif isinstance(value, Items):
        yield from ((each, (*path, n)) for n, each in enumerate(value.values))
    else:
        yield value, (*path, 0) if field.many else path


def _pairs(node: Node) -> Iterator[tuple[str, Node]]:
    if isinstance(node, Fields):
        yield from ((key.value, value) for key, value in node.pairs)


def _written(field: Field, node: Node | None) -> dict[str, Node]:
    if isinstance(node, Text) and node.empty:
        return {}
    if node and is_short_form(field, node):
        return {field.short: node}
    return dict(_pairs(node)) if node else {}
