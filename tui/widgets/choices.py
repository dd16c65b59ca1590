"""A short list of suggestions under the cursor of a text. It never has the focus."""

from dataclasses import dataclass

from rich.style import Style
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.blocks import Line, Span
from tui.editing.complete import Offer
from tui.rendering.ink import cut, pad, safe, width_of
from tui.widgets.span_widget import SpanWidget

ROWS = 8
WIDTH = 56


class Choices(SpanWidget):
    """Suggestions, one of them marked; the last line explains that one."""

    COMPONENT_CLASSES = {"choices--cursor"}

    offers: reactive[tuple[Offer, ...]] = reactive(())
    cursor: reactive[int] = reactive(0)

    @dataclass
    class Picked(Message):
        """An offer was clicked."""

        offer: Offer

    @property
    def current(self) -> Offer | None:
        """The marked suggestion."""
        return self.offers[self.cursor] if 0 <= self.cursor < len(self.offers) else None

    def watch_offers(self) -> None:
        """Begin at the first; as high as there are offers."""
        self.cursor = 0
        self.display = bool(self.offers)
        self.styles.height = min(len(self.offers), ROWS) + 1

    def move(self, by: int) -> None:
        """Mark another one; after the last one comes the first."""
        count = max(len(self.offers), 1)
        self.cursor = (self.cursor + by) % count if self.cursor >= 0 or by > 0 else count - 1

    @property
    def _top(self) -> int:
        return max(0, min(self.cursor - ROWS // 2, len(self.offers) - ROWS))

    def _line(self, y: int) -> Line:
        if y == min(len(self.offers), ROWS):
            return self._more()
        if self._top + y >= len(self.offers):
            return ()
        offer = self.offers[self._top + y]
        mark = Span("! " if offer.required else "  ", "warning")
        name = Span(offer.text, "strong" if self._top + y == self.cursor else "")
        head = pad(self.app.typesetter.line(safe((mark, name))), 22)
        more = self.app.typesetter.line(safe((Span(" " + offer.about, "quiet"),)))
        return cut((*head, *more), self.size.width)

    def _more(self) -> Line:
        about = self.current.about if self.current else "↓ chooses · Tab accepts the first"
        count = f"{self.cursor + 1}/{len(self.offers)}" if self.current else f"{len(self.offers)}"
        more = safe((Span(about or "Enter or Tab accepts · Esc cancels", "quiet"),))
        left = cut(self.app.typesetter.line(more), WIDTH - 8)
        room = self.size.width - width_of(left) - len(count)
        return (*left, Span(" " * max(room, 1)), Span(count, "quiet"))

    def render_line(self, y: int) -> Strip:
        """Draw one offer."""
        base = self.rich_style
        if self._top + y == self.cursor and y < ROWS:
            base = base + Style.from_color(
                None, self.get_component_rich_style("choices--cursor").bgcolor
            )
        return self.draw(self._line(y), self.size.width, base)

    def on_click(self, event: Click) -> None:
        at = self._top + event.y
        if event.y < ROWS and at < len(self.offers):
            self.post_message(self.Picked(self.offers[at]))
