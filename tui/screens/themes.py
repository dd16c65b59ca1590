"""ChooseScreen a theme with the brief in view: each is previewed under the cursor."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.blocks import Fact, Gap, Item, Line, Prose, Row, Span
from tui.commands import bindings
from tui.startup.terminal_background import AUTO
from tui.theme.loaded import LoadedTheme
from tui.theme.registry import ThemeRegistry
from tui.widgets.footer import KeyFooter
from tui.widgets.page import Page
from tui.widgets.row_list import RowList

FOLLOWS = "Dark or light, as the background of the terminal is; config.yaml says which two."
FIRST = "parley-"
"""These come first among the dark, and among the light ones."""


class ThemesScreen(ModalScreen[str | None]):
    """A list of themes over an edge of the screen; dismissed with the chosen one."""

    CSS_PATH = "above.tcss"
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] = [(0, "-narrow"), (90, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("themes")]

    def __init__(self, themes: ThemeRegistry, active: str, auto: str) -> None:
        """`active` is the entry to start at, `auto` the theme that follows the terminal."""
        super().__init__()
        self._registry = themes
        self._active = active
        self._auto = auto
        self._themes: Mapping[str, LoadedTheme] = {}

    def compose(self) -> ComposeResult:
        with Vertical():
            yield RowList()
            yield Page()
            yield KeyFooter()

    def on_mount(self) -> None:
        self._themes = self._registry.reload()
        rows, page = self.query_one(RowList), self.query_one(Page)
        page.can_focus = False
        rows.rows = rows_for(self._themes)
        rows.move_to_key(self._active)
        rows.focus()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()
        if event.row is None:
            return
        name = self._auto if event.row.key == AUTO else event.row.key
        self.query_one(Page).blocks = tuple(about(self._themes.get(name), event.row.key))
        if name != self.app.theme:
            self._registry.preview(name)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(event.row.key)

    def action_close(self) -> None:
        """Cancel."""
        self.dismiss(None)

    def action_next(self) -> None:
        """Go on to the next theme."""
        rows = self.query_one(RowList)
        rows.cursor = (rows.cursor + 1) % len(rows.rows)


def rows_for(themes: Mapping[str, LoadedTheme]) -> tuple[Row, ...]:
    """One row per theme: first the automatic one, then dark ones, then light ones."""
    found = [Row(AUTO, (Span("As the terminal", "title"),), trailing=(Span(AUTO, "label"),))]
    for group, dark in (("Dark", True), ("Light", False)):
        names = (name for name, each in themes.items() if each.dark is dark)
        for name in sorted(
            names, key=lambda name: (not name.startswith(FIRST), themes[name].title)
        ):
            title = (Span(themes[name].title, "title"),)
            found.append(Row(name, title, trailing=_contrast(themes[name]), group=group))
    return tuple(found)


def _contrast(theme: LoadedTheme) -> Line:
    if theme.contrast is None:
        return (Span("its own", "label"),)
    return (Span(f"{int(theme.contrast * 10) / 10:.1f}:1", "label"),)


def about(theme: LoadedTheme | None, key: str) -> "Iterator[Prose | Gap | Fact]":
    """What a theme is for, and how well its palest text can be read."""
    if key == AUTO:
        yield Prose((Span(FOLLOWS),))
    elif theme:
        yield Prose((Span(theme.about or theme.path.name),))
    if theme and theme.contrast is not None:
        bar = "AAA" if theme.contrast >= 7 else "AA" if theme.contrast >= 4.5 else "below AA"
        text = f"palest text {int(theme.contrast * 10) / 10:.1f} : 1, {bar}"
        yield Gap()
        yield Fact("contrast", (Item((Span(text),)),))
