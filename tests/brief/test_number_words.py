from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.brief.number_words import number_words


@pytest.mark.parametrize(
    ("text", "value", "rest"),
    [
        ("twenty-five killed", "25", " killed"),
        ("three hundred", "3E+2", ""),
        ("two thousand five hundred men", "25E+2", " men"),
        ("two hundred and twelve", "212", ""),
        ("a million", "1E+6", ""),
        ("half a million", "5E+5", ""),
        ("two and a half million", "2.5E+6", ""),
        ("two or three", "2", " or three"),
        ("twenty twenty", "20", " twenty"),
        ("a week", "1", " week"),
        ("an hour", "1", " hour"),
        ("one hundred and", "1E+2", " and"),
    ],
)
def test_words_of_a_number(text: str, value: str, rest: str) -> None:
    found = number_words(text, 0)
    assert found is not None
    assert (found.value, text[found.end :]) == (Decimal(value), rest)
    assert found.value.as_tuple().exponent == Decimal(value).as_tuple().exponent


@pytest.mark.parametrize("text", ["", "a", "a plane", "ones", "hundreds", "million", "an hourly"])
def test_what_is_no_number(text: str) -> None:
    assert number_words(text, 0) is None


WORDS = [
    "one", "two", "ten", "twelve", "twenty", "hundred", "thousand", "million", "and", "a", "half",
    "dozen", "of", "men",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_any_words_are_a_number_or_none(text: str) -> None:
    found = number_words(text, 0)
    assert found is None or (found.value >= 0 and 0 < found.end <= len(text))
