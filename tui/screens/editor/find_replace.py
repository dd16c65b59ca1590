"""Finding and replacing words in the file in front, and going to a line by its number."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input
from textual.widgets.text_area import Selection

from tui.blocks import Span
from tui.editing.find import TextMatch, found_in, replaced
from tui.rendering.ink import safe
from tui.screens.editor.open_files import OpenFiles
from tui.screens.notices import show_notice
from tui.widgets.header import HeaderBar


class FindBar(Horizontal):
    """The line to search with; hidden until it is asked for."""

    def __init__(self, files: OpenFiles) -> None:
        super().__init__(id="find")
        self._files = files
        self.wanted = Input(placeholder="find", id="wanted", compact=True, select_on_focus=False)
        self.instead = Input(
            placeholder="replace with  (ctrl+r one, f9 all)", id="instead", compact=True
        )
        self._count = HeaderBar(id="found")

    def compose(self) -> ComposeResult:
        yield self.wanted
        yield self.instead
        yield self._count

    def open(self) -> None:
        """Ask for words to find, with the selected ones to begin with."""
        selected = self._files.area.selected_text
        self.add_class("-open")
        if selected and "\n" not in selected:
            self.wanted.value = selected
        # Not `focus`, which waits: the next key of the same burst belongs here.
        self.screen.set_focus(self.wanted)
        self.wanted.action_select_all()

    def open_for_line(self) -> None:
        """Ask for a line, written as `:120`."""
        self.add_class("-open")
        self.wanted.value = ":"
        self.wanted.cursor_position = 1
        self.screen.set_focus(self.wanted)

    def close(self) -> bool:
        """Hide the search; return whether it was open."""
        was_open = self.has_class("-open")
        self.remove_class("-open")
        if was_open:
            self._files.area.focus()
        return was_open

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.input is self.wanted:
            self._update_count()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        line = self._line_number()
        if line is not None:
            self.close()
            self._files.area.show_at((line - 1, 0))
        elif event.input is self.instead:
            self.replace_one()
        else:
            self.next(1)

    def _line_number(self) -> int | None:
        """The line that `:120` asks for, the last one at most."""
        text = self.wanted.value.strip()
        digits = text[1:].strip()
        number = (
            int(digits) if text.startswith(":") and digits.isascii() and digits.isdigit() else 0
        )
        return min(number, self._files.area.document.line_count) or None

    def _matches(self) -> list[TextMatch]:
        return found_in(self._files.area.document.lines, self.wanted.value)

    def _update_count(self) -> None:
        found = self._matches()
        here = tuple(sorted(self._files.area.selection))
        at = next((n for n, each in enumerate(found) if (each.start, each.stop) == here), -1)
        count = f"{at + 1} of {len(found)}" if at >= 0 else f"{len(found)} found"
        self._count.left = safe((Span(count if self.wanted.value else "", "quiet"),))

    def next(self, by: int) -> None:
        """Select the next match, or the previous one; after the last one comes the first."""
        found = self._matches()
        if not found:
            show_notice(
                self, "No matches" if self.wanted.value else "No search yet. Press Ctrl+F to search"
            )
            return
        area = self._files.area
        start, stop = sorted(area.selection)
        if by > 0:
            each = next((f for f in found if f.start >= stop and f.start != start), found[0])
        else:
            each = next((f for f in reversed(found) if f.stop <= start), found[-1])
        area.selection = Selection(each.start, each.stop)
        area.scroll_cursor_visible(center=True)
        self._update_count()

    def replace_one(self) -> None:
        """Replace the selected match, and go to the next one."""
        area = self._files.area
        here = tuple(sorted(area.selection))
        if any((each.start, each.stop) == here for each in self._matches()):
            area.replace(self.instead.value, *here, maintain_selection_offset=False)
        self.next(1)

    def replace_all(self) -> None:
        """Replace every match, in one step that can be undone."""
        found = self._matches()
        if not found:
            return
        area = self._files.area
        lines = replaced(area.document.lines, found, self.instead.value)
        at = area.cursor_location
        area.history.checkpoint()
        area.replace("\n".join(lines), (0, 0), area.document.end, maintain_selection_offset=False)
        area.history.checkpoint()
        area.show_at(at)
        show_notice(self, f"{len(found)} replaced. Ctrl+Z undoes it")
        self._update_count()
