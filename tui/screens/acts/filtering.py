"""Filtering the list of the pane in front."""

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType

from tui.screens.acts.ordering import Ordering
from tui.screens.acts.writing import Writing

if TYPE_CHECKING:
    from tui.app.app import ParleyApp


class Filtering(Writing, Ordering, part=True):
    """The filter line, and filters with a name."""

    app: "ParleyApp"
    WRITES = frozenset({"save_filter"})
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f", "filter", "filter", id="brief.filter",
            tooltip="Show only the rows that pass: words, party:ua, is:disputed, after:2025-05",
        ),
        Binding(
            "p", "presets", "filters", show=False, id="brief.presets",
            tooltip="Filters with a name: disputed, unread, stale, and your own",
        ),
        Binding(
            "ctrl+s", "save_filter", "keep filter", id="brief.save_filter",
            tooltip="Keep the filter that is on under a name, in your configuration",
        ),
    ]  # fmt: skip

    def action_filter(self) -> None:
        """Ask for a filter of the list."""
        if pane := self.pane:
            pane.reading = False
            pane.filter.open()

    def action_presets(self) -> None:
        """Choose a filter by its name."""
        from tui.screens.presets import PresetsScreen  # noqa: PLC0415  (rarely asked for)

        if (pane := self.pane) and self.view is not None:
            screen = PresetsScreen(self.view, pane.filter.rows, pane.filter.text)
            self.app.push_screen(screen, self._filter_by)

    def _filter_by(self, text: str | None) -> None:
        if text and (pane := self.pane):
            pane.reading = False
            pane.filter.apply(text)

    @work(group="keep", exclusive=True)
    async def action_save_filter(self) -> None:
        """Ask for a name of the filter that is on, and write both in the configuration."""
        from tui.filter import parse_query  # noqa: PLC0415  (loaded by the line)
        from tui.screens.filter_names import NamingFilter, keep  # noqa: PLC0415  (rarely asked for)

        pane = self.pane
        text = pane.filter.text.strip() if pane else ""
        if pane is None or not text:
            self.notify("No filter is on that could be kept; f begins one", markup=False)
            return
        if faults := parse_query(text, pane.filter.vocabulary()).faults:
            self.notify(f"Not kept: {faults[0].message}", severity="warning", markup=False)
            return
        asking = NamingFilter(text, "", self.app.filters, self.app.configured.path)
        if name := await self.app.push_screen_wait(asking):
            await keep(self.app, name, text)
