"""Dates in one order: what is dated, and where each kind of date stands."""

import random
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.dated import cutoff, dated, undated
from tui.brief.model import Brief
from tui.brief.notes import Notes
from tui.brief.parse import parse
from tui.brief.read import read
from tui.brief.register import register

HEAD = "parley: 1\nid: t\ntitle: t\ndisplay_zone: Europe/Istanbul\n"


def read_text(text):
    notes = Notes("t", [])
    brief = read(Brief, parse((HEAD + text).encode(), "t").node, notes)
    assert {p.code for p in notes.problems} <= {"required", "value"}, notes.problems
    return brief, register(brief)


def events(*whens):
    lines = [f"    - {{id: e{i}, title: e{i}, when: {when}}}" for i, when in enumerate(whens)]
    return "conflict:\n  events:\n" + "\n".join(lines)


def order_of(*whens):
    brief, known = read_text(events(*whens))
    return [int(entry.record.id[1:]) for entry in dated(brief, known)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2025-06-01", "2025-06-02"),
        ("2022", "2022-01"),
        ("2022-01", "2022-01-01"),
        ("2022-01-01", "2022-01-01T00:01Z"),
        ("2025-06-01/2025-06-03", "2025-06-01"),
        ("2025-06-01", "after 2025-06-01"),
        ("after 2025-06-01", "2025-06-02"),
        ("before 2025-06-02", "2025-06-02"),
        ("2025-06-01", "before 2025-06-02"),
        ("2025-06-02", "until 2025-06-02"),
        ("since 2025-06-02", "2025-06-02"),
        ("2025-06-02 morning", "2025-06-02 afternoon"),
        ("2025-06-02", "2025-06-02 morning"),
        ("2025-06-02T09:00Z", "2025-06-02T13:00"),
        ("2025-06-02T13:00", "2025-06-02T10:01Z"),
        ("2025-06-02T09:59Z", "{start: 2025-06-02T13:00, assume: Europe/Istanbul}"),
        ("{start: 2025-06-02T12:00, assume: Europe/Istanbul}", "2025-06-02T10:00Z"),
        ("2025-06-01T22:00Z", "2025-06-02T00:00+02:00"),
        ("2025-W22", "2025-W23"),
        ("2025-21", "2025-06"),
        ("0001-01-01", "9999-12-31"),
        ('{start: "..", end: 2025-06-02}', "2025-06-04"),
    ],
)
def test_one_stands_before_the_other_however_they_are_written(first, second):
    swapped = order_of(second, first)
    if first == "2025-06-01T22:00Z":  # one instant told twice: the key decides
        assert swapped == [0, 1]
        return
    assert order_of(first, second) == [0, 1]
    assert swapped == [1, 0]


WHENS = st.sampled_from(
    ["2022", "2022-05", "2022-05-03", "2022-05-03T10:00", "2022-05-03T10:00Z", "after 2022-05-03",
     "before 2022-05-03", "until 2022-05", "since 2022-05", "2022-05-01/2022-05-09", "2022-05-03?",
     "2022-05~", "2022-05-03 morning", "2022-W18"]
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(WHENS, min_size=2, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_the_file_changes_nothing(whens, rand):
    lines = events(*whens).splitlines()
    mixed = lines[2:]
    rand.shuffle(mixed)
    one, other = read_text("\n".join(lines)), read_text("\n".join(lines[:2] + mixed))
    assert [e.key for e in dated(*one)] == [e.key for e in dated(*other)]


def test_the_order_of_claims_changes_nothing():
    claims = ["{value: 2025-06-02}", "{value: 2025-06-02T10:00Z}", "{value: 2025-06}"]
    told = set()
    for _ in range(4):
        random.Random(7).shuffle(claims)
        brief, known = read_text(f"rounds: [{{id: r, when: {{claims: [{', '.join(claims)}]}}}}]")
        told.add(dated(brief, known)[0].when.precision)
    assert told == {"minute"}


def test_every_dated_part_of_a_record_stands_for_itself():
    brief, known = read_text("""
parties: [{id: a, name: A}, {id: b, name: B}]
rounds:
  - id: r
    title: R
    status:
      - {status: proposed, when: 2025-05-01}
      - {status: scheduled, as_of: 2025-05-02}
    when: 2025-05-09
    proposed: [{by: a, when: 2025-05-01}]
documents:
  - id: d
    title: D
    states:
      - {status: signed, party: a, when: 2025-05-10}
      - {status: signed, party: b, when: 2025-05-10}
      - {status: signed, party: b, when: 2025-05-11}
    responses: [{party: a, answer: accepted, when: 2025-05-12}]
exchanges:
  - id: x
    agreed: 2025-05-09
    status: [{status: completed, when: 2025-05-20}, {status: under_way, when: 2025-05-15}]
    tranches: [{when: 2025-05-15, count: 3}, {when: 2025-05-16, count: 4}]
    completed: 2025-05-20
conflict:
  started: 2024
  ceasefires: [{id: c, proposed: 2025-04-01, effective: 2025-04-03, ended: 2025-04-09}]
mediation:
  proposals: [{id: p, text: P, by: a, when: 2025-04-20}]
overview:
  watch: [{id: w, text: W, by_when: 2025-06}]
open_questions: [{id: q, question: Q, asked: 2025-05, due: 2025-06-01}]
sources: [{id: s, title: S, published: 2025-05-30, of: b}]
positions:
  issues: [{id: i, title: I}]
  stances: [{id: z, issue: i, party: a, position: P, when: 2025-03-01}]
""")
    told = [(e.kind, e.what, e.then, e.parties) for e in dated(brief, known)]
    assert told == [
        ("conflict", "started", False, ()),
        ("position", "", False, ("a",)),
        ("ceasefire", "proposed", False, ()),
        ("ceasefire", "effective", False, ()),
        ("ceasefire", "ended", False, ()),
        ("proposal", "", False, ("a",)),
        ("question", "asked", False, ()),
        ("round", "proposed", False, ("a",)),
        ("round", "scheduled", True, ()),
        ("round", "", False, ()),
        ("exchange", "agreed", False, ()),
        ("document", "signed", False, ("a", "b")),
        ("document", "signed", False, ("b",)),
        ("document", "accepted", False, ("a",)),
        ("exchange", "tranche", False, ()),
        ("exchange", "under_way", False, ()),
        ("exchange", "tranche", False, ()),
        ("exchange", "completed", False, ()),
        ("source", "published", False, ("b",)),
        ("watch", "expected", False, ()),
        ("question", "due", False, ()),
    ]
    keys = [e.key for e in dated(brief, known)]
    assert len(set(keys)) == len(keys)
    assert "timeline/documents/d#signed~2" in keys


@pytest.mark.parametrize("turned", [False, True])
def test_a_month_stands_after_the_day_it_can_only_have_followed(turned):
    lines = ["{status: signed, when: 2025-03}", "{status: presented, when: 2025-03-18}"]
    states = ", ".join(lines[::-1] if turned else lines)
    brief, known = read_text(f"documents: [{{id: d, title: D, states: [{states}]}}]")
    assert [each.what for each in dated(brief, known)] == ["presented", "signed"]


def test_what_has_no_date_is_counted_and_left_out():
    brief, known = read_text(events("2025-06-01", "soon after") + "\nstatements: [{gist: S}]")
    assert len(dated(brief, known)) == 1
    assert undated(known) == {"event": 1, "statement": 1}


def test_the_cut_off_is_where_its_day_ends():
    brief, _ = read_text("as_of: 2025-06-01")
    assert cutoff(brief) == datetime(2025, 6, 1, 21, tzinfo=UTC)
    brief, _ = read_text("as_of: 2025-06-01T09:00Z")
    assert cutoff(brief) == datetime(2025, 6, 1, 9, tzinfo=UTC)
    assert cutoff(read_text("")[0]) is None


def test_what_lies_before_a_date_beyond_the_cut_off_stands_before_the_cut_off():
    text = events("2025-06-02T10:00Z", "until 2025-06-02") + "\nas_of: 2025-06-02T09:00Z"
    brief, known = read_text(text)
    assert [e.record.id for e in dated(brief, known)] == ["e1", "e0"]
