"""Finding and replacing, going to a line and to where an id is written."""

import re
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.document._document import Selection
from textual.getters import query_one
from textual.widgets import Input

from tui.blocks import Span
from tui.editing.find import Find, found_in, replaced
from tui.rendering.ink import safe
from tui.screens.editing.frame import Frame
from tui.widgets.header import HeaderBar

_WORD = re.compile(r"[\w.-]+")


class Finding(Frame):
    """Words, lines and definitions."""

    # What asks for words comes first: only so are keys of the same burst typed there, and not
    # into the text.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+f",
            "find",
            "find",
            id="editor.find",
            priority=True,
            tooltip="Find words in this file, and replace them",
        ),
        Binding(
            "f3",
            "find_next(1)",
            "next",
            show=False,
            id="editor.find_next",
            tooltip="The next place with the words that were looked for",
        ),
        Binding(
            "shift+f3",
            "find_next(-1)",
            "before",
            show=False,
            id="editor.find_last",
            tooltip="The place before with the words that were looked for",
        ),
        Binding(
            "ctrl+r",
            "replace_one",
            "replace",
            show=False,
            id="editor.replace",
            tooltip="Replace the place that is selected, and go to the next",
        ),
        Binding(
            "f9",
            "replace_all",
            "replace all",
            show=False,
            id="editor.replace_all",
            tooltip="Replace every place with the words that were looked for",
        ),
        Binding(
            "ctrl+g",
            "go_to_line",
            "line",
            show=False,
            id="editor.line",
            priority=True,
            tooltip="Go to a line by its number",
        ),
        Binding(
            "f12,ctrl+right_square_bracket",
            "definition",
            "definition",
            show=False,
            id="editor.definition",
            tooltip="Go to the record that has the id under the cursor",
        ),
        Binding(
            "shift+f12,ctrl+t",
            "back",
            "back from it",
            show=False,
            id="editor.back",
            tooltip="Back to where an id was followed from",
        ),
    ]

    find_row = query_one("#find", Horizontal)
    wanted = query_one("#wanted", Input)
    instead = query_one("#instead", Input)
    found = query_one("#found", HeaderBar)

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]  # what the frame is given
        self._left: list[tuple[Path, int, int]] = []

    def compose_find(self) -> ComposeResult:
        """The line to search with; hidden until it is asked for."""
        with Horizontal(id="find"):
            yield Input(placeholder="find", id="wanted", compact=True, select_on_focus=False)
            yield Input(placeholder="replace by  (ctrl+r one, f9 all)", id="instead", compact=True)
            yield HeaderBar(id="found")

    def action_find(self) -> None:
        """Ask for words to find; what is selected to begin with."""
        selected = self.area.selected_text
        self.add_class("-finding")
        if selected and "\n" not in selected:
            self.wanted.value = selected
        self.set_focus(self.wanted)
        self.wanted.action_select_all()

    def close_find(self) -> bool:
        """Put the search away; say whether it was open."""
        was = self.has_class("-finding")
        self.remove_class("-finding")
        if was:
            self.area.focus()
        return was

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.input is self.wanted:
            self._tell_found()

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        line = self._line_wanted()
        if line is not None:
            self.close_find()
            self.go_to(line - 1)
        elif event.input is self.instead:
            self.action_replace_one()
        else:
            self.action_find_next(1)

    def _line_wanted(self) -> int | None:
        """A line asked for by its number, as `:120`."""
        text = self.wanted.value.strip()
        digits = text[1:].strip()
        number = (
            int(digits) if text.startswith(":") and digits.isascii() and digits.isdigit() else 0
        )
        return min(number, self.area.document.line_count) or None

    def _all(self) -> list[Find]:
        return found_in(self.area.document.lines, self.wanted.value)

    def _tell_found(self) -> None:
        found = self._all()
        here = tuple(sorted(self.area.selection))
        at = next((n for n, each in enumerate(found) if (each.start, each.stop) == here), -1)
        told = f"{at + 1} of {len(found)}" if at >= 0 else f"{len(found)} found"
        self.found.left = safe((Span(told if self.wanted.value else "", "quiet"),))

    def action_find_next(self, by: int) -> None:
        """Select the next place with these words, or the one before; round the end of the file."""
        found = self._all()
        if not found:
            self.say("Nothing found" if self.wanted.value else "Ctrl+F asks what to find")
            return
        start, stop = sorted(self.area.selection)
        if by > 0:
            each = next((f for f in found if f.start >= stop and f.start != start), found[0])
        else:
            each = next((f for f in reversed(found) if f.stop <= start), found[-1])
        self.area.selection = Selection(each.start, each.stop)
        self.area.scroll_cursor_visible(center=True)
        self._tell_found()

    def action_replace_one(self) -> None:
        """Replace the place that is selected, and go to the next one."""
        here = tuple(sorted(self.area.selection))
        if any((each.start, each.stop) == here for each in self._all()):
            self.area.replace(self.instead.value, *here, maintain_selection_offset=False)
        self.action_find_next(1)

    def action_replace_all(self) -> None:
        """Replace every place, in one step that can be undone."""
        found = self._all()
        if not found:
            return
        lines = replaced(self.area.document.lines, found, self.instead.value)
        last = self.area.document.end
        at = self.area.cursor_location
        self.area.history.checkpoint()
        self.area.replace("\n".join(lines), (0, 0), last, maintain_selection_offset=False)
        self.area.history.checkpoint()
        self.go_to(*at)
        self.say(f"{len(found)} replaced; Ctrl+Z takes it back")
        self._tell_found()

    def action_go_to_line(self) -> None:
        """Ask for a line, written as `:120`."""
        self.add_class("-finding")
        self.wanted.value = ":"
        self.wanted.cursor_position = 1
        self.set_focus(self.wanted)

    async def action_definition(self) -> None:
        """Go to where the id under the cursor is written; Shift+F12 comes back."""
        row, column = self.area.cursor_location
        line = self.area.document[row]
        spans = (m for m in _WORD.finditer(line) if m.start() <= column <= m.end())
        name = next((m[0] for m in spans), "")
        record = self.live.register.find(name)
        if record is None or not record.spot.file:
            self.say(f"No record has the id “{name}”" if name else "There is no id here")
            return
        self._left.append((self.file, row, column))
        await self.turn_to(Path(record.spot.file), record.spot.line - 1, record.spot.column - 1)

    async def action_back(self) -> None:
        """Go back to where an id was followed from."""
        if self._left:
            await self.turn_to(*self._left.pop())
