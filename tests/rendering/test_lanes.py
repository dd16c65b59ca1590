"""Drawn cells: each way a date may be known, the axis over them, the words beside them."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.blocks import Bar, Heading, Lane, Lanes, Period, Span
from tui.rendering.axis import scale, ticks
from tui.rendering.bar_chart import TWINS
from tui.rendering.ink import width_of
from tui.rendering.lanes import draw
from tui.rendering.layout import lay

MAY = Period(datetime(2025, 5, 1), datetime(2025, 5, 11))


def day(number, hour=0):
    return datetime(2025, 5, 1, hour) + timedelta(days=number - 1)


def text(lines):
    return ["".join(span.text for span in line).rstrip() for line in lines]


def drawn(*bars, axis=(MAY,), marks=(), width=50, rows=7):
    """The lines of one lane without the dates above it and the legend below it."""
    lanes = Lanes(axis, (Lane("x", bars, rows),), marks)
    lines = text(draw(lanes, width))
    return lines[lines.index("x") + 1 :]


@pytest.mark.parametrize(
    ("bar", "cells"),
    [
        (Bar(day(2), day(3)), "     ■"),
        (Bar(day(2, 10), day(2, 10)), "       ■"),
        (Bar(day(2), day(3), "loose"), "     □"),
        (Bar(day(2), day(4), "throughout"), "     ■━━━━━━━━■"),
        (Bar(day(2), day(4), "within"), "     ░░░░░░░░░░"),
        (Bar(day(2, 12), day(2, 18), "within"), "       ░░"),
        (Bar(day(2), None, "within"), "     ▒▒▶"),
        (Bar(None, day(2), "within"), "  ◀▒▒"),
        (Bar(day(2), None, "throughout"), "     ■━▶"),
        (Bar(None, day(3), "throughout"), "       ◀━■"),
        (Bar(day(-9), day(3), "throughout"), "━━━━━━━━━■"),
        (Bar(day(9), day(30), "throughout"), " " * 40 + "■━━━━━━━━━"),
        (Bar(day(-9), day(30), "within"), "░" * 50),
        (Bar(day(2), day(3), "within", "X"), "     ░░░░░ X"),
        (Bar(day(2), day(3), "point", "Fidan in Kyiv"), "     ■ Fidan in Kyiv"),
        (Bar(day(10), day(11), "point", "a name"), " " * 38 + "a name ■"),
        (Bar(day(-9), day(30), "within", "all of it"), "░░ all of it " + "░" * 37),
        (Bar(day(2), day(3), "point", "東京 talks"), "     ■ 東京 talks"),
        (Bar(day(2), day(3), "point", "a\nb\x1b[31m"), "     ■ a↵b<1B>[31m"),
    ],
)
def test_how_well_a_date_is_known_can_be_seen(bar, cells):
    assert drawn(bar)[0] == cells


def test_bars_share_a_line_where_there_is_room_and_take_the_next_where_there_is_none():
    first, second = Bar(day(2), day(3), label="one"), Bar(day(4), day(5), label="two")
    assert drawn(first, second)[:1] == ["     ■ one     ■ two"]
    assert drawn(first, Bar(day(2), day(3), label="two"))[:2] == ["     ■ one", "     ■ two"]


def test_what_finds_no_room_is_counted_where_it_begins():
    bars = [Bar(day(2), day(3), label=f"n{i}") for i in range(3)]
    bars += [Bar(day(5), day(6), label="a label as long as can be")] * 2
    lines = drawn(*bars, rows=2)
    assert lines[:2] == [f"     ■ n{i}           ■ a label as long as can be" for i in range(2)]
    whole = text(draw(Lanes((MAY,), (Lane("x", tuple(bars), 2),)), 50 + 14))
    assert [line for line in whole if "+1 more" in line] == ["+1 more            1"]


def test_an_answer_hangs_below_its_cause():
    cause = Bar(day(3), day(4), label="strike", link="e1")
    later = Bar(day(5), day(6), label="drones", link="e2", after="e1")
    at_once = Bar(day(3), day(5), "within", "drones", link="e3", after="e1")
    assert drawn(cause, later)[:2] == ["          ■ strike", "          └────────→■ drones"]
    assert drawn(cause, at_once)[:2] == ["          ■ strike", "          └→ drones"]
    assert "└→ said to answer it" in drawn(cause, later)[-1]


def test_an_answer_without_its_cause_is_a_bar_like_any_other():
    assert drawn(Bar(day(3), day(4), label="x", after="gone"))[0] == "          ■ x"
    assert drawn(Bar(day(3), day(4), label="x"), Bar(day(3), day(4), label="y"))[1] == (
        "          ■ y"
    )


def test_a_mark_goes_through_every_line_and_never_through_words():
    bars = (Bar(day(2), day(3), label="a b c d e f g h"), Bar(day(9), day(10)))
    lines = drawn(*bars, marks=((day(4), "as of"),))
    assert lines[0].startswith("     ■ a b c d e f g h")
    assert lines[1] == "               ╎ as of"
    lines = drawn(Bar(day(9), day(10)), marks=((day(4), "as of"), (day(99), "now")))
    assert lines[0] == "               ╎" + " " * 24 + "■"
    assert "now" not in "".join(lines)


def test_time_left_out_is_shown_and_no_label_runs_over_it():
    old = Period(datetime(2022, 1, 1), datetime(2022, 12, 31))
    bar = Bar(datetime(2022, 11, 1), datetime(2022, 12, 1), "within", "talks of 2022 in Antalya")
    lines = drawn(bar, Bar(day(2), day(3), label="now"), axis=(old, MAY), width=58)
    cut = lines[0].index("╱")
    assert "now" in lines[0][cut:]
    assert "talks" in lines[0][:cut]
    assert "╱ time left out" in lines[-1]


def axis(start, end, width=60):
    upper, lower = ticks(scale((Period(start, end),), width).parts[0])
    return [word for _, word in upper], [word for _, word in lower]


@pytest.mark.parametrize(
    ("start", "end", "upper", "lower"),
    [
        (day(1), day(6), ["May 2025"], ["1", "2", "3", "4", "5"]),
        (day(30), day(36), ["May 2025", "Jun"], ["30", "31", "1", "2", "3", "4"]),
        (day(1), day(121), ["May 2025", "Jun", "Jul", "Aug"],
         ["5", "12", "19", "26", "2", "9", "16", "23", "30", "7", "14", "21", "28", "4", "11", "18",
          "25"]),
        (datetime(2024, 11, 1), datetime(2025, 11, 1), ["2024", "2025"],
         ["Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct"]),
        (datetime(2000, 1, 1), datetime(2010, 1, 1), [],
         ["2000", "2002", "2004", "2006", "2008"]),
        (datetime(1900, 1, 1), datetime(2000, 1, 1), [],
         ["1900", "1920", "1940", "1960", "1980"]),
    ],
)  # fmt: skip
def test_the_dates_along_the_axis_suit_its_length(start, end, upper, lower):
    assert axis(start, end) == (upper, lower)


def test_every_drawing_has_a_twin_of_its_own_width_in_ascii():
    bars = (Bar(day(2), None, "within"), Bar(None, day(8), "within"), Bar(day(3), day(5), "loose"))
    for line in text(draw(Lanes((MAY,), (Lane("x", bars),), ((day(4), "as of"),)), 50)):
        assert line.translate(str.maketrans(TWINS)).isascii()


def test_it_stands_on_the_page_like_any_block_and_may_be_as_wide_as_the_page():
    block = Lanes((MAY,), (Lane("Rounds", (Bar(day(10), day(11)),)),))
    lines = lay((Heading((Span("Whole"),), level=1), block), 160)
    assert lines[0][0].text == "Whole"
    assert max(map(width_of, lines)) > 140
    assert any(line and line[0].text.startswith("Rounds") for line in lay((block,), 70))
    assert lay((Lanes((), ()),), 80) == ()
    assert lay((block,), 8)


MOMENT = st.one_of(st.none(), st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)))
BAR = st.builds(
    Bar, MOMENT, MOMENT, st.sampled_from(["point", "loose", "throughout", "within"]),
    st.text(max_size=40), st.just(""), st.sampled_from("abc"), st.sampled_from(["", "a", "b"]),
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(
    st.lists(BAR, max_size=12), st.integers(8, 130), st.datetimes(datetime(1950, 1, 1),
    datetime(2050, 1, 1)), st.integers(1, 60000),
)  # fmt: skip
def test_nothing_is_wider_than_its_page_and_every_bar_is_drawn_or_counted(bars, width, start, days):
    bars = [b for b in bars if b.start or b.end]
    axis = (Period(start, start + timedelta(days=days // 100)),) if days > 100 else (MAY,)
    block = Lanes((*axis, Period(datetime(2055, 1, 1), datetime(2056, 1, 1))), (Lane("L", bars),))
    lines = list(draw(block, width))
    assert max(map(width_of, lines), default=0) <= width
    if bars:
        assert len(lines) > 1
