"""What refers to a record: a row for each record that does, under the tab that has it."""

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from tui.blocks import Line, Row, Span, plain
from tui.brief.aliases import other_names
from tui.brief.record import Record
from tui.commands import bindings
from tui.presentation.header import with_mark
from tui.presentation.names import full_name, record_link
from tui.presentation.selection import Selection
from tui.presentation.used_by import uses
from tui.presentation.view import View
from tui.rendering.ink import safe
from tui.screens.following import follow
from tui.section import Section
from tui.sections import page_of, sections
from tui.widgets.focus import quiet_focus
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.list_detail import ListDetail
from tui.widgets.page import Page
from tui.widgets.page_search import PageSearch
from tui.widgets.row_list import RowList

ELSEWHERE = "Who is who"
"""Heading of records without a tab."""


def rows(view: View, key: str) -> tuple[Row, ...]:
    """One row a record that refers to the one with a key, in the order of the tabs."""
    record = view.register.by_key.get(key)
    if record is None:
        return ()
    found = uses(view, record)
    tabs = _tabs(view)
    order = [*dict.fromkeys(tabs.values()), ELSEWHERE]
    made = (_row(view, *each, tabs.get(each[0].key, ELSEWHERE)) for each in found)
    return tuple(sorted(made, key=lambda row: order.index(row.group)))


def _tabs(view: View) -> Mapping[str, str]:
    """The title of the tab that is the home of each record."""
    tabs: dict[str, str] = {}
    for section in (each for each in sections() if each.home):
        for row in section.listed(view):
            tabs.setdefault(row.key, section.title)
    return tabs


def _row(view: View, record: Record, how: Line, tab: str) -> Row:
    title = Span(record_link(view, record).text, "title")
    signs = view.signs(record)
    return Row(record.key, (title,), how, (), signs, group=tab, spot=record.spot)


def _section(key: str) -> Section:
    return Section(
        number=-1,
        name=f"used-by/{key}",
        title="Used by",
        rows=partial(rows, key=key),
        detail=page_of,
        about="No other record of the brief refers to it.",
        example="",
    )


class ReferencesScreen(Screen[str | None]):
    """What refers to one record. Ends with the key of a record to go to, or nothing."""

    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] = [(0, "-narrow"), (90, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("references")]

    focused = quiet_focus()

    def __init__(self, view: View, key: str) -> None:
        super().__init__()
        self.view = view
        self._key = key
        self.search = PageSearch(self, lambda: other_names(self.view.brief))

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="top")
        yield ListDetail(_section(self._key), self.view, choose="message")
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(ListDetail).body.focus()
        self.show_view(self.view)
        follow(self, self.view.reading.path, self.show_view)

    def show_view(self, view: View) -> None:
        """Show what refers to it now."""
        self.view = view
        pane = self.query_one(ListDetail)
        pane.view = view
        record = view.register.by_key.get(self._key)
        name = " ".join((full_name(view, record) if record else self._key).split())
        count = len(pane.filter.rows)
        refer = "record refers" if count == 1 else "records refer"
        self.query_one(HeaderBar).right = safe(with_mark(view))
        self.query_one(HeaderBar).left = safe((Span(f"{count} {refer} to "), Span(name, "strong")))

    @property
    def selection(self) -> Selection:
        """The record under the cursor."""
        row = self.query_one(ListDetail).list.current
        if row is None:
            return Selection(self.view, "")
        return Selection(
            self.view,
            row.key,
            plain(row.title),
            "Used by",
            row,
            place=row.spot.place if row.spot.file else None,
            page=partial(page_of, self.view, row.key),
        )

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(event.row.key)

    def on_page_followed(self, event: Page.Followed) -> None:
        event.stop()
        self.dismiss(event.key)

    def action_other(self) -> None:
        """Read the page of the record under the cursor."""
        pane = self.query_one(ListDetail)
        if not pane.leave_page():
            pane.reading = True
            pane.body.focus()

    def action_back(self) -> None:
        """Leave the page for the list, and the list for where you were."""
        if not (self.search.end() or self.query_one(ListDetail).leave_page()):
            self.dismiss(None)
