"""Drafts: what is typed and not saved outlives whatever ends the program."""

import asyncio
from pathlib import Path

from textual import work
from textual.timer import Timer

from tui.brief.place import Problem
from tui.saving.draft import Draft
from tui.saving.drafts import drop, found, keep
from tui.saving.locks import who_else
from tui.screens.confirm import ConfirmScreen, Reply
from tui.screens.editing.difference import told_difference
from tui.screens.editing.saving import Saving

SOON = 2.0
"""Seconds from the first change that is not kept: at most so much typing is lost in a crash."""


class Drafting(Saving):
    """Keeps what is not saved, and offers what was kept."""

    _draft_timer: Timer | None = None
    _warned = ""

    def keep_draft(self) -> None:
        """Keep the text soon, however long the typing goes on."""
        if self._draft_timer is None:  # a new one for each key would wait for the last
            self._draft_timer = self.set_timer(SOON, self._keep)

    @work(group="draft")
    async def _keep(self) -> None:
        """Keep every file that has something to save, and forget the drafts of the others."""
        self._draft_timer = None  # what is typed from here on has its own time
        for file in list(self.areas):
            if not self.is_dirty(file):
                await asyncio.to_thread(drop, file)
                continue
            base, text = self.buffers[file].base.data, self.bytes_of(file)
            kept = await asyncio.to_thread(keep, file, base, text)
            told = kept.message if isinstance(kept, Problem) else kept.notice
            if told and told != self._warned:
                self._warned = told
                self.say(f"Unsaved text: {told}", severe=isinstance(kept, Problem))

    def keep_at_once(self) -> None:
        """Keep what is not saved: the program ends."""
        for file in self.areas:
            if self.is_dirty(file):
                keep(file, self.buffers[file].base.data, self.bytes_of(file))

    def drop_draft(self, file: Path) -> None:
        """Forget the draft of a file that is saved; what was typed meanwhile is kept again."""
        drop(file)
        if self.is_dirty(file):
            self.keep_draft()

    def drop_drafts(self) -> None:
        """Forget the drafts of all files: nothing more is kept of them."""
        if self._draft_timer is not None:
            self._draft_timer.stop()
            self._draft_timer = None
        for file in self.areas:
            drop(file)

    @work(group="offer")
    async def offer_draft(self) -> None:
        """Offer what was kept of the file in front when the program ended the last time."""
        file = self.file
        draft = await asyncio.to_thread(found, file)
        if others := await asyncio.to_thread(who_else, file):
            self.say(f"{file.name} is open elsewhere too: {others}")
        if draft is None or draft.text == self.buffers[file].base.data:
            return
        if draft.open_elsewhere:
            self.say(f"{file.name} is open in another Parley, with changes that are not saved")
            return
        when = f"{draft.kept:%d %b %H:%M}"
        page = told_difference(self.buffers[file].base.data, draft.text)
        answers = (Reply("r", "restore it"), Reply("D", "discard it"))
        question = f"{file.name}: text of {when} was never saved"
        answer = await self.app.push_screen_wait(ConfirmScreen(question, answers, page))
        if answer == "r":
            self._restore(file, draft)
        elif answer == "D":
            drop(draft)

    def _restore(self, file: Path, draft: Draft) -> None:
        """Go on from a draft; where the file was changed since, saving will ask."""
        buffer = self.buffers[file]
        now = buffer.base.data
        if draft.base is not None and draft.base != now:
            buffer.settle(draft.base)
            buffer.theirs = now
        self.put(file, draft.text)
        drop(draft)
        self.keep_draft()
        self.say("Restored; it is not saved yet")
