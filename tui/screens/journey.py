"""Following names through a brief, and coming back."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.reactive import reactive

from tui.blocks import Row
from tui.brief.aliases import other_names
from tui.brief.record import Record
from tui.brief.shown import shown
from tui.presentation.view import View
from tui.screens.labelling import Labelling
from tui.screens.telling import section_of
from tui.section import Section
from tui.sections import sections
from tui.session.history import Stop
from tui.widgets.list_detail import ListDetail
from tui.widgets.page import Page

if TYPE_CHECKING:
    from tui.app.app import ParleyApp


class Journey(Labelling[None], part=True):
    """A screen of tabs one can be led through by names."""

    app: "ParleyApp"
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
            "full_stop", "last_place", "last place", show=False, id="journey.last",
            key_display=".", tooltip="The place before this one; again: back here",
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
        self._bound_for: str | Stop | None = None
        self.sections: dict[int, Section] = {each.number: each for each in sections()}

    def show(self, number: int) -> None:
        """Put the pane of a tab in front."""
        raise NotImplementedError

    @property
    def pane(self) -> ListDetail | None:
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
        self._go_on(self.app.trail.back(self.stop()), "You have come from nowhere else yet")

    def action_last_place(self) -> None:
        """Go to the place before this one, or back from there."""
        self._go_on(self.app.trail.last(self.stop()), "There is no place before this one yet")

    def _go_on(self, to: Stop | None, else_say: str) -> None:
        if to is not None:
            self._go_to(to)
        elif else_say:
            self.notify(else_say, markup=False)

    def action_onward(self) -> None:
        """Undo going back."""
        self._go_on(self.app.trail.forward(self.stop()), "You have not gone back from anywhere")

    def action_dossier(self) -> None:
        """Show everything the brief says of what the cursor is on."""
        row = self.row
        key = (row.about or row.key) if row else ""
        if self.view is not None and key in self.view.register.by_key:
            self._open_dossier(key)
        elif self.view is not None:
            self.notify("This row stands for no record of the brief", markup=False)

    def on_page_followed(self, event: Page.Followed) -> None:
        event.stop()
        self.go(event.key)

    def go(self, key: str, dossier: str = "") -> None:
        """Show a record where its tab shows it, else its dossier; the way back is remembered.

        `dossier`: the key of the one that was open when one was led on.
        """
        if (view := self.view) is None:
            return
        section = section_of(view, key)
        if section is None:
            self._open_dossier(key)
            return
        self.go_to_row(section.number, key, dossier)

    def go_to_row(self, tab: int, key: str, dossier: str = "") -> None:
        """Show the page of a row; the way back is remembered."""
        self.app.trail.leave(self.stop(dossier))
        self._go_to(Stop(self.path, tab, key, reading=True))

    def arrive(self, to: str | Stop) -> None:
        """Show a record or a place as soon as the brief is read; an empty key is the brief itself.

        An id will do for a key; one that is unknown is told. Whoever opens the brief has
        remembered the place before.
        """
        self._bound_for = to
        self.set_out()

    def set_out(self) -> None:
        """Go where one was bound for, unless there is nothing to see yet."""
        to = self._bound_for
        if to is None or self.view is None or not self.children:
            return
        self._bound_for = None
        if isinstance(to, Stop):
            self._go_to(to)
        elif not to:
            self._go_to(Stop(self.path, 0, ""))
        else:
            self._arrive_at(to, self.view)

    def _arrive_at(self, name: str, view: View) -> None:
        record = view.register.by_key.get(name) or view.register.find(name)
        key = record.key if record else name
        if section := section_of(view, key):
            self._go_to(Stop(self.path, section.number, key, reading=True))
        elif record:
            self._open_dossier(key)
        else:
            told = shown(f"There is no record “{name}” in this brief")
            self.notify(told, severity="warning", markup=False)

    def _open_dossier(self, key: str) -> None:
        from tui.screens.dossier import DossierScreen  # noqa: PLC0415  (not the first screen)

        if self.view is None:
            return
        screen = DossierScreen(self.view, key)

        def follow(to: str | None) -> None:
            if to:
                self.go(to, screen.key)

        self.app.push_screen(screen, follow)

    def leave_stop(self) -> None:
        """Remember where the reader is."""
        self.app.trail.leave(self.stop())

    def stop(self, dossier: str = "") -> Stop:
        """Where the reader is now."""
        pane = self.pane
        if pane is None:
            return Stop(self.path, self.tab, "")
        row = pane.list.current
        return Stop(
            self.path,
            self.tab,
            row.key if row else "",
            pane.reading,
            pane.page.scroll_offset.y,
            pane.list.cursor,
            pane.list.scroll_offset.y,
            pane.filter.text,
            dossier,
            pane.order.name,
        )

    def _go_to(self, stop: Stop) -> None:
        if stop.path != self.path:
            self.app.return_to(stop)
            return
        self.tab = stop.tab
        if pane := self.pane:
            pane.show_stop(stop)
        known = self.view.register.by_key if self.view else {}
        if stop.dossier in known:
            self._open_dossier(stop.dossier)
