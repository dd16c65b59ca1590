"""Names of Textual that are not public, behind functions with the reason for each."""

from textual.geometry import Size
from textual.scroll_view import ScrollView


def set_virtual_size(view: ScrollView, size: Size) -> None:
    """Set how much there is to scroll, without a new layout of the screen.

    Assigning `virtual_size` lays out and draws the whole screen, some 50 ms for each move in a
    list; but nothing outside the box of a list or a page moves when its content grows.
    `_scroll_update` is what Textual itself then calls for the scroll bars.
    """
    view.set_reactive(ScrollView.virtual_size, size)
    view._scroll_update(size)
