"""The last barrier: nothing that could command a terminal leaves the application as text."""

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tui.brief.shown import unsafe, without_unsafe


class Barrier(LineFilter):
    """Takes unsafe characters out of every segment, and a link that has one in its address.

    Texts are made safe long before (`tui.rendering.ink`); this is for the one that was forgotten.
    So are they spelt in what the terminal can show; this is for what Textual itself draws.
    Textual calls line filters internal: a test reads the bytes of a real terminal.
    """

    def __init__(self) -> None:
        super().__init__()
        self.spell: Callable[[str], str] | None = None
        """A text in what the terminal can show, as wide as it was."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Clean one line."""
        return [self._clean(segment) for segment in segments]

    def _clean(self, segment: Segment) -> Segment:
        text, style, control = segment
        if not control:
            text = without_unsafe(text)
            text = self.spell(text) if self.spell else text
        if style is not None and style.link and unsafe(style.link):
            style = style + Style(link="")
        return Segment(text, style, control)
