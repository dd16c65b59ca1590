"""Colours and styles as a theme file writes them, and whether they can be read.

Only whole colours and known words come through, so that no text of a file reaches a stylesheet.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from tui.brief.lazy_regex import late
from tui.theme.colour import BLACK, WHITE, Colour
from tui.theme.textual_themes import parse_css

STYLES = ("bold", "italic", "underline", "dim", "reverse", "strike")
_PIECES = late(r"[a-z]+\([^()]*\)|\S+")
_SHARE = late(r"(\d{1,3})%", re.ASCII)


class Look(NamedTuple):
    """How a piece of text looks."""

    colour: Colour | None = None
    """None: the text colour of the widget."""
    background: Colour | None = None
    """None: the background of the widget."""
    style: str = "none"
    """Words of Textual's `text-style`."""


def parse_colour(text: str, palette: Mapping[str, Colour], *, ansi: bool = False) -> Colour:
    """Read `#d08770`, `rgb(1, 2, 3)`, `teal` or `$primary`, each perhaps followed by `60%`.

    With `ansi` the colours of the terminal are colours too: `ansi_red`, `ansi_default`.

    Raises ValueError, in words for the author.
    """
    pieces = _PIECES.findall(text)
    if len(pieces) == 2 and (share := _SHARE.fullmatch(pieces[1])):
        return _one_colour(pieces[0], palette, ansi).faded(min(int(share[1]), 100) / 100)
    if len(pieces) != 1:
        raise ValueError("not a colour; write one, such as `#d08770`")
    return _one_colour(pieces[0], palette, ansi)


def _one_colour(text: str, palette: Mapping[str, Colour], ansi: bool) -> Colour:
    if text.startswith("$"):
        if text[1:] not in palette:
            raise ValueError(f"`{text}` is not a colour of this theme")
        return palette[text[1:]]
    try:
        colour = parse_css(text)
    except ValueError as error:
        guess = error.args[1] if len(error.args) == 2 else None
        raise ValueError(_not_a_colour(text, guess)) from None
    if colour.ansi is not None and not ansi:
        raise ValueError("colours are fixed, not those of the terminal, without `ansi: yes`")
    return colour


def _not_a_colour(text: str, guess: str | None) -> str:
    if re.fullmatch(r"[0-9a-fA-F]{3}|[0-9a-fA-F]{6}", text):
        guess = f'"#{text}"'  # in quotes, as a bare # begins a comment
    return f"not a colour; did you mean `{guess}`?" if guess else "not a colour"


def parse_style(text: str) -> str:
    """Read the words of a text style. Raises ValueError."""
    words = text.split()
    if words == ["none"]:
        return "none"
    if not words or any(word not in STYLES for word in words):
        raise ValueError(f"not a text style; known are none, {', '.join(STYLES)}")
    return " ".join(words)


def parse_look(text: str, palette: Mapping[str, Colour], *, ansi: bool = False) -> Look:
    """Read `bold $primary`, `italic #d08770 on $panel`, `dim`: words of style and colours.

    Raises ValueError, in words for the author.
    """
    words: list[str] = []
    colours: list[str] = []
    for piece in _PIECES.findall(text):
        (words if piece in (*STYLES, "none") else colours).append(piece)
    front, on, back = " ".join(colours).partition("on ")
    if on and front and not front.endswith(" "):
        raise ValueError("not a colour")
    return Look(
        parse_colour(front, palette, ansi=ansi) if front.strip() else None,
        parse_colour(back, palette, ansi=ansi) if on else None,
        parse_style(" ".join(words) or "none"),
    )


def contrast(front: Colour, back: Colour) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21; a see-through front is laid over the back."""
    lights = sorted((_luminance(back.under(front)), _luminance(back)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def lift(colour: Colour, back: Colour, ratio: float) -> Colour:
    """The colour moved towards black or white until it can be read on `back`."""
    end = max((BLACK, WHITE), key=lambda each: contrast(each, back))
    steps = (colour.blend(end, step / 20) for step in range(20))
    return next((each for each in steps if contrast(each, back) >= ratio), end)
