"""A page above a list: as high as what it says."""

from textual.geometry import Size

from tui.widgets.page import Page


class Introduction(Page):
    """A page whose height may be `auto`. Refresh its layout after its blocks change."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  (Textual's)
        """Lines it takes at a width."""
        self.prepare(width)
        return self.line_count
