"""Sorting the list of the pane in front."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.screens.journey import Journey


class Ordering(Journey, part=True):
    """Orders for the list of any tab, as its rows have them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "s", "sort", "sort", show=False, id="brief.sort",
            tooltip="Sort the list by title, date, status, disputes, what changed in turn",
        ),
        Binding(
            "S", "turn", "turn round", show=False, id="brief.turn",
            tooltip="Turn the order of the list round",
        ),
    ]  # fmt: skip

    def action_sort(self) -> None:
        """Go by something else; after the last order comes that of the list itself."""
        if (pane := self.pane) is None or self.view is None:
            return
        if pane.order.next():
            self.search_again()
        else:
            self.notify("There is nothing here to sort", markup=False)

    def action_turn(self) -> None:
        """Reverse the order."""
        if pane := self.pane:
            pane.order.reverse()
            self.search_again()
