"""The page of the row under the cursor."""

from collections.abc import Callable
from typing import TypeAlias

from tui.blocks import Block, Row
from tui.failure.guard import guarded
from tui.presentation.view import View
from tui.rendering.words import words_of, words_of_row
from tui.section import Section, with_location
from tui.widgets.page import Page

Blocks: TypeAlias = tuple[Block, ...]
Annotate: TypeAlias = Callable[[View, Row, Blocks], Blocks]


def with_unread_changes(view: View, row: Row, blocks: Blocks) -> Blocks:
    """A page with the changes since the reader last read it, below its title."""
    if not view.changes:
        return blocks
    from tui.presentation.changes import with_changes  # noqa: PLC0415  (nothing is unread at first)

    return with_changes(view, row, blocks)


class RowDetail:
    """Puts rows of a section on a page."""

    def __init__(self, page: Page, section: Section, annotate: Annotate | None) -> None:
        """`annotate` adds to the blocks of a row."""
        self._page = page
        self._section = section
        self._annotate = annotate
        self._shown = ""
        self._states: tuple[tuple[Blocks, Blocks], tuple[Blocks, Blocks]] = (((), ()), ((), ()))
        """The page before and now: each as the section gives it, and annotated."""
        self._texts: dict[str, str] = {}
        """What rows and their pages say, for searching."""
        self._texts_of: View | None = None
        """The view they are of."""

    def show(self, view: View, row: Row | None, empty: Blocks, *, again: bool = False) -> None:
        """Show a row, or what is said of an empty list; a page shown `again` stays at its line."""
        key = row.key if row else ""
        if key == self._shown and not again:
            return
        fresh = key != self._shown
        self._shown = key
        plain, whole = guarded(
            f"this page of “{self._section.title}”",
            lambda: self._work_out(view, row, empty),
            lambda failure: (failure.page, failure.page),
        )
        self._states = (self._states[1], (plain, whole))
        page = self._page
        page.about = row.subject if row and key not in view.register.by_key else ""
        if fresh:
            page.scrolling.start_at(0)
        elif page.scroll_offset.y:
            # What is added above the line being read must not push that line away.
            before, now = (self._added(*each) for each in self._states)
            page.scrolling.move_by(now - before)
        page.blocks = whole

    def _work_out(self, view: View, row: Row | None, empty: Blocks) -> tuple[Blocks, Blocks]:
        """The page of a row as the section gives it, and annotated."""
        plain = with_location(row, self._section.blocks(view, row.key) if row else empty)
        return plain, self._annotate(view, row, plain) if self._annotate and row else plain

    def _added(self, plain: Blocks, whole: Blocks) -> int:
        """How many lines the annotations take."""
        page = self._page
        if plain is whole or not page.laid_width:
            return 0
        with_them, without = (
            page.app.typesetter.lay(each, page.laid_width) for each in (whole, plain)
        )
        return len(with_them) - len(without)

    def text_of(self, view: View | None, row: Row) -> str:
        """What a row and its page say, ready for `Pattern.holds`."""
        if view is not self._texts_of:
            self._texts_of, self._texts = view, {}
        if view is not None and row.key not in self._texts:
            page = words_of(self._section.page(view, row.key))
            self._texts[row.key] = f"{words_of_row(row)}\n{page}"
        return self._texts.get(row.key, "")
