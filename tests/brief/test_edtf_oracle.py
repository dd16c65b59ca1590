"""Our reading of dates beside that of the `edtf` package, on what both of them know.

Known differences, each with a test of its own below: the package takes 29 February of any year,
the year 0, intervals that run backwards and a time after a bare year; it ends a winter with its
December; it holds an unknown end (`2025/`) for ten years on; it reads no season with a mark. EDTF
knows no time without seconds and no interval of times, and we know no hour 24.
"""

from calendar import isleap
from datetime import date, timedelta

import pytest
from edtf import EDTFParseException, parse_edtf
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tui.brief.moment import Moment
from tui.brief.place import Place
from tui.brief.when import When

HERE = Place("brief.yaml")
OPEN = (float("-inf"), float("inf"))

years = st.integers(1, 9999).map("{:04}".format)
months = st.integers(0, 14).map("{:02}".format)
days = st.integers(0, 32).map("{:02}".format)
calendar_days = st.dates().map(date.isoformat)
plain = st.one_of(
    years,
    st.tuples(years, months).map("-".join),
    st.tuples(years, months, days).map("-".join),
    calendar_days,
)
"""Dates, the most of them in the calendar."""
marked = st.tuples(plain, st.sampled_from(["", "~", "?", "%"])).map("".join)
seasons = st.tuples(years, st.sampled_from(["21", "22", "23"])).map("-".join)
bounds = marked | seasons
intervals = st.one_of(
    st.tuples(bounds, bounds), st.tuples(bounds, st.just("..")), st.tuples(st.just(".."), bounds)
).map("/".join)
near = st.tuples(bounds, bounds).map(lambda pair: f"{pair[0]}/{pair[0][:4]}{pair[1][4:]}")
"""Intervals within one year, where a careless order shows."""
times = st.tuples(
    calendar_days | st.tuples(years, months, days).map("-".join),
    *(st.integers(0, 25), st.integers(0, 61), st.integers(0, 61)),
).map(lambda parts: "{}T{:02}:{:02}:{:02}Z".format(*parts))


def ours(text):
    try:
        return When.from_text(text, HERE)
    except ValueError:
        return None


def theirs(text):
    try:
        return parse_edtf(text)
    except EDTFParseException:
        return None


def day(found):
    """A bound of theirs as a date; None: open."""
    return None if found in OPEN else date(*found[:3])


def first_day(moment):
    return moment and moment.earliest.date()


def last_day(moment):
    if moment is None:
        return None
    end = moment.latest
    return (end if end == moment.earliest else end - timedelta(microseconds=1)).date()


def in_calendar(text):
    """Whether no date in it is 29 February of a common year."""
    dates = (bound.rstrip("~?%") for bound in text.split("T")[0].split("/"))
    return not any(d.endswith("-02-29") and not isleap(int(d[:4])) for d in dates)


def assert_alike(text):
    mine, other = ours(text), theirs(text)
    assert (mine is None) == (other is None), text
    if mine is None:
        return
    assert first_day(mine.start) == day(other.lower_strict())
    assert last_day(mine.end) == day(other.upper_strict())
    both = other.is_uncertain_and_approximate
    assert mine.approx == (other.is_approximate or both)
    assert mine.uncertain == (other.is_uncertain or both)


@given(marked | seasons)
@example("9999")
@example("9999-12-31%")
@example("0001-01-01")
@example("2024-02-29")
@example("2025-04-31")
@example("2025-00")
@example("2025-01-00?")
def test_one_date(text):
    assume(in_calendar(text))
    assert_alike(text)


@given(intervals | near)
@example("2025-05-16/..")
@example("../2025-05-16~")
@example("2025-05-31/2025-05")
@example("2025-05/2025-05-01")
@example("2025-05~/2026?")
@example("2025-21/2025-05-31")
@example("9999-12/..")
def test_intervals(text):
    assume(in_calendar(text))
    other = theirs(text)
    if other is not None and runs_backwards(other):
        assert ours(text) is None  # it runs backwards, which is the author's slip
    else:
        assert_alike(text)


def runs_backwards(other):
    first, last = day(other.lower_strict()), day(other.upper_strict())
    return bool(first and last and last < first)


@given(times)
@example("2025-06-02T10:00:00Z")
@example("9999-12-31T23:59:59Z")
def test_times(text):
    # An hour 24, which only they read, and a leap second, which only we read, are below.
    assume(in_calendar(text) and "T24" not in text and not text.endswith(":60Z"))
    assert_alike(text)
    mine = ours(text)
    if mine is not None:
        assert mine.zone == "UTC"
        assert f"{mine.start.hour:02}:{mine.start.minute:02}" == parse_edtf(text).time[:5]


@given(st.integers(1, 9998))
def test_a_winter_is_three_months_and_not_one(year):
    text = f"{year:04}-24"
    assert theirs(text).upper_strict()[:3] == (year, 12, 31)
    assert last_day(ours(text).end) == date(year + 1, 2, 29 if isleap(year + 1) else 28)
    assert first_day(ours(text).start) == day(theirs(text).lower_strict())


@pytest.mark.parametrize(
    "text",
    ["2025-02-29", "1900-02-29", "0000", "2025-05/2024-01", "../..", "2025T10:00:00Z"],
)
def test_only_they_take(text):
    assert theirs(text) is not None
    assert ours(text) is None


@pytest.mark.parametrize(
    "text",
    ["2025-21~", "2025-W21", "2025-06-02T10:00Z", "2016-12-31T23:59:60Z", "2025-06-02 evening"],
)
def test_only_we_take(text):
    assert theirs(text) is None
    assert ours(text) is not None


def test_an_unknown_end_is_no_guess_of_ten_years():
    assert theirs("2025-05/").upper_strict()[:3] == (2035, 5, 1)
    assert ours("2025-05/") == When(Moment(2025, 5), None)
