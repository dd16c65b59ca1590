"""What the cursor is on: the one answer that copying, links, editing and all such commands use."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from tui.blocks import Block, Row, Span
from tui.brief.place import Place
from tui.brief.record import Record
from tui.presentation.view import View


class Copy(NamedTuple):
    """One way to copy something, with the key that takes it; not offered without a text."""

    key: str
    name: str
    text: str
    summary: str = ""
    """What it is, in a line; empty: its first line says it."""


def _no_page() -> tuple[Block, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Selection:
    """A row of a list or the subject of a page, in a brief as it is now."""

    view: View
    key: str
    """Of the record it is about, or of the row where it is about none; empty: the brief itself."""
    title: str = ""
    """As it is shown, in one line."""
    tab: str = ""
    """Title of the tab or screen it is in."""
    row: Row | None = None
    chosen: Span | None = None
    """The name marked on the page, while the reader is in the page."""
    place: Place | None = None
    """Where it is written; None: nowhere, or in a file that could not be read."""
    page: Callable[[], tuple[Block, ...]] = _no_page
    """Its page. Called only where the page is needed: some take a while to work out."""
    address: str = ""
    """The web page or file that it is itself, in a list of these."""
    copies: tuple[Copy, ...] | None = None
    """The ways to copy it; None: those of its record and its page."""

    @property
    def record(self) -> Record | None:
        """The record it is about."""
        return self.view.register.by_key.get(self.key)

    @property
    def meant(self) -> Record | None:
        """The record of the marked name, else the one it is about."""
        named = self.view.register.by_key.get(self.chosen.link) if self.chosen else None
        return named or self.record
