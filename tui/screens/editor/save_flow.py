"""Saving, leaving, and changes that others make to the files: no typed text is lost."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeAlias

from textual.screen import Screen

from tui.blocks import Block, Heading, Line, Prose, Span
from tui.brief.place import Problem
from tui.brief.reading import Reading
from tui.saving.merge import Merged, merge
from tui.saving.save import SaveConflict, Saved
from tui.screens.confirm import ConfirmScreen, Reply
from tui.screens.difference import difference_blocks
from tui.screens.editor.drafts import Drafts
from tui.screens.editor.open_files import OpenFiles
from tui.screens.notices import show_notice

Write: TypeAlias = Callable[[Path, bytes, bytes | None], Awaitable[Saved | SaveConflict | Problem]]
"""Writes a file, unless it is not what it was: path, new bytes, bytes it had."""


class SaveFlow:
    """Brings the text to the disk and back, and asks where one of two texts would be lost."""

    def __init__(
        self,
        screen: Screen[None],
        files: OpenFiles,
        drafts: Drafts,
        write: Write,
        on_saved: Callable[[], None],
        mark: Callable[[], Line],
    ) -> None:
        """`on_saved` is called after each change of what is saved; `mark` tells the handling."""
        self._mark = mark
        self._screen = screen
        self._files = files
        self._drafts = drafts
        self._write = write
        self._on_saved = on_saved

    # --- to the disk ----------------------------------------------------------------------------

    def warning(self) -> str:
        """What saving the file in front does that is not plain writing; empty: it writes."""
        if self._files.buffer.gone:
            return "Saving asks first: the file was removed on disk"
        if self._files.buffer.behind:
            return "Saving asks first: the file has changed on disk since you opened it"
        if not os.access(self._files.front, os.W_OK):
            return "Saving will fail: you may not write this file"
        return ""

    async def save(self, file: Path) -> bool:
        """Save a file; return whether it is on disk now."""
        buffer = self._files.buffers[file]
        data = self._files.bytes_of(file)
        done = await self._write(file, data, buffer.base.data)
        if isinstance(done, Saved):
            self._settle(file, done.data)
            show_notice(self._screen, done.notice or f"{file.name} is saved")
            return True
        if isinstance(done, SaveConflict):
            buffer.theirs, buffer.gone = done.now, done.now is None
            self._on_saved()
            self._screen.run_worker(self._decide(file), group="decide", exclusive=True)
            return False
        message = f"Not saved: {done.message}. The text is as it was."
        show_notice(self._screen, message, error=True)
        return False

    def _settle(self, file: Path, data: bytes) -> None:
        self._files.buffers[file].settle(data)
        self._drafts.drop(file)
        self._on_saved()

    async def _decide(self, file: Path) -> None:
        """Let the writer choose between the text and what somebody else has saved."""
        buffer = self._files.buffers[file]
        mine, theirs = self._files.bytes_of(file), buffer.theirs
        both = await asyncio.to_thread(_merged, file, buffer.base.data, mine, theirs)
        answers = [Reply("M", "save mine over it"), Reply("T", "use theirs")]
        if isinstance(both, bytes):
            answers.append(Reply("b", "keep both"))
        why = "" if isinstance(both, bytes) else both
        page = (*_clash(why), *difference_blocks(theirs or b"", mine))
        how = "removed" if buffer.gone else "changed"
        question = f"{file.name} was {how} on disk since you opened it"
        answer = await self._screen.app.push_screen_wait(
            ConfirmScreen(question, tuple(answers), page, self._mark())
        )
        if answer == "M":
            await self._save_mine(file, mine, theirs)
        elif answer == "T":
            self._take_theirs(file, theirs)
        elif answer == "b" and isinstance(both, bytes):
            self._take_theirs(file, theirs)
            self._files.put(file, both)
            await self.save(file)
            show_notice(self._screen, "Saved with both changes, yours and theirs")

    async def _save_mine(self, file: Path, mine: bytes, theirs: bytes | None) -> None:
        done = await self._write(file, mine, theirs)
        if isinstance(done, Saved):
            self._settle(file, done.data)
            show_notice(self._screen, "Your version is saved")
        else:
            message = "Not saved: the file changed again, or cannot be written"
            show_notice(self._screen, message, error=True)

    def _take_theirs(self, file: Path, theirs: bytes | None) -> None:
        """Go on with what is on disk. What was typed comes back by undoing."""
        if theirs is None:
            show_notice(
                self._screen, f"{file.name} was removed. Saving creates it again", error=True
            )
            return
        self._files.buffers[file].settle(theirs)
        self._files.put(file, theirs)
        self._drafts.drop(file)
        self._on_saved()

    # --- from the disk --------------------------------------------------------------------------

    def follow_disk(self, reading: Reading) -> None:
        """The brief was read from disk: take over what takes nothing from the writer."""
        for file, buffer in self._files.buffers.items():
            part = reading.parts.get(file)
            gone = part is None or any(p.code == "missing" for p in part.stale)
            if part is None or gone:
                buffer.gone = True
            elif part.data == buffer.base.data:
                buffer.theirs, buffer.gone = None, False
            elif self._files.is_dirty(file) and part.data != self._files.bytes_of(file):
                buffer.theirs, buffer.gone = part.data, False
            else:
                buffer.settle(part.data)
                self._files.put(file, part.data)

    # --- leaving --------------------------------------------------------------------------------

    def ask_to_leave(self, then: Callable[[], None]) -> None:
        """Ask what becomes of unsaved text, then call `then`; not if the writer stays."""
        self._screen.run_worker(self._leave(then), group="leave", exclusive=True)

    async def _leave(self, then: Callable[[], None]) -> None:
        files = self._files.dirty
        if files:
            names = ", ".join(file.name for file in files)
            answers = (Reply("s", "save and leave"), Reply("D", "discard the changes"))
            page: tuple[Block, ...] = ()
            for file in files:
                base = self._files.buffers[file].base.data
                page += difference_blocks(base, self._files.bytes_of(file))
            question = f"{names}: unsaved changes"
            answer = await self._screen.app.push_screen_wait(
                ConfirmScreen(question, answers, page, self._mark())
            )
            if answer == "s":
                for file in files:
                    if not await self.save(file):
                        return
            elif answer != "D":
                return
        self._drafts.drop_all()
        then()


def _merged(file: Path, base: bytes, mine: bytes, theirs: bytes | None) -> bytes | str:
    """Both together, or why that is not possible."""
    if theirs is None:
        return "there is no other version"
    made = merge(base, mine, theirs, file)
    return made.data if isinstance(made, Merged) else made.message


def _clash(why: str) -> tuple[Block, ...]:
    legend = "Above: how to go on. Below: from the version on disk (−) to yours (+)."
    more = (Prose((Span(f"Both cannot be kept: {why}.", "quiet"),)),) if why else ()
    return (Heading((Span("Two versions of one file"),), level=1), Prose((Span(legend),)), *more)
