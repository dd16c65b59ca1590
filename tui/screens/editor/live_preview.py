"""The brief as the text makes it, while it is typed."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tui.blocks import Block, Heading, Span
from tui.brief.edit.fields import root
from tui.brief.place import Problem
from tui.brief.reading import Reading
from tui.brief.record import Record
from tui.editing.piecewise import Piecewise
from tui.editing.references import reference_keys
from tui.failure.guard import guarded_page
from tui.failure.load import guarded_load
from tui.presentation.dossier import dossier
from tui.presentation.view import View
from tui.screens.editor.open_files import OpenFiles
from tui.sections import sections
from tui.widgets.preview import Preview

PAUSE = 0.012
"""Seconds without a key until the brief is read: a burst of keys is read once."""
PATIENCE = 0.25
"""Seconds of typing without a pause after which it is read all the same."""


class LivePreview:
    """Reads the text as it is typed, newest wins; while it is broken the last good state stays."""

    def __init__(
        self, files: OpenFiles, page: Preview, view: View, on_read: Callable[[], None]
    ) -> None:
        """`view` is the brief as it is on disk; `on_read` is called after each reading."""
        self.saved = view
        """The brief as it is on disk."""
        self.view = view
        """The brief as it is typed."""
        self._files = files
        self._page = page
        self._on_read = on_read
        self._parse = Piecewise()
        self._typed = 0
        """How often the text has changed."""
        self._read = 0
        """Which of these states was read last."""
        self._shown: tuple[str, int] = ("", 0)
        """The record on the page, and the view it was made of."""

    def update(self) -> None:
        """The text was changed: read the brief again, soon."""
        self._typed += 1
        if self._typed == self._read + 1:
            self._page.run_worker(self._follow_typing(), group="preview", exclusive=True)

    async def _follow_typing(self) -> None:
        # The first key after a rest is read at once; what comes meanwhile waits for a pause.
        while self._read != self._typed:
            now = self._typed
            reading = await asyncio.to_thread(self._load, self._files.contents())
            self._read = now
            self.view = replace(self.saved, reading=reading)
            self.show()
            await self._pause()

    async def _pause(self) -> None:
        """Wait until no key came for a moment, but not for ever."""
        loop = asyncio.get_running_loop()
        begun = loop.time()
        while self._read != self._typed and loop.time() - begun < PATIENCE:
            now = self._typed
            await asyncio.sleep(PAUSE)
            if now == self._typed:
                return

    def _load(self, contents: dict[Path, bytes]) -> Reading:
        previous = self.view.reading
        return guarded_load(previous.path, previous, contents, self._parse)

    def show(self) -> None:
        """Show what was read: the problems and ids in the text in front, and the page."""
        area = self._files.area
        area.show_problems(self.problems_in(self._files.front))
        ids = {each: self.view.party_role(each) for each in self.view.register.by_id}
        area.show_ids(ids, reference_keys(root()))
        self.follow_cursor()
        self._on_read()

    def problems_in(self, file: Path) -> tuple[Problem, ...]:
        """The problems of a file."""
        return tuple(p for p in self.view.reading.problems if p.place.file == str(file))

    def follow_cursor(self) -> None:
        """Show the record the cursor is in."""
        row, _ = self._files.area.cursor_location
        record = record_at(self.view.reading, str(self._files.front), row + 1)
        key = record.key if record else ""
        if (key, id(self.view)) == self._shown:
            return
        fresh = key != self._shown[0]
        self._shown = (key, id(self.view))
        blocks = guarded_page("this preview", lambda: _blocks(self.view, key))
        self._page.show(blocks, fresh=fresh)

    def next_problem(self, by: int) -> Problem | None:
        """The problem after the cursor, or before it; after the last one comes the first."""
        problems = self.view.reading.problems
        if not problems:
            return None
        row, column = self._files.area.cursor_location
        here = (str(self._files.front), row + 1, column + 1)
        places = [tuple(problem.place) for problem in problems]
        if by > 0:
            return problems[next((n for n, place in enumerate(places) if place > here), 0)]
        before = [n for n, place in enumerate(places) if place < here]
        return problems[before[-1] if before else -1]


def record_at(reading: Reading, file: str, line: int) -> Record | None:
    """The record a line belongs to: of several around it, the innermost."""
    found: Record | None = None
    for record in reading.register.by_key.values():
        spot = record.spot
        inside = spot.file == file and spot.line <= line <= spot.end_line
        if inside and (found is None or spot.line >= found.spot.line):
            found = record
    return found


def _blocks(view: View, key: str) -> tuple[Block, ...]:
    if not key:
        return _head(view)
    for section in sections():
        # Other tabs mention many records; the tab that is its home shows it best.
        if section.home and (blocks := section.blocks(view, key)):
            return blocks
    return dossier(view, key) or _head(view)


def _head(view: View) -> tuple[Block, ...]:
    title = Heading((Span(view.brief.title or view.brief.id, "title"),), level=1)
    where = Heading((Span("the head of the brief", "quiet"),), level=3)
    return title, where
