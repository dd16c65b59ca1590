"""Tabs: a title, rows for the list, and blocks for the page of each row."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tui.blocks import BOOKMARK, PROBLEM, Block, Heading, Row, Span
from tui.failure.guard import guarded, guarded_page
from tui.presentation.marks import marked_page, marked_rows
from tui.presentation.view import View


def _no_badge(_view: View) -> str:
    return ""


class Section(NamedTuple):
    """One tab. A module in `tui/sections` that has a `SECTION` is a tab."""

    number: int
    """Its place among the tabs; up to 9 it is its key as well."""
    name: str
    """Its word on the command line."""
    title: str
    rows: Callable[[View], tuple[Row, ...]]
    detail: Callable[[View, str], tuple[Block, ...]]
    """Blocks for the row with a key; nothing where there is no such row."""
    about: str
    """What belongs here, in a sentence."""
    example: str
    """How to write it: a piece of YAML. Empty for a tab that is worked out and not written."""
    badge: Callable[[View], str] = _no_badge
    """A short count behind the title, such as `≠6`."""
    in_order: bool = False
    """Whether its headings come of the order of its rows, as months do."""
    home: bool = False
    """Whether names of the records in its rows lead here. Else they lead where they did without it:
    to the tab that is their home, or to their dossier."""

    @property
    def digit(self) -> str:
        """The key that shows it; empty for a tab after the ninth, which has none."""
        return str(self.number) if self.number <= 9 else ""

    def listed(self, view: View) -> tuple[Row, ...]:
        """The rows of a view, worked out once as long as the view is held.

        None where our own code fails: `View.failures` has by the section's name what to show then.
        """
        if self.name not in view.listed:
            view.listed[self.name] = guarded(
                f"“{self.title}”",
                lambda: _with_bookmarks(view, self.marked_rows(view)),
                lambda failure: view.fail(self.name, failure, ()),
            )
        return view.listed[self.name]

    def marked_rows(self, view: View) -> tuple[Row, ...]:
        """The rows with the marks of handling of what they are of."""
        return marked_rows(view, self.rows(view))

    def blocks(self, view: View, key: str) -> tuple[Block, ...]:
        """The page of a row, with the marks of handling of what it shows."""
        return marked_page(view, key, self.detail(view, key))

    def page(self, view: View, key: str) -> tuple[Block, ...]:
        """The page of the row with a key, or what stands in place of one our code fails at."""
        return guarded_page(f"this page of “{self.title}”", lambda: self.blocks(view, key))

    def counted(self, view: View) -> str:
        """The count behind the title, or the sign of a problem where our code fails at it."""
        name = f"{self.name} count"
        return guarded(
            f"the count of “{self.title}”",
            lambda: self.badge(view),
            lambda failure: view.fail(name, failure, PROBLEM.glyph),
        )


def _with_bookmarks(view: View, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    if not view.bookmarks:
        return rows
    return tuple(
        row._replace(signs=(*row.signs, BOOKMARK)) if view.bookmarked(row) else row for row in rows
    )


def with_location(row: Row | None, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A page whose title line ends with the file and line of the record of its row."""
    if not (row and row.spot.file and blocks and isinstance(blocks[0], Heading)):
        return blocks
    where = Span(f"{Path(row.spot.file).name}:{row.spot.line}", "source")
    aside = (*blocks[0].trailing, Span("  "), where) if blocks[0].trailing else (where,)
    return (blocks[0]._replace(trailing=aside), *blocks[1:])
