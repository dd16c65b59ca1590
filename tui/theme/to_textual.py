"""Themes as Textual knows them, made in the process that shows them."""

from textual.theme import Theme

from tui.theme.loaded import LoadedTheme
from tui.theme.textual_themes import builtin_theme


def to_textual(theme: LoadedTheme) -> Theme:
    """A loaded theme as Textual's class, to be registered with an application."""
    variables = dict(theme.variables)
    if theme.ansi:
        # What Textual makes for the colours of a terminal leaves out some that its style sheets
        # name.
        base = builtin_theme("ansi-dark" if theme.dark else "ansi-light").variables
        variables = {**base, **variables}
    return Theme(
        name=theme.name,
        **theme.colours,
        dark=theme.dark,
        luminosity_spread=theme.luminosity_spread,
        text_alpha=theme.text_alpha,
        ansi=theme.ansi,
        variables=variables,
    )
