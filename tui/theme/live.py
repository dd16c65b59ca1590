"""Putting a theme on a running application, after trying whether it can be worn."""

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
from tui.theme.roles import role_defaults
from tui.theme.worn import ParleyTheme

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
    """Say why the stylesheet of this application cannot take a theme; None: it can.

    Textual checks a theme only as it repaints, where nobody can catch the error. Here a copy of
    the stylesheet is read with the theme's variables (3 ms); nothing of the application changes.
    """
    try:
        variables = {
            **app.get_theme_variable_defaults(),
            **role_defaults(theme),
            **theme.to_color_system().generate(),
            **theme.variables,
        }
        role_styles(theme)
        sheet = app.stylesheet.copy()
        for path in SHEETS:
            # A screen's own is read when it first opens, and has to take the theme then.
            if not sheet.has_source(str(path), ""):
                sheet.read(path)
        sheet.set_variables(variables)
        sheet.reparse()
    except StylesheetParseError as error:
        names = ", ".join(f"`{name}`" for name in sorted(set(_variables(error)))) or "a rule"
        return Problem(Place(file), "theme", f"the stylesheet cannot take its value of {names}")
    except _FAULTS as error:
        what = f"it cannot be used: {type(error).__name__}: {error}"
        return Problem(Place(file), "theme", what)
    return None


def _variables(error: StylesheetParseError) -> Iterator[str]:
    for rule in error.errors.rules:
        for token, _help in rule.errors:
            if token.referenced_by:
                yield token.referenced_by.name


def apply(app: App[Any], worn: ParleyTheme) -> Problem | None:
    """Put a theme on, or put it on again after its file has changed.

    Answers with the problem of the dry run, and changes nothing then.
    """
    problem = dry_run(app, worn.theme, str(worn.path))
    if problem:
        return problem
    app.register_theme(worn.theme)
    if app.theme == worn.name:
        # The same name is no change to Textual: it has to be told.
        app.mutate_reactive(App.theme)
    else:
        app.theme = worn.name
    # After the stylesheet, which the line above has queued.
    app.call_next(_repaint, app)
    return None


def _repaint(app: App[Any]) -> None:
    """Drop what widgets keep drawn: only their own rules tell them of a change of colours."""
    for screen in app.screen_stack:
        for widget in screen.walk_children(with_self=True):
            widget.notify_style_update()
            if isinstance(widget, OptionList):
                widget._clear_caches()  # kept by option, style and padding only
            widget.refresh()
