"""The delegations of a round face to face: everybody is there, heads opposite heads."""

import pytest

from tui.blocks import Table, plain
from tui.brief.load import load
from tui.presentation.delegation_columns import FACING
from tui.presentation.names import name_link
from tui.presentation.view import View
from tui.sections import delegations

BRIEF = """parley: 1
id: t
title: t
parties: [{id: n, name: North}, {id: s, name: South}, {id: w, name: West}]
people:
  - {id: ann, name: Ann, of: n, title: Minister}
  - {id: bob, name: Bob, of: n}
  - {id: cyd, name: Cyd, of: s}
  - {id: dan, name: Dan, of: s}
rounds: [{id: r1, title: First}, {id: r2, title: Second}]
delegations:
  - party: n
    round: r1
    head: ann
    rosters:
      - {src: a, list: open, members: [bob, ann]}
      - {src: b, list: open, members: [{person: ann, title: Foreign Minister}]}
  - {party: s, round: r1, rosters: [{src: a, members: [cyd, dan]}]}
  - {party: n, round: r2, head: ann}
  - {party: w, round: r2}
"""


@pytest.fixture
def view(tmp_path):
    path = tmp_path / "t.yaml"
    path.write_text(BRIEF, "utf-8")
    return View(load(path))


def table(view, round_):
    return next(b for b in delegations.detail(view, FACING + round_) if isinstance(b, Table))


def test_heads_face_each_other_and_posts_come_from_the_lists(view):
    found = table(view, "r1")
    assert [plain(column) for column in found.columns] == ["North", "South"]
    assert [tuple(map(plain, row)) for row in found.rows] == [
        ("Ann, Foreign Minister (head)", "no head named"),
        ("Bob (in 1 of 2 lists)", "Cyd"),
        ("", "Dan"),
    ]


def test_every_name_leads_to_its_person(view):
    links = {s.link for row in table(view, "r1").rows for cell in row for s in cell if s.link}
    assert links == {name_link(view, id_).link for id_ in ("ann", "bob", "cyd", "dan")}


def test_only_a_round_of_two_known_delegations_has_a_table(view):
    keys = [row.key for row in delegations.rows(view)]
    assert [key for key in keys if key.startswith(FACING)] == [f"{FACING}r1"]
    assert keys.index(f"{FACING}r1") == 2
    assert delegations.detail(view, f"{FACING}none") == ()
