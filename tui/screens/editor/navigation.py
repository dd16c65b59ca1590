"""Going somewhere in the files of a brief: a file, a definition, a problem, and back."""

import re
from pathlib import Path

from textual.widgets import ContentSwitcher

from tui.brief.place import Problem
from tui.screens.editor.live_preview import LivePreview
from tui.screens.editor.open_files import OpenFiles
from tui.screens.notices import show_notice

_WORD = re.compile(r"[\w.-]+")


class Navigation:
    """Puts a file in front and the cursor somewhere in it."""

    def __init__(self, files: OpenFiles, switcher: ContentSwitcher, live: LivePreview) -> None:
        self._files = files
        self._switcher = switcher
        self._live = live

    async def show(self, file: Path, row: int, column: int) -> None:
        """Put a file of the brief in front, and the cursor somewhere in it."""
        files = self._files
        if file not in files.buffers and (problem := files.open(file)):
            show_notice(self._switcher, f"{file.name}: {problem.message}", error=True)
            return
        if file not in files.areas:
            await self._switcher.mount(files.new_area(file))
        files.front = file
        self._switcher.current = files.pane_id(file)
        self._switcher.screen.remove_class("-flipped", "-problems")
        files.area.focus()
        files.area.show_at((row, column))
        self._live.show()

    async def show_problem(self, problem: Problem) -> None:
        """Put the cursor where a problem is."""
        place = problem.place
        await self.show(Path(place.file), place.line - 1, place.column - 1)

    async def next_problem(self, by: int) -> None:
        """Go to the next problem, or the previous one."""
        if problem := self._live.next_problem(by):
            await self.show_problem(problem)
        else:
            show_notice(self._switcher, "No problems in the files of this brief")

    async def next_file(self) -> None:
        """Go to the next file of the brief; each keeps its cursor and its undo history."""
        files, front = list(self._live.view.reading.parts), self._files.front
        if len(files) < 2:
            show_notice(self._switcher, "This brief is one file")
            return
        file = files[(files.index(front) + 1) % len(files)] if front in files else files[0]
        known = self._files.areas.get(file)
        await self.show(file, *(known.cursor_location if known else (0, 0)))

    async def definition(self) -> None:
        """Go to where the id under the cursor is defined."""
        row, column = self._files.area.cursor_location
        name = _word_at(self._files.area.document[row], column)
        record = self._live.view.register.find(name)
        if record is None or not record.spot.file:
            message = f"No record has the id “{name}”" if name else "No id here"
            show_notice(self._switcher, message)
            return
        self._files.visited.append((self._files.front, row, column))
        await self.show(Path(record.spot.file), record.spot.line - 1, record.spot.column - 1)

    async def back(self) -> None:
        """Go back to where an id was followed from."""
        if self._files.visited:
            await self.show(*self._files.visited.pop())


def _word_at(line: str, column: int) -> str:
    """The word that a column is in, or at the end of; empty: none."""
    words = (m for m in _WORD.finditer(line) if m.start() <= column <= m.end())
    return next((m[0] for m in words), "")
