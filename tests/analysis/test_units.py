from decimal import Decimal

import pytest

from tui.analysis.units import in_days, in_each_other, singular, unit_of


@pytest.mark.parametrize(
    ("unit", "least", "most"),
    [
        ("", 1, 1), ("day", 1, 1), ("Days", 1, 1), ("weeks", 7, 7), ("fortnight", 14, 14),
        ("months", 28, 31), ("year", 364, 366),
    ],
)  # fmt: skip
def test_a_length_of_time_in_days(unit: str, least: int, most: int) -> None:
    assert in_days(unit) == (least, most)


def test_hours_are_parts_of_days() -> None:
    found = in_days("hours")
    assert found is not None
    assert found[0] * 24 == pytest.approx(Decimal(1))


@pytest.mark.parametrize("unit", ["km", "people", "USD", "%", "per cent"])
def test_what_is_no_length_of_time(unit: str) -> None:
    assert in_days(unit) is None


SAME = [
    ("USD", "$"), ("US dollars", "dollar"), ("euros", "€"), ("roubles", "rubles"),
    ("kilometres", "km"), ("kilometers", "miles"), ("kg", "tonnes"), ("metric tons", "kilograms"),
    ("per cent", "%"), ("pct", "percent"), ("hours", "months"), ("years", "weeks"), ("mw", "gw"),
]  # fmt: skip
OTHER = [
    ("USD", "EUR"), ("USD", "AUD"), ("km", "kg"), ("%", "percentage points"), ("days", "people"),
    ("$", "A$"), ("square kilometres", "kilometres"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_units_of_one_dimension(one: str, other: str) -> None:
    first, second = unit_of(one), unit_of(other)
    assert first and second
    assert in_each_other(first, second)
    assert in_each_other(second, first)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_units_of_two_dimensions(one: str, other: str) -> None:
    first, second = unit_of(one), unit_of(other)
    assert not (first and second and in_each_other(first, second))


def test_one_and_many() -> None:
    assert [singular(word) for word in ("bodies", "boxes", "children", "glass", "tonnes")] == [
        "body", "box", "child", "glass", "tonne",
    ]  # fmt: skip
