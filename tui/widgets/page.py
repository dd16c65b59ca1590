"""The detail beside a list: a record as a page to read."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import reactive

from tui.blocks import Block, Line
from tui.output.layout import lay
from tui.widgets.drawn import Drawn


class Page(Drawn):
    """Blocks laid out to its own width."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll_down", "down", show=False, id="page.down"),
        Binding("k,up", "scroll_up", "up", show=False, id="page.up"),
        Binding("g,home", "scroll_home", "top", show=False, id="page.top"),
        Binding("G,end", "scroll_end", "bottom", show=False, id="page.bottom"),
        Binding("space,pagedown", "page_down", "page down", show=False, id="page.page_down"),
        Binding("b,pageup", "page_up", "page up", show=False, id="page.page_up"),
        Binding("ctrl+d", "half_down", "half page down", show=False, id="page.half_down"),
        Binding("ctrl+u", "half_up", "half page up", show=False, id="page.half_up"),
    ]
    GUTTER = 2
    """Blank columns on either side of the text."""

    blocks: reactive[tuple[Block, ...]] = reactive((), always_update=True)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._lines: tuple[Line, ...] = ()
        self._laid = 0

    def watch_blocks(self) -> None:
        """Lay out anew; the scroll stays where it is as far as the page reaches."""
        self._laid = 0
        self.refresh()

    def prepare(self, width: int) -> None:
        """Lay out for a width, unless that is done. At the first paint, not after it."""
        if width == self._laid or width <= 0:
            return
        self._laid = width
        self._lines = lay(self.blocks, width)
        self.call_later(self._measure)

    def _measure(self) -> None:
        self.virtual_size = Size(self._laid, len(self._lines))

    def line_at(self, y: int) -> Line:
        """One line of the page."""
        return self._lines[y] if 0 <= y < len(self._lines) else ()

    def action_half_down(self) -> None:
        """Scroll down by half of what is in view."""
        self.scroll_relative(y=self.size.height // 2, animate=False)

    def action_half_up(self) -> None:
        """Scroll up by half of what is in view."""
        self.scroll_relative(y=-(self.size.height // 2), animate=False)
