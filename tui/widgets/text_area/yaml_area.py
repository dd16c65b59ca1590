"""The text of a file to type in, by keys that know YAML."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Key
from textual.message import Message
from textual.widgets.text_area import Selection

from tui.commands import bindings
from tui.editing.items import copy_of, dash_column, item_around
from tui.editing.lines import commented, deeper, indented, shallower
from tui.editing.whole import next_empty
from tui.widgets.text_area.annotated_area import AnnotatedArea
from tui.widgets.textual_internals import own_action, type_text


class YamlArea(AnnotatedArea):
    """A text area that knows YAML, the ids of a brief and its problems."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("text")]

    @dataclass
    class Forwarded(Message):
        """A key of `forwarded` was pressed; the text area has not acted on it."""

        key: str

    def __init__(self, text: str, *, id: str | None = None) -> None:  # noqa: A002
        self.forwarded: frozenset[str] = frozenset()
        """Keys that belong to somebody else for the moment."""
        self.typing = False
        """Whether the last change was typed: no undo, no paste, no replacement."""
        super().__init__(
            text,
            id=id,
            tab_behavior="indent",
            show_line_numbers=True,
            compact=True,
            max_checkpoints=500,
        )
        self.indent_width = 2
        self.cursor_blink = False

    # --- keys -----------------------------------------------------------------------------------

    async def on_key(self, event: Key) -> None:
        """Act on a key before Textual's text area does."""
        if event.key in self.forwarded:
            event.stop()
            event.prevent_default()
            self.post_message(self.Forwarded(event.key))
            return
        if action := own_action(self, event.key):
            # At once, not after the event has gone up: the next key would come first.
            event.stop()
            event.prevent_default()
            await self.run_action(action)
            return
        self.typing = event.is_printable or event.key == "backspace"
        if event.key in {"escape", "tab"}:
            # The screen's, and the binding's: Textual would go to the next widget, and indent.
            event.prevent_default()
            return
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.break_line()
            return
        if event.character == "-":
            self._put_dash_in_place()

    def break_line(self) -> None:
        """Begin a new line with the indent it should have."""
        row, column = self.selection.end
        type_text(self, "\n" + indented(self.document[row], column), *self.selection)

    def _put_dash_in_place(self) -> None:
        """A dash typed under the last key of an item begins the next item: go to its column."""
        row, column = self.selection.end
        line = self.document[row]
        if line.strip() or not self.selection.is_empty or column < len(line):
            return
        at = dash_column(self.document.lines, row)
        if at < column:
            self.replace("", (row, at), (row, column))

    def action_indent(self) -> None:
        """Go on to the next empty field of the item; else put the selected lines deeper."""
        if self.selection.is_empty:
            row, column = self.selection.end
            line = self.document[row]
            at_end = column in {len(line), len(line.rstrip(" ]"))}
            if at_end and (to := next_empty(self.document.lines, row)):
                self._go_to_empty(*to)
                return
            if self.document[row][:column].strip():
                type_text(self, " " * (2 - column % 2), *self.selection)
                return
        self._each_line(deeper)

    def _go_to_empty(self, row: int, column: int) -> None:
        line = self.document[row]
        self.move_cursor((row, column))
        if line.endswith(":"):
            type_text(self, " ", (row, column), (row, column))

    def action_dedent(self) -> None:
        """Take two columns of the indent of the selected lines."""
        self._each_line(shallower)

    def action_comment(self) -> None:
        """Make the selected lines a comment, or a comment lines again."""
        self._each_line(commented)

    def action_again(self) -> None:
        """Duplicate the item around the cursor; its id gets a number, as each id is used once."""
        row, column = self.cursor_location
        lines = self.document.lines
        if item := item_around(lines, row):
            self.put_lines(item.last, item.last, copy_of(lines, item, frozenset(self.colours.ids)))
            self.show_at((item.last + row - item.first, column))

    def _each_line(self, change: Callable[[Sequence[str]], list[str]]) -> None:
        """Replace whole lines in one step, so that one undo is enough."""
        (top, _), (bottom, end) = sorted(self.selection)
        bottom -= bottom > top and end == 0
        old = list(self.document.lines[top : bottom + 1])
        new = change(old)
        if new == old:
            return
        start, stop = self.selection
        type_text(self, "\n".join(new), (top, 0), (bottom, len(old[-1])))

        def moved(row: int, column: int) -> tuple[int, int]:
            grown = len(new[row - top]) - len(old[row - top]) if top <= row <= bottom else 0
            return row, max(0, column + grown)

        self.selection = Selection(moved(*start), moved(*stop))

    def put_lines(self, first: int, last: int, lines: list[str]) -> None:
        """Replace the lines from `first` up to, but not with, `last`; the cursor keeps its text."""
        count = self.document.line_count
        text = "\n".join(lines)
        self.typing = False
        self.history.checkpoint()
        if last < count:
            self.replace(f"{text}\n" if lines else "", (first, 0), (last, 0))
        elif first > 0:
            start = (first - 1, len(self.document[first - 1]))
            self.replace(f"\n{text}" if lines else "", start, self.document.end)
        else:
            self.replace(text, (0, 0), self.document.end)
        self.history.checkpoint()
