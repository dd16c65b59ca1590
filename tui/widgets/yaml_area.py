"""The text of a file to type in: coloured, with what is wrong under its lines."""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.document._document import Selection
from textual.events import Key
from textual.message import Message

from tui.blocks import Role
from tui.brief.shown import unsafe
from tui.commands import bindings
from tui.editing.items import copy_of, dash_column, item_around
from tui.editing.lexer import Kind, Mark, block_lines, marks
from tui.editing.lines import commented, deeper, indented, shallower
from tui.editing.whole import next_empty
from tui.widgets.noted_area import NotedArea

ROLES: dict[Kind, Role] = {
    "key": "label",
    "comment": "quiet",
    "text": "quote",
    "block": "quote",
    "mark": "quiet",
    "date": "status",
}
HEAVY = 3_000
"""Lines up to which the text is coloured; above it typing would be felt."""
_NAME = re.compile(r"[\w-]+")


class YamlArea(NotedArea):
    """A text area that knows YAML, the ids of a brief and its problems."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("text")]

    @dataclass
    class Taken(Message):
        """A key was pressed that is somebody else's."""

        key: str

    def __init__(self, text: str, *, id: str | None = None) -> None:  # noqa: A002
        self._blocks: frozenset[int] | None = None
        self.taken: frozenset[str] = frozenset()
        """Keys that are somebody else's for the moment: told of, and not heeded here."""
        self.typing = False
        """Whether the last change was typed, and no undoing, pasting or replacing."""
        self.ids: Mapping[str, Role] = {}
        """The ids of the brief, each with the role its name is written in."""
        self.references: frozenset[str] = frozenset()
        """The keys under which ids stand."""
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

    def _build_highlight_map(self) -> None:
        # Called after every change, before anything is drawn.
        super()._build_highlight_map()
        self._blocks = None

    def recolour(self, ids: Mapping[str, Role]) -> None:
        """Colour by the ids there are now."""
        if ids != self.ids:
            self.ids = ids
            self._rows.clear()
            self.refresh()

    # --- drawing --------------------------------------------------------------------------------

    def shown_at(self, at: int) -> Hashable:
        """What the drawing of a row depends on, and whether it is in a block of text."""
        info = self.wrapped_document._offset_to_line_info
        return (super().shown_at(at), at < len(info) and info[at][0] in self._in_blocks)

    @property
    def _in_blocks(self) -> frozenset[int]:
        if self._blocks is None:
            heavy = self.document.line_count > HEAVY
            self._blocks = frozenset() if heavy else block_lines(self.document.lines)
        return self._blocks

    def get_line(self, line_index: int) -> Text:
        """A line in the colours of its parts; what would command the terminal shows as a dot."""
        line = self.document.get_line(line_index)
        safe = (c if c == "\t" or not unsafe(c) else "·" for c in line)
        text = Text("".join(safe) if unsafe(line) else line, end="", no_wrap=True)
        if self.document.line_count > HEAVY:
            return text
        key = ""
        for mark in marks(line, block=line_index in self._in_blocks):
            if mark.kind == "key":
                key = line[mark.start : mark.end]
            if role := self._role(line, mark, key):
                text.stylize(self._style(role), mark.start, mark.end)
        return text

    def _role(self, line: str, mark: Mark, key: str) -> Role:
        if mark.kind != "word":
            return ROLES[mark.kind]
        word = line[mark.start : mark.end]
        if not _NAME.fullmatch(word) or line[mark.start - 1 : mark.start] == "'":
            return ""
        if key == "id":
            return "strong"
        if word in self.ids and (not key or key in self.references):
            return self.ids[word]
        return "problem" if key in self.references and self.ids else ""

    # --- keys -----------------------------------------------------------------------------------

    async def _on_key(self, event: Key) -> None:
        if event.key in self.taken:
            event.stop()
            event.prevent_default()
            self.post_message(self.Taken(event.key))
            return
        own = self._bindings.key_to_bindings.get(event.key, [])
        if own and not own[0].id:
            # At once, not after the event has gone up: a key behind it would be heeded before.
            event.stop()
            event.prevent_default()
            await self.run_action(own[0].action)
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
        await super()._on_key(event)

    def break_line(self) -> None:
        """Begin a new line, as deep as it should be."""
        row, column = self.selection.end
        self._replace_via_keyboard("\n" + indented(self.document[row], column), *self.selection)

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
                self._replace_via_keyboard(" " * (2 - column % 2), *self.selection)
                return
        self._each_line(deeper)

    def _go_to_empty(self, row: int, column: int) -> None:
        line = self.document[row]
        self.move_cursor((row, column))
        if line.endswith(":"):
            self._replace_via_keyboard(" ", (row, column), (row, column))

    def action_dedent(self) -> None:
        """Take two columns of the indent of the selected lines."""
        self._each_line(shallower)

    def action_comment(self) -> None:
        """Make the selected lines a comment, or a comment lines again."""
        self._each_line(commented)

    def action_again(self) -> None:
        """Write the item around the cursor once more; an id gets a number, for each has its own."""
        row, column = self.cursor_location
        lines = self.document.lines
        if item := item_around(lines, row):
            self.put_lines(item.last, item.last, copy_of(lines, item, frozenset(self.ids)))
            self.show_at((item.last + row - item.first, column))

    def _each_line(self, change: Callable[[Sequence[str]], list[str]]) -> None:
        """Replace whole lines at one stroke, so that one undo takes it back."""
        (top, _), (bottom, end) = sorted(self.selection)
        bottom -= bottom > top and end == 0
        old = list(self.document.lines[top : bottom + 1])
        new = change(old)
        if new == old:
            return
        start, stop = self.selection
        self._replace_via_keyboard("\n".join(new), (top, 0), (bottom, len(old[-1])))

        def moved(row: int, column: int) -> tuple[int, int]:
            grown = len(new[row - top]) - len(old[row - top]) if top <= row <= bottom else 0
            return row, max(0, column + grown)

        self.selection = Selection(moved(*start), moved(*stop))

    def put_lines(self, first: int, last: int, lines: list[str]) -> None:
        """Replace the lines from `first` up to `last`, which stays; the cursor keeps its text."""
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
