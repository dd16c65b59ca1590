import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._color_constants import ANSI_COLORS
from textual.color import Color, ColorParseError

from tui.theme.colour import TERMINAL, TRANSPARENT, Colour, parse_plain
from tui.theme.look import Look, contrast, parse_colour, parse_look


@pytest.mark.parametrize(
    "text", ["red;", "red }", "", "auto", "rgb(1.2.3,1,1)", "$", "#12345", "red 5%%", "a b c"]
)
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="colour"):
        parse_colour(text, {})


def test_looks_are_words_and_colours_in_any_order() -> None:
    red, blue = Colour(255, 0, 0), Colour(0, 0, 255)
    assert parse_look("red bold on rgb(0, 0, 255) italic", {}) == Look(red, blue, "bold italic")
    assert parse_look("dim", {}) == Look(style="dim")
    assert parse_look("on red", {}) == Look(background=red)


def test_contrast_is_that_of_wcag() -> None:
    black, white = Colour(0, 0, 0), Colour(255, 255, 255)
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(Colour(0x76, 0x76, 0x76), white) == pytest.approx(4.54, abs=0.01)
    assert contrast(TRANSPARENT, black) == pytest.approx(1)


PART = st.integers(0, 255)
COLOURS = st.builds(
    Colour, PART, PART, PART, st.integers(0, 255).map(lambda part: part / 255), st.none()
)


def textual(colour: Colour) -> Color:
    return Color(*colour)


@given(COLOURS, COLOURS, st.floats(0, 1))
def test_colours_are_calculated_as_textual_does(one: Colour, other: Colour, factor: float) -> None:
    assert textual(one.under(other)) == textual(one) + textual(other)
    solid = one._replace(alpha=1.0), other._replace(alpha=1.0)
    assert textual(solid[0].blend(solid[1], factor)) == textual(solid[0]).blend(
        textual(solid[1]), factor
    )
    assert textual(one.faded(factor)) == textual(one).multiply_alpha(factor)
    assert textual(one.inverse) == textual(one).inverse
    assert (one.hex, one.brightness) == (textual(one).hex, textual(one).brightness)


@pytest.mark.parametrize(
    "text", ["#fff", "#1b1A18", "#12345678", "#abcd", "transparent", "ansi_default", "#12", "#ggg"]
)
def test_plain_notations_are_read_as_textual_does(text: str) -> None:
    try:
        expected = Color.parse(text)
    except ColorParseError:
        assert parse_plain(text) is None
    else:
        found = parse_plain(text)
        assert found is not None and textual(found) == expected


def test_the_colours_of_a_terminal_are_those_of_textual() -> None:
    assert list(TERMINAL) == ANSI_COLORS
    for name in TERMINAL:
        found = parse_plain(f"ansi_{name}")
        assert found is not None and textual(found) == Color.parse(f"ansi_{name}")
        assert found.hex == f"ansi_{name}"
