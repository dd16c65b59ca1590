import pytest
from textual.color import Color

from tui.theme.look import Look, contrast, parse_colour, parse_look


@pytest.mark.parametrize(
    "text", ["red;", "red }", "", "auto", "rgb(1.2.3,1,1)", "$", "#12345", "red 5%%", "a b c"]
)
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="colour"):
        parse_colour(text, {})


def test_looks_are_words_and_colours_in_any_order() -> None:
    red, blue = Color.parse("red"), Color.parse("rgb(0, 0, 255)")
    assert parse_look("red bold on rgb(0, 0, 255) italic", {}) == Look(red, blue, "bold italic")
    assert parse_look("dim", {}) == Look(style="dim")
    assert parse_look("on red", {}) == Look(background=red)


def test_contrast_is_that_of_wcag() -> None:
    black, white = Color(0, 0, 0), Color(255, 255, 255)
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(Color.parse("#767676"), white) == pytest.approx(4.54, abs=0.01)
    assert contrast(white.with_alpha(0), black) == pytest.approx(1)
