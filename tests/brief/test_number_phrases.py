import pytest

from tui.brief.number_phrases import in_order


@pytest.mark.parametrize(
    ("text", "ordered"),
    [
        ("an hour and a half", "1.5 hour"),
        ("a million and a half", "1.5 million"),
        ("two and a half hours", "two and a half hours"),
        ("five to six thousand", "five thousand to six thousand"),
        ("two or three hundred", "two hundred to three hundred"),
        ("between five and six thousand", "between five thousand and six thousand"),
        ("four or five killed", "four to five killed"),
        ("two or three", "two or three"),
        ("one or the other", "one or the other"),
        ("a quarter of a million", "0.25 million"),
        ("three-quarters of a million", "0.75 million"),
        ("40 ± 5", "35 to 45"),
        ("40 % +/- 2", "38 to 42 %"),
        ("one in five", "about 20.0 %"),
        ("more than one in five of voters", "more than 20.0 % of voters"),
        ("3 in 2014", "3 in 2014"),
        ("20% to 25%", "20 to 25%"),
        ("24h", "24 h"),
        ("40 killed", "40 killed"),
        ("50 a day", "50 per day"),
        ("50 attacks/week", "50 attacks per week"),
        ("12 daily", "12 per day"),
        ("half a day", "half a day"),
        ("about a week", "about a week"),
        ("2½ hours", "2.5 hours"),
        ("just over 500", "over 500"),
        ("an estimated 500", "about 500"),
        ("maximum of 50", "at most 50"),
        ("only 50", "50"),
    ],
)
def test_says_the_number_first(text: str, ordered: str) -> None:
    assert in_order(text) == ordered
