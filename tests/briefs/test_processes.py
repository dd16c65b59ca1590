"""Six peace processes as briefs, each held against what a careful reader would say of its facts.

`NAME.expected.yaml` stands beside `NAME.yaml` and was written before the program had read either:
a line for each value with several claims and each list of states, with the reader's verdict.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from tui.analysis.agreement import Footing, island
from tui.analysis.compare import Kind, compare_statuses, ground_of
from tui.analysis.disputes import contested
from tui.brief.load import load
from tui.brief.model import Brief, Document, Exchange, Measure, Round, Status
from tui.brief.reading import Reading
from tui.brief.record import Record
from tui.brief.walk import ClaimedField

FOLDER = Path(__file__).parent / "processes"
NAMES = sorted(path.name.removesuffix(".expected.yaml") for path in FOLDER.glob("*.expected.yaml"))

DISPUTED = "disputed"
AGREED = "agreed by the sides"
CONFIRMED = "confirmed"
COMPATIBLE = "compatible"
WORDED = "worded differently"
INCOMPARABLE = "not comparable"
HISTORY = "history"
ONE_ORIGIN = "one origin"
"""Repeated and not confirmed: copies of one agency, or one voice read in two places."""
VERDICTS = {
    DISPUTED, AGREED, CONFIRMED, COMPATIBLE, WORDED, INCOMPARABLE, HISTORY, ONE_ORIGIN,
}  # fmt: skip
_SAID = {
    Kind.DISPUTE: DISPUTED,
    Kind.FINER: COMPATIBLE,
    Kind.COMPATIBLE: COMPATIBLE,
    Kind.WORDING: WORDED,
    Kind.INCOMPARABLE: INCOMPARABLE,
}


class Expected(NamedTuple):
    """What the reader says of one fact; several verdicts where he would take any of them."""

    record: str
    field: str
    verdicts: frozenset[str]
    why: str


def expected(name: str) -> tuple[Expected, ...]:
    lines = yaml.load((FOLDER / f"{name}.expected.yaml").read_text("utf-8"), yaml.BaseLoader)
    return tuple(
        Expected(each["record"], each["field"], _verdicts(each["verdict"]), each["why"])
        for each in lines
    )


def _verdicts(written: str | list[str]) -> frozenset[str]:
    return frozenset([written] if isinstance(written, str) else written)


@cache
def reading(name: str) -> Reading:
    return load(FOLDER / f"{name}.yaml")


@cache
def told(name: str) -> dict[tuple[str, str], frozenset[str]]:
    """What the program says of each fact: where several words hold, all of them."""
    found = reading(name)
    return {**_of_claims(found), **_of_states(found)}


def _of_claims(found: Reading) -> dict[tuple[str, str], frozenset[str]]:
    shared = {
        _place(each.record, each.fact): each for each in island(found.brief, found.register).facts
    }
    said = {}
    for each in contested(found.brief, found.register):
        place = _place(each.record, each.fact)
        if place not in shared:  # states and lists, gathered out of several lines
            continue
        agreed = shared[place].footing is Footing.AGREED and len(shared[place].sides) > 1
        said[place] = _words(each.verdict.kind, agreed, each.standing.startswith(CONFIRMED))
    return said


def _words(kind: Kind, agreed: bool, confirmed: bool) -> frozenset[str]:
    if kind not in {Kind.AGREE, Kind.FINER}:
        return frozenset({_SAID.get(kind, str(kind))})
    found = {AGREED} if agreed else {CONFIRMED} if confirmed else set()
    if kind is Kind.FINER:
        return frozenset(found | {COMPATIBLE})
    return frozenset(found or {ONE_ORIGIN})


def _of_states(found: Reading) -> dict[tuple[str, str], frozenset[str]]:
    brief = found.brief
    ground = ground_of(found.register, brief.aliases)
    said = {}
    for record, field, states in _lists(brief):
        if len(states) > 1:
            kind = compare_statuses(states, ground).kind
            words = {_SAID.get(kind, HISTORY)} if kind is not Kind.FINER else {HISTORY}
            said[record, field] = frozenset(words)
    return said


def _lists(brief: Brief) -> Iterator[tuple[str, str, tuple[Status, ...]]]:
    for record in (*brief.rounds, *brief.documents, *brief.exchanges):
        assert isinstance(record, Round | Document | Exchange)
        field = "states" if isinstance(record, Document) else "status"
        yield record.id, field, getattr(record, field)


def _place(record: Record, fact: ClaimedField) -> tuple[str, str]:
    """A fact as an expected file names it; what is of no record with an id is the section's."""
    owner = fact.owner
    return (
        getattr(record, "id", "") or "conflict",
        owner.name if isinstance(owner, Measure) else fact.field,
    )


CASES = [
    pytest.param(name, each, id=f"{name}-{each.record}-{each.field}".replace(" ", "_"))
    for name in NAMES
    for each in expected(name)
]


@pytest.mark.parametrize("name", NAMES)
def test_a_process_is_read_without_a_mistake(name):
    assert not reading(name).errors


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_with_several_claims_has_a_verdict_of_the_reader(name):
    lines = expected(name)
    places = [(each.record, each.field) for each in lines]
    assert len(places) == len(set(places))
    assert set(places) == set(told(name))
    assert {word for each in lines for word in each.verdicts} <= VERDICTS


@pytest.mark.parametrize(("name", "line"), CASES)
def test_the_program_says_what_a_careful_reader_says(name, line):
    said = told(name)[line.record, line.field]
    assert said & line.verdicts, f"{sorted(said)} is told, {sorted(line.verdicts)}: {line.why}"
