"""A page above a list: as high as what it says."""

from textual.geometry import Size

from tui.widgets.page import Page


class Introduction(Page):
    """Its height may be `auto`; it stands still while the list below it is moved in."""

    def watch_blocks(self) -> None:
        """Lay out anew, and take the height that needs."""
        super().watch_blocks()
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  (Textual's)
        """Lines it takes at a width."""
        self.prepare(width)
        return len(self.all_lines())
