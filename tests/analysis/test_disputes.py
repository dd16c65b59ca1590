from pathlib import Path

import pytest

from tui.analysis.disputes import Contested, Group, Unlike, contested, disputes, unlike_lists
from tui.analysis.gathered import LISTED, STATES
from tui.brief.load import load
from tui.brief.model import Delegation
from tui.brief.reading import Reading
from tui.brief.walk import facts_of

ROOT = Path(__file__).parents[2]
HEAD = """
parley: 1
id: t
title: t
parties: [{id: ru, name: Russia, stance: belligerent}, {id: ua, name: U, stance: belligerent},
          {id: tr, name: T, stance: mediator}]
organizations: [{id: sbu, name: SBU, of: ua}, {id: un, name: UN}]
people: [{id: a, name: A, of: ua}, {id: b, name: B, of: ua}]
sources: [{id: s0}, {id: s1}, {id: post, of: ru}]
rounds: [{id: r1, status: scheduled, when: 2025-06-02}]
"""


def reading(tmp_path: Path, text: str) -> Reading:
    path = tmp_path / "t.yaml"
    path.write_text(HEAD + text, "utf-8")
    found = load(path)
    assert not found.errors, found.problems
    return found


def one(tmp_path: Path, *claims: str, held: str = "accepted") -> Contested:
    lines = "".join(f"      - {{{claim}}}\n" for claim in claims)
    text = f"conflict:\n  measures:\n  - name: m\n    held: {held}\n    claims:\n{lines}"
    found = reading(tmp_path, text)
    (only,) = contested(found.brief, found.register)
    return only


GROUPS = [
    ("two sides", Group.PARTIES, "value: 4, by: ru, src: [s0]", "value: 5, by: sbu, src: [s0]"),
    ("two sides, and a source", Group.PARTIES,
     "value: 4, by: ru, src: [s0]", "value: 5, by: ua, src: [s0]", "value: 6, src: [s1]"),
    ("a side's own post", Group.PARTIES, "value: 4, src: [post]", "value: 5, by: ua, src: [s0]"),
    ("two sources", Group.SOURCES, "value: 4, src: [s0]", "value: 5, src: [s1]"),
    ("the sides agree, sources do not", Group.SOURCES, "value: 4, by: ru, src: [s0]",
     "value: 4, by: ua, src: [s0]", "value: 5, src: [s0]", "value: 6, src: [s1]"),
    ("within one side", Group.OTHERS,
     "value: 4, by: ua, src: [s0]", "value: 5, by: sbu, src: [s0]"),
    ("a side and a source", Group.OTHERS, "value: 4, by: ua, src: [s0]", "value: 5, src: [s1]"),
    ("a side and a mediator", Group.OTHERS,
     "value: 4, by: ua, src: [s0]", "value: 5, by: tr, src: [s0]"),
    ("unlike units", Group.INCOMPARABLE,
     "value: 4, unit: planes, by: ua, src: [s0]", "value: 5, unit: ships, by: ru, src: [s0]"),
    ("finer", Group.FINER, "value: 4, by: ua, src: [s0]", "value: 3–5, by: ru, src: [s0]"),
    ("a bound left open", Group.COMPATIBLE,
     "value: 4, by: ua, src: [s0]", "value: over 3, by: ru, src: [s0]"),
    ("in other words", Group.WORDING,
     "value: a host, by: ua, src: [s0]", "value: a lot, by: ru, src: [s0]"),
    ("alike", Group.AGREE, "value: 4, by: ua, src: [s0]", "value: 4, by: ru, src: [s0]"),
]  # fmt: skip


@pytest.mark.parametrize("case", [g[1:] for g in GROUPS], ids=[g[0] for g in GROUPS])
def test_what_stands_against_what(tmp_path: Path, case: tuple[str, ...]) -> None:
    group, *claims = case
    found = one(tmp_path, *claims)
    assert found.group is group
    assert one(tmp_path, *claims[::-1]).group is group
    disputed = {Group.PARTIES, Group.SOURCES, Group.OTHERS}
    assert found.disputed is (found.group in disputed)


def test_voices_and_standing(tmp_path: Path) -> None:
    found = one(tmp_path, "value: 4, by: ua, src: [s0]", "value: 5, by: ru", "value: 5, src: [s1]")
    assert found.voices == (("ru", 1), ("ua", 1), ("", 1))
    assert found.standing == "contested"


def test_values_of_a_section_and_of_parts_have_keys_of_their_own(tmp_path: Path) -> None:
    two = "{claims: [{value: 2022, src: s0}, {value: 2023, src: s1}]}"
    figure = "claims: [{value: 1, src: s0}, {value: 2, src: s1}]"
    found = reading(tmp_path, f"""
conflict:
  started: {two}
  events:
    - {{id: e, when: {two}, measures: [{{name: UAVs, {figure}}}, {{name: UAVs, {figure}}}]}}
""")  # fmt: skip
    keys = [each.key for each in contested(found.brief, found.register)]
    assert keys == ["disputes/conflict#started", "disputes/events/e#when",
                    "disputes/events/e#UAVs", "disputes/events/e#UAVs~2"]  # fmt: skip


def test_a_dispute_by_the_writers_word_alone(tmp_path: Path) -> None:
    text = """
conflict:
  duration:
    held: conflict
    claims: [{value: more than three years, src: s0}, {value: nearly three years, src: s1}]
"""
    found = reading(tmp_path, text)
    (only,) = contested(found.brief, found.register)
    assert only.judged
    assert only.group is Group.SOURCES
    assert not one(tmp_path, "value: 4, src: [s0]", "value: 5, src: [s1]").judged


@pytest.mark.parametrize(
    ("lists", "group"),
    [
        ("{list: closed, src: s0, members: [a]}, {list: open, src: s1, members: [b]}",
         Group.SOURCES),
        ("{list: closed, by: ru, src: s0, members: [a]}, {list: open, by: ua, members: [b]}",
         Group.PARTIES),
        ("{src: s0, members: [{person: a, role: head}]}, {members: [{person: b, role: head}]}",
         Group.SOURCES),
        ("{list: open, src: s0, members: [a]}, {list: open, src: s1, members: [b]}", None),
    ],
)  # fmt: skip
def test_lists_that_exclude_each_other(tmp_path: Path, lists: str, group: Group | None) -> None:
    found = reading(tmp_path, f"delegations: [{{id: d, party: ua, round: r1, rosters: [{lists}]}}]")
    unlike = unlike_lists(found.brief, found.register)
    assert [each.group for each in unlike] == ([group] if group else [])
    assert all(each.key == "disputes/delegations/d" and each.disputed for each in unlike)


@pytest.mark.parametrize("name", ["istanbul-2025.yaml", "kenya-2008"])
def test_nothing_with_several_claims_is_missed(name: str) -> None:
    found = load(ROOT / "briefs" / name)
    every = disputes(found.brief, found.register)
    values = [each for each in every if isinstance(each, Contested)]
    values = [each for each in values if each.fact.field not in {STATES, *LISTED}]
    assert len(values) == sum(len(f.claimed.unstruck) > 1 for f in facts_of(found.brief))
    assert len({each.key for each in every}) == len(every)
    groups = [list(Group).index(each.group) for each in every]
    assert groups == sorted(groups)


def test_the_disputes_of_istanbul() -> None:
    found = load(ROOT / "briefs/istanbul-2025.yaml")
    told = [(str(e.group), e.key) for e in disputes(found.brief, found.register) if e.disputed]
    assert told == [
        ("party against party", "disputes/events/e-strikes#airfields"),
        ("source against source", "disputes/delegations/delegation-ua-r2"),
        ("source against source", "disputes/conflict#duration"),
        ("source against source", "disputes/people/kyslytsya#title"),
    ]
    (members,) = (e for e in disputes(found.brief, found.register) if isinstance(e, Unlike))
    assert isinstance(members.record, Delegation)
