"""Writing the change of a form: shown as lines of the file first, and never over another's."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

from textual.screen import Screen

from tui.blocks import Block, Heading, Prose, Role, Span
from tui.brief.load import load
from tui.brief.place import Problem
from tui.editing.form.draft import Begin, RecordDraft
from tui.presentation.header import text_mark
from tui.presentation.view import View
from tui.saving.drafts import keep
from tui.saving.save import SaveConflict, Saved
from tui.screens.confirm import ConfirmScreen, Reply
from tui.screens.difference import changes_blocks, difference_blocks
from tui.screens.form.model import FormModel
from tui.screens.notices import show_notice

WRITE = Reply("enter", "write it")
UNDO = Reply("enter", "undo it")


class FormEdit(NamedTuple):
    """A change of a form that is on disk."""

    path: Path
    before: bytes
    after: bytes
    key: str
    """Of the record that was changed."""
    new: bool
    """Whether the record is new."""


Write: TypeAlias = Callable[[Path, bytes, bytes | None], Awaitable[Saved | SaveConflict | Problem]]
"""Writes a file, unless it is not what it was: path, new bytes, bytes it had."""


class WriteFlow:
    """Brings the draft to the disk; the screen ends with what was written."""

    def __init__(
        self,
        screen: Screen[tuple[FormEdit, ...]],
        model: FormModel,
        write: Write,
        on_rebased: Callable[[], None],
    ) -> None:
        """`on_rebased` is called after the draft was made again on another text."""
        self._screen = screen
        self._model = model
        self._write_file = write
        self._on_rebased = on_rebased

    def review(self) -> None:
        """Show the change as it will be in the file; Enter writes it."""
        self._screen.run_worker(self._review(), group="write", exclusive=True)

    async def _review(self) -> None:
        draft = self._model.draft
        if not draft.changes:
            show_notice(self._screen, "No changes yet")
            return
        names = ", ".join(path.name for path in draft.changes)
        page = (*_new_problems(draft), *changes_blocks(draft.changes, self._width))
        if await self._ask(f"To be written to {names}", (WRITE,), page) == WRITE.key:
            await self._write()

    async def _write(self) -> bool:
        """Write the change and close the form; return whether it is on disk."""
        draft, done = self._model.draft, list[FormEdit]()
        is_new = any(isinstance(each, Begin) for each in draft.steps)
        for path, (before, after) in draft.changes.items():
            saved = await self._write_file(path, after, before)
            if isinstance(saved, SaveConflict):
                await self._rebase(path)
                return False
            if isinstance(saved, Problem):
                show_notice(self._screen, f"Not written: {saved.message}", error=True)
                return False
            if saved.notice:
                show_notice(self._screen, saved.notice)
            done.append(FormEdit(path, before, saved.data, draft.key, is_new))
        self._screen.dismiss(tuple(done))
        return True

    async def _rebase(self, path: Path) -> None:
        """Make the change again on what somebody else has written meanwhile."""
        draft = self._model.draft
        now = await asyncio.to_thread(load, draft.base.path, draft.base)
        again = draft.on(now)
        touched = not draft.untouched_in(now)
        if isinstance(again, Problem) or touched:
            why = again.message if isinstance(again, Problem) else ""
            theirs = now.parts[path].data if path in now.parts else b""
            what = "the same record" if touched else "the file"
            answers = [] if why else [Reply("M", "mine on top of theirs")]
            answers.append(Reply("T", "keep theirs, discard mine"))
            page = (
                *_why_not(why),
                _heading("What they changed"),
                *difference_blocks(draft.base.parts[path].data, theirs, self._width),
                _heading("What you change"),
                *changes_blocks(draft.changes, self._width),
            )
            question = f"{path.name}: somebody has changed {what}"
            answer = await self._ask(question, tuple(answers), page)
            if answer == "T":
                self._screen.dismiss(())
            if answer != "M" or isinstance(again, Problem):
                return
        self._model.draft, self._model.adding = again, None
        self._on_rebased()
        message = "The file has changed. Your change was made again on the new text"
        show_notice(self._screen, message)
        self.review()

    def ask_to_leave(self, then: Callable[[], None]) -> None:
        """Ask what becomes of an unwritten change, then call `then`; not if the writer stays."""
        self._screen.run_worker(self._leave(then), group="leave", exclusive=True)

    async def _leave(self, then: Callable[[], None]) -> None:
        changes = self._model.draft.changes
        if changes:
            answers = (Reply("w", "write it"), Reply("D", "discard it"))
            page = changes_blocks(changes, self._width)
            answer = await self._ask("This change is not written", answers, page)
            written = answer == "w" and await self._write()
            if not written and answer != "D":
                return
        then()

    def keep_at_once(self) -> None:
        """Keep the change as a draft, which the editor offers: the program ends."""
        for path, (before, after) in self._model.draft.changes.items():
            keep(path, before, after)

    async def _ask(
        self, question: str, answers: tuple[Reply, ...], page: tuple[Block, ...]
    ) -> str | None:
        mark = text_mark(View(self._model.draft.base))
        return await self._screen.app.push_screen_wait(ConfirmScreen(question, answers, page, mark))

    @property
    def _width(self) -> int:
        return self._screen.size.width


def _heading(text: str) -> Heading:
    return Heading((Span(text),))


def _new_problems(draft: RecordDraft) -> tuple[Block, ...]:
    found = draft.new_problems
    if not found:
        return ()
    lines = []
    for each in found:
        role: Role = "problem" if each.severity == "error" else "warning"
        lines.append(Prose((Span("‼ ", role), Span(each.message, role))))
    return (_heading("What would be wrong with it"), *lines)


def _why_not(why: str) -> tuple[Block, ...]:
    return (
        (Prose((Span(f"Your change is not possible on theirs: {why}.", "quiet"),)),) if why else ()
    )
