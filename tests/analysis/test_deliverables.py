from collections import Counter
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from tui.analysis import deliverables as gathering
from tui.analysis.compare import in_time
from tui.analysis.deliverables import commitments, tracks
from tui.brief.load import load

ROOT = Path(__file__).parents[2]
HEAD = """
parley: 1
id: t
title: t
src: s0
sources: [{id: s0}]
parties: [{id: ru, name: Russia, stance: belligerent}, {id: ua, name: Ukraine, stance: belligerent},
          {id: tr, name: T, stance: mediator}]
people: [{id: a, name: A, of: ru}, {id: b, name: B}]
"""


@pytest.fixture
def read(tmp_path):
    def read(text: str):
        path = tmp_path / "t.yaml"
        path.write_text(HEAD + text, "utf-8")
        found = load(path)
        assert not found.errors, found.problems
        return found

    return read


@pytest.fixture
def track(read):
    def track(states: str, more: str = "kind: memorandum, author: ru"):
        found = read(f"documents: [{{id: d, title: D, {more}, states: [{states}]}}]\n")
        return tracks(found.brief, found.register)[0]

    return track


NOT = "{status: not received, party: ua, by: ua, as_of: 2025-06-01}"
GOT = "{status: received, party: ua, by: ua, as_of: 2025-06-01}"
READY = "{status: prepared, party: ru, by: a, as_of: 2025-05-28}"
SENT = "{status: sent, party: ru, by: a, as_of: 2025-05-28}"
MEMO = "kind: memorandum, author: ru"
WAITS = [
    ("told not to have it", f"{READY}, {NOT}", MEMO, [("waits", "ua")]),
    ("spelt with an underscore", "{status: not_received, party: ua}", MEMO, [("waits", "ua")]),
    ("whose author is not told", NOT, "kind: memorandum", [("waits", "ua")]),
    ("got it since", "{status: not received, party: ua, as_of: 2025-05-30}, " + GOT, MEMO,
     [("answer", "ua")]),
    ("got it before, and written first", GOT + ", {status: not received, party: ua,"
     " as_of: 2025-05-30}", MEMO, [("answer", "ua")]),
    ("prepared, silence across", READY, MEMO, [("receipt", "ua")]),
    ("sent, silence across", SENT, MEMO, [("receipt", "ua")]),
    ("sent, to nobody we know", SENT, "kind: letter, author: ru", [("receipt", "")]),
    ("sent, of a kind not told", SENT, "author: ru", [("receipt", "")]),
    ("sent, and somebody has it", SENT + ", {status: received, by: b}", "author: ru", []),
    ("sent by the mediator", "{status: sent, party: tr}", "kind: proposal, author: tr",
     [("receipt", "ru"), ("receipt", "ua")]),
    ("sent by the mediator to one as told", ("{status: sent, by: tr}, "
     "{status: received, party: ua}"), "kind: proposal, author: tr",
     [("answer", "ua"), ("receipt", "ru")]),
    ("sent by somebody else than its author", "{status: sent, party: ru}",
     "kind: proposal, author: tr", [("receipt", "ua")]),
    ("discussed", "{status: discussed, party: ru}", MEMO, []),
    ("of no party", "{status: sent, by: a}", MEMO, [("receipt", "ua")]),
    ("withdrawn", f"{SENT}, {NOT}, {{status: withdrawn, when: 2025-06-02}}", MEMO, []),
    ("superseded", f"{GOT}, {{status: superseded, party: ru, when: 2025-06-02}}", MEMO, []),
    ("withdrawn and sent again", ("{status: withdrawn, party: ru, when: 2025-05-01}, "
     "{status: sent, party: ru, when: 2025-06-01}"), MEMO, [("receipt", "ua")]),
    ("rejected", f"{GOT}, {{status: rejected, party: ua, by: ua, when: 2025-06-02}}", MEMO, []),
    ("rejected by nobody named", f"{GOT}, {{status: rejected, when: 2025-06-02}}", MEMO, []),
    ("told two ways", GOT.replace("by: ua", "by: ru") + ", " + NOT, MEMO, [("disputed", "ua")]),
    ("told two ways in turn", f"{{status: received, party: ua, by: ru, when: 2025-05-30}}, {NOT}",
     MEMO, [("disputed", "ua")]),
    ("answered, as its receiver says", f"{GOT}, {{status: answered, by: ua, when: 2025-06-02}}",
     MEMO, []),
    ("answered on the day it came", f"{GOT}, {{status: answered, party: ua, as_of: 2025-06-01}}",
     MEMO, []),
    ("received", f"{SENT}, {GOT}", MEMO, [("answer", "ua")]),
    ("received and answered", GOT, MEMO + ", responses: [{party: ua, answer: rejected}]", []),
    ("answered by the other", GOT, MEMO + ", responses: [{party: tr, answer: rejected}]",
     [("answer", "ua")]),
    ("a report received", GOT, "kind: report, author: ru", []),
    ("received from nobody", GOT, "kind: memorandum", [("answer", "ua")]),
    ("signed by one", "{status: signed, party: ru}", "kind: agreement", [("signature", "ua")]),
    ("signed by both", "{status: signed, party: ru}, {status: signed, party: ua}",
     "kind: agreement", []),
    ("signed by one, the other among the signatories", "{status: signed, party: ru}",
     "kind: agreement, signatories: [ru, ua]", []),
    ("signed by one, the other said not to have", ("{status: signed, party: ru}, "
     "{status: not signed, party: ua}"), "kind: agreement", []),
    ("signed by one and by somebody not named", "{status: signed, party: ru}, {status: signed}",
     "kind: agreement", []),
    ("signed by the mediator", "{status: signed, party: tr}", "kind: agreement", []),
    ("nothing told", "", MEMO, []),
]  # fmt: skip


@pytest.mark.parametrize(("states", "more", "waits"), [case[1:] for case in WAITS],
                         ids=[case[0] for case in WAITS])  # fmt: skip
def test_who_waits_for_whom(track, states, more, waits):
    assert [(wait.kind, wait.who) for wait in track(states, more).waits] == waits


def test_a_wait_rests_on_the_state_of_both(track):
    (wait,) = track(f"{READY}, {NOT}").waits
    assert [state.status for state in wait.states] == ["not received", "prepared"]
    assert wait.on.id == "ru"


def test_parties_in_different_states_are_asymmetric(track):
    assert track(f"{READY}, {NOT}").asymmetric
    assert not track(READY).asymmetric
    assert not track("{status: signed, party: ru}, {status: signed, party: ua}").asymmetric


def test_states_of_people_are_their_partys_and_others_are_apart(track):
    found = track("{status: sent, party: a}, {status: leaked, by: b}, {status: signed, party: b}")
    assert [(h.party, *(s.status for s in h.now)) for h in found.holders] == [
        ("ru", "sent"),
        ("b", "signed"),
    ]
    assert [state.status for state in found.others.states] == ["leaked"]


HISTORIES = [
    ("dates in any order", ["2025-05-03", "2025-05-01", "2025-05-02"], [1, 2, 0]),
    ("no dates", ["", "", ""], [0, 1, 2]),
    ("no date after one", ["2025-05-02", "", "2025-05-01"], [1, 2, 0]),
    ("before a day, written first", ["before 2025-06-02", "2025-05-28"], [1, 0]),
    ("before a day, written after an earlier one", ["2025-05-28", "before 2025-06-02"], [0, 1]),
    ("before a day that has passed", ["2025-05-28", "before 2025-05-20"], [1, 0]),
    ("a month and a day in it", ["2025-05", "2025-05-18"], [1, 0]),
    ("one day", ["2025-05-28", "2025-05-28"], [0, 1]),
]


@pytest.mark.parametrize(("days", "order"), [case[1:] for case in HISTORIES],
                         ids=[case[0] for case in HISTORIES])  # fmt: skip
def test_states_in_time(track, days, order):
    states = (
        f"{{id: x{i}, status: sent, party: ru{f', when: {day}' if day else ''}}}"
        for i, day in enumerate(days)
    )
    (holder,) = track(", ".join(states)).holders
    assert [state.id for state in holder.states] == [f"x{i}" for i in order]


def test_the_order_dated_states_are_written_in_does_not_matter(track):
    states = track(f"{READY}, {NOT}, {GOT.replace('06-01', '06-03')}").document.states
    assert len({in_time(each, "UTC") for each in permutations(states)}) == 1


def test_what_a_round_agreed_and_what_came_of_it(read):
    found = read(
        """
rounds: [{id: r, status: concluded, when: 2025, outcome: {agreed: [
  {text: A, document: d}, {text: B, exchange: x}, {text: C, document: d, exchange: x}, D],
  not_agreed: [E]}}, {id: q, status: scheduled, when: 2026}]
documents: [{id: d, title: D}]
exchanges: [{id: x, kind: bodies}]
"""
    )
    assert [
        (each.round.id, each.item.text, [r.id for r in each.became])
        for each in commitments(found.brief, found.register)
    ] == [("r", "A", ["d"]), ("r", "B", ["x"]), ("r", "C", ["d", "x"]), ("r", "D", [])]


def test_istanbul():
    reading = load(ROOT / "briefs/istanbul-2025.yaml")
    found = {each.document.id: each for each in tracks(reading.brief, reading.register)}
    waits = [(w.kind, w.who, w.on.id) for each in found.values() for w in each.waits]
    assert waits == [("waits", "ua", "ru"), ("answer", "ru", "ua")]
    assert found["doc-ru"].asymmetric
    assert [s.status for s in found["doc-ru"].holders[0].states] == ["announced", "prepared"]


def test_kenya_raises_no_false_alarm():
    reading = load(ROOT / "briefs/kenya-2008")
    found = tracks(reading.brief, reading.register)
    assert [each.document.id for each in found if each.asymmetric] == ["d-bruce"]
    assert [wait for each in found for wait in each.waits] == []
    linked = commitments(reading.brief, reading.register)
    assert sum(bool(each.became) for each in linked) == 12


def test_the_order_of_documents_changes_nothing():
    reading = load(ROOT / "briefs/kenya-2008")
    brief = replace(reading.brief, documents=reading.brief.documents[::-1])
    assert tracks(brief, reading.register) == tracks(reading.brief, reading.register)[::-1]


def test_the_work_grows_with_the_brief_and_no_faster(read, monkeypatch):
    calls = Counter()
    for name in ("compare_statuses", "current", "party_of"):
        real = getattr(gathering, name)
        monkeypatch.setattr(
            gathering, name, lambda *a, name=name, real=real: (calls.update([name]), real(*a))[1]
        )

    def work(count):
        calls.clear()
        papers = ", ".join(
            f"{{id: d{i}, title: D, states: [{READY}, {NOT}]}}" for i in range(count)
        )
        found = read(f"documents: [{papers}]\n")
        tracks(found.brief, found.register)
        return calls.total()

    assert work(40) == 2 * work(20) > 0
