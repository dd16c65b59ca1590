from decimal import Decimal

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
        ("a dozen or so", Quantity(as_written="a dozen or so")),
        (".inf", Quantity(as_written=".inf")),
        ("NO", Quantity(as_written="NO")),
    ],
)
def test_short_forms(text: str, quantity: Quantity) -> None:
    assert short(text) == quantity


@pytest.mark.parametrize("text", ["13:00", "1_000", "-5", "0x1f", "1e3", "1,00", "1.000.000"])
def test_digits_that_are_no_quantity(text: str) -> None:
    with pytest.raises(ValueError, match="not a quantity"):
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
