"""Applying a theme to a running application, after testing whether it can be used."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from textual.app import App
from textual.color import ColorParseError
from textual.css.errors import (
    DeclarationError,
    StylesheetError,
    StyleTypeError,
    StyleValueError,
)
from textual.css.stylesheet import StylesheetParseError
from textual.css.tokenizer import TokenError
from textual.theme import Theme
from textual.widgets import OptionList

import tui
from tui.brief.place import Place, Problem
from tui.theme.ink import role_styles
from tui.theme.loaded import LoadedTheme
from tui.theme.roles import role_defaults
from tui.theme.textual_themes import palette_of_textual
from tui.theme.to_textual import to_textual

SHEETS = tuple(sorted(Path(tui.__file__).parent.rglob("*.tcss")))
"""Every style sheet of ours."""
_FAULTS = (
    StylesheetError,
    TokenError,
    DeclarationError,
    StyleTypeError,
    StyleValueError,
    ColorParseError,
    TypeError,
    ValueError,
    AttributeError,  # a colour that is no text
)


def dry_run(app: App[Any], theme: Theme, file: str = "") -> Problem | None:
    """Return why the style sheet of this application cannot use a theme; None if it can.

    Textual checks a theme only as it repaints, where nobody can catch the error. Here a copy of
    the style sheet is read with the theme's variables (3 ms); nothing of the application changes.
    """
    try:
        variables = {
            **app.get_theme_variable_defaults(),
            **role_defaults(palette_of_textual(theme)),
            **theme.to_color_system().generate(),
            **theme.variables,
        }
        role_styles(theme)
        sheet = app.stylesheet.copy()
        for path in SHEETS:
            # A screen's own is read when it first opens, and has to accept the theme then.
            if not sheet.has_source(str(path), ""):
                sheet.read(path)
        sheet.set_variables(variables)
        sheet.reparse()
    except StylesheetParseError as error:
        names = ", ".join(f"`{name}`" for name in sorted(set(_variables(error)))) or "a rule"
        return Problem(Place(file), "theme", f"the style sheet cannot use its value of {names}")
    except _FAULTS as error:
        what = f"it cannot be used: {type(error).__name__}: {error}"
        return Problem(Place(file), "theme", what)
    return None


def _variables(error: StylesheetParseError) -> Iterator[str]:
    for rule in error.errors.rules:
        for token, _help in rule.errors:
            if token.referenced_by:
                yield token.referenced_by.name


def apply(app: App[Any], theme: LoadedTheme) -> Problem | None:
    """Apply a theme, or apply it again after its file has changed.

    Returns the problem of the dry run if there is one, and changes nothing then.
    """
    made = to_textual(theme)
    problem = dry_run(app, made, str(theme.path))
    if problem:
        return problem
    app.register_theme(made)
    if app.theme == theme.name:
        # To Textual the same name is no change.
        app.mutate_reactive(App.theme)
    else:
        app.theme = theme.name
    # After the style sheet, which the line above has queued.
    app.call_next(_repaint, app)
    return None


def _repaint(app: App[Any]) -> None:
    """Drop what widgets have cached: only their own rules notify them of a change of colours."""
    for screen in app.screen_stack:
        for widget in screen.walk_children(with_self=True):
            widget.notify_style_update()
            if isinstance(widget, OptionList):
                widget._clear_caches()  # kept by option, style and padding only
            widget.refresh()
