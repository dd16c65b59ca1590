"""What is said not to add up, and above all what is not."""

from pathlib import Path

import pytest

from tui.analysis.consistency import findings
from tui.analysis.consistency.amounts import read_length
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
as_of: 2025-06-30
display_zone: Europe/Istanbul
parties: [{id: a, name: A, zone: America/New_York}, {id: b, name: B, zone: Asia/Tokyo}]
sources: [{id: s, title: S, published: 2025-06-02}, {id: u, title: U}]
"""


def kinds(text):
    notes = Notes("t", [])
    brief = read(Brief, parse((HEAD + text).encode(), "t").node, notes)
    assert {p.code for p in notes.problems} <= {"required"}, notes.problems
    return [each.kind for each in findings(brief, register(brief))]


def events(first, second):
    return f"""conflict:
  events:
    - {{id: c, title: Cause, when: {first}}}
    - {{id: e, title: Effect, when: {second}, response_to: c}}
"""


@pytest.mark.parametrize(
    ("cause", "effect", "wrong"),
    [
        ("2025-05-09", "2025-05-07", True),
        ("2025-05-09", "2025-05-09", False),
        ("2025-05-07", "2025-05-09", False),
        ("2025-05-09", "2025-05", False),
        ("2025-05-09", "before 2025-05-08", True),
        ("2025-05-09", "after 2025-05-01", False),
        ("2025-05-09T10:00Z", "2025-05-09T09:00Z", True),
        ("2025-05-09T10:00Z", "2025-05-09T09:00", False),
        ("2025-05-09T10:00Z", "{start: 2025-05-09T09:00, assume: Europe/Istanbul}", True),
        ("2025-05-09", "2025-05-08", False),  # a day in Tokyo and the day before in New York touch
        ("2025-05-09", "2025-05-08T10:00Z", True),
        ("2025-05-09", "2025-05-07~", False),
        ("2025-05-09", "2025-05-05~", True),
        ("2025-05-09T01:00Z", "2025-05-08 night", False),  # the one that begins on the 8th
        ("{claims: [{value: 2025-05-09}, {value: 2025-05-01}]}", "2025-05-04", False),
        ("{claims: [{value: 2025-05-09}, {value: 2025-05-08}]}", "2025-05-04", True),
    ],
)
def test_effect_before_cause(cause, effect, wrong):
    assert kinds(events(cause, effect)) == ["effect"] * wrong


def rounds(*pairs):
    lines = (f"  - {{id: r{i}, title: R, {told}}}" for i, told in enumerate(pairs))
    return "rounds:\n" + "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (rounds("when: 2025-05-01, proposed: [{by: a, when: 2025-05-09}]"), ["meeting"]),
        (rounds("when: 2025-05-09, proposed: [{by: a, when: 2025-05-01}]"), []),
        (rounds("when: 2025-05-01, status: [{status: scheduled, when: 2025-05-09}]"), ["meeting"]),
        (rounds("when: 2025-05-01, status: [{status: scheduled, as_of: 2025-05-09}]"), []),
        (rounds("when: 2025-05-01, status: [{status: concluded, when: 2025-05-09}]"), []),
        (rounds("n: 1, when: 2025-05-09", "n: 2, when: 2025-05-01"), ["numbers"]),
        (rounds("n: 2, when: 2025-05-09", "n: 1, when: 2025-05-01"), []),
        (rounds("n: 1, when: 2025-05-09", "n: 2, series: x, when: 2025-05-01"), []),
        (rounds("n: 1, when: 2025-05", "n: 2, when: 2025-05-01"), []),
        (rounds("n: 1, when: 2025-05-01/2025-05-20", "n: 2, when: 2025-05-05"), []),
        (rounds("n: 1, when: 2025-05-09", "n: 1, when: 2025-05-01"), []),
        (rounds("when: 2025-05-09, outcome: {next: r1}", "when: 2025-05-01"), ["next"]),
        (rounds("when: 2025-05-09, outcome: {next: r1}", "when: 2025-05-19"), []),
        (rounds("when: 2025-05-09, outcome: {next: in June}"), []),
        (rounds("when: 2025-05-09, duration: 3 days"), ["duration"]),
        (rounds("when: 2025-05-09, duration: about an hour"), []),
        (rounds("when: 2025-05-09, duration: 20 hours"), []),
        (rounds("when: 2025-05-09/2025-05-12, duration: 3 days"), []),
        (rounds("when: after 2025-05-09, duration: 3 days"), []),
        (("documents: [{id: d, title: D, states: [{status: sent, when: 2025-05-09},"
         " {status: received, when: 2025-05-01}]}]"), ["received"]),
        (("documents: [{id: d, title: D, states: [{status: sent, when: 2025-05-01},"
         " {status: received, when: 2025-05-09}]}]"), []),
        (("documents: [{id: d, title: D, states: [{status: announced, when: 2025-05-09}]}]\n"
         "statements: [{id: st, speaker: a, gist: G, when: 2025-05-01, about: [d]}]"), ["said"]),
        (("documents: [{id: d, title: D, states: [{status: sent, when: 2025-05-09}]}]\n"
         "statements: [{id: st, speaker: a, gist: G, when: 2025-05-01, about: [d]}]"), []),
        (("mediation: {proposals: [{id: p, text: P, by: a, when: 2025-05-09,"
         " responses: [{party: b, answer: accepted, when: 2025-05-01}]}]}"), ["answer"]),
        (("mediation: {proposals: [{id: p, text: P, by: a, when: 2025-05-01,"
         " responses: [{party: b, answer: accepted, when: 2025-05-01}]}]}"), []),
        ("conflict: {ceasefires: [{id: c, effective: 2025-05-09, ended: 2025-05-01}]}", ["ended"]),
        ("conflict: {ceasefires: [{id: c, effective: 2025-05-01, ended: 2025-05-09, days: 30}]}",
         []),
        ("conflict: {ceasefires: [{id: c, proposed: 2025-05-09, effective: 2025-05-01}]}",
         ["began"]),
        ("exchanges: [{id: x, agreed: 2025-05-09, completed: 2025-05-01}]", ["completed"]),
        ("conflict: {events: [{id: e, title: E, when: {value: 2025-06-09, src: s}}]}",
         ["reported"]),
        ("conflict: {events: [{id: e, title: E, when: {value: 2025-06-03, src: s}}]}", []),
        ("conflict: {events: [{id: e, title: E, when: {value: 2025-06-09, src: u}}]}", []),
    ],
)  # fmt: skip
def test_order(text, expected):
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ("[{count: 600}, {count: 500}]", ["sum"]),
        ("[{count: 600}, {count: 400}]", []),
        ("[{count: 600}]", []),
        ("[{count: 600, by: a}, {count: 600, by: b}]", []),
        ("[{count: 600, by: a}, {count: 600, by: a}]", ["sum"]),
        ("[{count: 600}, {count: 500, by: a}]", ["sum"]),
        ("[{count: 600}, {count: under 500}]", []),
        ("[{count: 600}, {count: several}]", []),
    ],
)
def test_parts_of_an_exchange(parts, expected):
    assert kinds(f"exchanges: [{{id: x, per_side: '1,000', tranches: {parts}}}]") == expected


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("more than three years", 1054, None),
        ("Nearly 3 years", None, 1139),
        ("three years", 878, 1519),
        ("forty-one days", 39, 44),
        ("a week", 3.4, 14.6),
    ],
)
def test_lengths_in_words(text, low, high):
    length = read_length(text)
    assert (length.low and round(length.low, 1)) == pytest.approx(low, abs=1)
    assert (length.high and round(length.high, 1)) == pytest.approx(high, abs=1)


@pytest.mark.parametrize(
    "text", ["about two months", "years", "", "since 2022", "many years", "three or four years"]
)
def test_words_that_bound_nothing(text):
    assert read_length(text) is None


@pytest.mark.parametrize(
    ("started", "duration", "expected"),
    [
        ("2022-02", "{value: more than three years, src: s}", []),
        ("2022-02", "{value: more than four years, src: s}", ["too long"]),
        ("2022-02", "{value: more than four years, src: s, when: 2029-01-01}", []),
        ("2022-02", "{value: nearly three years, src: u}", ["too short"]),
        ("2022-02", "{value: nearly three years, src: s}", []),  # it dates no event here
        ("2022-02", "{value: nearly four years, src: u}", []),
        ("2022-02", "{value: three years, src: u}", []),
        ("before 2022-02-01", "{value: more than nine years, src: s}", []),
        ("{claims: [{value: 2022-02}, {value: 2014}]}", "{value: more than nine years, src: s}",
         []),
    ],
)  # fmt: skip
def test_how_long_the_conflict_has_lasted(started, duration, expected):
    event = "{id: e, title: E, when: {value: 2025-06-01, src: u}}"
    text = f"conflict: {{started: {started}, duration: {duration}, events: [{event}]}}"
    assert kinds(text) == expected


def test_our_own_briefs_have_the_one_that_their_writer_knows_of():
    reading = load(BRIEFS / "istanbul-2025.yaml")
    (found,) = findings(reading.brief, reading.register)
    assert (found.kind, found.texts, found.held) == (
        "too short",
        ("nearly three years",),
        "conflict",
    )
    reading = load(BRIEFS / "kenya-2008")
    assert findings(reading.brief, reading.register) == ()
