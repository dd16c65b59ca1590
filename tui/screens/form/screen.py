"""The form of a record: its fields, one of them asked for at a time, written as lines of a file."""

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import Screen

from tui.brief.aliases import other_names
from tui.commands import bindings
from tui.editing.form.additions import Addition
from tui.editing.form.draft import Remove
from tui.presentation.view import View
from tui.screens.following import follow
from tui.screens.form.fields_page import FieldsPage
from tui.screens.form.model import FormModel
from tui.screens.form.value_entry import ValueEntry
from tui.screens.form.write import FormEdit, WriteFlow
from tui.screens.notices import show_notice
from tui.state.own import SaveOwn
from tui.widgets.focus import quiet_focus
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.note import Note
from tui.widgets.page_search import PageSearch
from tui.widgets.row_list import RowList
from tui.widgets.value_prompt import ValuePrompt


class FormScreen(Screen[tuple[FormEdit, ...]]):
    """Changes one record, and ends with what was written: lines that were seen before."""

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("form")]

    focused = quiet_focus()

    def __init__(
        self, view: View, key: str, save: SaveOwn, addition: Addition | None = None
    ) -> None:
        """`addition` is what to begin with, where something is to be added."""
        super().__init__()
        self.search = PageSearch(self, lambda: other_names(self.model.view.brief))
        self._addition = addition
        self._top, self._doc = HeaderBar(id="top"), Note(id="doc")
        self.fields, self.prompt = RowList(id="fields"), ValuePrompt()
        self.model = model = FormModel(view, key)
        self.page = FieldsPage(model, self._top, self.fields, self._doc)
        self.entry = ValueEntry(model, self.page, self.prompt)
        self.writes = WriteFlow(
            self,
            model,
            lambda *file: asyncio.to_thread(save, (model.draft.base, model.draft.reading), *file),
            self.page.update,
        )

    def compose(self) -> ComposeResult:
        yield self._top
        with Vertical(id="body"):
            yield self.fields
        yield self.prompt
        yield self._doc
        yield KeyFooter()

    def on_mount(self) -> None:
        self.prompt.close()
        self.page.update()
        self.fields.focus()
        follow(self, self.model.view.reading.path, self.follow_view)
        if self._addition is not None:
            self.call_after_refresh(self.entry.begin, self._addition)

    def on_resize(self) -> None:
        self.call_after_refresh(self.page.update)

    def follow_view(self, view: View) -> None:
        """Follow what is on disk, if the change can be made there just as well."""
        model = self.model
        model.view = view
        if model.asking is None and model.adding is None:
            model.follow_disk()
            self.page.update()

    # --- filling in -----------------------------------------------------------------------------

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()
        self.page.update_note()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        if slot := self.page.slot:
            self.entry.open(slot)

    def on_value_prompt_given(self, event: ValuePrompt.Given) -> None:
        event.stop()
        self.entry.take(event.text)

    def on_value_prompt_cancelled(self, event: ValuePrompt.Cancelled) -> None:
        event.stop()
        self.entry.cancel()

    def action_add(self) -> None:
        """Add to the field under the cursor, or choose what to add."""
        self.entry.add()

    def action_take(self) -> None:
        """Remove the field or the item under the cursor."""
        slot = self.page.slot
        if slot is None or not slot.written:
            return
        if problem := self.model.change(Remove(slot.path)):
            show_notice(self, problem.message, error=True)
        else:
            self.page.update()

    def action_take_record(self) -> None:
        """Remove the whole record, once that was seen and agreed to."""
        if self.model.draft.record is None:
            return
        if problem := self.model.remove_record():
            show_notice(self, problem.message, error=True)
        else:
            self.page.update()
            self.action_write()

    def action_step_back(self) -> None:
        """Undo the last change of the form; none of it was written yet."""
        if self.model.undo():
            self.page.update()
        else:
            show_notice(self, "No changes yet")

    def action_write(self) -> None:
        """Take what is being typed, then show what would be written."""
        if self.entry.take_typed():
            self.writes.review()

    # --- leaving --------------------------------------------------------------------------------

    @property
    def unsaved(self) -> bool:
        """Whether there is a change that is not written."""
        return bool(self.model.draft.changes)

    def ask_to_leave(self, then: Callable[[], None]) -> None:
        """Ask what becomes of an unwritten change, then call `then`; not if the writer stays."""
        self.writes.ask_to_leave(then)

    def keep_at_once(self) -> None:
        """Keep the change as a draft, which the editor offers: the program ends."""
        self.writes.keep_at_once()

    def action_leave(self) -> None:
        """One page back; from the first one to the brief, once an unwritten change is agreed on."""
        if self.model.adding is not None:
            if self.model.stop_adding():
                self.dismiss(())
            else:
                self.page.update()
        elif self.model.at:
            here = self.model.up()
            self.page.update()
            self.page.select(here[: len(self.model.at) + 1]) or self.page.select(here)
        else:
            self.ask_to_leave(self._close)

    def _close(self) -> None:
        if self.app.screen is self:
            self.dismiss(())
