"""What themes need of Textual, which is loaded only when it is asked for.

Every other module that reads themes is below Textual. Most starts read a theme that sets all of
its colours itself, and need nothing from here before it is registered.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.theme.colour import DEFAULT, PALETTE, TRANSPARENT, Colour, parse_plain

if TYPE_CHECKING:
    from textual.theme import Theme


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


BUILTIN = _names(
    """
    ansi-dark ansi-light atom-one-dark atom-one-light catppuccin-frappe catppuccin-latte
    catppuccin-macchiato catppuccin-mocha dracula flexoki gruvbox monokai nord rose-pine
    rose-pine-dawn rose-pine-moon solarized-dark solarized-light textual-dark textual-light
    tokyo-night
    """
)
"""The names of Textual's own themes, of which a file may extend one."""
_SHADED = (*PALETTE, "primary-background", "secondary-background")
_SHADES = tuple(f"{way}-{step}" for way in ("darken", "lighten") for step in (1, 2, 3))
VARIABLES = _names(
    """
    ansi-background ansi-foreground block-cursor-background block-cursor-blurred-background
    block-cursor-blurred-foreground block-cursor-blurred-text-style block-cursor-foreground
    block-cursor-text-style block-hover-background border border-blurred button-color-foreground
    button-focus-text-style button-foreground footer-background footer-description-background
    footer-description-foreground footer-foreground footer-item-background footer-key-background
    footer-key-foreground foreground-disabled input-cursor-background input-cursor-foreground
    input-cursor-text-style input-selection-background input-selection-foreground link-background
    link-background-hover link-color link-color-hover link-style link-style-hover
    primary-background screen-selection-background screen-selection-foreground scrollbar
    scrollbar-active scrollbar-background scrollbar-background-active scrollbar-background-hover
    scrollbar-corner-color scrollbar-hover secondary-background surface-active text text-disabled
    text-muted
    """
) | {
    *(f"{name}-{shade}" for name in _SHADED for shade in _SHADES),
    *(f"text-{name}" for name in PALETTE[:6]),
    *(f"{name}-muted" for name in (*PALETTE[:6], "foreground")),
    *(f"markdown-h{n}-{part}" for n in range(1, 7) for part in ("color", "background")),
    *(f"markdown-h{n}-text-style" for n in range(1, 7)),
}
"""The names of Textual's own variables that a theme may set."""


def palette_of(colours: Mapping[str, str], *, dark: bool, ansi: bool) -> dict[str, Colour]:
    """Every colour of `PALETTE` for a theme that sets some of them. `primary` is required."""
    given = {name: found for name, text in colours.items() if (found := parse_plain(text))}
    if ansi:
        return _ansi_palette(given)
    given.pop("boost", None)  # Textual uses it for a panel that is not set, and only for that
    if given.keys() == set(PALETTE) - {"boost"}:
        return {**given, "boost": TRANSPARENT}
    from textual.theme import Theme  # noqa: PLC0415  (only for a theme that leaves colours open)

    theme = Theme("", **colours, dark=dark)  # type: ignore[arg-type]  # texts all of them
    # Textual rounds each colour on the way; `$primary` is the one the file says.
    return {**palette_of_textual(theme), **given}


def _ansi_palette(given: Mapping[str, Colour]) -> dict[str, Colour]:
    first = given["primary"]
    second = given.get("secondary", first)
    paper = Colour(0, 0, 0, ansi=DEFAULT)
    return {
        "secondary": second, "warning": first, "error": second, "success": second, "accent": first,
        "background": paper, "foreground": paper, **given,
        "surface": TRANSPARENT, "panel": TRANSPARENT, "boost": TRANSPARENT,
    }  # fmt: skip


def palette_of_textual(theme: "Theme") -> dict[str, Colour]:
    """Every colour of `PALETTE` in a theme of Textual's class, derived ones included."""
    made = theme.to_color_system().generate()
    return {name: parse_css(made[name]) for name in PALETTE}


def parse_css(text: str) -> Colour:
    """Read a colour in any notation of Textual's.

    Raises ValueError; the second argument is the name that was probably meant, or None.
    """
    if plain := parse_plain(text):
        return plain
    from textual.color import Color, ColorParseError  # noqa: PLC0415  (few themes need it)

    try:
        return Colour(*Color.parse(text)[:5])
    except ColorParseError as error:
        raise ValueError("not a colour", error.suggested_color) from None


def builtin_theme(name: str) -> "Theme":
    """One of Textual's own themes."""
    from textual.theme import BUILTIN_THEMES  # noqa: PLC0415  (only for a file that extends one)

    return BUILTIN_THEMES[name]
