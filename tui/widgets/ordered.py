"""A list in an order of the reader's choice, with a line that says so where it is not its own."""

from dataclasses import dataclass

from textual.message import Message
from textual.reactive import reactive

from tui.blocks import Line, Row, Span
from tui.widgets.divided import Divided
from tui.widgets.drawn import OneLine


class OrderLine(OneLine):
    """Says what a list is sorted by; a click turns the order round."""

    order: reactive[str] = reactive("")

    @dataclass
    class Turned(Message):
        """The reader wants it the other way round."""

    def line(self) -> Line:
        """The order, in words."""
        from tui.sorting import format_order  # noqa: PLC0415  (only where somebody sorts)

        return (Span("   "), Span(format_order(self.order), "quiet"))

    def on_click(self) -> None:
        self.post_message(self.Turned())


class Ordered(Divided):
    """A list that can be sorted."""

    order_line: OrderLine | None = None
    """What the list is sorted by, where that is not its own order."""

    def in_order(self) -> tuple[Row, ...]:
        """All rows, whatever the filter, in the order that is chosen."""
        raise NotImplementedError

    def sort_by(self, order: str) -> None:
        """Put the list in another order; the cursor stays on its row."""
        self.order = order
        self.set_class(bool(order), "-ordered")
        if self.order_line is not None and not order:
            self.order_line.remove()
            self.order_line = None
        elif order:
            self._say_order()
        self.set_rows(self.in_order())

    def _say_order(self) -> None:
        line = self.order_line
        if line is None:
            line = self.order_line = OrderLine()
            if self.is_attached:
                self.mount(line)
        line.order = self.order

    def on_order_line_turned(self, event: OrderLine.Turned) -> None:
        from tui.sorting import turned  # noqa: PLC0415  (only where somebody sorts)

        event.stop()
        self.sort_by(turned(self.order))
