"""Following names through a brief, and coming back."""

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.reactive import reactive

from tui.blocks import Row
from tui.brief.aliases import other_names
from tui.brief.record import Record
from tui.screens.seeking import Seeking
from tui.section import Section
from tui.sections import sections
from tui.telling.view import View
from tui.trail import Stop, Trail
from tui.widgets.page import Page
from tui.widgets.pane import Pane


class Journey(Seeking[None]):
    """A screen of tabs one can be led through by names."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "H,backspace", "return", "where I was", show=False, id="journey.return",
            tooltip="Go back to where the last name was followed from",
        ),
        Binding(
            "L", "onward", "onward again", show=False, id="journey.onward",
            tooltip="Undo going back",
        ),
        Binding(
            "d", "dossier", "dossier", id="journey.dossier",
            tooltip="All that the brief says of the person, party or record under the cursor",
        ),
    ]  # fmt: skip

    view: reactive[View | None] = reactive(None, always_update=True, init=False, repaint=False)
    tab: reactive[int] = reactive(0, init=False, repaint=False)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        """Of the brief, as the desk knows it."""
        self.trail = Trail()
        self._bound_for: str | None = None
        self.sections: dict[int, Section] = {each.number: each for each in sections()}

    def show(self, number: int) -> None:
        """Put the pane of a tab in front."""
        raise NotImplementedError

    @property
    def pane(self) -> Pane | None:
        """The pane in front."""
        raise NotImplementedError

    def other_names(self) -> Iterator[tuple[str, str]]:
        """The names the brief knows for one and the same."""
        return other_names(self.view.brief) if self.view else iter(())

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.pane.list.current if self.pane else None

    @property
    def record(self) -> Record | None:
        """The record the row under the cursor stands for; not every row stands for one."""
        row = self.row
        if row is None or self.view is None:
            return None
        known = self.view.register.by_key
        return known.get(row.key) or known.get(row.about)

    def action_return(self) -> None:
        """Go back to where the last name was followed from."""
        self._go_to(self.trail.back(self._place()))

    def action_onward(self) -> None:
        """Undo going back."""
        self._go_to(self.trail.forward(self._place()))

    def action_dossier(self) -> None:
        """Show everything the brief says of what the cursor is on."""
        row = self.row
        key = (row.about or row.key) if row else ""
        if self.view is not None and key in self.view.register.by_key:
            self._open_dossier(key)

    def on_page_followed(self, event: Page.Followed) -> None:
        event.stop()
        self.go(event.key)

    def go(self, key: str) -> None:
        """Show a record where its tab shows it, else its dossier; the way back is remembered."""
        if self.view is None:
            return
        found = next((n for n, s in self.sections.items() if _has(s.rows(self.view), key)), None)
        if found is None:
            self._open_dossier(key)
            return
        self.trail.leave(self._place())
        self._go_to(Stop(found, key, reading=True))

    def arrive(self, key: str) -> None:
        """Show a record as soon as the brief is read; an empty key is the brief itself."""
        self._bound_for = key
        self.set_out()

    def set_out(self) -> None:
        """Go where one was bound for, unless there is nothing to see yet."""
        key = self._bound_for
        if key is None or self.view is None or not self.children:
            return
        self._bound_for = None
        if key:
            self.go(key)
        else:
            self.trail.leave(self._place())
            self._go_to(Stop(0, "", reading=False))

    def _open_dossier(self, key: str) -> None:
        from tui.screens.dossier import DossierScreen  # noqa: PLC0415  (not the first screen)

        if self.view is not None:
            self.app.push_screen(DossierScreen(self.view, key), self._after_dossier)

    def _after_dossier(self, key: str | None) -> None:
        if key:
            self.go(key)

    def _place(self) -> Stop:
        pane, row = self.pane, self.row
        scroll = pane.page.scroll_offset.y if pane else 0
        return Stop(self.tab, row.key if row else "", bool(pane and pane.reading), scroll)

    def _go_to(self, stop: Stop | None) -> None:
        if stop is None:
            return
        self.tab = stop.tab
        if pane := self.pane:
            if not pane.list.move_to_key(stop.key) and pane.clear_filter():
                pane.list.move_to_key(stop.key)
            pane.reading = stop.reading
            pane.focus_body()
            pane.call_after_refresh(pane.page.scroll_to, y=stop.scroll, animate=False)


def _has(rows: tuple[Row, ...], key: str) -> bool:
    return any(row.key == key for row in rows)
