"""How much of the screen the page has."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.screens.journey import Journey


class Sizing(Journey, part=True):
    """The page beside the list, or alone."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "z", "zoom", "zoom", show=False, id="brief.zoom",
            tooltip="Give the page the whole screen, or take it back",
        ),
        Binding(
            "less_than_sign", "move_rule(-4)", "narrower", show=False, key_display="<",
            id="brief.list_narrower", tooltip="Less room for the list, more for the page",
        ),
        Binding(
            "greater_than_sign", "move_rule(4)", "wider", show=False, key_display=">",
            id="brief.list_wider", tooltip="More room for the list, less for the page",
        ),
    ]  # fmt: skip

    def action_move_rule(self, by: int) -> None:
        """Move the rule between list and page."""
        if (pane := self.pane) and not pane.split.move(by):
            self.notify("There is no list beside the page here", markup=False)

    def action_zoom(self) -> None:
        """Give the page the whole screen, or take it back."""
        if pane := self.pane:
            pane.zoom()
