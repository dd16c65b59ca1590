"""Editing a brief without leaving Parley."""

from pathlib import Path

from tui.brief.place import Place, Problem
from tui.brief.shown import shown
from tui.screens.acts.writing import Writing


class Inside(Writing, part=True):
    """Opens the editor at the record under the cursor."""

    WRITES = frozenset({"inside"})

    def action_inside(self) -> None:
        """Open the file of the record under the cursor, at its line."""
        from tui.editing.buffer import open_buffer  # noqa: PLC0415  (not for the first paint)
        from tui.screens.editor.screen import EditorScreen  # noqa: PLC0415

        if self.view is None:
            return
        place = self._written_at()
        buffer = open_buffer(Path(place.file))
        if isinstance(buffer, Problem):
            told = f"{Path(place.file).name}: {buffer.message}"
            self.notify(shown(told), severity="error")
            return
        start = (place.line, place.column)
        self.app.push_screen(EditorScreen(self.view, buffer, self.app.session.save_own, start))

    def _written_at(self) -> Place:
        """Where the record under the cursor is written; else the top of the brief's first file."""
        record, row = self.record, self.row
        spots = [each.spot for each in (record, row) if each is not None and each.spot.file]
        if len(spots) == 2 and spots[0].line <= spots[1].line <= spots[0].end_line:
            spots.reverse()  # the row stands for one value of the record
        if spots:
            return spots[0].place
        parts = list(self.view.reading.parts) if self.view else []
        return Place(str(parts[0] if parts else self.path))
