"""Choosing a theme beside what is open: each is put on as the cursor comes to it."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.blocks import Fact, Gap, Item, Line, Prose, Row, Span
from tui.startup.terminal_background import AUTO
from tui.theme.wardrobe import Wardrobe
from tui.theme.worn import ParleyTheme
from tui.widgets.footer import KeyFooter
from tui.widgets.page import Page
from tui.widgets.row_list import RowList

FOLLOWS = "Dark or light, as the background of the terminal is; config.yaml says which two."
FIRST = "parley-"
"""What stands first among the dark, and among the light ones."""


class ThemesScreen(ModalScreen[str | None]):
    """A list of themes over an edge of the screen. Ends with the one that was chosen."""

    CSS_PATH = "above.tcss"
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] = [(0, "-narrow"), (90, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,h,left", "close", "as before", id="themes.close",
            tooltip="Put the theme on again that was worn before",
        ),
        Binding(
            "T", "next", "next", id="themes.next",
            tooltip="The next theme; after the last comes the first",
        ),
    ]  # fmt: skip

    def __init__(self, wardrobe: Wardrobe, worn: str, auto: str) -> None:
        """`worn` is the entry to begin at, `auto` the theme of the one that follows."""
        super().__init__()
        self._wardrobe = wardrobe
        self._worn = worn
        self._auto = auto
        self._shelf: Mapping[str, ParleyTheme] = {}

    def compose(self) -> ComposeResult:
        with Vertical():
            yield RowList()
            yield Page()
            yield KeyFooter()

    def on_mount(self) -> None:
        self._shelf = self._wardrobe.shelf()
        rows, page = self.query_one(RowList), self.query_one(Page)
        page.can_focus = False
        rows.rows = rows_for(self._shelf)
        rows.move_to_key(self._worn)
        rows.focus()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()
        if event.row is None:
            return
        name = self._auto if event.row.key == AUTO else event.row.key
        self.query_one(Page).blocks = tuple(about(self._shelf.get(name), event.row.key))
        if name != self.app.theme:
            self._wardrobe.try_on(name)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(event.row.key)

    def action_close(self) -> None:
        """End with nothing."""
        self.dismiss(None)

    def action_next(self) -> None:
        """Go on to the next theme."""
        rows = self.query_one(RowList)
        rows.cursor = (rows.cursor + 1) % len(rows.rows)


def rows_for(shelf: Mapping[str, ParleyTheme]) -> tuple[Row, ...]:
    """One row a theme, dark ones before light ones, and before all the one that follows."""
    found = [Row(AUTO, (Span("As the terminal", "title"),), aside=(Span(AUTO, "label"),))]
    for group, dark in (("Dark", True), ("Light", False)):
        names = (name for name, each in shelf.items() if each.theme.dark is dark)
        for name in sorted(names, key=lambda name: (not name.startswith(FIRST), shelf[name].title)):
            title = (Span(shelf[name].title, "title"),)
            found.append(Row(name, title, aside=_contrast(shelf[name]), group=group))
    return tuple(found)


def _contrast(worn: ParleyTheme) -> Line:
    if worn.contrast is None:
        return (Span("its own", "label"),)
    return (Span(f"{int(worn.contrast * 10) / 10:.1f}:1", "label"),)


def about(worn: ParleyTheme | None, key: str) -> "Iterator[Prose | Gap | Fact]":
    """What a theme is for, and how well its palest text can be read."""
    if key == AUTO:
        yield Prose((Span(FOLLOWS),))
    elif worn:
        yield Prose((Span(worn.about or worn.path.name),))
    if worn and worn.contrast is not None:
        bar = "AAA" if worn.contrast >= 7 else "AA" if worn.contrast >= 4.5 else "below AA"
        told = f"palest text {int(worn.contrast * 10) / 10:.1f} : 1, {bar}"
        yield Gap()
        yield Fact("contrast", (Item((Span(told),)),))
