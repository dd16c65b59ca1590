import pytest

from tui.brief.place import Place
from tui.brief.quantity import Quantity
from tui.presentation.figures import format_quantity


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1000", "1,000"),
        ("6.9 million people", "6.9 million people"),
        ("1,500 thousand", "1.500 million"),
        ("three hundred", "300"),
        ("12 thousand", "12 thousand"),
        ("over 2 billion", "over 2 billion"),
        ("4–5 million", "4 million–5 million"),
        ("3 lakh", "300 thousand"),
        ("$150 billion", "$150 billion"),
        ("over US$40", "over US$40"),
        ("€3bn of aid", "€3 billion aid"),
        ("71.12 %", "71.12 %"),
        ("780 from both sides", "780 of both sides together"),
        ("5 attacks per day", "5 attacks per day"),
        ("several", "several"),
    ],
)
def test_a_figure_in_words(text: str, shown: str) -> None:
    assert format_quantity(Quantity.from_text(text, Place(""))) == shown
