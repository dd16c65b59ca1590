from pathlib import Path
from typing import Any

import pytest

from tui.analysis.compare import (
    Ground,
    Kind,
    SourceList,
    compare_rosters,
    compare_sets,
    compare_statuses,
)
from tui.brief.load import load
from tui.brief.reading import Reading

HEAD = """
parley: 1
id: t
title: t
parties: [{id: ru, name: Russia}, {id: ua, name: Ukraine}]
people: [{id: umerov, name: U, of: ua}, {id: bevz, name: B}, {id: poklad, name: P}]
sources: [{id: s0}, {id: s2}]
"""


def reading(tmp_path: Path, text: str) -> Reading:
    path = tmp_path / "t.yaml"
    path.write_text(HEAD + text, "utf-8")
    found = load(path)
    assert not found.errors, found.problems
    return found


ROSTERS = [
    ("equal", Kind.AGREE, "open", "[umerov, bevz]", "closed", "[bevz, umerov]"),
    ("two open", Kind.FINER, "open", "[umerov, bevz]", "open", "[umerov, poklad]"),
    ("open within closed", Kind.FINER, "open", "[umerov]", "closed", "[umerov, bevz]"),
    ("closed leaves out", Kind.DISPUTE, "open", "[umerov, bevz]", "closed", "[umerov, poklad]"),
    ("closed leaves out an expert", Kind.FINER,
     "open", "[umerov, {person: bevz, role: expert}]", "closed", "[umerov]"),
    ("closed leaves out the absent", Kind.FINER,
     "open", "[umerov, {person: bevz, attendance: absent}]", "closed", "[umerov]"),
    ("two closed", Kind.DISPUTE, "closed", "[umerov, bevz]", "closed", "[umerov]"),
    ("of different dates", Kind.FINER,
     "closed, as_of: 2025-06-01", "[umerov, bevz]", "closed, as_of: 2025-06-02", "[umerov]"),
    ("of different bases", Kind.INCOMPARABLE,
     "closed, basis: signatures", "[umerov]", "open, basis: seen", "[umerov, bevz]"),
]  # fmt: skip


@pytest.mark.parametrize("case", [r[1:] for r in ROSTERS], ids=[r[0] for r in ROSTERS])
def test_rosters(tmp_path: Path, case: tuple[Any, ...]) -> None:
    kind, *lists = case
    for a, b, c, d in (lists, lists[2:] + lists[:2]):
        text = f"""
delegations:
  - {{party: ua, round: r, rosters: [{{list: {a}, src: [s0], members: {b}}},
     {{list: {c}, src: [s2], members: {d}}}]}}
rounds: [{{id: r, status: scheduled, when: 2025-06-02}}]
"""
        found = reading(tmp_path, text)
        rosters = found.brief.delegations[0].rosters
        assert compare_rosters(rosters, Ground(found.register)).members.kind is kind


def test_seats_heads_and_titles(tmp_path: Path) -> None:
    text = """
rounds: [{id: r, status: scheduled, when: 2025-06-02}]
delegations:
  - party: ua
    round: r
    head: {value: umerov, src: [s0]}
    rosters:
      - {list: open, src: [s0], members: [{person: umerov, role: head, title: Minister}, bevz]}
      - list: closed
        src: [s2]
        members:
          - {person: umerov, title: Defence Minister, attendance: present}
          - {person: poklad, role: head}
"""
    found = reading(tmp_path, text)
    delegation = found.brief.delegations[0]
    verdict = compare_rosters(delegation.rosters, Ground(found.register), delegation.head)
    seats = {seat.person.id: seat for seat in verdict.seats}
    assert (seats["bevz"].listed, seats["bevz"].left_out) == ((0,), (1,))
    assert (seats["poklad"].listed, seats["poklad"].left_out) == ((1,), ())
    assert seats["umerov"].title.kind is Kind.FINER
    assert verdict.members.note == "s2 leaves out bevz"
    assert verdict.head.kind is Kind.DISPUTE


def test_roles_are_open_lists() -> None:
    lists = [
        SourceList("s0", frozenset({"chair"})),
        SourceList("s1", frozenset({"chair", "mediator"})),
    ]
    verdict = compare_sets(lists)
    assert (verdict.kind, verdict.note) == (Kind.FINER, "only in s1: mediator")
    assert compare_sets(lists[:1]).kind is Kind.SINGLE


STATES = """
agree      a history                | announced | prepared | sent
agree      one state, two voices    | {status: received, by: ru} | {status: received, by: ua}
asymmetric parties apart            | {status: prepared, party: ru} | {status: not received, party: ua}
agree      parties meet in the end  | {status: sent, party: ru, when: 2025-05-01} | {status: agreed, party: ru, when: 2025-05-03} | {status: agreed, party: ua, when: 2025-05-02}
dispute    one party, two states    | {status: received, party: ua, by: ru, as_of: 2025-06-01} | {status: not received, party: ua, by: ua, as_of: 2025-06-01}
dispute    of somebody of the party | {status: received, party: ua, by: ru, as_of: 2025-06-01} | {status: not received, party: umerov, by: ua, as_of: 2025-06-01}
dispute    received, then denied    | {status: received, party: ua, by: ru, when: 2025-06-01} | {status: not received, party: ua, by: ua, as_of: 2025-06-03}
finer      steps, one of which came | {status: completed, by: ru, when: 2025-06-01} | {status: under_way, by: ua, as_of: 2025-06-01}
agree      one after the other      | {status: not received, party: ua, by: ua, as_of: 2025-06-01} | {status: received, party: ua, by: ru, as_of: 2025-06-02}
finer      perhaps in turn          | {status: agreed, party: ua, by: ru, when: 2025-06} | {status: rejected, party: ua, by: ua, when: 2025-06-10}
finer      no date                  | {status: received, party: ua, by: ru} | {status: not received, party: ua, by: ua}
agree      steps of one day         | {status: received, party: ua, by: ru, when: 2025-06-01} | {status: discussed, party: ua, by: ua, when: 2025-06-01}
dispute    no party named           | {status: signed, by: ru, when: 2025-06-01} | {status: rejected, by: ua, when: 2025-06-01}
agree      one voice, one day       | {status: rejected, by: ru, when: 2025-06-01} | {status: signed, by: ru, when: 2025-06-01}
"""  # noqa: E501


@pytest.mark.parametrize("line", STATES.strip().splitlines())
def test_states(tmp_path: Path, line: str) -> None:
    head, *states = (part.strip() for part in line.split(" | "))
    found = reading(tmp_path, f"documents: [{{title: d, states: [{', '.join(states)}]}}]")
    verdict = compare_statuses(found.brief.documents[0].states, Ground(found.register))
    assert verdict.kind == head.split()[0], verdict
