"""Filtering the list of the pane in front."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui.screens.acts.ordering import Ordering

if TYPE_CHECKING:
    from tui.app import ParleyApp


class Filtering(Ordering):
    """The filter line, and filters with a name."""

    app: "ParleyApp"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f", "filter", "filter", id="brief.filter",
            tooltip="Show only the rows that pass: words, party:ua, is:disputed, after:2025-05",
        ),
        Binding(
            "p", "presets", "filters", show=False, id="brief.presets",
            tooltip="Filters with a name: disputed, unread, stale, and your own",
        ),
    ]  # fmt: skip

    def action_filter(self) -> None:
        """Ask for a filter of the list."""
        if pane := self.pane:
            pane.reading = False
            pane.open_filter()

    def action_presets(self) -> None:
        """Choose a filter by its name."""
        from tui.screens.presets import PresetsScreen  # noqa: PLC0415  (rarely asked for)

        if (pane := self.pane) and self.view is not None:
            yours = self.app.filters
            self.app.push_screen(PresetsScreen(self.view, pane.rows, yours), self._filter_by)

    def _filter_by(self, text: str | None) -> None:
        if text and (pane := self.pane):
            pane.reading = False
            pane.filter_by(text)
