"""Sorting the list of the pane in front."""

from tui.screens.journey import Journey


class Ordering(Journey, part=True):
    """Orders for the list of any tab, as its rows have them."""

    def action_sort(self) -> None:
        """Go by something else; after the last order comes that of the list itself."""
        from tui.sorting import TURNED, orders_for  # noqa: PLC0415  (only where somebody sorts)

        pane = self.pane
        if pane is None or self.view is None:
            return
        orders = orders_for(self.view, pane.section.listed(self.view))
        if len(orders) == 1:
            self.notify("There is nothing here to sort")
            return
        now = pane.order.removeprefix(TURNED)
        at = orders.index(now) if now in orders else 0
        self._sort_by(orders[(at + 1) % len(orders)])

    def action_turn(self) -> None:
        """Turn the order round."""
        from tui.sorting import turned  # noqa: PLC0415  (only where somebody sorts)

        if pane := self.pane:
            self._sort_by(turned(pane.order))

    def _sort_by(self, order: str) -> None:
        if pane := self.pane:
            pane.sort_by(order)
            self.search_again()
