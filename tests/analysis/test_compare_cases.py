"""Pairs of claims as an author writes them, and what a careful reader calls them."""

from pathlib import Path
from typing import Any

import pytest

from tui.analysis.compare import Ground, Kind, Verdict, compare_claims
from tui.brief.claims import Claimed
from tui.brief.model import Brief
from tui.brief.notes import Notes
from tui.brief.parse import parse
from tui.brief.quantity import Quantity
from tui.brief.read import read, reader_for
from tui.brief.refs import Reference
from tui.brief.register import register
from tui.brief.when import When

TABLE = Path(__file__).with_suffix(".txt")
BRIEF = b"""
parley: 1
id: t
title: t
parties: [{id: ru, name: Russia, zone: Europe/Moscow}, {id: ua, name: Ukraine, zone: Europe/Kyiv}]
organizations:
  - {id: sbu, name: Security Service of Ukraine, abbreviation: SBU, of: ua}
  - {id: ru-mod, name: Russian Defence Ministry, of: ru}
  - {id: mit, name: National Intelligence Organisation, abbreviation: MIT}
people:
  - {id: medinsky, name: Vladimir Medinsky, of: ru}
  - {id: umerov, name: Rustem Umerov, of: ua}
  - {id: budanov, name: Kyrylo Budanov, of: sbu}
venues:
  - {id: istanbul, name: Istanbul, zone: Europe/Istanbul}
  - {id: palace, name: Palace, city: Istanbul}
  - {id: hall, name: Hall, part_of: palace}
  - {id: ciragan, name: Ciragan, part_of: istanbul}
  - {id: ankara, name: Ankara}
"""
KNOWN = register(read(Brief, parse(BRIEF, "t").node, Notes("t", [])))  # type: ignore[arg-type]
GROUND = Ground(KNOWN, "Europe/Istanbul", {"Kiev": "Kyiv", "FM": "Foreign Minister"})

HINTS: dict[str, Any] = {
    "when": Claimed[When],
    "killed": Claimed[Quantity],
    "title": Claimed[str],
    "role_as_written": Claimed[str],
    "venue": Claimed[Reference],
}


def claims_of(field: str, *values: str) -> Claimed[Any]:
    items = []
    for index, value in enumerate(values):
        long = value if "value:" in value else f"{{value: {value}}}"
        if not value.startswith("{"):
            long = f'{{value: "{value}"}}'
        items.append(f"  - {long[:-1]}, src: [s{index}]}}")
    node = parse(("claims:\n" + "\n".join(items)).encode(), "t").node
    notes = Notes("t", [])
    assert node is not None
    read_claimed = reader_for(HINTS[field])(node, notes, field)
    assert not notes.problems, notes.problems
    return read_claimed  # type: ignore[no-any-return]


def judge(field: str, *values: str) -> Verdict:
    return compare_claims(claims_of(field, *values).claims, GROUND, field)


def cases() -> list[Any]:
    found = []
    field = ""
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("["):
            field = line.strip("[]")
        elif line and not line.startswith("#"):
            kind, name, first, second = (part.strip() for part in line.split(" | "))
            found.append(pytest.param(field, kind, first, second, id=f"{field}: {name}"))
    return found


@pytest.mark.parametrize(("field", "kind", "first", "second"), cases())
def test_a_pair_and_the_pair_reversed(field: str, kind: str, first: str, second: str) -> None:
    verdict, reverse = judge(field, first, second), judge(field, second, first)
    assert verdict.kind == kind, verdict
    assert reverse.kind == kind
    assert judge(field, first, second, first).kind == kind


def test_there_are_enough_cases() -> None:
    assert len(cases()) >= 180


@pytest.mark.parametrize(
    ("field", "first", "second", "note"),
    [
        ("when", "2025-06-02T10:00Z", "{start: 2025-06-02T13:00, assume: Europe/Istanbul}",
         "agrees if s1 means Istanbul time"),
        ("when", "2025-06-02T10:00Z", "{start: 2025-06-02T14:00, assume: Europe/Istanbul}",
         "differs if s1 means Istanbul time"),
        ("when", "2025-06-02T10:00Z", "2025-06-02T13:00", "zone not stated"),
        ("when", "2025-06-02", "2025-06-02T21:30Z", ""),
        ("when", "2025-06-03", "2025-06-03T20:59Z", "one lies within the other"),
        ("when", "2025-06-02", "2025-06-02T20:30Z", "one lies within the other"),
        ("killed", "{value: 4, unit: pieces of aircraft}", "{value: 9, unit: bombers}",
         "unlike units: bombers, pieces of aircraft"),
        ("venue", "palace", "hall", "Hall lies in Palace"),
        ("venue", "sbu", "ua", "Security Service of Ukraine belongs to Ukraine"),
        ("title", "Minister", "Foreign Minister", "one says more than the other"),
    ],
)  # fmt: skip
def test_the_note_says_why(field: str, first: str, second: str, note: str) -> None:
    assert judge(field, first, second).note == note
    kinds = {judge(field, *pair).note for pair in ((first, second), (second, first))}
    assert len(kinds) == 1 or "s1" in note


def test_the_strongest_pair_names_the_field() -> None:
    verdict = judge("killed", "over 40", "41", "30", "30")
    assert verdict.kind is Kind.DISPUTE
    assert {pair[:3] for pair in verdict.pairs} == {
        (0, 1, Kind.COMPATIBLE), (0, 2, Kind.DISPUTE), (0, 3, Kind.DISPUTE),
        (1, 2, Kind.DISPUTE), (1, 3, Kind.DISPUTE),
    }  # fmt: skip


def test_one_claim_or_none_has_nothing_to_compare() -> None:
    assert judge("killed", "4").kind is Kind.SINGLE
    assert compare_claims((), GROUND).kind is Kind.SINGLE


def test_a_date_that_is_none_is_only_words() -> None:
    notes = Notes("t", [])
    node = parse(b"claims: [{value: soon after}, {value: 2025-06-02}]", "t").node
    assert node is not None
    claimed = reader_for(Claimed[When])(node, notes, "when")
    assert compare_claims(claimed.claims, GROUND, "when").kind is Kind.WORDING
