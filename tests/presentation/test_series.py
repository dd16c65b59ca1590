"""The page of a series: all of it in words, whatever is drawn; long ones in few lines."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tui.blocks import Curve
from tui.brief.load import load
from tui.presentation.series_points import spark
from tui.presentation.view import View
from tui.rendering.charset import in_encoding
from tui.rendering.layout import lay
from tui.rendering.linear import spoken, spoken_row
from tui.rendering.text import brief_text as printed
from tui.sections.conflict import SECTION, detail, rows

HEAD = """parley: 1
id: b
title: B
as_of: 2025-06-05
parties: [{id: ua, name: Ukraine}, {id: ru, name: Russia}]
sources: [{id: s1, kind: article}, {id: s2, kind: article}]
conflict:
  events:
    - title: The attack
      when: 2025-06-01
      src: [s1]
      measures:
        - name: drones
          series: drones
          claims: [{value: 472, by: ua, src: [s1]}, {value: 479, by: ru, src: [s2]}]
  series:
    - id: drones
      name: Drones launched
      unit: drones
      src: [s1]
"""
SHORT = """      points:
        - {when: 2025-06-01, value: 472, by: ua}
        - {when: 2025-06-01, value: 479, corrects: 472, by: ua, src: [s2], note: next day}
        - {when: 2025-06-02, value: 80–110, by: ua}
        - {when: 2025-06-03, value: over 90, by: ru}
        - {when: 2025-06, value: 3 missiles, by: ru}
        - {when: 2025-06-04, value: several, by: ru}
"""


@pytest.fixture
def view(tmp_path):
    def view(more, table=""):
        (tmp_path / "b.yaml").write_text(HEAD + more)
        if table:
            (tmp_path / "t.csv").write_text(table)
        return View(load(tmp_path / "b.yaml"))

    return view


def page(view, width=100):
    lines = lay(detail(view, "series/drones"), width)
    return "\n".join("".join(span.text for span in line).rstrip() for line in lines)


def long(days):
    first = date(2020, 1, 1)
    made = (f"{first + timedelta(days=n)},{n}\n" for n in range(days))
    return "date,value\n" + "".join(made)


def test_every_point_is_told(view):
    told = page(view(SHORT))
    for line in (
        "POINTS       6 points, Sun 1 Jun 2025 – Wed 4 Jun 2025",
        "HIGHEST      479, Sun 1 Jun 2025  — Ukraine",
        "CORRECTED    Sun 1 Jun 2025: 472 → 479  — Ukraine",
        "Sun 1 Jun 2025  472, corrected to 479  Ukraine",
        "Sun 1 Jun 2025  479, corrects 472      Ukraine  s2       next day",
        "Mon 2 Jun 2025  80–110                 Ukraine",
        "Tue 3 Jun 2025  over 90                Russia",
        "Jun 2025        3 missiles",
        "several",
        "Not drawn, being of no certain day, no number or another unit: 2.",
    ):
        assert line in told


def test_the_curve_has_a_strand_for_each_voice(view):
    (curve,) = [b for b in detail(view(SHORT), "series/drones") if isinstance(b, Curve)]
    assert [series.who[0].text for series in curve.series] == ["Ukraine", "Russia"]
    assert [dot.shape for dot in curve.series[0].dots] == ["earlier", "exact", "exact"]
    assert (curve.series[0].dots[2].low, curve.series[0].dots[2].high) == (80, 110)
    assert curve.cut is not None


def test_a_figure_and_its_series_tell_of_each_other(view):
    seen = view(SHORT)
    told = page(seen)
    assert "The attack: drones: 472  — Ukraine" in told
    assert "≠   479  — Ukraine   disputed" in told
    assert "479  — Ukraine   the same" in told
    event = lay(detail(seen, "events/The attack+2025-6-1"), 100)
    text = "\n".join("".join(span.text for span in line) for line in event)
    assert "IN THE       Drones launched" in text
    assert "disputed" in text
    row = next(row for row in rows(seen) if row.key == "series/drones")
    assert [sign.word for sign in row.signs] == ["disputed"]


def test_a_long_series_is_told_month_by_month_and_its_end_day_by_day(view):
    told = page(view("      file: t.csv\n", long(400)))
    assert "MONTH BY MONTH" in told
    lines = [line.split() for line in told.splitlines()]
    assert ["Jan", "2020", "31", "0", "30", "0", "30"] in lines
    assert ["Feb", "2021", "3", "397", "399", "397", "399"] in lines
    assert "THE LAST 20" in told
    assert told.count("\n") < 80


def test_ten_thousand_points_are_told_year_by_year(view):
    told = page(view("      file: t.csv\n", long(10_000)))
    assert "YEAR BY YEAR" in told
    assert "2046  366" not in told
    assert ["2020", "366", "0", "365", "0", "365"] in [line.split() for line in told.splitlines()]


def test_rows_that_cannot_be_read_are_shown_with_their_problems(view):
    told = page(
        view("      file: t.csv\n", "date,value\n2025-06-01,1\n2025-06-02\n2025-06-03,x-1\n")
    )
    assert "line 3          “2025-06-02”" in told
    assert "x-1" in told
    assert "In the table" in told
    assert "line 4" in told


def test_ascii_tells_it_in_words_alone(view):
    told = printed(view(SHORT), (SECTION,), 100, charset=in_encoding("ascii"))
    assert "CORRECTED    Sun 1 Jun 2025: 472 -> 479  -- Ukraine" in told
    assert told.isascii()
    assert "479, corrects 472" in told


def test_print_draws_what_the_screen_draws(view):
    assert "◦ corrected later" in printed(view(SHORT), (SECTION,), 60)


def test_without_sight_no_picture_is_told(view):
    seen = view(SHORT)
    lines = spoken(detail(seen, "series/drones"), 100)
    text = "\n".join("".join(span.text for span in line) for line in lines)
    assert "┤" not in text
    assert "479, corrects 472" in text
    row = next(row for row in rows(seen) if row.key == "series/drones")
    said = "".join(span.text for span in spoken_row(row))
    assert not set(said) & set("▁▂▃▄▅▆▇█")
    assert "6 points" in said


def test_a_row_shows_how_it_went(view):
    series = view(SHORT).brief.conflict.series[0]
    assert spark(series) == "█▂▂"
    assert spark(replace(series, points=series.points[:1])) == ""
    assert spark(replace(series, points=series.points[:2])) == ""


def test_a_table_that_is_gone_is_told_on_the_page(view):
    told = page(view("      file: nowhere.csv\n"))
    assert "there is no such file" in told
