from decimal import Decimal

import pytest

from tui.brief.number import is_plain, number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,000", "1000"), ("1 234", "1234"), ("1'234", "1234"), ("1’234.5", "1234.5"),
        ("1.234,5", "1234.5"), ("1.000.000", "1000000"), ("1 234,5", "1234.5"), ("1,5", "1.5"),
        ("12,34,567", "1234567"), ("0.125", "0.125"), ("1234.567", "1234.567"), ("٢٢٠", "220"),
        ("۲٬۲۰۰", "2200"), ("३५", "35"),
    ],
)  # fmt: skip
def test_separators_of_several_countries(text: str, value: str) -> None:
    assert number(text) == Decimal(value)
    assert is_plain("1,000") and is_plain("1 234") and not is_plain("1'234")


@pytest.mark.parametrize("text", ["1,000 000", "1.00.000", "1,,000", "", "12.34.567", "9" * 201])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        number(text)


def test_three_digits_after_a_point() -> None:
    with pytest.raises(ValueError, match=r"may be 12\.5 or 12,500; write 12,500 or 12\.5"):
        number("12.500")
    assert number("12.500", decimals=True) == Decimal("12.5")
