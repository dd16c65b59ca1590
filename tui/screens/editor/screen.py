"""The editor: the text of a file at the left, the brief it makes at the right."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import ContentSwitcher

from tui.blocks import Line
from tui.brief.aliases import other_names
from tui.commands import bindings
from tui.editing.buffer import Buffer
from tui.presentation.header import text_mark, with_mark
from tui.presentation.view import View
from tui.rendering.ink import safe
from tui.screens.editor.completion import TextCompletion
from tui.screens.editor.drafts import Drafts
from tui.screens.editor.find_replace import FindBar
from tui.screens.editor.live_preview import LivePreview
from tui.screens.editor.navigation import Navigation
from tui.screens.editor.open_files import OpenFiles
from tui.screens.editor.save_flow import SaveFlow
from tui.screens.editor.status import brief_line, cursor_line, file_line, note_line
from tui.screens.following import follow
from tui.screens.notices import show_notice
from tui.screens.problems import rows
from tui.state.own import SaveOwn
from tui.widgets.choices import Choices
from tui.widgets.focus import quiet_focus
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.page_search import PageSearch
from tui.widgets.preview import Preview
from tui.widgets.row_list import RowList
from tui.widgets.text_area.yaml_area import YamlArea


class EditorScreen(Screen[None]):
    """Edits the files of one brief. Nothing that was typed leaves it without a question."""

    CSS_PATH = "editor.tcss"
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] = [(0, "-narrow"), (90, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("editor")]

    focused = quiet_focus()

    def __init__(self, view: View, buffer: Buffer, save: SaveOwn, start: tuple[int, int]) -> None:
        """`start` is the line and column the cursor begins at, from 1."""
        super().__init__()
        self.view = view
        self.search = PageSearch(self, lambda: other_names(self.view.brief))
        self._start = (start[0] - 1, start[1] - 1)
        self._top, self._status = HeaderBar(id="top"), HeaderBar(id="status")
        self.page, self.listed = Preview(id="preview"), RowList(id="problems")
        self.choices = Choices(id="choices")
        self.files = OpenFiles(buffer)
        self._switcher = switcher = ContentSwitcher(
            self.files.new_area(buffer.path), id="files", initial=self.files.pane_id(buffer.path)
        )
        self.find = FindBar(self.files)
        self.live = LivePreview(self.files, self.page, view, self._show_read)
        self.navigation = Navigation(self.files, switcher, self.live)
        self.completion = TextCompletion(self.files, self.choices, lambda: self.live.view)
        self.drafts = Drafts(self, self.files, self._text_mark)
        self.saves = SaveFlow(
            self,
            self.files,
            self.drafts,
            lambda *file: asyncio.to_thread(
                save, (self.view.reading, self.live.view.reading), *file
            ),
            self.update_bars,
            self._text_mark,
        )

    def compose(self) -> ComposeResult:
        yield self._top
        with Horizontal(id="sides"):
            yield self._switcher
            yield self.page
            yield self.listed
        yield self.find
        yield self._status
        yield KeyFooter()
        yield self.choices

    def on_mount(self) -> None:
        self.area.show_at(self._start)
        self.area.focus()
        self.live.show()
        self.update_bars()
        follow(self, self.view.reading.path, self.follow_view)
        self.call_after_refresh(self.drafts.offer)

    @property
    def area(self) -> YamlArea:
        """The text in front."""
        return self.files.area

    # --- what changes ---------------------------------------------------------------------------

    def on_text_area_changed(self) -> None:
        self.live.update()
        self.drafts.keep_soon()
        self.completion.update()
        self.update_bars()

    def on_text_area_selection_changed(self) -> None:
        if self.is_mounted:
            self.live.follow_cursor()
        self.completion.close_elsewhere()
        self.update_bars()

    def _text_mark(self) -> Line:
        return text_mark(self.live.view)

    def follow_view(self, view: View) -> None:
        """Follow what is on disk, where that takes nothing from the writer."""
        self.view = self.live.saved = view
        self.saves.follow_disk(view.reading)
        self.live.update()
        self.update_bars()

    def _show_read(self) -> None:
        """The text was read again: list its problems, and say whether it can be read."""
        self.listed.rows = rows(self.live.view)
        self.set_class(bool(self.live.view.reading.stale), "-stale")
        self.update_bars()

    def update_bars(self) -> None:
        """Update the bars, and the place of the list of suggestions."""
        reading = self.live.view.reading
        problems = self.live.problems_in(self.files.front)
        self._top.left = safe(file_line(self.files))
        self._top.right = safe(with_mark(View(reading), brief_line(self.files, reading)))
        self._status.left = safe(note_line(self.files, problems, self.saves.warning()))
        self._status.right = safe(cursor_line(self.files, reading))
        self.completion.place()

    # --- leaving --------------------------------------------------------------------------------

    @property
    def unsaved(self) -> bool:
        """Whether an open file has unsaved changes."""
        return bool(self.files.dirty)

    def ask_to_leave(self, then: Callable[[], None]) -> None:
        """Ask what becomes of unsaved text, then call `then`; not if the writer stays."""
        self.saves.ask_to_leave(then)

    def keep_at_once(self) -> None:
        """Keep all unsaved text as drafts: the program ends."""
        self.drafts.keep_at_once()

    def action_leave(self) -> None:
        """Close what is open in front of the text; else go back to the brief."""
        if not self.completion.close() and not self.find.close():
            self.ask_to_leave(partial(_close, self))

    async def action_save(self) -> None:
        """Save the file in front."""
        if self.files.is_dirty(self.files.front) or self.files.buffer.behind:
            await self.saves.save(self.files.front)
        else:
            show_notice(self, "There is nothing to save")

    # --- completion, finding --------------------------------------------------------------------

    def action_complete(self) -> None:
        """Show suggestions for the cursor."""
        self.completion.ask()

    def on_yaml_area_forwarded(self, event: YamlArea.Forwarded) -> None:
        event.stop()
        self.completion.press(event.key)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        event.stop()
        self.completion.accept(event.offer)

    def action_find(self) -> None:
        """Ask for words to find; what is selected to begin with."""
        self.find.open()

    def action_find_next(self, by: int) -> None:
        """Select the next match, or the previous one."""
        self.find.next(by)

    def action_replace_one(self) -> None:
        """Replace the selected match, and go to the next one."""
        self.find.replace_one()

    def action_replace_all(self) -> None:
        """Replace every match."""
        self.find.replace_all()

    def action_go_to_line(self) -> None:
        """Ask for the number of a line."""
        self.find.open_for_line()

    # --- going somewhere ------------------------------------------------------------------------

    async def action_definition(self) -> None:
        """Go to where the id under the cursor is defined; Shift+F12 comes back."""
        await self.navigation.definition()

    async def action_back(self) -> None:
        """Go back to where an id was followed from."""
        await self.navigation.back()

    async def action_next_problem(self, by: int) -> None:
        """Go to the next problem, or the previous one."""
        await self.navigation.next_problem(by)

    async def action_next_file(self) -> None:
        """Go to the next file of the brief, and offer the draft there is of it."""
        before = self.files.front
        await self.navigation.next_file()
        if self.files.front != before:
            self.drafts.offer()

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
        """Show the problems in place of the brief, or the brief again."""
        listed = not self.has_class("-problems")
        self.set_class(listed, "-problems", "-flipped")
        if listed:
            self.listed.focus()
        else:
            self.area.focus()

    async def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        await self.navigation.show_problem(self.live.view.reading.problems[event.row_list.cursor])


def _close(editor: EditorScreen) -> None:
    """Go back to the brief, also from a screen above the editor."""
    app = editor.app
    if editor in app.screen_stack:
        while app.screen is not editor:
            app.pop_screen()
        app.pop_screen()
