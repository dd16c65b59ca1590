"""How much of the screen the page has."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.screens.journey import Journey


class Sizing(Journey):
    """The page beside the list, or alone."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "z", "zoom", "zoom", show=False, id="brief.zoom",
            tooltip="Give the page the whole screen, or take it back",
        ),
    ]  # fmt: skip

    def action_zoom(self) -> None:
        """Give the page the whole screen, or take it back."""
        if pane := self.pane:
            pane.toggle_class("-zoomed")
            pane.reading = pane.has_class("-zoomed")
            pane.focus_body()
