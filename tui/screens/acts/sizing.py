"""How much of the screen the page has."""

from tui.screens.journey import Journey


class Sizing(Journey, part=True):
    """The page beside the list, or alone."""

    def action_move_rule(self, by: int) -> None:
        """Move the rule between list and page."""
        pane = self.pane
        if pane and pane.rule.region.width:
            pane.move_rule(by)
        elif pane:
            self.notify("There is no list beside the page here")

    def action_zoom(self) -> None:
        """Give the page the whole screen, or take it back."""
        if pane := self.pane:
            pane.toggle_class("-zoomed")
            pane.reading = pane.has_class("-zoomed")
            pane.focus_body()
