"""Saving, leaving, and what others do to the file meanwhile: nothing that was typed is lost."""

import asyncio
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from tui.blocks import Block, Heading, Prose, Span
from tui.brief.place import Problem
from tui.brief.reading import Reading
from tui.editing.buffer import open_buffer
from tui.saving.merge import Merged, merge
from tui.saving.save import Conflict, Saved
from tui.screens.confirm import ConfirmScreen, Reply
from tui.screens.editing.difference import told_difference
from tui.screens.editing.frame import Frame

if TYPE_CHECKING:
    from tui.app.app import ParleyApp


class Saving(Frame):
    """From the text to the disk and back."""

    app: "ParleyApp"

    # --- to the disk ----------------------------------------------------------------------------

    async def action_save(self) -> None:
        """Save the file in front."""
        if not self.dirty and not self.buffer.behind:
            self.say("There is nothing to save")
            return
        await self.save_file(self.file)

    def saving_asks(self) -> str:
        """What saving does here that is not plain writing; empty: it writes."""
        if self.buffer.gone:
            return "Saving asks first: the file was taken away on disk"
        if self.buffer.behind:
            return "Saving asks first: the file is another on disk than the one you began with"
        if not os.access(self.file, os.W_OK):
            return "Saving will fail: this file may not be written"
        return ""

    async def save_file(self, file: Path) -> bool:
        """Save a file; say whether it is on disk now."""
        buffer = self.buffers[file]
        data = self.bytes_of(file)
        done = await asyncio.to_thread(
            self.app.session.save_own, self._known, file, data, buffer.base.data
        )
        if isinstance(done, Saved):
            self._settle(file, done.data)
            self.say(done.notice or f"{file.name} is saved")
            return True
        if isinstance(done, Conflict):
            buffer.theirs, buffer.gone = done.now, done.now is None
            self.tell()
            self.decide(file)
            return False
        self.say(f"Not saved: {done.message}. The text is as it was.", severe=True)
        return False

    @property
    def _known(self) -> tuple[Reading, ...]:
        return self.view.reading, self.live.reading

    def _settle(self, file: Path, data: bytes) -> None:
        self.buffers[file].settle(data)
        self.drop_draft(file)
        self.tell()

    @work(group="decide", exclusive=True)
    async def decide(self, file: Path) -> None:
        """Let the writer choose between the text and what somebody else has saved."""
        buffer = self.buffers[file]
        mine, theirs = self.bytes_of(file), buffer.theirs
        both = await asyncio.to_thread(self._merged, file, mine, theirs)
        answers = [Reply("M", "save mine over it"), Reply("T", "take theirs")]
        if isinstance(both, bytes):
            answers.append(Reply("b", "keep both"))
        why = "" if isinstance(both, bytes) else both
        page = (*_clash(why), *told_difference(theirs or b"", mine))
        name = "taken away" if buffer.gone else "changed"
        question = f"{file.name} was {name} on disk since you opened it"
        answer = await self.app.push_screen_wait(ConfirmScreen(question, tuple(answers), page))
        if answer == "M":
            done = await asyncio.to_thread(
                self.app.session.save_own, self._known, file, mine, theirs
            )
            if isinstance(done, Saved):
                self._settle(file, done.data)
                self.say("Yours is saved")
            else:
                self.say("Not saved: the file changed once more, or cannot be written", severe=True)
        elif answer == "T":
            self._take(file, theirs)
        elif answer == "b" and isinstance(both, bytes):
            self._take(file, theirs)
            self.put(file, both)
            await self.save_file(file)
            self.say("Both are saved, yours and theirs")

    def _merged(self, file: Path, mine: bytes, theirs: bytes | None) -> bytes | str:
        """Both together, or why that cannot be done."""
        if theirs is None:
            return "there is no other text"
        made = merge(self.buffers[file].base.data, mine, theirs, file)
        return made.data if isinstance(made, Merged) else made.message

    def _take(self, file: Path, theirs: bytes | None) -> None:
        """Go on with what is on disk. What was typed can be had again by undoing."""
        if theirs is None:
            self.say(f"{file.name} is gone; saving makes it anew", severe=True)
            return
        self.buffers[file].settle(theirs)
        self.put(file, theirs)
        self.drop_draft(file)

    def put(self, file: Path, data: bytes) -> None:
        """Make a text say something else: only what differs is replaced, the cursor stays."""
        from tui.editing.original import original  # noqa: PLC0415  (nothing of the first paint)

        area, new = self.areas[file], original(data).lines
        old = area.document.lines
        most = min(len(old), len(new))
        first = next((i for i in range(most) if old[i] != new[i]), most)
        if first == len(old) == len(new):
            return
        rest = most - first
        last = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
        area.put_lines(first, len(old) - last, list(new[first : len(new) - last]))
        self.tell()

    # --- from the disk --------------------------------------------------------------------------

    def watch_view(self) -> None:
        """Follow what is on disk, where that takes nothing from anybody."""
        if not self.is_mounted:
            return
        for file, buffer in self.buffers.items():
            part = self.view.reading.parts.get(file)
            gone = part is None or any(p.code == "missing" for p in part.stale)
            if part is None or gone:
                buffer.gone = True
            elif part.data == buffer.base.data:
                buffer.theirs, buffer.gone = None, False
            elif self.is_dirty(file) and part.data != self.bytes_of(file):
                buffer.theirs, buffer.gone = part.data, False
            else:
                buffer.settle(part.data)
                self.put(file, part.data)
        self.think()
        self.tell()

    def open_file(self, file: Path) -> bool:
        """Open a further file of the brief; say whether that could be done."""
        found = open_buffer(file)
        if isinstance(found, Problem):
            self.say(f"{file.name}: {found.message}", severe=True)
            return False
        self.buffers[file] = found
        return True

    # --- leaving --------------------------------------------------------------------------------

    @property
    def unsaved(self) -> bool:
        """Whether a file that is open has something to save."""
        return any(self.is_dirty(file) for file in self.areas)

    def action_leave(self) -> None:
        """Close what is open in front of the text; else go back to the brief."""
        if self.close_choices() or self.close_find():
            return
        self.ask_to_leave(self._back)

    def _back(self) -> None:
        if self in self.app.screen_stack:
            while self.app.screen is not self:
                self.app.pop_screen()
            self.app.pop_screen()

    def ask_to_leave(self, then: Callable[[], None]) -> None:
        """Ask what becomes of what is not saved, then go on; Esc stays."""
        self._ask(then)

    @work(group="leave", exclusive=True)
    async def _ask(self, then: Callable[[], None]) -> None:
        files = [file for file in self.areas if self.is_dirty(file)]
        if files:
            names = ", ".join(file.name for file in files)
            answers = (Reply("s", "save and leave"), Reply("D", "discard the changes"))
            page: tuple[Block, ...] = ()
            for file in files:
                page += told_difference(self.buffers[file].base.data, self.bytes_of(file))
            answer = await self.app.push_screen_wait(
                ConfirmScreen(f"{names}: changes that are not saved", answers, page)
            )
            if answer == "s":
                for file in files:
                    if not await self.save_file(file):
                        return
            elif answer != "D":
                return
        self.drop_drafts()
        then()

    # --- others ---------------------------------------------------------------------------------

    def close_choices(self) -> bool:
        """Put a list of choices away; say whether one was open."""
        raise NotImplementedError

    def close_find(self) -> bool:
        """Put the search away; say whether it was open."""
        raise NotImplementedError

    def think(self) -> None:
        """Read the brief anew, soon."""
        raise NotImplementedError

    def drop_draft(self, file: Path) -> None:
        """Forget the draft of a file that is saved."""
        raise NotImplementedError

    def drop_drafts(self) -> None:
        """Forget the drafts of all files: they are saved, or discarded."""
        raise NotImplementedError


def _clash(why: str) -> tuple[Block, ...]:
    told = "Above: how to go on. Below: from what is on disk (−) to what you have (+)."
    more = (Prose((Span(f"Both cannot be kept: {why}.", "quiet"),)),) if why else ()
    return (Heading((Span("Two texts of one file"),), level=1), Prose((Span(told),)), *more)
