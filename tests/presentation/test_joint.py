"""Several who do one thing: each is named, linked, found and looked up, and they are one voice."""

from pathlib import Path

import pytest

from tui.analysis.backlinks import backlinks
from tui.analysis.compare import roots
from tui.blocks import plain
from tui.brief.diff.records import reading_changes
from tui.brief.load import load
from tui.brief.walk import facts
from tui.filter.record_text import record_text
from tui.presentation.names import full_name, name_link, name_links
from tui.presentation.view import View

TEXT = """
parley: 1
id: t
title: T
sources: [{id: s, kind: article}]
parties: [{id: co, name: Colombia}, {id: farc, name: FARC}, {id: no, name: Norway}]
statements:
  - {id: st, speaker: [farc, co], when: 2016-08-24, gist: They have agreed.}
documents:
  - {id: doc, title: Accord, author: [co, farc], states: [{status: signed, by: [co, farc]}]}
conflict:
  ceasefires: [{id: ce, scope: general, proposer: [co, farc]}]
  events:
    - id: ev
      title: Raid
      when: {value: 2016-01-01, by: [co, farc], src: [s]}
      actor: [co, farc]
      target: {claims: [{value: [no, farc], src: [s]}, {value: no, by: co, src: [s]}]}
"""


@pytest.fixture
def reading(tmp_path: Path):
    path = tmp_path / "t.yaml"
    path.write_text(TEXT, encoding="utf-8")
    found = load(path)
    assert not found.errors, found.problems
    return found


def test_a_list_is_read_without_a_word_of_complaint(reading):
    event = reading.brief.conflict.events[0]
    assert [each.id for each in event.actor.stated[0].each] == ["co", "farc"]
    assert not [p for p in reading.problems if p.code in {"type", "reference"}]


def test_each_of_them_is_named_and_linked(reading):
    view = View(reading)
    speaker = reading.brief.statements[0].speaker
    assert name_link(view, speaker).text == "Colombia and FARC"
    assert [s.link for s in name_links(view, (speaker,)) if s.link] == [
        "parties/co",
        "parties/farc",
    ]
    assert full_name(view, reading.brief.statements[0]).startswith("Colombia and FARC: ")
    assert "proposed by Colombia and FARC" in full_name(view, reading.brief.conflict.ceasefires[0])
    assert plain(name_links(view, (speaker, None))) == "Colombia and FARC"


def test_each_of_them_leads_back(reading):
    found = backlinks(reading.brief, reading.register)
    for name in ("co", "farc"):
        fields = {(type(link.owner).__name__, link.field) for link in found[name]}
        assert {("Statement", "speaker"), ("Document", "author"), ("Event", "actor"),
                ("Ceasefire", "proposer"), ("DocumentStatus", "by")} <= fields  # fmt: skip


def test_each_of_them_is_found_by_a_filter(reading):
    refs = {ref.id for _, ref in record_text(reading.brief.documents[0]).refs}
    assert refs >= {"co", "farc"}


def test_in_which_order_they_stand_is_no_change(reading, tmp_path):
    path = tmp_path / "other.yaml"
    path.write_text(TEXT.replace("[co, farc]", "[farc, co]"), encoding="utf-8")
    other = load(path)
    assert reading_changes(reading, other) == ()


def test_they_are_one_voice_and_none_beside_one_of_them(reading):
    dated, *_ = facts(reading.brief.conflict.events[0])
    assert roots(dated, reading.register) == {"by co and farc"}


@pytest.mark.parametrize("text", ["[co]", "[co, co]", "co"])
def test_a_list_of_one_is_one(reading, tmp_path, text):
    path = tmp_path / "one.yaml"
    path.write_text(TEXT.replace("author: [co, farc]", f"author: {text}"), encoding="utf-8")
    assert load(path).brief.documents[0].author.id == "co"


def test_several_claims_still_need_their_key(tmp_path):
    path = tmp_path / "bare.yaml"
    claims = "[{value: co, src: [s]}, {value: farc, src: [s]}]"
    path.write_text(TEXT.replace("actor: [co, farc]", f"actor: {claims}"), encoding="utf-8")
    found = load(path)
    assert [p.code for p in found.problems if p.severity == "error"] == ["type"]
    assert len(found.brief.conflict.events[0].actor.claims) == 2
