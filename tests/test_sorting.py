"""The orders a list can stand in."""

import pytest

from tui.blocks import Row, Span
from tui.brief.load import load
from tui.presentation.view import View
from tui.sections import sections
from tui.sorting import arranged, format_order, orders_for, turned

BRIEF = """\
parley: 1
id: r
title: River talks
display_zone: Europe/Zurich
sources:
  - {id: a, title: Gazette, published: 2031-03-02}
  - {id: b, title: Courier, published: 2031-03-05}
  - {id: c, title: Élan 10}
  - {id: d, title: elan 9, published: 2031-03-01}
rounds:
  - {id: r1, title: First round, status: concluded, when: 2031-03-01, src: [a]}
  - id: r2
    title: Second round
    status: scheduled
    when: {claims: [{value: 2031-04-01, src: [a]}, {value: 2031-04-02, src: [b]}]}
  - {id: r3, title: A third one, status: scheduled}
documents:
  - {id: d1, title: Treaty, when: 2031-02-01, src: [a]}
  - {id: d2, title: Annex, when: 2031-04-03, src: [a]}
exchanges:
  - {id: x1, title: Bodies, agreed: 2031-03-03, src: [a]}
"""


@pytest.fixture
def view(tmp_path):
    path = tmp_path / "b.yaml"
    path.write_text(BRIEF, encoding="utf-8")
    return View(load(path))


def rows_of(view, name):
    section = next(each for each in sections() if each.name == name)
    return section.listed(view), section.in_order


def keys(view, name, order):
    rows, in_order = rows_of(view, name)
    return [row.key.rpartition("/")[2] for row in arranged(view, rows, order, in_order=in_order)]


def test_titles_go_by_their_words_with_numbers_as_numbers(view):
    assert keys(view, "sources", "title") == ["sources#whole", "b", "d", "c", "a"]
    assert keys(view, "sources", "-title") == ["sources#whole", "a", "c", "d", "b"]


def test_what_has_no_date_stands_at_the_end_both_ways(view):
    assert keys(view, "rounds", "date") == ["r2", "r1", "r3"]
    assert keys(view, "rounds", "-date") == ["r1", "r2", "r3"]


def test_disputed_first_and_equal_ones_as_they_are_listed(view):
    assert keys(view, "rounds", "disputes") == ["r2", "r1", "r3"]
    assert keys(view, "rounds", "status") == ["r1", "r2", "r3"]
    assert keys(view, "rounds", "-status") == ["r2", "r3", "r1"]


def test_sources_go_by_how_much_rests_on_them(view):
    assert keys(view, "sources", "count") == ["sources#whole", "a", "b", "c", "d"]
    assert keys(view, "sources", "-count") == ["sources#whole", "c", "d", "b", "a"]


def test_an_order_holds_within_headings_it_would_tear_apart(view):
    assert keys(view, "deliverables", "date") == ["deliverables#whole", "d2", "d1", "x1"]
    assert keys(view, "deliverables", "title") == ["deliverables#whole", "d2", "d1", "x1"]


def test_pictures_stay_at_the_top_and_months_turn_with_their_rows(view):
    rows, in_order = rows_of(view, "timeline")
    pictures = [row.key for row in rows if not row.group]
    latest = arranged(view, rows, "date", in_order=in_order)
    assert [row.key for row in latest][: len(pictures)] == pictures
    assert latest[len(pictures)].group == "April 2031"
    assert latest[-1].group == "February 2031"
    back = arranged(view, rows, "-", in_order=in_order)
    assert [r.key for r in back[len(pictures) :]] == [r.key for r in rows[: len(pictures) - 1 : -1]]


def test_months_are_left_out_where_an_order_tears_them_apart(view):
    rows, in_order = rows_of(view, "timeline")
    by_title = arranged(view, rows, "title", in_order=in_order)
    assert not any(row.group for row in by_title)
    assert sorted(row.key for row in by_title) == sorted(row.key for row in rows)


def test_only_orders_that_tell_rows_apart_are_offered(view):
    rows, _ = rows_of(view, "rounds")
    assert orders_for(view, rows) == ("", "title", "date", "status", "disputes", "problems")
    assert orders_for(view, rows[:1]) == ("",)
    assert orders_for(view, ()) == ("",)


def test_an_order_nobody_knows_leaves_the_rows_as_they_are(view):
    rows, _ = rows_of(view, "rounds")
    assert arranged(view, rows, "moon") == rows
    assert arranged(view, rows, "") == rows
    assert format_order("moon") == format_order("") == ""


def test_turned_twice_is_as_before():
    for order in ("", "date", "-date"):
        assert turned(turned(order)) == order


def test_no_row_is_lost_or_made_in_any_tab_and_order(view, tmp_path):
    for section in sections():
        rows = section.listed(view)
        for name in orders_for(view, rows):
            for order in (name, turned(name)):
                found = arranged(view, rows, order, in_order=section.in_order)
                assert sorted(row.key for row in found) == sorted(row.key for row in rows)


def test_rows_of_no_record_can_be_sorted_by_their_words(view):
    rows = (Row("b", (Span("B"),), group="g"), Row("a", (Span("A"),), group="g"))
    assert [row.key for row in arranged(view, rows, "title")] == ["a", "b"]
