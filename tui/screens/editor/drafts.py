"""Drafts: text that is typed and not saved survives whatever ends the program."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from textual.screen import Screen
from textual.timer import Timer

from tui.blocks import Line
from tui.brief.place import Problem
from tui.saving.draft import FileDraft
from tui.saving.drafts import drop, found, keep
from tui.saving.locks import who_else
from tui.screens.confirm import ConfirmScreen, Reply
from tui.screens.difference import difference_blocks
from tui.screens.editor.open_files import OpenFiles
from tui.screens.notices import show_notice

SOON = 2.0
"""Seconds from the first change that is not kept: at most so much typing is lost in a crash."""


class Drafts:
    """Keeps unsaved text, and offers the text that was kept."""

    def __init__(self, screen: Screen[None], files: OpenFiles, mark: Callable[[], Line]) -> None:
        """`mark` tells how the text is to be handled."""
        self._mark = mark
        self._screen = screen
        self._files = files
        self._timer: Timer | None = None
        """Runs from the first change that is not kept."""
        self._warned = ""

    def keep_soon(self) -> None:
        """The text was changed: keep it in time. More changes do not put that off."""
        if self._timer is None:
            self._timer = self._screen.set_timer(SOON, self._keep)

    def _keep(self) -> None:
        self._timer = None
        self._screen.run_worker(self._keep_all(), group="draft")

    async def _keep_all(self) -> None:
        """Keep each file with unsaved changes, and forget the drafts of the others."""
        for file in list(self._files.areas):
            if not self._files.is_dirty(file):
                await asyncio.to_thread(drop, file)
                continue
            base, text = self._files.buffers[file].base.data, self._files.bytes_of(file)
            kept = await asyncio.to_thread(keep, file, base, text)
            warning = kept.message if isinstance(kept, Problem) else kept.notice
            if warning and warning != self._warned:
                self._warned = warning
                show_notice(
                    self._screen, f"Unsaved text: {warning}", error=isinstance(kept, Problem)
                )

    def keep_at_once(self) -> None:
        """Keep all unsaved text before returning: the program ends."""
        for file in self._files.dirty:
            keep(file, self._files.buffers[file].base.data, self._files.bytes_of(file))

    def drop(self, file: Path) -> None:
        """Forget the draft of a file that is saved; what was typed meanwhile is kept again."""
        drop(file)
        if self._files.is_dirty(file):
            self.keep_soon()

    def drop_all(self) -> None:
        """Forget all drafts: the text is saved or discarded, and the editor is left."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        for file in self._files.areas:
            drop(file)

    def offer(self) -> None:
        """Offer the text of the file in front that was kept when the program ended last time."""
        self._screen.run_worker(self._offer(), group="offer")

    async def _offer(self) -> None:
        file = self._files.front
        draft = await asyncio.to_thread(found, file)
        if others := await asyncio.to_thread(who_else, file):
            show_notice(self._screen, f"{file.name} is open elsewhere too: {others}")
        if draft is None or draft.text == self._files.buffers[file].base.data:
            return
        if draft.open_elsewhere:
            message = f"{file.name} is open in another Parley, with unsaved changes"
            show_notice(self._screen, message)
            return
        question = f"{file.name}: text of {draft.kept:%d %b %H:%M} was never saved"
        answers = (Reply("r", "restore it"), Reply("D", "discard it"))
        page = difference_blocks(self._files.buffers[file].base.data, draft.text)
        answer = await self._screen.app.push_screen_wait(
            ConfirmScreen(question, answers, page, self._mark())
        )
        if answer == "r":
            self._restore(file, draft)
        elif answer == "D":
            drop(draft)

    def _restore(self, file: Path, draft: FileDraft) -> None:
        """Go on from a draft; where the file was changed since, saving will ask."""
        buffer = self._files.buffers[file]
        now = buffer.base.data
        if draft.base is not None and draft.base != now:
            buffer.settle(draft.base)
            buffer.theirs = now
        self._files.put(file, draft.text)
        drop(draft)
        self.keep_soon()
        show_notice(self._screen, "Restored, but not saved yet")
