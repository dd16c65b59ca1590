from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.brief.claims import Claim, Claimed
from tui.brief.instants import Stretch, after_all_of, in_utc, stretch, zone_of
from tui.brief.place import Place
from tui.brief.when import When, WhenForm

HERE = Place("x")
HOME = "Europe/Istanbul"


def when(text: str) -> When:
    return When.from_text(text, HERE)


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025-06-02T10:00Z", at(2025, 6, 2, 10), at(2025, 6, 2, 10)),
        ("2025-06-02T13:00+03:00", at(2025, 6, 2, 10), at(2025, 6, 2, 10)),
        # Days are days of home.
        ("2025-06-02", at(2025, 6, 1, 21), at(2025, 6, 2, 21)),
        ("2025-06", at(2025, 5, 31, 21), at(2025, 6, 30, 21)),
        ("after 2025-06-02", at(2025, 6, 2, 21), None),
        ("since 2025-06-02", at(2025, 6, 1, 21), None),
        ("before 2025-06-02", None, at(2025, 6, 1, 21)),
        ("until 2025-06-02", None, at(2025, 6, 2, 21)),
        # A time of no zone may lie anywhere on earth.
        ("2025-06-02T13:00", at(2025, 6, 1, 23), at(2025, 6, 3, 1)),
        ("since 2025-06-02T13:00", at(2025, 6, 1, 23), None),
    ],
)
def test_stretches(text: str, start: datetime | None, end: datetime | None) -> None:
    assert stretch(when(text), HOME) == Stretch(start, end)


def test_an_assumption_counts_unless_it_is_not_to() -> None:
    form = WhenForm(start="2025-06-02T13:00", assume="Europe/Istanbul")
    assumed = When.from_form(form, HERE)
    assert stretch(assumed, "").start == at(2025, 6, 2, 10)
    assert stretch(assumed, "", assumed=False).start == at(2025, 6, 1, 23)


def test_unknown_zones_are_taken_for_utc() -> None:
    assert stretch(when("2025-06-02"), "Europe/Atlantis").start == at(2025, 6, 2)
    assert stretch(when("2025-06-02"), "").start == at(2025, 6, 2)


def test_the_hour_that_comes_twice_is_the_first() -> None:
    kyiv = zone_of("Europe/Kyiv")
    assert kyiv is not None
    assert in_utc(datetime(2025, 10, 26, 3, 30), kyiv) == at(2025, 10, 26, 0, 30)
    assert in_utc(datetime(2025, 3, 30, 3, 30), kyiv) == at(2025, 3, 30, 1, 30)


@pytest.mark.parametrize("zone", ["", "+14:00", "-12:00", "Europe/Istanbul", "America/New_York"])
@pytest.mark.parametrize("text", ["0001-01-01T00:00", "9999-12-31T23:59", "0001", "9999"])
def test_the_ends_of_the_calendar_hold(text: str, zone: str) -> None:
    form = WhenForm(start=text, zone=zone)
    found = stretch(When.from_form(form, HERE), zone)
    assert found.start is not None
    assert found.end is not None
    assert found.start <= found.end


@pytest.mark.parametrize(
    ("name", "offset"), [("UTC", 0), ("Z", 0), ("GMT", 0), ("+03:00", 180), ("-04:30", -270)]
)
def test_zones(name: str, offset: int) -> None:
    zone = zone_of(name)
    assert zone is not None
    assert zone.utcoffset(datetime(2025, 1, 1)) == timedelta(minutes=offset)


@pytest.mark.parametrize(
    "name",
    ["Europe", "Moscow", "+25:00", "+14:30", "+x", "-", "+9999999", "../etc", "a\0b", "a" * 500],
)
def test_no_zones(name: str) -> None:
    assert zone_of(name) is None


def test_order() -> None:
    ten, eleven = Stretch(at(2025, 6, 2, 10), at(2025, 6, 2, 10)), Stretch(at(2025, 6, 2, 11), None)
    day, next_day = stretch(when("2025-06-02"), "UTC"), stretch(when("2025-06-03"), "UTC")
    assert ten.before(eleven)
    assert not eleven.before(ten)
    assert day.before(next_day)
    assert not ten.before(ten)
    assert day.overlaps(ten)
    assert not day.overlaps(next_day)
    assert day.holds(ten)
    assert not ten.holds(day)
    assert Stretch(None, None).holds(eleven)
    assert not day.holds(Stretch(None, None))


def claimed(*texts: str) -> Claimed[When]:
    return Claimed(tuple(Claim(value=when(text)) for text in texts))


def test_after_all_of() -> None:
    assert after_all_of(claimed("2025-06-03"), claimed("2025-06-01", "2025-06-02"))
    assert not after_all_of(claimed("2025-06-03", "2025-06"), claimed("2025-06-02"))
    soon: Claimed[When] = Claimed((Claim(value=When(as_written="soon")),))
    assert not after_all_of(soon, claimed("2025-06-02"))


@given(st.datetimes(), st.integers(-14 * 60, 14 * 60))
def test_any_time_in_any_zone_has_a_stretch(moment: datetime, minutes: int) -> None:
    text = f"{moment:%Y-%m-%dT%H:%M}".rjust(16, "0")
    sign, (hours, rest) = "-" if minutes < 0 else "+", divmod(abs(minutes), 60)
    exact = stretch(when(f"{text}{sign}{hours:02}:{rest:02}"), "")
    loose = stretch(when(text), "")
    assert exact.start is not None
    assert exact.start == exact.end
    zone = timezone(timedelta(minutes=minutes))
    if datetime(1, 1, 3) < moment < datetime(9999, 12, 29) and -720 <= minutes <= 840:
        assert exact.start == moment.replace(second=0, microsecond=0, tzinfo=zone)
        assert loose.holds(exact)
