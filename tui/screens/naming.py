"""A line to name a new brief in."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.blocks import Line, Span
from tui.brief.place import Problem
from tui.library.begin import brief_at
from tui.output.ink import safe
from tui.widgets.bars import Bar, Note
from tui.widgets.hints import Hints


class Naming(ModalScreen[Path | None]):
    """Ends with the brief that was written; with nothing on Esc. What is refused can be mended."""

    CSS_PATH = "above.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "not now", id="naming.close", tooltip="Write nothing"),
    ]

    def __init__(self, where: str, write: Callable[[Path], Path | Problem]) -> None:
        """`where`: what stands in the line at first."""
        super().__init__()
        self._where = where
        self._write = write

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Bar(id="top")
            yield Input(self._where, compact=True, select_on_focus=False)
            yield Note()
            yield Hints()

    def on_mount(self) -> None:
        self.query_one(Bar).left = (Span("A brief of your own", "strong"),)
        self.query_one(Input).focus()
        self._say((Span("Type a name for its file; Enter writes it and opens it", "quiet"),))

    @property
    def _named(self) -> Path | None:
        typed = self.query_one(Input).value.strip()
        return Path(typed).expanduser() if typed and not typed.endswith("/") else None

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        named = self._named
        if named is not None:
            self._say((Span("Enter writes ", "quiet"), Span(str(brief_at(named)))))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        named = self._named
        if named is None:
            self._say((Span("It needs a name, as river-talks", "warning"),))
            return
        made = self._write(named)
        if isinstance(made, Problem):
            self._say((Span(f"{made.place.file}: {made.message}", "problem"),))
            return
        self.dismiss(made)

    def _say(self, line: Line) -> None:
        self.query_one(Note).told = safe(line)

    def action_close(self) -> None:
        """End with nothing."""
        self.dismiss(None)
