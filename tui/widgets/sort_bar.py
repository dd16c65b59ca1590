"""Sorting a list, with a line above it that names the order where that is not the list's."""

from collections.abc import Callable

from textual.reactive import reactive
from textual.widget import Widget

from tui.blocks import Line, Row, Span
from tui.failure.guard import Failure, guarded
from tui.presentation.view import View
from tui.section import Section
from tui.widgets.line_widget import LineWidget


class SortBar(LineWidget):
    """Names the order of a list; a click reverses it."""

    order: reactive[str] = reactive("")

    def __init__(self, reverse: Callable[[], object]) -> None:
        super().__init__()
        self._reverse = reverse

    def line(self) -> Line:
        """The order, in words."""
        from tui.sorting import format_order as words_for  # noqa: PLC0415  (only where somebody sorts)

        return (Span("   "), Span(words_for(self.order), "quiet"))

    def on_click(self) -> None:
        self._reverse()


class ListOrder:
    """The order of the rows of a section, as the reader chose it."""

    def __init__(
        self,
        host: Widget,
        section: Section,
        view: Callable[[], View | None],
        changed: Callable[[], object],
    ) -> None:
        """`changed` lists the rows again."""
        self._host = host
        self._section = section
        self._view = view
        self._changed = changed
        self.name = ""
        """The order as `tui.sorting` names it; empty: that of the section."""
        self.bar: SortBar | None = None
        self.failure: Failure | None = None
        """Why there are no rows, where our own code fails at them."""

    def rows(self, of: View | None = None) -> tuple[Row, ...]:
        """All rows of the section in this order, whatever the filter; `of` another view."""
        view = of or self._view()
        if view is None:
            return ()
        rows = self._section.listed(view)
        self.failure = view.failures.get(self._section.name)
        if not self.name:
            return rows
        from tui.sorting import arranged  # noqa: PLC0415  (only where somebody sorts)

        return guarded(
            f"the order of “{self._section.title}”",
            lambda: arranged(view, rows, self.name, in_order=self._section.in_order),
            self._fail,
        )

    def _fail(self, failure: Failure) -> tuple[Row, ...]:
        self.failure = failure
        return ()

    def sort_by(self, name: str) -> None:
        """Sort by another order; the cursor stays on its row."""
        self.name = name
        self._host.set_class(bool(name), "-ordered")
        if self.bar is not None and not name:
            self.bar.remove()
            self.bar = None
        elif name:
            self._show_bar()
        self._changed()

    def _show_bar(self) -> None:
        if self.bar is None:
            self.bar = SortBar(self.reverse)
            if self._host.is_attached:
                self._host.mount(self.bar)
        self.bar.order = self.name

    def next(self) -> bool:
        """Sort by the next order, after the last by the section's; return whether there is one."""
        from tui.sorting import TURNED, orders_for  # noqa: PLC0415  (only where somebody sorts)

        view = self._view()
        orders = orders_for(view, self._section.listed(view)) if view else ("",)
        if len(orders) == 1:
            return False
        now = self.name.removeprefix(TURNED)
        at = orders.index(now) if now in orders else 0
        self.sort_by(orders[(at + 1) % len(orders)])
        return True

    def reverse(self) -> None:
        """Reverse the order."""
        from tui.sorting import turned  # noqa: PLC0415  (only where somebody sorts)

        self.sort_by(turned(self.name))
