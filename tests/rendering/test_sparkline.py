"""A line of blocks: how high each is, what stands below, that it stays within its room."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tui.blocks import Sparkline
from tui.rendering.ink import width_of
from tui.rendering.sparkline import draw_sparkline


def text(lines):
    return ["".join(span.text for span in line).rstrip() for line in lines]


def test_the_fullest_span_is_eight_eighths_high():
    sparkline = Sparkline(date(2025, 5, 30), 1, (1, 0, 8, 4), 3)
    assert text(draw_sparkline(sparkline, 4))[0] == "▁·█▄"


def test_dates_and_the_cut_off_stand_below_their_spans():
    sparkline = Sparkline(date(2025, 5, 30), 1, (1, 0, 8, 4, 0), 0)
    assert text(draw_sparkline(sparkline, 80)) == [
        "▁▁▁···███▄▄▄···",
        "      Jun 2025",
        "30 31 1  2  3",
        "╎ as of",
    ]


def test_without_room_nothing_is_drawn():
    assert list(draw_sparkline(Sparkline(date(2025, 5, 30), 1, (1, 2)), 1)) == []
    assert list(draw_sparkline(Sparkline(date(2025, 5, 30), 1, ()), 80)) == []


@given(st.lists(st.integers(0, 99), min_size=1, max_size=52), st.integers(8, 200), st.booleans())
def test_what_happened_is_higher_than_nothing_and_within_the_room(counts, width, cut):
    counts = (*counts, 1)
    sparkline = Sparkline(date(2025, 1, 1), 7, counts, len(counts) - 1 if cut else -1)
    drawn = list(draw_sparkline(sparkline, width))
    assert all(width_of(line) <= width for line in drawn)
    if drawn:
        size = len(text(drawn)[0]) // len(counts)
        assert [glyph != "·" for glyph in text(drawn)[0][::size]] == [n > 0 for n in counts]
