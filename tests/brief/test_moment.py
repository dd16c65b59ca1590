from datetime import datetime, timedelta

import pytest

from tui.brief.moment import Moment, read_moment


def at(*parts: int) -> datetime:
    return datetime(*parts)


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("2022", "year", at(2022, 1, 1), at(2023, 1, 1)),
        ("2025-05", "month", at(2025, 5, 1), at(2025, 6, 1)),
        ("2025-12", "month", at(2025, 12, 1), at(2026, 1, 1)),
        ("2025-06-02", "day", at(2025, 6, 2), at(2025, 6, 3)),
        ("2024-02-29", "day", at(2024, 2, 29), at(2024, 3, 1)),
        ("2025-06-02T10:00", "minute", at(2025, 6, 2, 10), at(2025, 6, 2, 10)),
        ("2025-06-02 10:05", "minute", at(2025, 6, 2, 10, 5), at(2025, 6, 2, 10, 5)),
        ("2016-12-31T23:59:60", "minute", at(2016, 12, 31, 23, 59), at(2016, 12, 31, 23, 59)),
        ("2025-06-02 afternoon", "part_of_day", at(2025, 6, 2, 12), at(2025, 6, 2, 18)),
        ("2025-06-02 evening", "part_of_day", at(2025, 6, 2, 18), at(2025, 6, 3)),
        ("2025-W23", "week", at(2025, 6, 2), at(2025, 6, 9)),
        ("2020W53", "week", at(2020, 12, 28), at(2021, 1, 4)),
        ("2025-21", "season", at(2025, 3, 1), at(2025, 6, 1)),
        ("2025-24", "season", at(2025, 12, 1), at(2026, 3, 1)),
        ("0001", "year", at(1, 1, 1), at(2, 1, 1)),
        ("9999", "year", at(9999, 1, 1), datetime.max),
        ("9999-12-31", "day", at(9999, 12, 31), datetime.max),
        ("9999-W52", "week", at(9999, 12, 27), datetime.max),
    ],
)
def test_reads(text: str, precision: str, earliest: datetime, latest: datetime) -> None:
    moment, zone, doubt = read_moment(text)
    assert (moment.precision, moment.earliest, moment.latest) == (precision, earliest, latest)
    assert (zone, doubt) == ("", "")


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("2025-06-02T10:00Z", "UTC"),
        ("2025-06-02T10:00 UTC", "UTC"),
        ("2025-06-02 10:00 GMT", "UTC"),
        ("2025-06-02T13:00+03:00", "+03:00"),
        ("2025-06-02T13:00+0300", "+03:00"),
        ("2025-06-02T13:00:30-05", "-05:00"),
    ],
)
def test_reads_the_zone(text: str, zone: str) -> None:
    assert read_moment(text)[1] == zone


@pytest.mark.parametrize("doubt", ["~", "?", "%"])
def test_reads_the_doubt(doubt: str) -> None:
    assert read_moment(f"2025-06{doubt}") == (Moment(2025, 6), "", doubt)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "not a date"),
        ("13:00", "not a date"),
        ("NO", "not a date"),
        ("2 June 2025", "not a date"),
        ("2025-6-2", "not a date"),
        ("2025-06-02T10", "not a date"),
        ("2025-06-02Z", "not a date"),
        ("2025-06-31", "2025-06 has no day 31"),
        ("2025-02-29", "2025-02 has no day 29"),
        ("2025-06-00", "2025-06 has no day 0"),
        ("2025-13", "there is no month 13"),
        ("2025-00-01", "there is no month 00"),
        ("2025-21-05", "there is no month 21"),
        ("0000", "year 0 is out of range"),
        ("2025-W54", "Invalid week"),
        ("2025-W00", "Invalid week"),
        ("2025-06-02T24:01", "hour must be in 0..23"),
        ("9999-12-31T24:00", "date value out of range"),
        ("2025-06-02T10:60", "minute must be in 0..59"),
        ("2025-06-02T10:00:61", "there is no second 61"),
        ("2025-06-02T10:00+15:00", "no place on earth"),
        ("2025-06-02T10:00-99:99", "no place on earth"),
    ],
)
def test_says_why_it_is_no_date(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why.replace("+", r"\+")):
        read_moment(text)


def test_the_hour_24_is_the_hour_0_of_the_next_day() -> None:
    assert read_moment("2025-06-30T24:00Z") == read_moment("2025-07-01T00:00Z")


def test_times_of_one_day_differ_by_the_clock_only() -> None:
    ten, one = read_moment("2025-06-02T10:00")[0], read_moment("2025-06-02T13:00")[0]
    assert ten.clock_only_differs(one)
    assert not ten.clock_only_differs(Moment(2025, 6, 2))
    assert not ten.clock_only_differs(read_moment("2025-06-03T10:00")[0])


def test_parts_of_a_day_cover_it() -> None:
    parts = ("night", "morning", "afternoon", "evening")
    moments = [read_moment(f"2025-06-02 {part}")[0] for part in parts]
    assert sum((m.latest - m.earliest for m in moments), timedelta()) == timedelta(days=1)
