"""The sign before an input, as in `less`: the key that opened it."""

from tui.blocks import Line, Span
from tui.widgets.line_widget import LineWidget


class Prompt(LineWidget):
    """A sign of one cell between blanks."""

    def __init__(self, sign: str) -> None:
        super().__init__()
        self.sign = sign

    def line(self) -> Line:
        """The sign alone."""
        return (Span(" "), Span(self.sign, "focus"))
