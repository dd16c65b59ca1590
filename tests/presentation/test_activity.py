"""What counts on which day, and that the words say what the picture shows."""

from pathlib import Path

import pytest

from tui.blocks import Sparkline, plain
from tui.brief.load import load
from tui.presentation.activity import activity
from tui.presentation.view import View
from tui.sections import overview

HEAD = """parley: 1
id: t
title: t
as_of: 2025-06-02T09:00Z
display_zone: Europe/Istanbul
conflict:
  events:
"""


def view(tmp_path, *whens, head=HEAD):
    path = tmp_path / "t.yaml"
    lines = [f"    - {{title: E{n}, when: {when}}}\n" for n, when in enumerate(whens)]
    path.write_text(head + "".join(lines), "utf-8")
    return View(load(path))


def told(tmp_path, *whens, head=HEAD):
    blocks = activity(view(tmp_path, *whens, head=head))
    return (blocks[1], plain(blocks[2].text)) if len(blocks) > 2 else None


def test_days_are_counted_up_to_the_cut_off(tmp_path):
    sparkline, words = told(tmp_path, "2025-05-30", "2025-06-01", "2025-06-01", "2025-05-29")
    assert (str(sparkline.start), sparkline.days, sparkline.counts, sparkline.cut) == (
        "2025-05-29",
        1,
        (1, 1, 0, 2, 0),
        4,
    )
    assert words == "Busiest: 1 June, 2 events. Else: 29 May, 1; 30 May, 1."


def test_a_day_that_is_not_certain_is_not_drawn_and_counted_in_words(tmp_path):
    sure = ("2025-05-30", "2025-06-01", "2025-05-29")
    loose = (
        "2025-05",
        "before 2025-06-01",
        "2025-06-09",
        "{start: 2025-05-28, end: 2025-05-30, within: true}",
    )
    sparkline, words = told(tmp_path, *sure, *loose)
    assert sum(sparkline.counts) == 3
    assert words.endswith("of no certain day: 4.")


def test_a_day_is_one_of_the_home_zone(tmp_path):
    sparkline, _ = told(tmp_path, "2025-05-30T22:00Z", "2025-05-29", "2025-06-01", "2025-06-01")
    assert sparkline.counts == (1, 0, 1, 2, 0)


def test_over_a_long_time_weeks_are_counted_that_end_with_the_cut_off(tmp_path):
    sparkline, words = told(tmp_path, "2024-01-01", "2025-05-27", "2025-06-01", "2025-05-01")
    assert sparkline.days == 7 and len(sparkline.counts) == 52 and sparkline.counts[-1] == 2
    assert words.startswith("Busiest: week of 27 May, 2 events.") and words.endswith(": 1.")


def test_one_or_two_days_are_no_picture(tmp_path):
    assert told(tmp_path, "2025-05-30", "2025-06-01", "2025-06-01") is None


def test_nothing_but_what_is_still_to_come_is_no_picture(tmp_path):
    assert told(tmp_path, "2025-07-01", "2025-07-02", "2025-07-03") is None


def test_without_a_cut_off_it_ends_with_the_last_day(tmp_path):
    sparkline, _ = told(
        tmp_path, "2025-05-30", "2025-06-01", "2025-05-29", head=HEAD.replace("as_of", "note")
    )
    assert sparkline.cut == -1 and sparkline.counts[-1] == 1


@pytest.mark.parametrize("when", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar(tmp_path, when):
    for head in (HEAD, HEAD.replace("as_of", "note")):
        told(tmp_path, when, "2025-06-01", "2025-05-29", head=head)


def test_it_is_a_page_of_the_overview():
    istanbul = View(load(Path(__file__).parents[2] / "briefs/istanbul-2025.yaml"))
    blocks = overview.detail(istanbul, overview.ACTIVITY)
    assert [type(b) for b in blocks].count(Sparkline) == 1
