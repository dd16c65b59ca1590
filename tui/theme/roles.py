"""Roles of text in Textual's stylesheet, and how they look where a theme says nothing of them."""

from collections.abc import Mapping
from functools import cache
from typing import get_args

from textual.color import Color
from textual.theme import Theme

from tui.blocks import Role
from tui.theme.look import Look, lift, parse_look

ROLES: tuple[Role, ...] = tuple(role for role in get_args(Role) if role)
"""Every role but ink on paper, which is the colour of the widget."""
PALETTE = (
    "primary",
    "secondary",
    "warning",
    "error",
    "success",
    "accent",
    "foreground",
    "background",
    "surface",
    "panel",
    "boost",
)
"""The colours of a theme that others may name with a `$`."""
READABLE = 4.5
"""The contrast WCAG asks of running text (1.4.3, level AA)."""

_FROM_PALETTE: dict[Role, str] = {
    "strong": "bold $foreground",
    "quiet": "$foreground 65%",
    "title": "bold $foreground",
    "heading": "bold $foreground",
    "label": "$foreground 65%",
    "quote": "italic $foreground",
    "name": "$foreground",
    "source": "$foreground 65%",
    "status": "$foreground 80%",
    "handling": "$warning",
    "code": "$foreground 80%",
    "disputed": "bold $secondary",
    "finer": "$secondary",
    "incomparable": "$accent",
    "asymmetric": "bold $accent",
    "silent": "$foreground 65%",
    "changed": "$success",
    "stale": "$warning",
    "problem": "bold $error",
    "warning": "$warning",
    "good": "$success",
    "chosen": "reverse $primary",
    "hit": "bold underline $primary",
    "focus": "bold $primary",
}
_PARTIES: tuple[Role, ...] = tuple(role for role in ROLES if role.startswith("party"))
_TERMINAL_PARTIES = ("blue", "yellow", "cyan", "magenta", "green", "bright_blue")


def role_variables(looks: Mapping[Role, Look]) -> dict[str, str]:
    """The CSS variables of some roles: `role-quiet`, `role-quiet-style`, `…-background`."""
    found: dict[str, str] = {}
    for role, look in looks.items():
        if look.colour:
            found[f"role-{role}"] = look.colour.hex
        found[f"role-{role}-style"] = look.style
        found[f"role-{role}-background"] = look.background.hex if look.background else "transparent"
    return found


def palette_of(theme: Theme) -> dict[str, Color]:
    """The colours of a theme by their names, with what Textual derives of them."""
    made = theme.to_color_system().generate()
    return {name: Color.parse(made[name]) for name in PALETTE}


def role_defaults(theme: Theme) -> dict[str, str]:
    """Variables of every role, drawn from the palette of any theme.

    For `App.get_theme_variable_defaults`, whose values may not name other variables; what a theme
    file says of a role goes before. Colours are moved towards black or white until they can be
    read, but for those of the terminal, which nobody knows.
    """
    palette = palette_of(theme)
    known = tuple((name, colour) for name, colour in palette.items())
    return dict(_defaults(known))


@cache
def _defaults(known: tuple[tuple[str, Color], ...]) -> Mapping[str, str]:
    palette = dict(known)
    back = palette["background"]
    terminal = back.ansi is not None
    looks: dict[Role, Look] = {}
    for role, text in _FROM_PALETTE.items():
        # A colour of the terminal cannot be mixed with another one.
        look = parse_look(text.replace("65%", "dim") if terminal else text, palette)
        looks[role] = look if terminal else _readable(look, back)
    for step, role in enumerate(_PARTIES):
        colour = _party(step, palette)
        looks[role] = Look(colour) if terminal else _readable(Look(colour), back)
    return role_variables(looks)


def _readable(look: Look, back: Color) -> Look:
    opaque = back.blend(look.colour or back.inverse, (look.colour or back).a, alpha=1)
    return Look(lift(opaque, back, READABLE), style=look.style)


def _party(step: int, palette: Mapping[str, Color]) -> Color:
    """Six hues, evenly around the wheel from the theme's first colour."""
    if palette["background"].ansi is not None:
        return Color.parse(f"ansi_{_TERMINAL_PARTIES[step % len(_TERMINAL_PARTIES)]}")
    first = palette["primary"].hsl
    lightness = 0.7 if palette["background"].brightness < 0.5 else 0.35
    return Color.from_hsl((first.h + step / len(_PARTIES)) % 1, 0.5, lightness)
