"""The brief as the text makes it, while it is typed."""

import asyncio
from dataclasses import replace
from pathlib import Path

from textual import work
from textual.getters import query_one

from tui.blocks import Block, Heading, Role, Span
from tui.brief.edit.fields import root
from tui.brief.load import load
from tui.brief.place import Problem
from tui.brief.reading import Reading
from tui.brief.record import Record
from tui.editing.piecewise import Piecewise
from tui.editing.references import reference_keys
from tui.presentation.dossier import dossier
from tui.presentation.view import View
from tui.screens.editing.frame import Frame
from tui.screens.problems import rows
from tui.sections import sections
from tui.widgets.preview import Preview
from tui.widgets.row_list import RowList

PAUSE = 0.012
"""Seconds without a key until the brief is read: a burst of keys is read once."""
PATIENCE = 0.25
"""Seconds of typing without a pause after which it is read all the same."""


class Previewing(Frame):
    """Reads what is typed, newest wins; the last good state stays while the text is broken."""

    page = query_one("#preview", Preview)
    listed = query_one("#problems", RowList)
    _typed = 0
    """How often the text has changed."""
    _read = 0
    """Which of these states was read last."""
    _shown: tuple[str, int] = ("", 0)
    """The record on the page and the reading it was told from."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self.parse = Piecewise()

    def think(self) -> None:
        """Read the brief anew, soon."""
        self._typed += 1
        if self._typed == self._read + 1:
            self._follow_typing()

    @work(group="preview", exclusive=True)
    async def _follow_typing(self) -> None:
        # The first key after a rest is read at once; what comes meanwhile waits for a pause.
        while self._read != self._typed:
            now = self._typed
            reading = await asyncio.to_thread(self._load, self.contents())
            self._read = now
            self.live = replace(self.view, reading=reading)
            self.show_live()
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

    def contents(self) -> dict[Path, bytes]:
        """The files that are open, as they would be saved now."""
        return {file: self.bytes_of(file) for file in self.areas}

    def _load(self, contents: dict[Path, bytes]) -> Reading:
        previous = self.live.reading
        return load(previous.path, previous, contents, self.parse)

    def show_live(self) -> None:
        """Put what was read on screen: the page, the problems, the colours of ids."""
        view = self.live
        self.area.show_problems(self.problems_here)
        self.area.references = reference_keys(root())
        self.area.recolour({i: self._role(view, i) for i in view.register.by_id})
        self.listed.rows = rows(view)
        self.set_class(bool(view.reading.stale), "-stale")
        self.follow_cursor()
        self.tell()

    def _role(self, view: View, name: str) -> Role:
        return view.party_role(name)

    def follow_cursor(self) -> None:
        """Show the record the cursor is in."""
        if not self.is_mounted:
            return
        row, _ = self.area.cursor_location
        record = record_at(self.live.reading, str(self.file), row + 1)
        key = record.key if record else ""
        if (key, id(self.live)) == self._shown:
            return
        fresh = key != self._shown[0]
        self._shown = (key, id(self.live))
        self.page.tell(self._blocks(key), fresh=fresh)

    def _blocks(self, key: str) -> tuple[Block, ...]:
        if not key:
            return _head(self.live)
        for section in sections():
            # The tabs that are worked out tell of many records; the one a record is written for
            # tells it best.
            if section.example and (blocks := section.detail(self.live, key)):
                return blocks
        return dossier(self.live, key) or _head(self.live)

    async def action_next_problem(self, by: int) -> None:
        """Go to the next thing that is wrong, or the one before; after the last comes the first."""
        problems = self.live.reading.problems
        if not problems:
            self.say("Nothing is wrong in the files of this brief")
            return
        row, column = self.area.cursor_location
        here = (str(self.file), row + 1, column + 1)
        places = [tuple(problem.place) for problem in problems]
        if by > 0:
            at = next((n for n, place in enumerate(places) if place > here), 0)
        else:
            before = [n for n, place in enumerate(places) if place < here]
            at = before[-1] if before else -1
        await self.go_to_problem(problems[at])

    async def go_to_problem(self, problem: Problem) -> None:
        """Put the cursor where a problem is."""
        place = problem.place
        await self.turn_to(Path(place.file), place.line - 1, place.column - 1)


def record_at(reading: Reading, file: str, line: int) -> Record | None:
    """The record a line belongs to: of several around it, the innermost."""
    found: Record | None = None
    for record in reading.register.by_key.values():
        spot = record.spot
        inside = spot.file == file and spot.line <= line <= spot.end_line
        if inside and (found is None or spot.line >= found.spot.line):
            found = record
    return found


def _head(view: View) -> tuple[Block, ...]:
    title = Heading((Span(view.brief.title or view.brief.id, "title"),), level=1)
    where = Heading((Span("the head of the brief", "quiet"),), level=3)
    return title, where
