"""Figures over time: where each is drawn, what its bounds are, which of two counts."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tui.blocks import Curve, CurveSeries, Dot, Span
from tui.rendering.curves import LEAST, draw_curve
from tui.rendering.ink import width_of

DAY = timedelta(days=1)


def dot(day, best=None, low=None, high=None, shape="exact", days=1):
    start = datetime(2025, 6, 1) + (day - 1) * DAY
    return Dot(start, start + days * DAY, best, low, high, shape)


def series(*dots, who="A"):
    return CurveSeries((Span(who),), dots)


def text(curve, width=40):
    return ["".join(span.text for span in line).rstrip() for line in draw_curve(curve, width)]


def test_a_figure_stands_at_its_day_and_height():
    assert text(Curve("drones", (series(dot(1, 0), dot(2, 10), dot(3, 20)),))) == [
        "drones",
        "20 ┤                            ⡠⠔●",
        "   │                         ⢀⠤⠊",
        "   │                       ⡠⠔⠁",
        "   │                    ⢀⠔⠊",
        "10 ┤                  ●⠒⠁",
        "   │               ⢀⠤⠊",
        "   │             ⡠⠔⠁",
        "   │           ⡠⠊",
        "   │        ⢀⠔⠉",
        " 0 ┤      ●⠊⠁",
        "   └────────────────────────────────────",
        "    Jun 2025",
        "    1           2           3",
        "● a figure",
    ]


def test_marks_tell_how_well_a_figure_is_known():
    marks = {
        dot(1, 5): "●",
        dot(1, 5, shape="about"): "○",
        dot(1, low=5): "▴",
        dot(1, high=5): "▾",
    }
    for first, mark in marks.items():
        drawn = "\n".join(text(Curve("", (series(first, dot(9, 9)),)))[:-1])
        assert mark in drawn


def test_between_two_bounds_nobody_has_a_figure():
    lines = text(Curve("", (series(dot(1, 5), dot(5, low=0, high=10), dot(9, 5)),)))
    # The line goes straight on, and there is a bar and no mark where only bounds are known.
    assert sum(line.count("●") for line in lines[:-1]) == 2
    assert "dotted: its bounds" in lines[-1]
    voices = Curve("", (series(dot(1, low=0, high=10)), series(dot(9, 5))))
    assert any("A" in line for line in text(voices)[4:7])


def test_a_corrected_figure_is_hollow_and_the_later_one_full():
    curve = Curve("", (series(dot(1, 1), dot(2, 472, shape="earlier"), dot(2, 300)),))
    lines = text(curve)
    hollow = next(line for line in lines if "◦" in line)
    full = next(line for line in lines if "●" in line and "a figure" not in line)
    assert hollow.index("◦") == full.index("●")
    assert lines.index(hollow) < lines.index(full)
    assert "◦ corrected later" in lines[-1]


def test_bounds_are_a_dotted_bar_across_the_figure():
    lines = text(Curve("", (series(dot(1, 50, 0, 100), dot(9, 50)),)))
    column = next(line.index("●") for line in lines if "●" in line)
    bars = [line[column] for line in lines[:10] if len(line) > column]
    assert len(bars) == 10
    assert "dotted: its bounds" in lines[-1]


def test_a_month_is_a_stroke_and_a_day_a_mark():
    day = text(Curve("", (series(dot(1, 5), dot(200, 5)),)))
    month = text(Curve("", (series(dot(1, 5, days=100), dot(1, 3), dot(200, 5)),)))
    stroke = set("⠤⣀⠉⠒")
    assert not any(len(stroke & set(line)) == 1 and len(line) < 25 for line in day)
    assert any(sum(letter in stroke for letter in line) > 10 for line in month)


def test_each_voice_has_its_letter_and_its_name():
    curve = Curve("", (series(dot(1, 1), who="Air Force"), series(dot(9, 9), who="Ministry")))
    lines = text(curve, 60)
    assert "A Air Force   B Ministry" in lines
    assert any("B" in line for line in lines[:3])
    assert any("A" in line for line in lines[6:11])


def test_where_the_brief_was_closed():
    shown = Curve("", (series(dot(1, 1), dot(9, 9)),), datetime(2025, 6, 5))
    assert any(line.strip() == "╎ as of" for line in text(shown))
    beyond = shown._replace(cut=datetime(2025, 6, 11))
    assert any("as of" in line for line in text(beyond))
    far = shown._replace(cut=datetime(2026, 6, 11))
    assert not any("as of" in line for line in text(far))


def test_a_long_series_is_a_line_with_its_last_figure_marked():
    lines = text(Curve("", (series(*(dot(n, n) for n in range(1, 500))),)))
    assert sum(line.count("●") for line in lines[:-1]) == 1


def test_without_room_or_numbers_nothing_is_drawn():
    curve = Curve("", (series(dot(1, 1), dot(9, 9)),))
    assert text(curve, LEAST) == []
    assert text(Curve("", (series(dot(1), dot(2)),))) == []
    assert text(Curve("", ())) == []


numbers = st.none() | st.floats(-1e12, 1e12)
dots = st.builds(
    dot,
    st.integers(1, 60),
    numbers,
    numbers,
    numbers,
    st.sampled_from(("exact", "about", "earlier")),
    st.integers(1, 400),
)


@given(st.lists(st.lists(dots, max_size=9), max_size=4), st.integers(8, 200))
def test_whatever_is_counted_stays_within_its_room(voices, width):
    series = tuple(CurveSeries((Span("who"),), tuple(each)) for each in voices)
    for line in draw_curve(Curve("drones", series, datetime(2025, 6, 9)), width):
        assert width_of(line) <= width
