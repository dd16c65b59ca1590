from pathlib import Path
from typing import Any

import pytest

from tui.analysis.positions import footing, matrix
from tui.brief.load import load
from tui.brief.model import Brief, Positions
from tui.brief.reading import Reading
from tui.brief.register import register

ROOT = Path(__file__).parents[2]
HEAD = """
parley: 1
id: t
title: t
parties: [{id: ua, name: Ukraine, stance: belligerent}, {id: ru, name: R, stance: belligerent},
          {id: tr, name: T, stance: mediator}]
organizations: [{id: mfa, name: Ministry, of: ua}]
people: [{id: z, name: Z, of: ua}, {id: l, name: L, of: ru}, {id: n, name: N}]
sources: [{id: s0}, {id: s1}]
rounds: [{id: r1, status: concluded, when: 2025-05-16}, {id: r2, status: concluded, when: 2025-06-02}]
"""  # noqa: E501


@pytest.fixture
def read(tmp_path):
    def read(text: str) -> Reading:
        path = tmp_path / "t.yaml"
        path.write_text(HEAD + text, "utf-8")
        found = load(path)
        assert not found.errors, found.problems
        return found

    return read


def stances(*lines: str, issues: str = "{id: i, title: I}") -> str:
    made = "".join(f"    - {{issue: i, {line}}}\n" for line in lines)
    return f"positions:\n  issues: [{issues}]\n  stances:\n{made}"


def test_stances_stand_in_the_order_of_time(read):
    found = read(stances(
        "party: ua, position: d, round: r2",
        "party: ua, position: b, when: 2025-05-10",
        "party: ua, position: c, round: r1",
        "party: ua, position: a",
        "party: ua, position: e, when: before 2025-07",
        "party: ru, position: x, when: 2025",
    ))  # fmt: skip
    table = matrix(found.brief, found.register)
    (issue,) = table.issues
    cell = table.cell(issue, "ua")
    assert [each.position.stated[0] for each in cell.stances] == ["a", "b", "c", "d", "e"]
    # What was taken some time before July may be older than what was taken in June.
    assert [each.position.stated[0] for each in cell.now] == ["d", "e"]
    assert (cell.earlier, cell.undated) == (2, 1)
    assert len(table.cell(issue, "ru").stances) == 1
    assert table.cell(issue, "tr").now == ()


def test_sides_are_columns_and_others_only_where_they_speak(read):
    found = read(stances("party: ua, position: a"))
    table = matrix(found.brief, found.register)
    assert [each.id for each in table.parties] == ["ru", "ua"]
    assert table.others == ()
    assert [(issue.id, party.id) for issue, party in table.unknown] == [("i", "ru")]
    found = read(stances("party: tr, position: a"))
    assert [each.id for each in matrix(found.brief, found.register).others] == ["tr"]


def test_a_stance_on_a_part_is_no_gap_in_the_whole(read):
    issues = "{id: w, title: Whole}, {id: i, title: I, parent: w}, {title: Nameless}"
    found = read(stances("party: ua, position: a", issues=issues))
    table = matrix(found.brief, found.register)
    assert [(issue.title, party.id) for issue, party in table.unknown] == [
        ("Whole", "ru"), ("I", "ru"), ("Nameless", "ru"), ("Nameless", "ua"),
    ]  # fmt: skip
    assert table.in_parts(table.issues[0], "ua")
    assert [part.id for part in table.parts["w"]] == ["i"]


FOOTINGS = [
    ("nobody named", "src: s0", 1, False, ""),
    ("the party itself", "by: ua, src: s0", 1, True, ""),
    ("a person of it", "by: z, src: [s0, s1]", 2, True, ""),
    ("a body of it", "position: {value: a, by: mfa, src: s0}", 1, True, ""),
    ("somebody unnamed", "by: {unnamed: an aide, of: ua}, src: s0", 1, False, ""),
    ("somebody unnamed of the other", "by: {unnamed: an aide, of: ru}, src: s0", 1, False, ""),
    ("the other party", "by: l, src: s0", 1, True, "l"),
    ("a person of no party", "by: n, src: s0", 1, True, "n"),
    ("its own word beside another's", "by: l, position: {value: a, by: z, src: s0}", 1, True, ""),
    ("two sources of two claims",
     "position: {claims: [{value: a, src: s0}, {value: a, src: s1}]}", 2, False, ""),
    ("no source", "note: none", 0, False, ""),
]  # fmt: skip


@pytest.mark.parametrize("case", [f[1:] for f in FOOTINGS], ids=[f[0] for f in FOOTINGS])
def test_what_a_stance_rests_on(read, case: tuple[Any, ...]) -> None:
    line, sources, named, teller = case
    line = line if "position" in line else f"position: a, {line}"
    found = read(stances(f"party: ua, {line}"))
    rests = footing(found.brief.positions.stances[0], found.brief, found.register)
    assert (rests.sources, rests.named, rests.teller.id if rests.teller else "") == (
        sources, named, teller
    )  # fmt: skip


def test_statements_go_to_their_issue_and_the_party_of_their_speaker(read):
    found = read("""
positions: {issues: [{id: i, title: I}, {id: j, title: J}]}
statements:
  - {id: one, speaker: z, gist: a, about: [i, j, i]}
  - {id: two, speaker: n, gist: b, about: [i]}
  - {id: three, speaker: n, on_behalf_of: ru, gist: c, about: [i]}
  - {id: four, speaker: {unnamed: an aide, of: ua}, gist: d, about: [i, r1]}
  - {id: five, speaker: z, gist: e, about: [r1]}
""")
    table = matrix(found.brief, found.register)
    said = {at: [each.id for each in cell.statements] for at, cell in table.cells.items()}
    assert said == {("issues/i", "ua"): ["four", "one"], ("issues/j", "ua"): ["one"],
                    ("issues/i", ""): ["two"], ("issues/i", "ru"): ["three"]}  # fmt: skip
    assert table.cell(table.issues[0], "ua").now == ()


def test_no_positions_at_all(read):
    found = read("documents: []")
    table = matrix(found.brief, found.register)
    assert (table.issues, table.unknown, dict(table.cells)) == ((), (), {})


@pytest.mark.parametrize("name", ["istanbul-2025.yaml", "kenya-2008"])
def test_the_order_of_records_does_not_matter(name: str) -> None:
    brief = load(ROOT / "briefs" / name).brief
    part = brief.positions
    turned = Positions(**{**vars(part), "stances": part.stances[::-1]})
    other = Brief(**{**vars(brief), "positions": turned, "statements": brief.statements[::-1]})
    one, two = (matrix(each, register(each)) for each in (brief, other))
    assert {(i.id, p.id) for i, p in one.unknown} == {(i.id, p.id) for i, p in two.unknown}
    latest = [
        {at: [each.position for each in cell.now] for at, cell in table.cells.items()}
        for table in (one, two)
    ]
    assert latest[0] == latest[1]
    said = [{at: {*cell.statements} for at, cell in table.cells.items()} for table in (one, two)]
    assert said[0] == said[1]
