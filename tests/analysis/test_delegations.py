from pathlib import Path
from typing import Any

import pytest

from tui.analysis.compare import Kind
from tui.analysis.delegations import Step, courses
from tui.brief.load import load
from tui.brief.model import Brief
from tui.brief.reading import Reading
from tui.brief.register import register

ROOT = Path(__file__).parents[2]
HEAD = """
parley: 1
id: t
title: t
parties: [{id: ua, name: Ukraine}, {id: ru, name: Russia}]
sources: [{id: s0}, {id: s1}]
rounds:
  - {id: r1, title: One, status: concluded, when: 2025-05-16}
  - {id: r2, title: Two, status: concluded, when: 2025-06-02}
  - {id: r3, title: Three, status: scheduled, when: 2025-07-23}
people:
  - {id: a, name: A}
  - {id: b, name: Bevz}
  - {id: b2, name: bevz}
  - {id: c, name: C}
  - id: u
    name: Umerov
    title:
      claims:
        - {value: Defence Minister, when: until 2025-07-17, src: [s0]}
        - {value: Secretary of the Security Council, when: since 2025-07-18, src: [s0]}
"""


def reading(tmp_path: Path, text: str) -> Reading:
    path = tmp_path / "t.yaml"
    path.write_text(HEAD + text, "utf-8")
    found = load(path)
    assert not found.errors, found.problems
    return found


def team(at: str, members: str, more: str = "", kind: str = "closed") -> str:
    roster = f"{{list: {kind}, src: s0, members: [{members}]}}" if members else ""
    return f"  - {{party: ua, round: {at}, rosters: [{roster}]{more}}}\n"


def step(tmp_path: Path, *teams: str) -> Step:
    found = reading(tmp_path, "delegations:\n" + "".join(teams))
    (course,) = courses(found.brief, found.register)
    assert course.party.id == "ua"
    (only,) = course.steps
    return only


def names(came: tuple[Any, ...]) -> list[tuple[str, bool]]:
    return [(each.person, each.sure) for each in came]


CHANGES: list[tuple[str, tuple[str, str], tuple[str, str], list[Any], list[Any]]] = [
    ("closed lists", ("a, b", "closed"), ("a, c", "closed"), [("c", True)], [("b", True)]),
    ("open lists", ("a, b", "open"), ("a, c", "open"), [("c", False)], [("b", False)]),
    ("open before", ("a, b", "open"), ("a, c", "closed"), [("c", False)], [("b", True)]),
    ("open after", ("a, b", "closed"), ("a, c", "open"), [("c", True)], [("b", False)]),
    ("nobody changed", ("a, b", "closed"), ("b, a", "closed"), [], []),
    ("an expert beside", ("a", "closed"), ("a, {person: c, role: expert}", "closed"),
     [("c", False)], []),
    ("an expert of before", ("a, {person: c, role: expert}", "closed"), ("a", "closed"),
     [], [("c", False)]),
    ("absent now", ("a, b", "closed"), ("a, {person: b, attendance: absent}", "closed"),
     [], [("b", True)]),
    ("absent before", ("a, {person: b, attendance: replaced}", "open"), ("a, b", "open"),
     [("b", True)], []),
    ("no lists before", ("", "open"), ("a", "closed"), [("a", False)], []),
    ("another spelling", ("a, b", "closed"), ("a, b2", "closed"), [("b2", False)], [("b", False)]),
]  # fmt: skip


@pytest.mark.parametrize("case", [c[1:] for c in CHANGES], ids=[c[0] for c in CHANGES])
def test_who_came_and_went(tmp_path: Path, case: tuple[Any, ...]) -> None:
    (one, kind), (other, then), added, dropped = case
    found = step(tmp_path, team("r1", one, kind=kind), team("r2", other, kind=then))
    assert (names(found.added), names(found.dropped)) == (added, dropped)
    back = step(tmp_path, team("r1", other, kind=then), team("r2", one, kind=kind))
    assert (names(back.added), names(back.dropped)) == (dropped, added)


def test_a_closed_list_that_another_list_goes_beyond_excludes_nobody(tmp_path: Path) -> None:
    lists = "{list: closed, src: s0, members: [a]}, {list: open, src: s1, members: [a, c]}"
    found = step(tmp_path, f"  - {{party: ua, round: r1, rosters: [{lists}]}}\n",
                 team("r2", "a, b"))  # fmt: skip
    assert (names(found.added), names(found.dropped)) == ([("b", False)], [("c", True)])


def test_perhaps_the_same_person_and_who_was_away(tmp_path: Path) -> None:
    found = step(tmp_path, team("r1", "a, b"), team("r2", "b2, {person: a, attendance: absent}"))
    assert [(each.person, each.twin) for each in found.added] == [("b2", "b")]
    gone = {each.person: (each.twin, each.away) for each in found.dropped}
    assert gone == {"a": ("", "absent"), "b": ("b2", "")}


HEADS = [
    ("a new one", ", head: {value: a, src: s0}", ", head: {value: b, src: s0}", True),
    ("the same", ", head: {value: a, src: s0}", ", head: {value: a, src: s0}", False),
    ("not known before", "", ", head: {value: b, src: s0}", False),
    ("not known after", ", head: {value: a, src: s0}", "", False),
    ("one of two", ", head: {claims: [{value: a, src: s0}, {value: c, src: s1}]}",
     ", head: {value: c, src: s0}", False),
]  # fmt: skip


@pytest.mark.parametrize("case", [h[1:] for h in HEADS], ids=[h[0] for h in HEADS])
def test_heads(tmp_path: Path, case: tuple[Any, ...]) -> None:
    before, after, anew = case
    found = step(tmp_path, team("r1", "a, b, c", before), team("r2", "a, b, c", after))
    assert found.has_new_head is anew


def test_a_head_on_a_list_leads_and_a_head_without_a_list_is_there(tmp_path: Path) -> None:
    found = step(tmp_path, team("r1", "", ", head: {value: a, src: s0}"),
                 team("r2", "{person: b, role: head}, a"))  # fmt: skip
    assert (found.old_head, found.new_head, found.stayed) == (("a",), ("b",), ("a",))


TITLES = [
    ("another post", "Minister of Defence", "Minister of Justice", Kind.WORDING),
    ("promoted", "Deputy Minister", "First Deputy Minister", Kind.DISPUTE),
    ("in other words", "head of the service", "director of the service", Kind.WORDING),
    ("the same", "Minister of Defence", "Defence Minister", None),
]


@pytest.mark.parametrize("case", [t[1:] for t in TITLES], ids=[t[0] for t in TITLES])
def test_posts_from_lists(tmp_path: Path, case: tuple[Any, ...]) -> None:
    old, new, kind = case
    found = step(tmp_path, team("r1", f"{{person: a, title: {old}}}"),
                 team("r2", f"{{person: a, title: {new}}}"))  # fmt: skip
    assert [each.kind for each in found.retitled] == ([kind] if kind else [])


def test_posts_from_the_register_by_the_day_of_the_round(tmp_path: Path) -> None:
    found = step(tmp_path, team("r1", "u"), team("r3", "u"))
    (only,) = found.retitled
    assert [c.value for c in only.before] == ["Defence Minister"]
    assert [c.value for c in only.after] == ["Secretary of the Security Council"]
    assert step(tmp_path, team("r1", "u"), team("r2", "u")).retitled == ()


def test_several_delegations_of_one_round_are_one_team(tmp_path: Path) -> None:
    found = step(tmp_path, team("r1", "a", kind="open"), team("r1", "b", kind="open"),
                 team("r3", "a, b"))  # fmt: skip
    assert (found.added, found.dropped, found.stayed) == ((), (), ("a", "b"))


def test_one_round_is_no_course(tmp_path: Path) -> None:
    text = "delegations:\n" + team("r1", "a") + "  - {party: ru, round: r2}\n"
    found = reading(tmp_path, text)
    assert courses(found.brief, found.register) == ()


def told(brief: Brief) -> list[Any]:
    return [
        (c.party.id, s.before.id, s.after.id, {*names(s.added)}, {*names(s.dropped)},
         {*s.stayed}, {each.person for each in s.retitled}, s.has_new_head)
        for c in courses(brief, register(brief)) for s in c.steps
    ]  # fmt: skip


def test_kenya_from_round_to_round() -> None:
    found = load(ROOT / "briefs/kenya-2008")
    pnu, odm = courses(found.brief, found.register)
    assert [len(each.rounds) for each in (pnu, odm)] == [10, 10]
    first = pnu.steps[0]
    assert (first.old_head, first.new_head) == (("kibaki",), ("karua",))
    assert names(first.dropped) == [("kibaki", True)]
    # A look back gives him a post that was made in April: noted, and no post he lost.
    assert [each.person for each in pnu.steps[1].retitled] == []
    assert all(not each.has_new_head for each in pnu.steps[1:5])


@pytest.mark.parametrize("name", ["istanbul-2025.yaml", "kenya-2008"])
def test_the_order_of_delegations_and_lists_does_not_matter(name: str) -> None:
    brief = load(ROOT / "briefs" / name).brief
    values = {**vars(brief), "delegations": tuple(
        type(each)(**{**vars(each), "rosters": each.rosters[::-1]})
        for each in brief.delegations[::-1])}  # fmt: skip
    assert told(Brief(**values)) == told(brief)
