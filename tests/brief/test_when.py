import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.brief.moment import Moment
from tui.brief.place import Place
from tui.brief.when import When, WhenForm

HERE = Place("brief.yaml", 3, 9)
JUNE_2 = Moment(2025, 6, 2)


def short(text: str) -> When:
    return When.from_text(text, HERE)


def long(**keys: object) -> When:
    return When.from_form(WhenForm(**keys), HERE)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2025-06-02", When(JUNE_2, JUNE_2)),
        ("  2025-06-02 ", When(JUNE_2, JUNE_2)),
        ("2025-06~", When(Moment(2025, 6), Moment(2025, 6), approx=True)),
        ("2025?", When(Moment(2025), Moment(2025), uncertain=True)),
        ("2025%", When(Moment(2025), Moment(2025), approx=True, uncertain=True)),
        ("about 2025-06", When(Moment(2025, 6), Moment(2025, 6), approx=True)),
        ("Circa 2022", When(Moment(2022), Moment(2022), approx=True)),
        ("after 2025-06-02", When(JUNE_2, None, within=True, open=True)),
        ("before 2025-06-02", When(None, JUNE_2, within=True, open=True)),
        ("since 2025-06-02", When(JUNE_2, None)),
        ("until 2025-06-02", When(None, JUNE_2)),
        ("2025-05-26/2025-06-02", When(Moment(2025, 5, 26), JUNE_2)),
        ("2025-06-02/..", When(JUNE_2, None)),
        ("../2025-06-02", When(None, JUNE_2)),
        ("/2025-06-02", When(None, JUNE_2)),
        ("2025-06~/2025-07", When(Moment(2025, 6), Moment(2025, 7), approx=True)),
        ("after 2025-05/2025-06-02", When(JUNE_2, None, within=True, open=True)),
        ("2025-06-02T10:00/2025-06-02T12:00Z",
         When(Moment(2025, 6, 2, 10, 0), Moment(2025, 6, 2, 12, 0), "UTC")),
    ],
)  # fmt: skip
def test_short_forms(text: str, when: When) -> None:
    assert short(text) == when
    assert short(text).place == HERE


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("tomorrow", "not a date"),
        ("after lunch", "not a date"),
        ("2025/06/02", "not a date"),
        ("/", "at least one date"),
        ("../..", "at least one date"),
        ("2025-06-02/2025-06-01", "before it begins"),
        ("2025-06-02T10:00/2025-06-02T09:59", "before it begins"),
        ("2025-06-02T10:00+03:00/2025-06-02T09:00Z", "two time zones"),
        ("after " * 10_000 + "2025", "too long"),
    ],
)
def test_says_why_it_is_no_date(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        short(text)


@pytest.mark.parametrize(
    "text", ["2025-06-02/2025-06-02", "2025-06/2025-06-02", "2025-06-02T10:00/2025-06-02T10:00"]
)
def test_a_range_may_end_within_its_beginning(text: str) -> None:
    assert short(text).start is not None


def test_long_form() -> None:
    when = long(start="2025-06-02T13:00", assume="Europe/Istanbul", as_written="1 p.m.")
    assert when == When(
        Moment(2025, 6, 2, 13, 0), Moment(2025, 6, 2, 13, 0),
        assume="Europe/Istanbul", as_written="1 p.m.",
    )  # fmt: skip
    assert when.clock
    assert when.place == HERE


def test_long_form_of_a_range() -> None:
    when = long(start="2025-05-16", end="2025-06~", within=True, uncertain=True)
    assert when == When(
        Moment(2025, 5, 16), Moment(2025, 6), within=True, approx=True, uncertain=True
    )
    assert long(end="2025-06-02") == When(None, JUNE_2)
    assert long(start="2025-06-02", end="..").end is None


def test_the_zone_named_wins_over_the_one_written() -> None:
    assert long(start="2025-06-02T13:00Z").zone == "UTC"
    assert long(start="2025-06-02T13:00Z", zone="Europe/Kyiv").zone == "Europe/Kyiv"


@pytest.mark.parametrize(
    ("start", "precision", "left"),
    [
        ("2025-06-02T10:00", "day", JUNE_2),
        ("2025-06-02", "week", Moment(2025, week=23)),
        ("2024-12-30", "week", Moment(2025, week=1)),
        ("2025-06-02", "month", Moment(2025, 6)),
        ("2025-W23", "month", Moment(2025, 6)),
        ("2025-06-02", "year", Moment(2025)),
        ("2025-06", "day", Moment(2025, 6)),
        ("2025", "month", Moment(2025)),
        ("2025-21", "month", Moment(2025, 3, season="spring")),
        ("2025-06-02T10:00", "part_of_day", Moment(2025, 6, 2, 10, 0)),
        ("2025-06-02", "decade", JUNE_2),
    ],
)
def test_a_stated_precision_only_takes_away(start: str, precision: str, left: Moment) -> None:
    assert long(start=start, precision=precision).start == left


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ({}, "needs a `start`"),
        ({"start": ".."}, "at least one date"),
        ({"start": "soon"}, "not a date"),
        ({"start": "2025-06-02", "end": "2025-06-01"}, "before it begins"),
    ],
)
def test_long_forms_that_are_no_date(keys: dict[str, str], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        long(**keys)


def test_precision_is_that_of_the_known_bound() -> None:
    assert short("after 2025-05").precision == "month"
    assert short("until 2025").precision == "year"
    assert When(as_written="soon").precision == ""
    assert not short("2025-06-02").clock


@given(st.text(max_size=120))
@example("0000-01-01")
@example("9999-12-31/..")
@example("٢٠٢٥-٠٦-٠٢T١٠:٠٠+٠٣:٠٠")
def test_any_text_is_a_date_or_says_why_not(text: str) -> None:
    try:
        when = short(text)
    except ValueError as error:
        assert str(error)
    else:
        assert when.start or when.end


@given(st.dates(), st.dates())
def test_ranges_of_days(first: object, last: object) -> None:
    first, last = sorted((str(first), str(last)))
    when = short(f"{first}/{last}")
    assert when.start is not None
    assert when.end is not None
    assert when.start.earliest <= when.end.earliest
