"""A line to name something in: a new brief, a filter."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.blocks import Line, Span
from tui.brief.place import Problem
from tui.library.begin import brief_at
from tui.rendering.ink import safe
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.note import Note

T = TypeVar("T")


class Naming(ModalScreen[T | None]):
    """Ends with nothing on Esc. What is refused can be mended."""

    CSS_PATH = "above.tcss"
    TITLE_LINE = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "not now", id="naming.close", tooltip="Write nothing"),
    ]

    def __init__(self, at_first: str) -> None:
        """`at_first`: what stands in the line at first."""
        super().__init__()
        self._at_first = at_first

    def compose(self) -> ComposeResult:
        with Vertical():
            yield HeaderBar(id="top")
            yield Input(self._at_first, compact=True, select_on_focus=False)
            yield Note()
            yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(HeaderBar).left = safe((Span(self.TITLE_LINE, "strong"),))
        self.query_one(Input).focus()
        self.say(self.said(self.typed))

    @property
    def typed(self) -> str:
        """What stands in the line now."""
        return self.query_one(Input).value.strip()

    def said(self, typed: str) -> Line:
        """What Enter would do with it."""
        raise NotImplementedError

    def take(self, typed: str) -> None:
        """Enter: end with it, or say why not."""
        raise NotImplementedError

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.say(self.said(self.typed))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.take(self.typed)

    def say(self, line: Line) -> None:
        """Say something below the line."""
        self.query_one(Note).content = safe(line)

    def action_close(self) -> None:
        """End with nothing."""
        self.dismiss(None)


class NamingBrief(Naming[Path]):
    """Ends with the brief that was written."""

    TITLE_LINE = "A brief of your own"

    def __init__(self, where: str, write: Callable[[Path], Path | Problem]) -> None:
        """`where`: the folder the line begins with."""
        super().__init__(where)
        self._write = write

    def said(self, typed: str) -> Line:
        """The file that would be written."""
        named = _path(typed)
        if named is None:
            return (Span("Type a name for its file; Enter writes it and opens it", "quiet"),)
        return (Span("Enter writes ", "quiet"), Span(str(brief_at(named))))

    def take(self, typed: str) -> None:
        """Write it."""
        named = _path(typed)
        if named is None:
            self.say((Span("It needs a name, as river-talks", "warning"),))
            return
        made = self._write(named)
        if isinstance(made, Problem):
            self.say((Span(f"{made.place.file}: {made.message}", "problem"),))
            return
        self.dismiss(made)


def _path(typed: str) -> Path | None:
    return Path(typed).expanduser() if typed and not typed.endswith("/") else None
