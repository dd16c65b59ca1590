"""All bookmarks, brief by brief; Enter goes there, one that leads nowhere says so."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.blocks import BOOKMARK, Row, Span
from tui.screens.bookmarking import Bookmarked
from tui.state.bookmarks import Bookmark
from tui.widgets.footer import KeyFooter
from tui.widgets.row_list import RowList


class Leading(NamedTuple):
    """A bookmark, and where it leads."""

    mark: Bookmark
    path: Path
    """Of its brief, as the desk knows it."""
    wrong: str = ""
    """Why it leads nowhere; empty: it does, as far as is known."""


class BookmarksScreen(ModalScreen[Leading | None]):
    """A list of bookmarks. Ends with the one to go to."""

    CSS_PATH = "above.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,h,left,apostrophe", "close", "back", id="bookmarks.close",
            tooltip="Go nowhere",
        ),
        Binding(
            "x,delete", "remove", "take away", id="bookmarks.remove",
            tooltip="Take the bookmark away; again: keep it",
        ),
    ]  # fmt: skip

    def __init__(self, marks: Sequence[Leading]) -> None:
        super().__init__()
        self._marks = {f"{at}": each for at, each in enumerate(marks)}
        self._removed: frozenset[str] = frozenset()

    def compose(self) -> ComposeResult:
        with Vertical():
            yield RowList()
            yield KeyFooter()

    def on_mount(self) -> None:
        self._tell()
        self.query_one(RowList).focus()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(self._marks[event.row.key])

    def action_close(self) -> None:
        """End with nothing."""
        self.dismiss(None)

    def action_remove(self) -> None:
        """Take the bookmark under the cursor away, or keep it after all."""
        if row := self.query_one(RowList).current:
            self._removed ^= {row.key}
            self.post_message(Bookmarked(self._marks[row.key].path, self._marks[row.key].mark))
            self._tell()

    def _tell(self) -> None:
        rows = (_row(key, each, gone=key in self._removed) for key, each in self._marks.items())
        self.query_one(RowList).rows = tuple(rows)


def _row(key: str, leading: Leading, *, gone: bool) -> Row:
    mark = leading.mark
    told = (Span("taken away; the same key keeps it", "quiet"),) if gone else (
        (Span(leading.wrong, "problem"),) if leading.wrong else (Span(mark.tab, "quiet"),)
    )  # fmt: skip
    title = Span(mark.title or mark.key, "quiet" if gone or leading.wrong else "title")
    group = " · ".join(dict.fromkeys(part for part in (mark.of, leading.path.name) if part))
    signs = () if gone else (BOOKMARK,)
    return Row(key, (title,), told, signs=signs, group=group)
