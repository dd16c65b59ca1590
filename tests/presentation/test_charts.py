"""Which figures share an axis, in which order, and what is told of them."""

import pytest

from tui.blocks import Chart
from tui.brief.load import load
from tui.presentation.names import name_link
from tui.presentation.view import View
from tui.rendering.layout import lay
from tui.sections import conflict

BRIEF = """parley: 1
id: t
title: t
sources: [{id: s1, title: S1}, {id: s2, title: S2}]
parties: [{id: n, name: North}, {id: s, name: South}]
conflict:
  measures:
    - name: aircraft
      claims:
        - {value: over 40, unit: bombers, predicate: destroyed, by: n, src: s1, when: 2025-06-02}
        - {value: 41, unit: Bombers, predicate: Destroyed, by: n, src: s1, when: 2025-06-01}
        - {value: about 13, unit: bombers, predicate: destroyed, by: s, src: s2}
        - {value: several, unit: bombers, predicate: destroyed, by: s, src: s2}
        - {value: 5, unit: bombers, predicate: hit, by: s, src: s2}
        - {value: 7, unit: pieces, predicate: destroyed, by: s, src: s2}
    - {name: alone, claims: [{value: 4, src: s1}]}
    - {name: gone, claims: [{value: 4–5, src: s1, held: retracted}, {value: 6, src: s2}]}
"""


@pytest.fixture
def view(tmp_path):
    path = tmp_path / "t.yaml"
    path.write_text(BRIEF, "utf-8")
    return View(load(path))


def charts(view, key):
    return [b for b in conflict.detail(view, f"measures/{key}") if isinstance(b, Chart)]


def test_unlike_units_and_predicates_never_share_an_axis(view):
    (chart,) = charts(view, "aircraft")
    assert chart.unit.casefold() == "bombers, destroyed"
    assert [row.figure for row in chart.rows] == ["41", "over 40", "about 13"]


def test_one_figure_alone_is_no_chart(view):
    assert charts(view, "alone") == []


def test_a_figure_followed_by_a_later_one_of_the_same_voice_is_marked(view):
    (chart,) = charts(view, "aircraft")
    assert [row.shape for row in chart.rows] == ["earlier", "exact", "about"]


def test_what_the_writer_holds_withdrawn_is_drawn_so(view):
    (chart,) = charts(view, "gone")
    assert [row.shape for row in chart.rows] == ["exact", "withdrawn"]
    assert "├×┤" in "".join(s.text for line in lay((chart,), 80) for s in line).replace("─", "")


def test_each_row_leads_to_who_says_it(view):
    (chart,) = charts(view, "aircraft")
    assert chart.rows[0].who[0].text == "North"
    assert chart.rows[0].link == name_link(view, "n").link != ""
