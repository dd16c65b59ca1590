"""Figures along an axis: which cells they cover, what is written, and that nothing is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.blocks import Chart, Gauge, Span
from tui.rendering.ink import width_of
from tui.rendering.layout import lay
from tui.rendering.range_chart import Axis, axis_of, draw_chart, strokes
from tui.rendering.words import words_of

TEN = Axis(0, 10, 5, 11)
"""One cell a number."""


def gauge(best=None, low=None, high=None, shape="exact", told="", who="x"):
    return Gauge((Span(who),), told, best, low, high, shape, "k")


def text(lines):
    return ["".join(span.text for span in line).rstrip() for line in lines]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (gauge(4), "    ●"),
        (gauge(4, shape="about"), "    ○"),
        (gauge(4, shape="withdrawn"), "    ×"),
        (gauge(low=2, high=6), "  ├───┤"),
        (gauge(3, 2, 6), "  ├●──┤"),
        (gauge(low=2), "  ├──▸"),
        (gauge(low=9), " " * 9 + "├▸"),
        (gauge(high=6), "   ◂──┤"),
        (gauge(high=1), "◂┤"),
        (gauge(low=2, high=6, shape="withdrawn"), "  ├─×─┤"),
        (gauge(0), "●"),
        (gauge(10), " " * 10 + "●"),
    ],
)
def test_a_figure_covers_its_own_cells(row, cells):
    at, glyphs = strokes(row, TEN)
    assert " " * at + glyphs == cells


def test_figures_stand_beside_what_is_drawn_under_round_numbers():
    block = Chart("people, killed", (gauge(50, told="50"), gauge(low=100, told="over 100")))
    lines = text(draw_chart(block, 60))
    assert lines[0] == "people, killed"
    assert lines[3].endswith("● 50") and lines[4].endswith("├──▸ over 100")
    assert lines[2].count("┬") == len(lines[1].split())


@pytest.mark.parametrize("width", range(24, 80))
def test_both_ends_of_an_axis_are_told(width):
    block = Chart("", (gauge(133, told="133"), gauge(low=1500, told="over 1,500")))
    lines = text(draw_chart(block, width))
    if "┬" in lines[1]:
        assert lines[0].split()[0] == "0" and lines[0].endswith("00")
        assert len(lines[0]) == len(lines[1])


def test_a_figure_below_nought_has_its_cell():
    axis = axis_of((gauge(-5), gauge(5)), 40, 3)
    assert axis.low <= -5 and axis.cell(-5) < axis.cell(0) < axis.cell(5)


def test_figures_close_together_far_from_nought_are_told_apart():
    axis = axis_of((gauge(1000), gauge(1010)), 40, 3)
    assert axis.low > 900 and axis.cell(1010) - axis.cell(1000) > 5


NUMBERS = st.one_of(
    st.none(), st.integers(-(10**6), 10**30).map(float), st.floats(0, 1e6, allow_nan=False)
)


@given(st.lists(NUMBERS, min_size=1, max_size=8), st.integers(8, 200))
def test_every_figure_is_told_and_nothing_is_drawn_outside(numbers, width):
    rows = tuple(gauge(n, told=f"f{i}.") for i, n in enumerate(numbers))
    lines = list(draw_chart(Chart("u", rows), width))
    assert all(width_of(line) <= width for line in lines)
    told = "".join(text(lines))
    assert all(f"f{i}." in told for i in range(len(numbers)))


def test_a_chart_is_safe_and_adds_no_words_to_a_search():
    block = Chart("u", (gauge(1, told="1\x1b[31m", who="a\nb"), gauge(2, told="2")))
    assert "\x1b" not in "".join(text(lay((block,), 80)))
    assert words_of((block,)) == ""
