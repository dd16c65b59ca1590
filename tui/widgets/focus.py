"""Where the focus is, for screens with a list or a page."""

from textual.reactive import Reactive
from textual.widget import Widget


def quiet_focus() -> Reactive[Widget | None]:
    """`focused` for a screen: moving the focus does not redraw the whole of it.

    With Textual's own it is all drawn again each time; lists and pages draw what looks different.
    """
    return Reactive(None, repaint=False)
