"""A short text below something else."""

from textual.reactive import reactive
from textual.strip import Strip

from tui.blocks import Line, Span
from tui.rendering.ink import cut, wrap
from tui.widgets.span_widget import SpanWidget


class Note(SpanWidget):
    """A few words on as many lines as it is high; cut at the end of the last."""

    content: reactive[Line] = reactive(())

    def render_line(self, y: int) -> Strip:
        """Draw one of its lines."""
        room = max(self.size.width - 2, 1)
        lines = wrap(self.app.typesetter.line(self.content), room)
        last = self.size.height - 1
        if y == last and len(lines) > self.size.height:
            rest = tuple(span for line in lines[y:] for span in (*line, Span(" ")))
            lines = (*lines[:y], cut(rest, room))
        line = lines[y] if y < len(lines) else ()
        return self.draw((Span(" "), *line), self.size.width, self.rich_style)
