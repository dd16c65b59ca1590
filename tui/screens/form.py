"""The form of a record: its fields, one of them asked for at a time, written as lines of a file."""

from textual.app import ComposeResult
from textual.containers import Vertical

from tui.editing.form.additions import Addition
from tui.editing.form.draft import Draft
from tui.presentation.view import View
from tui.screens.forming.writing import Writing
from tui.widgets.answer import Answer
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.note import Note
from tui.widgets.row_list import RowList


class FormScreen(Writing):
    """Changes one record. Nothing is on disk before its lines were seen."""

    CSS_PATH = "form.tcss"

    def __init__(self, view: View, key: str, addition: Addition | None = None) -> None:
        super().__init__(view, Draft.of(view.reading, key))
        self._addition = addition

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="top")
        with Vertical(id="body"):
            yield RowList(id="fields")
        yield Answer()
        yield Note(id="doc")
        yield KeyFooter()

    def on_mount(self) -> None:
        self.answer.close()
        self.tell()
        self.fields.focus()
        if self._addition is not None:
            self.call_after_refresh(self.begin, self._addition)
