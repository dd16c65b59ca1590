"""The styles of roles in a theme, ready for drawing.

They are computed once for a theme and not by component classes: Textual applies those for each
widget at each update of styles, which took a tenth of a second of every start.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.color import Color
from rich.color_triplet import ColorTriplet
from rich.style import Style

from tui.blocks import Role
from tui.theme.colour import DEFAULT, Colour
from tui.theme.roles import ROLES, role_defaults
from tui.theme.textual_themes import palette_of_textual, parse_css

if TYPE_CHECKING:
    from textual.theme import Theme


def role_styles(theme: "Theme") -> Mapping[Role, Style]:
    """Each role's style; what a theme file sets for a role takes precedence over the defaults.

    Raises ValueError for a text that is not a colour; `dry_run` finds out before a theme is used.
    """
    variables: Mapping[str, str] = theme.variables
    complete = all(f"role-{role}-style" in variables for role in ROLES)
    if theme.background and complete:
        return {role: _style(role, variables, parse_css(theme.background)) for role in ROLES}
    # Deriving what a theme leaves open takes a while; the shipped ones leave nothing open.
    palette = palette_of_textual(theme)
    variables = {**role_defaults(palette), **variables}
    return {role: _style(role, variables, palette["background"]) for role in ROLES}


def _style(role: Role, variables: Mapping[str, str], back: Colour) -> Style:
    words = variables.get(f"role-{role}-style", "none").split()
    flags = {word: True for word in words if word != "none"}
    behind = variables.get(f"role-{role}-background", "transparent")
    return Style(
        color=_colour(variables.get(f"role-{role}"), back),
        bgcolor=None if behind == "transparent" else _colour(behind, back),
        **flags,  # type: ignore[arg-type]  # bold, italic, underline, dim, reverse, strike
    )


def _colour(text: str | None, back: Colour) -> Color | None:
    """A colour as Rich draws it; a see-through one as it looks on the background of the theme."""
    if text is None:
        return None
    colour = parse_css(text)
    if colour.ansi is not None:
        return Color.parse("default") if colour.ansi == DEFAULT else Color.from_ansi(colour.ansi)
    if back.ansi is None and colour.alpha < 1:
        colour = back.under(colour)
    return Color.from_triplet(ColorTriplet(*colour[:3]))
