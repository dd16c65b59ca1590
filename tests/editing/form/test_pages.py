import random
from pathlib import Path

import pytest

from tui.brief.load import load
from tui.editing.form.additions import additions, fields_to_ask
from tui.editing.form.describe import describe
from tui.editing.form.draft import Append, Begin, Put, RecordDraft, Remove
from tui.editing.form.given import data_of
from tui.editing.form.ids import propose_id
from tui.editing.form.page import page_of
from tui.presentation.view import View

BRIEFS = sorted((Path(__file__).parents[3] / "briefs").iterdir())


@pytest.fixture
def load_text(tmp_path):
    def load_it(text):
        (tmp_path / "t.yaml").write_text(text, "utf-8")
        return load(tmp_path / "t.yaml")

    return load_it


def pages(reading, key):
    """Every page of a record's form that can be opened, by its path."""
    waiting = [()]
    for path in waiting:
        slots = page_of(reading, key, path)
        assert isinstance(slots, tuple), (key, path, slots)
        yield path, slots
        waiting += [each.path for each in slots if each.way == "open" and each.written]


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.name)
def test_every_page_of_every_record_can_be_opened(path):
    reading = load(path)
    for key in ("", "overview", *reading.register.by_key):
        for at, slots in pages(reading, key):
            assert slots, (key, at)
            assert not [s for s in slots if s.way == "closed" and s.field.kind not in _MAPS], key


_MAPS = {"names", "record", "quantity", "date", "reference", "place"}


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.name)
def test_what_a_line_shows_is_what_it_gives(path):
    """A value that is taken as it stands there changes nothing of what the record says."""
    reading = load(path)
    all_of_them = [
        (key, slot)
        for key in reading.register.by_key
        for _, slots in pages(reading, key)
        for slot in slots
        if slot.written and slot.way in {"line", "long"}
    ]
    for key, slot in random.Random(5).sample(all_of_them, min(40, len(all_of_them))):
        data = data_of(slot.field, slot.value, several=slot.several)
        after = RecordDraft.of(reading, key).after(Put(slot.path, data))
        assert isinstance(after, RecordDraft), (key, slot, after)
        assert after.record == reading.register.by_key[key], (key, slot)
        assert after.new_problems == ()


def test_steps_are_made_again_on_another_text(tmp_path):
    path = tmp_path / "b.yaml"
    text = "parley: 1\nid: b\ntitle: T\npeople:\n  - {id: a, name: A}\n  - {id: c, name: C}\n"
    path.write_text(text, "utf-8")
    draft = RecordDraft.of(load(path), "people/c")
    for step in (Put(("name",), "Cora"), Put(("id",), "cora"), Append(("src",), "s1")):
        draft = draft.after(step)
    assert draft.key == "people/cora"
    path.write_text(text.replace("title: T", "title: U  # theirs"), "utf-8")
    now = load(path)
    assert draft.untouched_in(now)
    again = draft.on(now)
    [(_, after)] = again.changes.values()
    assert b"title: U  # theirs\n" in after
    assert again.record == draft.record
    path.write_text(text.replace("name: C", "name: Celia"), "utf-8")
    assert not draft.untouched_in(load(path))
    path.write_text("parley: 1\nid: b\ntitle: T\n", "utf-8")
    assert "no record" in draft.on(load(path)).message


def test_a_change_taken_back_is_no_change(load_text):
    reading = load_text("parley: 1\nid: b\ntitle: T\npeople:\n  - {id: a, name: A}\n")
    draft = RecordDraft.of(reading, "people/a").after(Put(("note",), "x")).after(Remove(("note",)))
    assert draft.changes == {}


@pytest.mark.parametrize(
    ("ids", "title", "made"),
    [
        (["s000", "s004"], "The Times", "s005"),
        (["r1", "r2"], "", "r3"),
        (["umerov"], "The Palace of Çırağan on the Bosphorus", "palace-ciragan-bosphorus"),
        (["umerov"], "Umerov", "umerov-2"),
        (["umerov"], "Умєров", ""),
        ([], "One", "one"),
    ],
)
def test_an_id_in_the_manner_of_the_others(load_text, ids, title, made):
    listed = "".join(f"  - {{id: {each}, name: N}}\n" for each in ids)
    reading = load_text(f"parley: 1\nid: b\ntitle: T\npeople:\n{listed}" if ids else "parley: 1\n")
    assert propose_id(reading, "people", title) == made


def test_where_in_a_source_follows_its_id():
    field = next(e.field for e in additions(load(BRIEFS[-1]), "", "") if e.name == "new round")
    src = field["src"]
    assert data_of(src, "s0, s4 para 3 ", several=True) == ["s0", {"id": "s4", "at": "para 3"}]


def test_figures_are_asked_for_what_makes_them_comparable():
    reading = load(BRIEFS[0])
    found = {each.name: each for each in additions(reading, "events/e-strikes", "events")}
    claim = found["another claim to aircraft"]
    assert fields_to_ask(claim.field) == ("value", "predicate", "unit", "by", "src", "as_written")
    assert "over 40" in claim.about
    assert isinstance(found["new event"].step, Begin)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("n", "two", "whole number"),
        ("status", "conclded", "did you mean `concluded`?"),
        ("parties", "ua, xx", "nothing here has the id `xx`"),
        ("when", "2025-06-02T13:00", "zone not stated"),
        ("duration", "4–3", "ends (3) below"),
        ("src", "s000 para 3", "= "),
    ],
)
def test_what_is_meant_is_told_while_typing(name, text, told):
    reading = load(BRIEFS[0])
    slot = next(s for s in page_of(reading, "rounds/r2", ()) if s.field.name == name)
    line = describe(slot.field, text, View(reading))
    assert told in "".join(span.text for span in line)
