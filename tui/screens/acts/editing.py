"""Opening the brief in one's own editor, where the record under the cursor stands."""

from pathlib import Path

from tui.brief.place import Place
from tui.screens.acts.writing import Writing
from tui.screens.outside import Outside


class Editing(Outside, Writing, part=True):
    """One's own editor."""

    @property
    def place(self) -> Place | None:
        """The record under the cursor; the top of the brief where a row stands for none."""
        if self.view is None:
            return None
        if (record := self.record) and record.spot.file:
            return record.spot.place
        return Place(str(next(iter(self.view.reading.parts), self.path)))

    @property
    def brief_path(self) -> Path:
        """The brief on this screen."""
        return self.path
