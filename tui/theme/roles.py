"""Roles of text in Textual's style sheet, and their looks where a theme does not set them."""

from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from functools import cache
from typing import get_args

from tui.blocks import Role
from tui.theme.colour import TRANSPARENT, Colour, parse_plain
from tui.theme.look import Look, lift, parse_look

ROLES: tuple[Role, ...] = tuple(role for role in get_args(Role) if role)
"""Every role except plain text, which has the colour of its widget."""
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


def role_defaults(palette: Mapping[str, Colour]) -> dict[str, str]:
    """Variables of every role, derived from the palette of any theme.

    For `App.get_theme_variable_defaults`, whose values may not name other variables; what a theme
    file sets for a role takes precedence. Colours are moved towards black or white until they can
    be read, except those of the terminal, which are unknown.
    """
    return dict(_defaults(tuple(palette.items())))


@cache
def _defaults(known: tuple[tuple[str, Colour], ...]) -> Mapping[str, str]:
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


def _readable(look: Look, back: Colour) -> Look:
    opaque = back.under(look.colour) if look.colour else back.inverse
    return Look(lift(opaque, back, READABLE), style=look.style)


def _party(step: int, palette: Mapping[str, Colour]) -> Colour:
    """Six hues, evenly around the wheel from the theme's first colour."""
    if palette["background"].ansi is not None:
        name = f"ansi_{_TERMINAL_PARTIES[step % len(_TERMINAL_PARTIES)]}"
        return parse_plain(name) or TRANSPARENT
    hue = rgb_to_hls(*palette["primary"].normalized)[0]
    lightness = 0.7 if palette["background"].brightness < 0.5 else 0.35
    parts = hls_to_rgb((hue + step / len(_PARTIES)) % 1, lightness, 0.5)
    return Colour(*(int(part * 255 + 0.5) for part in parts))
