from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.brief.place import Place
from tui.brief.quantity import Quantity, QuantityForm, number

HERE = Place("brief.yaml")


def D(text: str) -> Decimal:  # noqa: N802
    return Decimal(text)


def short(text: str) -> Quantity:
    return Quantity.from_text(text, HERE)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("472", Quantity(best=D("472"))),
        ("004", Quantity(best=D("4"))),
        ("1,000", Quantity(best=D("1000"))),
        ("1 000 000", Quantity(best=D("1000000"))),
        ("2\u202f000 men", Quantity(best=D("2000"), unit="men")),
        ("3.5", Quantity(best=D("3.5"))),
        ("over 40", Quantity(low=D("40"), open=True)),
        (">40", Quantity(low=D("40"), open=True)),
        ("More  than 40", Quantity(low=D("40"), open=True)),
        ("at least 40", Quantity(low=D("40"))),
        ("40+", Quantity(low=D("40"))),
        ("under 5", Quantity(high=D("5"), open=True)),
        ("up to 5", Quantity(high=D("5"))),
        ("≤5", Quantity(high=D("5"))),
        ("nearly 300", Quantity(high=D("300"), open=True, approx=True)),
        ("4–5", Quantity(low=D("4"), high=D("5"))),
        ("4 to 5 days", Quantity(low=D("4"), high=D("5"), unit="days")),
        ("about 4-5", Quantity(low=D("4"), high=D("5"), approx=True)),
        ("about 1000", Quantity(best=D("1000"), approx=True)),
        ("~1000", Quantity(best=D("1000"), approx=True)),
        ("30 days", Quantity(best=D("30"), unit="days")),
        ("12%", Quantity(best=D("12"), unit="%")),
        ("12 %", Quantity(best=D("12"), unit="%")),
        ("about\n  30\n  days", Quantity(best=D("30"), approx=True, unit="days")),
        ("several", Quantity(as_written="several")),
        ("5 or 6", Quantity(low=D("5"), high=D("6"))),
        ("between 40 and 50", Quantity(low=D("40"), high=D("50"))),
        ("12 or so", Quantity(best=D("12"), approx=True)),
        ("roughly 40 km", Quantity(best=D("40"), approx=True, unit="km")),
        ("71.12 %", Quantity(best=D("71.12"), unit="%")),
        ("71.125%", Quantity(best=D("71.125"), unit="%")),
        ("71 per cent", Quantity(best=D("71"), unit="per cent")),
        ("0.125", Quantity(best=D("0.125"))),
        (
            "a dozen other things",
            Quantity(
                best=D("12"), approx=True, unit="other things", as_written="a dozen other things"
            ),
        ),
        ("two or three", Quantity(as_written="two or three")),
        ("one of the largest", Quantity(as_written="one of the largest")),
        ("hundreds of people", Quantity(as_written="hundreds of people")),
        ("no figure", Quantity(as_written="no figure")),
        ("no casualties reported", Quantity(as_written="no casualties reported")),
        ("nobody has said how many", Quantity(as_written="nobody has said how many")),
        (".inf", Quantity(as_written=".inf")),
    ],
)
def test_short_forms(text: str, quantity: Quantity) -> None:
    assert short(text) == quantity


@pytest.mark.parametrize(
    ("text", "value", "rest"),
    [
        ("6.9 million people", "6900000", {"unit": "people"}),
        ("two million people", "2000000", {"unit": "people"}),
        ("6.9m people", "6900000", {"unit": "people"}),
        ("6.9M", "6900000", {}),
        ("40k", "40000", {}),
        ("10 crore rupees", "100000000", {"unit": "rupees"}),
        ("3 lakh", "300000", {}),
        ("half a million", "500000", {}),
        ("one and a half million", "1500000", {}),
        ("three hundred and fifty", "350", {}),
        ("five hundred and twelve thousand", "512000", {}),
        ("twenty-five", "25", {}),
        ("a dozen", "12", {"approx": True}),
        ("a dozen or so", "12", {"approx": True}),
        ("two dozen", "24", {"approx": True}),
        ("half a dozen", "6", {"approx": True}),
        ("about two weeks", "2", {"approx": True, "unit": "weeks"}),
        ("seven days", "7", {"unit": "days"}),
        ("zero", "0", {}),
        ("NO", "0", {}),
        ("none", "0", {}),
        ("nobody", "0", {}),
        ("no one killed", "0", {"unit": "killed"}),
        ("no casualties", "0", {"unit": "casualties"}),
        ("$150 billion", "150000000000", {"unit": "$"}),
        ("US$1.5m", "1500000", {"unit": "US$"}),
        ("USD 1.5m", "1500000", {"unit": "USD"}),
        ("EUR 3 billion", "3000000000", {"unit": "EUR"}),
        ("€3bn", "3000000000", {"unit": "€"}),
        ("5 attacks per day", "5", {"unit": "attacks", "per": "day"}),
        ("1,000 from each side", "1000", {"per": "side"}),
        ("780 from both sides", "780", {"per": "both sides"}),
        ("1.234,5", "1234.5", {}),
        ("1.000.000", "1000000", {}),
        ("1,00", "1.00", {}),
        ("12,5 %", "12.5", {"unit": "%"}),
        ("1'234", "1234", {}),
        ("12,34,567", "1234567", {}),
        ("٢٢٠", "220", {}),
        ("۱٬۲۳۴ نفر", "1234", {"unit": "نفر"}),
    ],
)
def test_figures_in_other_words_keep_them(text: str, value: str, rest: dict[str, Any]) -> None:
    assert short(text) == Quantity(best=D(value), as_written=text, **rest)


def test_bounds_in_words() -> None:
    assert short("over a hundred") == Quantity(low=D("100"), open=True, as_written="over a hundred")
    assert short("no more than twenty").bounds == (None, D("20"))
    assert short("4–5 million").bounds == (D("4000000"), D("5000000"))
    assert short("150 thousand to 2 million").bounds == (D("150000"), D("2000000"))
    assert short("two to three weeks").bounds == (D("2"), D("3"))
    assert short("$150–200 million").bounds == (D("150000000"), D("200000000"))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("220.000", "may be 220 or 220,000; write 220,000 or 220"),
        ("over 1.085 people", "may be 1.085 or 1,085; write 1,085 or 1.0850"),
        ("5m", "may be 5 million or 5 metres"),
    ],
)
def test_what_has_two_readings_is_told_and_never_guessed(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        short(text)


def test_a_magnitude_in_the_unit_of_the_long_form() -> None:
    form = QuantityForm(best="6.9", unit="million people")
    assert Quantity.from_form(form, HERE) == Quantity(best=D("6900000"), unit="people")
    form = QuantityForm(low="4 million", high="5 million")
    assert Quantity.from_form(form, HERE).bounds == (D("4000000"), D("5000000"))
    with pytest.raises(ValueError, match="may be 220 or 220,000"):
        Quantity.from_form(QuantityForm(best="220.000"), HERE)


@pytest.mark.parametrize(
    "text",
    ["13:00", "1_000", "-5", "0x1f", "1e3", "5,000 for up to 1,000", "2 and a half", "6 or 5"],
)
def test_digits_that_are_no_quantity(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a quantity|below its start"):
        short(text)


def test_a_range_the_wrong_way_round() -> None:
    with pytest.raises(ValueError, match=r"ends \(3\) below its start \(5\)"):
        short("5-3")


def test_prose_is_no_quantity_however_long() -> None:
    assert short("many " * 50_000).best is None
    for text in ("9" * 200_000, "1" + " " * 200_000 + "\n x", "1" + " " * 150 + "\nx 2"):
        try:
            short(text)
        except ValueError as error:
            assert "not a quantity" in str(error)


def test_long_form() -> None:
    form = QuantityForm(best="472", low="400", high="1,000", unit="UAVs", per="night", approx=True)
    assert Quantity.from_form(form, HERE) == Quantity(
        D("472"), D("400"), D("1000"), approx=True, unit="UAVs", per="night"
    )


@pytest.mark.parametrize(
    ("form", "why"),
    [
        (QuantityForm(best="many"), "not a number"),
        (QuantityForm(low="5", high="3"), "not in that order"),
        (QuantityForm(best="2", low="3"), "not in that order"),
        (QuantityForm(best="9" * 300), "not a number"),
    ],
)
def test_long_forms_that_are_no_quantity(form: QuantityForm, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Quantity.from_form(form, HERE)


def test_bounds() -> None:
    assert short("472").bounds == (D("472"), D("472"))
    assert short("over 40").bounds == (D("40"), None)
    assert short("under 5").bounds == (None, D("5"))
    assert short("4–5").bounds == (D("4"), D("5"))
    assert short("several").bounds == (None, None)


@given(st.integers(0, 10**20))
def test_numbers_with_separators(n: int) -> None:
    assert number(f"{n:,}") == number(str(n)) == n


@given(st.text(max_size=250))
def test_any_text_is_a_quantity_or_says_why_not(text: str) -> None:
    try:
        quantity = short(text)
    except ValueError as error:
        assert str(error)
    else:
        assert quantity.as_written or quantity.bounds != (None, None) or not text.strip()
