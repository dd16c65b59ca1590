"""What refers to a record: a row for each record that does, under the tab that has it."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.blocks import Block, Line, Row, Span
from tui.brief.record import Record
from tui.presentation.facts import plain
from tui.presentation.naming import called, name_of
from tui.presentation.used_by import uses
from tui.presentation.view import View
from tui.rendering.copies import Copy, copies, marked
from tui.rendering.ink import safe
from tui.screens.following import FollowingScreen
from tui.screens.telling import page_of
from tui.screens.yanking import Yanking
from tui.section import Section
from tui.sections import sections
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.list_detail import ListDetail
from tui.widgets.page import Page
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
    """The title of the tab each record has a row in."""
    tabs: dict[str, str] = {}
    for section in sections():
        for row in section.rows(view):
            tabs.setdefault(row.key, section.title)
    return tabs


def _row(view: View, record: Record, how: Line, tab: str) -> Row:
    title = Span(called(view, record).text, "title")
    signs = view.signs(record)
    return Row(record.key, (title,), how, (), signs, group=tab, spot=record.spot)


def _section(key: str) -> Section:
    return Section(
        number=-1,
        name="used-by",
        title="Used by",
        rows=partial(rows, key=key),
        detail=_page,
        about="No other record of the brief refers to it.",
        example="",
    )


def _page(view: View, key: str) -> tuple[Block, ...]:
    return page_of(view, key)


class UsedByScreen(Yanking, FollowingScreen[str]):
    """What refers to one record. Ends with the key of a record to go to, or nothing."""

    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] = [(0, "-narrow"), (90, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,h,left,u", "back", "back", id="used_by.back",
            tooltip="From the page to the list, from the list to where one was",
        ),
        Binding("tab", "other", "read", show=False, id="used_by.other", tooltip="To the page"),
    ]  # fmt: skip

    def __init__(self, view: View, key: str) -> None:
        super().__init__(view)
        self._key = key

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="top")
        yield ListDetail(_section(self._key), self.view, choose="message")
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(ListDetail).body.focus()

    def tell(self) -> None:
        """Show what refers to it now."""
        pane = self.query_one(ListDetail)
        pane.view = self.view
        self.query_one(HeaderBar).left = safe(tuple(self._title(len(pane.filter.rows))))

    def _title(self, count: int) -> Iterator[Span]:
        record = self.view.register.by_key.get(self._key)
        name = name_of(self.view, record) if record else self._key
        yield Span(f"{count} record{'' if count == 1 else 's'} refer{'s' * (count == 1)} to ")
        yield Span(" ".join(name.split()), "strong")

    def copies(self) -> tuple[Copy, ...]:
        """The record under the cursor, as on its own page."""
        row = self.query_one(ListDetail).list.current
        if row is None:
            return ()
        ways = copies(self.view, row.key, page_of(self.view, row.key))
        return (*ways, Copy("n", "its line alone", plain(row.title)))

    def handled(self, text: str) -> str:
        """A text with the handling mark of the record under the cursor, or of the brief."""
        row = self.query_one(ListDetail).list.current
        record = self.view.register.by_key.get(row.key) if row else None
        return marked(self.view, record, text)

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
        """Leave the page for the list, and the list for where one was."""
        pane = self.query_one(ListDetail)
        if not (self.end_search() or pane.leave_page()):
            self.dismiss(None)
