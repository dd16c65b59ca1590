"""What every act of the editor may count on: the text in front, its file, the brief it makes."""

from functools import partial
from pathlib import Path

from textual.reactive import reactive
from textual.screen import Screen

from tui.brief.aliases import other_names
from tui.brief.place import Problem
from tui.editing.buffer import Buffer
from tui.presentation.view import View
from tui.screens.following import follow
from tui.widgets.focus import quiet_focus
from tui.widgets.page_search import PageSearch
from tui.widgets.yaml_area import YamlArea


class Frame(Screen[None]):
    """The editor without what can be done in it."""

    focused = quiet_focus()
    view: reactive[View] = reactive(
        lambda: NotImplemented, always_update=True, init=False, repaint=False
    )
    """The brief as it is on disk."""

    live: View
    """The brief as the text makes it: not saved yet, perhaps; else its last good state."""
    buffers: dict[Path, Buffer]
    """The files that were opened."""
    areas: dict[Path, YamlArea]
    """Their texts."""
    file: Path
    """The file in front."""
    told = ""
    """What was last done, said at the bottom until the cursor moves."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self.set_reactive(Frame.view, view)
        self.search = PageSearch(self, lambda: other_names(self.view.brief))

    def on_mount(self) -> None:
        self.tell()
        follow(self, self.view.reading.path, partial(setattr, self, "view"))

    def tell(self) -> None:
        """Show where the cursor is, and what is not saved."""
        raise NotImplementedError

    @property
    def area(self) -> YamlArea:
        """The text in front."""
        return self.areas[self.file]

    @property
    def buffer(self) -> Buffer:
        """The file in front."""
        return self.buffers[self.file]

    @property
    def dirty(self) -> bool:
        """Whether the file in front has something to save."""
        return self.is_dirty(self.file)

    def is_dirty(self, file: Path) -> bool:
        """Whether a file has something to save."""
        return file in self.areas and self.buffers[file].dirty(self.areas[file].document.lines)

    def bytes_of(self, file: Path) -> bytes:
        """A file as it would be saved now."""
        return self.buffers[file].base.written(self.areas[file].document.lines)

    @property
    def problems_here(self) -> tuple[Problem, ...]:
        """What is wrong in the file in front."""
        return tuple(p for p in self.live.reading.problems if p.place.file == str(self.file))

    def go_to(self, row: int, column: int = 0) -> None:
        """Put the cursor somewhere in the file in front, with a third of the screen above it."""
        self.area.show_at((row, column))

    async def turn_to(self, file: Path, row: int, column: int) -> None:
        """Put a file of the brief in front and the cursor somewhere in it."""
        raise NotImplementedError

    def say(self, message: str, *, severe: bool = False) -> None:
        """Tell the writer something in passing."""
        raise NotImplementedError
