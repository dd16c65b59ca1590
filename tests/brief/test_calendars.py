"""Days that people have told in two calendars, and the lengths of years."""

from datetime import date

import pytest

from tui.brief.calendars import calendar_of, gregorian
from tui.brief.place import Place
from tui.brief.when import CALENDARS, When, WhenForm


@pytest.mark.parametrize(
    ("calendar", "written", "ours"),
    [
        ("persian", "1404-03-12", "2025-06-02"),
        ("persian", "۱۴۰۴-۰۳-۱۲", "2025-06-02"),
        ("persian", "1357-11-22", "1979-02-11"),
        ("persian", "1403-12-30", "2025-03-20"),
        ("persian", "1404-01-01", "2025-03-21"),
        ("persian", "1404", "2025-03-21/2026-03-20"),
        ("julian", "1917-10-25", "1917-11-07"),
        ("julian", "1582-10-05", "1582-10-15"),
        ("julian", "1900-02-29", "1900-03-13"),
        ("hebrew", "5708-02-05", "1948-05-14"),
        ("hebrew", "5734-07-10", "1973-10-06"),
        ("hebrew", "5784-13-14", "2024-03-24"),
        ("islamic", "1446-01-01", "2024-07-08"),
        ("islamic", "1400-01-01", "1979-11-21"),
        ("buddhist", "2568-06-02T10:00Z", "2025-06-02T10:00Z"),
        ("minguo", "114-06", "2025-06-01/2025-06-30"),
        ("coptic", "1741-13-05", "2025-09-10"),
        ("ethiopian", "2000-01-01", "2007-09-12"),
        ("gregorian", "2025-02", "2025-02-01/2025-02-28"),
    ],
)
def test_one_day_in_two_calendars(calendar: str, written: str, ours: str) -> None:
    assert gregorian(calendar, written) == ours


@pytest.mark.parametrize(
    ("calendar", "written", "says"),
    [
        ("persian", "1404-12-30", "has no day 30"),
        ("persian", "1404-13", "has no month 13"),
        ("persian", "404-01-01", "known from"),
        ("hebrew", "5785-13-01", "has no month 13"),
        ("julian", "1901-02-29", "has no day 29"),
        ("islamic", "Muharram", "written as year-month-day"),
        ("buddhist", "2568-00-01", "has no month 0"),
    ],
)
def test_a_date_the_calendar_does_not_have(calendar: str, written: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        gregorian(calendar, written)


@pytest.mark.parametrize("calendar", CALENDARS)
def test_each_day_has_one_date_and_follows_the_one_before(calendar: str) -> None:
    """Months and years join without a gap, whichever lengths they have."""
    years = {"hebrew": 5700, "islamic": 1360, "persian": 1310, "buddhist": 2500, "minguo": 30}
    first = years.get(calendar, 1700)
    last = None
    for year in range(first, first + 120):
        start, _, end = gregorian(calendar, str(year).zfill(4)).partition("/")
        if last is not None:
            assert date.fromisoformat(start).toordinal() == last + 1
        last = date.fromisoformat(end).toordinal()
        months = 0
        for month in range(1, 14):
            try:
                gregorian(calendar, f"{year:04}-{month:02}-29")
            except ValueError:
                continue
            months += 1
        assert months >= 11


def test_a_year_is_guessed_by_where_it_would_lie() -> None:
    assert calendar_of(1404, 2025) == "persian"
    assert calendar_of(1446, 2025) == "islamic"
    assert calendar_of(5785, 2025) == "hebrew"
    assert calendar_of(1188, 2025) == ""


def test_a_date_keeps_the_writers_own() -> None:
    when = When.from_form(WhenForm(start="1404-03-12", calendar="persian"), Place(""))
    assert when.as_written == "1404-03-12, persian calendar"
    assert when.start == When.from_text("2025-06-02", Place("")).start
    month = When.from_form(WhenForm(start="1404-03", calendar="persian"), Place(""))
    assert (month.start, month.end) == (
        When.from_text("2025-05-22", Place("")).start,
        When.from_text("2025-06-21", Place("")).start,
    )
    moon = When.from_form(WhenForm(start="1446-12-10", calendar="islamic"), Place(""))
    assert moon.approx, "the day a month begins with is seen, and not counted"
