"""The editor inside: the text of a file at the left, the brief it makes at the right."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.getters import query_one
from textual.widgets import ContentSwitcher

from tui.blocks import Line, Span
from tui.brief.shown import shown
from tui.editing.buffer import Buffer
from tui.presentation.header import BETWEEN, wrong
from tui.presentation.notes import fault
from tui.presentation.view import View
from tui.rendering.ink import safe
from tui.screens.editing.completing import Completing
from tui.screens.editing.drafting import Drafting
from tui.screens.editing.finding import Finding
from tui.screens.editing.previewing import Previewing
from tui.screens.editing.saving import Saving
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.preview import Preview
from tui.widgets.row_list import RowList
from tui.widgets.yaml_area import YamlArea


class EditorScreen(Completing, Finding, Previewing, Drafting, Saving):
    """Edits the files of one brief. Nothing that was typed leaves it without a question."""

    CSS_PATH = "editor.tcss"
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] = [(0, "-narrow"), (90, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", id="editor.leave", tooltip="Back to the brief"),
        Binding(
            "ctrl+o,f6", "flip", "other side", id="editor.flip", tooltip="To the brief and back"
        ),
        Binding(
            "ctrl+n",
            "next_file",
            "next file",
            show=False,
            id="editor.next_file",
            tooltip="The next file of a brief that is a folder",
        ),
        Binding(
            "f4", "problems", "problems", id="editor.problems", tooltip="What is wrong, as a list"
        ),
    ]

    top = query_one("#top", HeaderBar)
    status = query_one("#status", HeaderBar)
    page = query_one("#preview", Preview)
    listed = query_one("#problems", RowList)
    files = query_one("#files", ContentSwitcher)

    def __init__(self, view: View, buffer: Buffer, line: int = 1, column: int = 1) -> None:
        super().__init__(view)
        self.live = view
        self.buffers: dict[Path, Buffer] = {buffer.path: buffer}
        self.areas: dict[Path, YamlArea] = {}
        self.file = buffer.path
        self._start = (line - 1, column - 1)

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="top")
        with Horizontal(id="sides"):
            with ContentSwitcher(id="files", initial=self._pane_id(self.file)):
                yield self._area_of(self.file)
            yield Preview(id="preview")
            yield RowList(id="problems")
        yield from self.compose_find()
        yield HeaderBar(id="status")
        yield KeyFooter()
        yield from self.compose_choices()

    def on_mount(self) -> None:
        self.go_to(*self._start)
        self.area.focus()
        self.tell()
        self.show_live()
        self.call_after_refresh(self.offer_draft)

    # --- the files ------------------------------------------------------------------------------

    @property
    def area(self) -> YamlArea:
        """The text in front."""
        return self.areas[self.file]

    @property
    def buffer(self) -> Buffer:
        """The file in front."""
        return self.buffers[self.file]

    def _pane_id(self, file: Path) -> str:
        return f"file{list(self.buffers).index(file)}"

    def _area_of(self, file: Path) -> YamlArea:
        text = "\n".join(self.buffers[file].base.lines)
        self.areas[file] = YamlArea(text, id=self._pane_id(file))
        return self.areas[file]

    async def turn_to(self, file: Path, row: int, column: int) -> None:
        """Put a file of the brief in front and the cursor somewhere in it."""
        if file not in self.buffers and not self.open_file(file):
            return
        if file not in self.areas:
            await self.files.mount(self._area_of(file))
        self.file = file
        self.files.current = self._pane_id(file)
        self.remove_class("-flipped", "-problems")
        self.area.focus()
        self.go_to(row, column)
        self.show_live()

    def on_text_area_changed(self) -> None:
        self.think()
        self.keep_draft()
        self.complete_typed()
        self.tell()

    def on_text_area_selection_changed(self) -> None:
        self.follow_cursor()
        self.close_stray_choices()
        self.tell()

    # --- telling --------------------------------------------------------------------------------

    def tell(self) -> None:
        """Show where one is, and what is not saved."""
        if not self.areas:
            return
        mark = Span("• not saved", "changed") if self.dirty else Span("saved", "quiet")
        self.top.left = safe((Span(self.file.name, "strong"), BETWEEN, mark))
        self.top.right = safe(self._state())
        row, column = self.area.cursor_location
        at = f"{row + 1}:{column + 1}"
        self.status.right = safe((*self._count(), Span(at, "quiet")))
        self.status.left = safe(self._here(row + 1))
        self.put_below_cursor()

    def _state(self) -> Line:
        if self.buffer.gone:
            return (Span("taken away on disk", "stale"),)
        if self.buffer.behind:
            return (Span("changed on disk", "stale"),)
        if self.live.reading.stale:
            return (Span("○ last good state", "stale"),)
        return (Span("● live", "good"),)

    def _count(self) -> Line:
        reading = self.live.reading
        return (wrong(reading) if reading.problems else Span("no problems", "quiet"), BETWEEN)

    def _here(self, line: int) -> Line:
        here = [p for p in self.problems_here if p.place.line == line]
        if here:
            return (fault(here[0]),)
        if reason := self.saving_asks():
            return (Span(reason, "warning"),)
        return (Span(self.told, "quiet"),)

    # --- keys -----------------------------------------------------------------------------------

    async def action_next_file(self) -> None:
        """Go to the next file of the brief; each keeps its cursor and what can be undone."""
        files = list(self.live.reading.parts)
        if len(files) < 2:
            self.say("This brief is one file")
            return
        file = files[(files.index(self.file) + 1) % len(files)] if self.file in files else files[0]
        known = self.areas.get(file)
        await self.turn_to(file, *(known.cursor_location if known else (0, 0)))
        self.offer_draft()

    def action_flip(self) -> None:
        """Go over to the brief, or back to the text; on a narrow screen it is then alone."""
        over = self.area.has_focus
        self.set_class(over, "-flipped")
        if not over:
            self.area.focus()
        elif self.has_class("-problems"):
            self.listed.focus()
        else:
            self.page.focus()
            self.call_after_refresh(self.page.catch_up)

    def action_problems(self) -> None:
        """Show what is wrong in place of the brief, or the brief again."""
        listed = not self.has_class("-problems")
        self.set_class(listed, "-problems", "-flipped")
        if listed:
            self.listed.focus()
        else:
            self.area.focus()

    async def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        problem = self.live.reading.problems[event.row_list.cursor]
        await self.go_to_problem(problem)

    def say(self, message: str, *, severe: bool = False) -> None:
        """Tell the writer something in passing."""
        severity = "error" if severe else "information"
        self.notify(shown(message), severity=severity, markup=False)  # type: ignore[arg-type]  # one of Textual's words
