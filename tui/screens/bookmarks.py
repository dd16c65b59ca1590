"""All bookmarks, grouped by brief."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.blocks import BOOKMARK, Row, Span
from tui.commands import bindings
from tui.state.bookmarks import Bookmark
from tui.widgets.footer import KeyFooter
from tui.widgets.row_list import RowList


class FoundBookmark(NamedTuple):
    """A bookmark and where it is."""

    mark: Bookmark
    path: Path
    problem: str = ""
    """Why it cannot be found; empty if it can, as far as is known."""


class BookmarksScreen(ModalScreen[FoundBookmark | None]):
    """Lists bookmarks; dismissed with the one to open."""

    CSS_PATH = "above.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("bookmarks")]

    def __init__(
        self, found: Sequence[FoundBookmark], toggle: Callable[[Path, Bookmark], object]
    ) -> None:
        super().__init__()
        self._found = {str(index): each for index, each in enumerate(found)}
        self._toggle = toggle
        self._removed: frozenset[str] = frozenset()

    def compose(self) -> ComposeResult:
        with Vertical():
            yield RowList()
            yield KeyFooter()

    def on_mount(self) -> None:
        self._update()
        self.query_one(RowList).focus()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(self._found[event.row.key])

    def action_close(self) -> None:
        """End with nothing."""
        self.dismiss(None)

    def action_remove(self) -> None:
        """Remove the bookmark under the cursor, or keep it after all."""
        if row := self.query_one(RowList).current:
            self._removed ^= {row.key}
            self._toggle(self._found[row.key].path, self._found[row.key].mark)
            self._update()

    def _update(self) -> None:
        rows = (_row(key, each, removed=key in self._removed) for key, each in self._found.items())
        self.query_one(RowList).rows = tuple(rows)


def _row(key: str, found: FoundBookmark, *, removed: bool) -> Row:
    mark, path, problem = found
    if removed:
        below = Span("removed; press again to keep it", "quiet")
    else:
        below = Span(problem, "problem") if problem else Span(mark.tab, "quiet")
    title = Span(mark.title or mark.key, "quiet" if removed or problem else "title")
    handling = (Span(f" [{mark.handling}]", "handling"),) if mark.handling else ()
    group = " · ".join(dict.fromkeys(part for part in (mark.brief_title, path.name) if part))
    return Row(key, (title, *handling), (below,), signs=() if removed else (BOOKMARK,), group=group)
