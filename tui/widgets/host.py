"""The application as widgets and screens know it: what they may ask of it, and nothing more."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from rich.style import Style
from textual.app import App
from textual.reactive import reactive
from textual.signal import Signal

from tui.blocks import Line, Role
from tui.library.index import LibraryIndex
from tui.presentation.view import View
from tui.session.history import History
from tui.session.session import Session
from tui.settings.settings import Settings
from tui.widgets.typesetter import Typesetter


class BriefOpener(Protocol):
    """Opens briefs, and publishes what changes in them."""

    changed: Signal[View]

    @property
    def front(self) -> Path | None:
        """The brief in front, or the one that was in front when Parley was last left."""

    def open(self, path: Path) -> object:
        """Show a brief, and remember where the reader was."""


class IndexUpdater(Protocol):
    """Brings the index of the library up to date, and publishes each step."""

    changed: Signal[None]

    def update(self) -> None:
        """Have the index take in what changed."""


class HostApp(App[None]):
    """What a widget or screen of ours may ask of the application it is in."""

    session: Session
    settings: Settings
    history: History
    index: LibraryIndex
    briefs: BriefOpener
    indexing: IndexUpdater
    library_changed: Signal[None]
    """Published when there are other briefs, or one of them changed."""
    library_order: str
    """What the library is sorted by, as `tui.library.rows` names it."""

    ink: Mapping[Role, Style]
    """The style of each role a text can have."""
    typesetter: Typesetter
    """Lays out and spells all that is drawn."""
    share: float = 0.0
    """Percent of the width that lists have beside their pages; 0: what the style sheet says."""
    linear: bool = False
    """Whether there is one column, in words alone, and the cursor follows the reader."""
    moves: bool = True
    """Whether what just changed may be highlighted for a moment."""
    read_only: bool = False
    """Whether commands that write are not available."""
    notice: reactive[Line] = reactive(())
    """What was just said to the reader, for the footer of whatever is in front."""
    turns_words: bool = False
    """Whether the terminal puts writing from right to left in order by itself."""
