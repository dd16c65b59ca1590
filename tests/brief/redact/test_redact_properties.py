"""Whatever is marked, in whatever field: not one of its words is in the new brief."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.brief.diff import reading_changes
from tui.brief.edit.fields import Field, root
from tui.brief.load import load_contents
from tui.brief.reading import Reading
from tui.brief.redact import Redaction, redact
from tui.brief.register import sections
from tui.cli.print import sections as tabs
from tui.library.documents import documents
from tui.presentation.view import View
from tui.rendering.changes import changes_text
from tui.rendering.data import changes_json
from tui.rendering.sections_aloud import brief_aloud, dossier_aloud
from tui.rendering.text import brief_text, dossier_text

FILE = Path("folder/brief.yaml")
WORD = "Zqx"
"""No text that stays has it in it."""
OPEN = {"parties": "op", "people": "oq", "organizations": "oo", "venues": "ov", "rounds": "or",
        "issues": "oi", "documents": "od", "sources": "os", "exchanges": "ox", "events": "oe",
        "series": "oz"}  # fmt: skip
"""The id of one record of each register that is open."""
WHOLE = {"parent", "part_of", "of", "derived_from", "response_to"}
"""Fields by which a record may not be a part of itself."""
NEVER = {"confidential", "redacted", "id", "file", "columns", "only"}


class Maker:
    """Makes a tree for a field of the format: by reflection, so that no field is forgotten."""

    def __init__(self, seed: int, word: str) -> None:
        self.random = Random(seed)
        self.word = word
        self.count = 0

    def text(self) -> str:
        self.count += 1
        return f"{self.word}{self.count} of {self.count}"

    def record(self, fields: tuple[Field, ...], *, all_: bool) -> dict[str, Any]:
        chosen = (each for each in fields if each.name not in NEVER)
        return {
            each.name: self.field(each)
            for each in chosen
            if all_ or each.required or self.random.random() < 0.6
        }

    def field(self, field: Field) -> Any:
        if field.name == "zone":
            return "Europe/Berlin"
        if field.name in {"lat", "lon"}:
            return f"{self.random.randint(-80, 80)}.25"
        if field.claimed:
            claims = [self.claim(field) for _ in range(self.random.randint(1, 3))]
            return {"claims": claims, "why": self.text(), "note": self.text()}
        if field.many:
            return [self.value(field) for _ in range(self.random.randint(1, 2))]
        return self.value(field)

    def claim(self, field: Field) -> dict[str, Any]:
        more = self.record(tuple(e for e in field.fields if e.name != "value"), all_=False)
        return {"value": self.value(field), **more}

    def value(self, field: Field) -> Any:
        if field.kind == "record":
            return self.record(field.fields, all_=self.random.random() < 0.5)
        if field.kind == "claim":
            more = tuple(each for each in field.fields if each.name != "value")
            return {"value": "3", **self.record(more, all_=True)}
        if field.kind == "reference":
            return OPEN[self.random.choice([each for each in field.to if each in OPEN] or [*OPEN])]
        if field.kind == "word":
            return self.random.choice(field.words)
        made = {
            "number": lambda: str(self.random.randint(1, 9)),
            "flag": lambda: "yes",
            "date": lambda: f"2025-05-{self.random.randint(10, 28)}",
            "quantity": lambda: str(self.random.randint(1, 99)),
            "place": lambda: {"name": self.text(), "region": self.text()},
            "names": lambda: {self.text(): self.text()},
        }
        return made.get(field.kind, self.text)()


def lists() -> Iterator[tuple[str, str, Field]]:
    """Each list of records: the section around it, its name, and its field."""
    for each in root().fields:
        if each.kind == "record" and each.many:
            yield "", each.name, each
        elif each.kind == "record" and each.name != "redacted":
            yield from ((each.name, inner.name, inner) for inner in each.fields
                        if inner.kind == "record" and inner.many)  # fmt: skip


LISTS = tuple(lists())


def put(tree: dict[str, Any], outer: str, name: str, record: dict[str, Any]) -> None:
    (tree.setdefault(outer, {}) if outer else tree).setdefault(name, []).append(record)


def open_brief(seed: int) -> dict[str, Any]:
    """A brief of one open record of each kind, whose words are none of those looked for."""
    maker = Maker(seed, "plain")
    tree: dict[str, Any] = {"parley": "1", "id": "open-brief", "title": "An open brief"}
    for outer, name, field in LISTS:
        record = maker.record(field.fields, all_=True)
        for part in WHOLE & record.keys():
            del record[part]
        if name in OPEN:
            record["id"] = OPEN[name]
        put(tree, outer, name, record)
    tree["series" if "series" in tree else "conflict"]["series"][0] = {
        "id": "oz",
        "name": "plain z",
    }
    return tree


def read(tree: Any, files: dict[str, str] | None = None) -> Reading:
    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
    contents = {FILE: text.encode()}
    contents |= {FILE.parent / name: data.encode() for name, data in (files or {}).items()}
    return load_contents(FILE, contents)


def read_again(made: Redaction) -> Reading:
    return load_contents(
        FILE, {FILE.parent / name if name else FILE: data for name, data in made.files.items()}
    )


def outputs(reading: Reading, before: Reading) -> Iterator[str]:
    """All that anybody is shown of a brief, and of what changed in it."""
    view = View(reading)
    yield brief_text(view, tabs(), 80, registers=True)
    yield brief_aloud(view, tabs(), 0, registers=True)
    for key in reading.register.by_key:
        yield dossier_text(view, key, 80)
        yield dossier_aloud(view, key, 0)
    for each in documents(reading):
        yield f"{each.title} {each.text} {each.names} {each.facets}"
    changes = reading_changes(before, reading)
    yield changes_text(View(before), view, changes, 80) + changes_json(changes)


def clean(made: Redaction) -> Reading:
    for name, data in made.files.items():
        assert WORD.lower() not in name.lower()
        assert WORD.lower() not in data.decode().lower()
    found = read_again(made)
    assert [each for each in found.problems if each.severity == "error"] == []
    return found


@pytest.mark.parametrize(("outer", "name", "field"), LISTS, ids=[each[1] for each in LISTS])
def test_every_field_of_every_record_goes(outer: str, name: str, field: Field) -> None:
    """Each field is filled with words to look for, by reflection over the format."""
    tree = open_brief(1)
    plain = read(tree)
    maker = Maker(2, WORD)
    record = maker.record(field.fields, all_=True)
    record |= {"id": f"{WORD}-id", "confidential": f"{WORD} mark", f"{WORD}key": {"a": WORD}}
    put(tree, outer, name, record)
    put(tree, outer, name, maker.record(field.fields, all_=True) | {"confidential": "x"})
    files = {}
    if name == "series":
        record |= {"file": f"{WORD}.csv", "columns": {"value": WORD}, "only": {"a": WORD}}
        files = {f"{WORD}.csv": f"date,{WORD},a\n2025,3,{WORD}\n"}
    reading = read(tree, files)
    assert [each.message for each in reading.problems if each.severity == "error"] == []
    assert maker.count > 3
    made = redact(reading)
    assert isinstance(made, Redaction)
    found = clean(made)
    assert replace(found.brief, redacted=None) == plain.brief  # and nothing else went


@given(st.integers(0, 1_000_000))
@settings(max_examples=6)
def test_no_word_of_what_is_marked_or_rests_on_it_is_left(seed: int) -> None:
    random = Random(seed)
    tree = open_brief(seed % 7)
    plain = read(tree)
    hidden: dict[str, str] = {}
    maker = Maker(seed, WORD)
    for outer, name, field in random.sample(LISTS, 8):
        record = maker.record(field.fields, all_=random.random() < 0.3)
        record |= {
            "id": f"{name}{WORD}",
            "confidential": random.choice(["x", "internal", "embargo"]),
        }
        hidden[name] = record["id"]
        put(tree, outer, name, record)
    rest_on(tree, hidden, random)
    reading = read(tree)
    assert [each for each in reading.problems if each.severity == "error"] == []
    made = redact(reading, "public")
    assert isinstance(made, Redaction)
    found = clean(made)
    kept = {each.key for _, records in sections(found.brief) for each in records}
    assert kept == {each.key for _, records in sections(plain.brief) for each in records}
    for output in outputs(found, plain):
        assert WORD.lower() not in output.lower()


def rest_on(tree: dict[str, Any], hidden: dict[str, str], random: Random) -> None:
    """Open records that say something of those with a mark alone, each in its own way."""
    say = {"text": f"{WORD} says it"}
    judgments = tree["overview"]["judgments"]
    if source := hidden.get("sources"):
        judgments.append(say | {"basis": [source]})
        put(tree, "", "statements", {"speaker": "op", "gist": f"{WORD}!", "src": source})
        tree["rounds"][0].setdefault("significance", {"claims": []})["claims"] += [
            {"value": f"{WORD} claim", "src": [source]}]  # fmt: skip
    if person := hidden.get("people"):
        put(tree, "", "statements", {"speaker": person, "gist": f"{WORD}!", "src": "os"})
        tree["rounds"][0].setdefault("level", {"claims": []})["claims"] += [
            {"value": f"{WORD}", "by": person, "src": "os"}]  # fmt: skip
    for name in random.sample(sorted(hidden), 2):
        judgments.append({"text": f"as {hidden[name]} has it"})
