"""The styles of roles in a theme, ready for drawing.

They are worked out once for a theme and not by component classes: Textual applies those for each
widget at each update of styles, which took a tenth of a second of every start.
"""

from collections.abc import Mapping

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from tui.blocks import Role
from tui.theme.roles import ROLES, role_defaults


def role_styles(theme: Theme) -> Mapping[Role, Style]:
    """Each role's style; what a theme file says of a role goes before the defaults.

    Raises ColorParseError for a colour that is none: `dry_run` tries before a theme is worn.
    """
    variables = theme.variables
    if not (theme.background and all(f"role-{role}-style" in variables for role in ROLES)):
        # To work out what a theme leaves open takes a while; the shipped ones leave nothing open.
        variables = {**role_defaults(theme), **variables}
    back = Color.parse(theme.background or theme.to_color_system().generate()["background"])
    return {role: _style(role, variables, back) for role in ROLES}


def _style(role: Role, variables: Mapping[str, str], back: Color) -> Style:
    words = variables.get(f"role-{role}-style", "none").split()
    flags = {word: True for word in words if word != "none"}
    behind = variables.get(f"role-{role}-background", "transparent")
    return Style(
        color=_colour(variables.get(f"role-{role}"), back),
        bgcolor=None if behind == "transparent" else _colour(behind, back),
        **flags,  # type: ignore[arg-type]  # bold, italic, underline, dim, reverse, strike
    )


def _colour(text: str | None, back: Color) -> RichColor | None:
    """A colour as Rich draws it; a see-through one as it looks on the paper of the theme."""
    if text is None:
        return None
    colour = Color.parse(text)
    if colour.ansi is None and back.ansi is None and colour.a < 1:
        colour = back.blend(colour, colour.a, alpha=1)
    return colour.rich_color
