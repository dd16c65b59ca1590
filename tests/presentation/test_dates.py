"""Dates in words: what is said of a bound, a range and a doubt."""

import pytest

from tui.brief.place import Place
from tui.brief.when import When, WhenForm
from tui.presentation.dates import format_short, format_when

NOWHERE = Place("")


def within(start="", end=""):
    return When.from_form(WhenForm(start=start, end=end, within=True), NOWHERE)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (within("..", "2025-05-28"), "by Wed 28 May 2025"),
        (within("2022-02", ".."), "some time from Feb 2022"),
        (within("2025-05-26", "2025-05-27"), "some time within 26–27 May 2025"),
        (When.from_text("../2025-05-28", NOWHERE), "until Wed 28 May 2025"),
        (When.from_text("2022-02/..", NOWHERE), "since Feb 2022"),
        (When.from_text("before 2025-05-28", NOWHERE), "before Wed 28 May 2025"),
    ],
)
def test_some_time_before_a_bound_is_not_all_the_time_until_it(when, words):
    assert format_when(when, "UTC") == words


def test_a_doubt_is_kept_in_a_list():
    assert format_short(When.from_text("2025-05-28?", NOWHERE), "UTC") == "Wed 28 May?"
    assert format_short(When.from_text("2025-05-28", NOWHERE), "UTC") == "Wed 28 May"
