"""The class of a screen for its width, in time for the first layout."""

from typing import Any

from textual.screen import Screen


def set_breakpoint(screen: Screen[Any]) -> None:
    """Set the class of `HORIZONTAL_BREAKPOINTS`; call it when the screen is composed.

    Textual sets it after the first layout and paint, and then styles and lays out everything again.
    """
    width = screen.app.size.width
    reached = [name for least, name in screen.HORIZONTAL_BREAKPOINTS or () if width >= least]
    screen.set_class(True, *reached[-1:])
