"""What is called overdue or overtaken, and above all what is not."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui.analysis.stale import cutoff, moment, stale, without_date
from tui.brief.load import load
from tui.brief.model import Brief
from tui.brief.notes import Notes
from tui.brief.parse import parse
from tui.brief.read import read
from tui.brief.register import register

BRIEFS = Path(__file__).parents[2] / "briefs"
HEAD = """parley: 1
id: t
title: t
as_of: {as_of}
display_zone: Europe/Istanbul
parties: [{{id: a, name: A}}, {{id: b, name: B}}]
people: [{{id: p, name: P}}, {{id: q, name: Q}}]
"""
ROUND = "rounds: [{{id: r, title: R, status: {status}, when: {when}}}]"
SEAT = (
    ROUND
    + """
delegations: [{{id: d, party: a, round: r, rosters: [{{members: [{{person: p, attendance: {seat}}},
  {{person: q, attendance: expected}}]}}]}}]
"""
)
ISSUE = "positions:\n  issues: [{id: i, title: I}]\n  stances:\n"


def found(text, as_of="2025-06-02"):
    notes = Notes("t", [])
    brief = read(Brief, parse((HEAD.format(as_of=as_of) + text).encode(), "t").node, notes)
    assert not [p for p in notes.problems if p.severity == "error"], notes.problems
    known = register(brief)
    return {(e.record.id, e.reason) for e in stale(brief, known, cutoff(brief))}


def held(status, when):
    return ROUND.format(status=status, when=when)


@pytest.mark.parametrize(
    ("text", "as_of", "expected"),
    [
        (held("scheduled", "2025-06-01"), "2025-06-02", {("r", "round")}),
        (held("proposed", "2025-05"), "2025-06-02", {("r", "round")}),
        (held("under_way", "2025-05-01/2025-05-03"), "2025-06-02", {("r", "round")}),
        (held("scheduled", "2025-06-02"), "2025-06-02", set()),
        (held("scheduled", "2025-06-02T10:00Z"), "2025-06-02T09:00Z", set()),
        (held("scheduled", "2025-06-02T10:00Z"), "2025-06-02T10:01Z", {("r", "round")}),
        (held("scheduled", "2025-06-02T10:00"), "2025-06-02T15:00Z", set()),
        (held("scheduled", "2025-06-02T10:00"), "2025-06-03T15:00Z", {("r", "round")}),
        (held("scheduled", "after 2025-05-01"), "2025-06-02", set()),
        (held("scheduled", "before 2025-05-01"), "2025-06-02", {("r", "round")}),
        (held("scheduled", "2025"), "2025-06-02", set()),
        (held("scheduled", "{claims: [{value: 2025-06-01}, {value: 2025-06-09}]}"), "2025-06-02",
         set()),
        (held("scheduled", "2025-06-01"), "2025-06", set()),
        *((held(word, "2025-06-01"), "2025-06-02", set())
          for word in ("concluded", "adjourned", "postponed", "cancelled", "collapsed")),
        ("overview: {watch: [{id: w, text: W, by_when: 2025-06-01}]}", "2025-06-02",
         {("w", "watch")}),
        ("overview: {watch: [{id: w, text: W, by_when: 2025-06-02}]}", "2025-06-02T09:00Z", set()),
        ("overview: {watch: [{id: w, text: W}]}", "2025-06-02", set()),
        ("open_questions: [{id: u, question: Q, due: 2025-06-01}]", "2025-06-02",
         {("u", "question")}),
        ("open_questions: [{id: u, question: Q, due: 2025-06-01, status: partly}]", "2025-06-02",
         {("u", "question")}),
        ("open_questions: [{id: u, question: Q, due: 2025-06-01, status: answered}]", "2025-06-02",
         set()),
        ("open_questions: [{id: u, question: Q, due: 2025-06-01, status: moot}]", "2025-06-02",
         set()),
        ("exchanges: [{id: x, status: agreed, completed: 2025-06-01}]", "2025-06-02",
         {("x", "exchange")}),
        ("exchanges: [{id: x, status: completed, completed: 2025-06-01}]", "2025-06-02", set()),
        ("exchanges: [{id: x, status: agreed, agreed: 2025-05-01}]", "2025-06-02", set()),
        (SEAT.format(status="concluded", when="2025-05-01", seat="expected"), "2025-06-02",
         {("d", "seats")}),
        (SEAT.format(status="scheduled", when="2025-06-09", seat="expected"), "2025-06-02", set()),
    ],
)  # fmt: skip
def test_overdue(text, as_of, expected):
    assert found(text, as_of) == expected


def truce(**fields):
    told = ", ".join(f"{name}: {value}" for name, value in fields.items())
    return f"conflict: {{ceasefires: [{{id: c, {told}}}]}}"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"status": "in_force", "effective": "2025-05-01", "days": 30}, {("c", "ceasefire")}),
        ({"status": "in_force", "effective": "2025-05-04", "days": 30}, set()),
        ({"status": "in_force", "effective": "2025-05-01"}, set()),
        ({"status": "in_force", "effective": "2025-05-01", "days": "over 20"}, set()),
        ({"status": "in_force", "ended": "2025-05-09"}, {("c", "ceasefire")}),
        ({"status": "expired", "ended": "2025-05-09"}, set()),
        ({"status": "proposed", "proposed": "2025-05-01", "days": 3}, set()),
    ],
)
def test_a_ceasefire_whose_time_is_over(fields, expected):
    assert found(truce(**fields)) == expected


@pytest.mark.parametrize(
    ("length", "over"),
    [
        ("3 weeks", True), ("480 hours", True), ("twenty days", True), ("one to two weeks", True),
        ("about 10 days", True), ("a month", False), ("2 months", False), ("open-ended", False),
        ("indefinite", False), ("at least 72 hours", False), ("30 km", False),
    ],
)  # fmt: skip
def test_a_ceasefire_of_hours_weeks_and_months(length, over):
    fields = {"status": "in_force", "effective": "2025-05-01", "days": length}
    test_a_ceasefire_whose_time_is_over(fields, {("c", "ceasefire")} if over else set())


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ("scheduled", {("r", "round")}),
        ("[{status: concluded, when: 2025-05-16}, {status: scheduled, when: 2025-05-02}]", set()),
        ("[{status: scheduled, when: 2025-05-02}, {status: concluded, when: 2025-05-16}]", set()),
        ("[{status: scheduled, by: a}, {status: cancelled, by: b}]", set()),
        ("[{status: scheduled, for: 2025-07-01, when: 2025-05-02}]", set()),
        ("[{status: scheduled, for: 2025-05-20, when: 2025-05-02}]", {("r", "round")}),
        ("[{status: scheduled, for: 2025-05-10}, {status: postponed, when: 2025-05-09}]", set()),
    ],
)
def test_a_round_is_late_by_what_holds_now_and_not_by_its_last_line(states, expected):
    assert found(f"rounds: [{{id: r, when: 2025-05-16, status: {states}}}]") == expected


def stances(*pairs):
    lines = (
        f"    - {{id: s{i}, issue: i, party: {party}, position: P, {rest}}}"
        for i, (party, rest) in enumerate(pairs)
    )
    return ISSUE + "\n".join(lines)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([("a", "when: 2025-05-01"), ("a", "when: 2025-05-09, movement: softened")],
         {("s0", "stance")}),
        ([("a", "when: 2025-05-09, movement: hardened"), ("a", "when: 2025-05-01")],
         {("s1", "stance")}),
        ([("a", "when: 2025-05-01"), ("a", "when: 2025-05-09")], set()),
        ([("a", "when: 2025-05-01"), ("a", "when: 2025-05-09, movement: same")], set()),
        ([("b", "when: 2025-05-01"), ("a", "when: 2025-05-09, movement: softened")], set()),
        ([("a", "basis: stated"), ("a", "when: 2025-05-09, movement: softened")], set()),
    ],
)  # fmt: skip
def test_a_stance_that_has_moved(pairs, expected):
    assert found(stances(*pairs)) == expected


@pytest.mark.parametrize("name", ["istanbul-2025.yaml", "kenya-2008"])
def test_no_cry_of_wolf_in_our_own_briefs(name):
    reading = load(BRIEFS / name)
    every = stale(reading.brief, reading.register, cutoff(reading.brief))
    assert not [each for each in every if each.overdue]
    moved = {"istanbul-2025.yaml": 0, "kenya-2008": 3}
    assert [each.reason for each in every] == ["stance"] * moved[name]


def test_against_today_a_snapshot_is_past():
    reading = load(BRIEFS / "istanbul-2025.yaml")
    at = moment(datetime(2026, 1, 1, tzinfo=UTC))
    every = stale(reading.brief, reading.register, at)
    assert {each.reason for each in every} == {"round", "watch", "question"}
    assert len(every) == 9
    assert not stale(reading.brief, reading.register, None)


def test_sources_without_a_date():
    reading = load(BRIEFS / "istanbul-2025.yaml")
    assert [source.id for source in without_date(reading.register)] == ["s004"]
