"""Writing what a form says: shown as the lines of the file first, and never over another's."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual import work

from tui.blocks import Block, Heading, Prose, Role, Span
from tui.brief.load import load
from tui.brief.place import Problem
from tui.editing.form.draft import Begin, Draft
from tui.saving.drafts import keep
from tui.saving.save import Conflict
from tui.screens.confirm import ConfirmScreen, Reply
from tui.screens.editing.difference import told_difference
from tui.screens.forming.filling import Filling

if TYPE_CHECKING:
    from tui.app.app import ParleyApp

WRITE = Reply("enter", "write it")
TAKE_BACK = Reply("enter", "take it back")


class Written(NamedTuple):
    """A change that is on disk."""

    path: Path
    before: bytes
    after: bytes
    key: str
    """Of the record that was changed."""
    new: bool
    """Whether the record is new."""


class Writing(Filling[tuple[Written, ...]]):
    """From the draft to the disk. Ends with what was written."""

    app: "ParleyApp"

    # --- to the disk ----------------------------------------------------------------------------

    def action_write(self) -> None:
        """Take what is being typed, then show what would be written."""
        if self.asking is not None:
            self.left = ()
            if not self.take_answer(self.answer.text):
                return
        self.review()

    @work(group="write", exclusive=True)
    async def review(self) -> None:
        """Show the change as it will be in the file; Enter writes it."""
        changes = self.draft.changes
        if not changes:
            self.say("Nothing is changed yet")
            return
        names = ", ".join(path.name for path in changes)
        page = (*_new_problems(self.draft), *told_changes(changes, self.size.width))
        question = f"To be written to {names}"
        if await self.app.push_screen_wait(ConfirmScreen(question, (WRITE,), page)) == WRITE.key:
            await self._write()

    async def _write(self) -> bool:
        """Write the change, and end with it; say whether it is on disk."""
        done: list[Written] = []
        for path, (before, after) in self.draft.changes.items():
            known = self.draft.base, self.draft.reading
            saved = await asyncio.to_thread(self.app.session.save_own, known, path, after, before)
            if isinstance(saved, Conflict):
                await self._settle(path)
                return False
            if isinstance(saved, Problem):
                self.say(f"Not written: {saved.message}", severe=True)
                return False
            if saved.notice:
                self.say(saved.notice)
            done.append(Written(path, before, saved.data, self.draft.key, self._is_new))
        self.dismiss(tuple(done))
        return True

    @property
    def _is_new(self) -> bool:
        return any(isinstance(each, Begin) for each in self.draft.steps)

    async def _settle(self, path: Path) -> None:
        """Make the change anew on what somebody else has written meanwhile."""
        base = self.draft.base
        now = await asyncio.to_thread(load, base.path, base)
        again = self.draft.on(now)
        why = again.message if isinstance(again, Problem) else ""
        theirs = now.parts[path].data if path in now.parts else b""
        touched = not self.draft.untouched_in(now)
        if isinstance(again, Problem) or touched:
            told = "the same record" if touched else "the file"
            question = f"{path.name}: somebody changed {told} meanwhile"
            answers = [] if why else [Reply("M", "mine on top of theirs")]
            answers.append(Reply("T", "keep theirs, drop mine"))
            page = (*_both(why), *told_difference(base.parts[path].data, theirs, self.size.width))
            page = (
                *page,
                _heading("What you change"),
                *told_changes(self.draft.changes, self.size.width),
            )
            answer = await self.app.push_screen_wait(ConfirmScreen(question, tuple(answers), page))
            if answer == "T":
                self.dismiss(())
            if answer != "M" or isinstance(again, Problem):
                return
        self.draft, self.growing = again, None
        self.tell()
        self.say("The file was changed meanwhile; your change is made on the new text")
        self.review()

    # --- leaving --------------------------------------------------------------------------------

    @property
    def unsaved(self) -> bool:
        """Whether a change is made that is not written."""
        return bool(self.draft.changes)

    def action_leave(self) -> None:
        """One page back; from the first, to the brief, once what is not written is agreed on."""
        growing = self.growing
        if growing is not None:
            self.growing, self.left = None, ()
            self.at = growing.back if not growing.told or self.at else ()
            if isinstance(growing.step, Begin) and not growing.told:
                self.dismiss(())
                return
            self.tell()
            return
        if self.at:
            here, self.at = self.at, self._above(self.at)
            self.tell()
            self.to_slot(here[: len(self.at) + 1]) or self.to_slot(here)
            return
        self.ask_to_leave(self._back)

    def _back(self) -> None:
        if self.app.screen is self:
            self.dismiss(())

    def _above(self, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
        """The page a page was opened from: `claims` is no page of a claimed value."""
        above = path[:-1]
        return above[:-1] if above[-1:] == ("claims",) and len(above) == 2 else above

    def ask_to_leave(self, then: Callable[[], None]) -> None:
        """Ask what becomes of what is not written, then go on; Esc stays."""
        self._ask_to_leave(then)

    @work(group="leave", exclusive=True)
    async def _ask_to_leave(self, then: Callable[[], None]) -> None:
        changes = self.draft.changes
        if changes:
            answers = (Reply("w", "write it"), Reply("D", "discard it"))
            question = "This change is not written"
            answer = await self.app.push_screen_wait(
                ConfirmScreen(question, answers, told_changes(changes, self.size.width))
            )
            written = answer == "w" and await self._write()
            if not written and answer != "D":
                return
        then()

    def keep_at_once(self) -> None:
        """Keep the change where the editor inside finds it: the program ends."""
        for path, (before, after) in self.draft.changes.items():
            keep(path, before, after)

    # --- from the disk --------------------------------------------------------------------------

    def watch_view(self) -> None:
        """Follow what is on disk where the change can be made there just as well."""
        if not self.is_mounted or self.asking is not None or self.growing is not None:
            return
        if self.draft.untouched_in(self.view.reading):
            again = self.draft.on(self.view.reading)
            if isinstance(again, Draft):
                self.draft = again
        self.tell()


def told_changes(changes: dict[Path, tuple[bytes, bytes]], width: int = 0) -> tuple[Block, ...]:
    """Each file with the lines that turn its first bytes into its second."""
    page: tuple[Block, ...] = ()
    for path, (before, after) in changes.items():
        page = (*page, _heading(path.name), *told_difference(before, after, width))
    return page


def _heading(text: str) -> Heading:
    return Heading((Span(text),))


def _new_problems(draft: Draft) -> tuple[Block, ...]:
    found = draft.new_problems
    if not found:
        return ()
    told = []
    for each in found:
        role: Role = "problem" if each.severity == "error" else "warning"
        told.append(Prose((Span("‼ ", role), Span(each.message, role))))
    return (_heading("What would be wrong with it"), *told)


def _both(why: str) -> tuple[Block, ...]:
    more = (Prose((Span(f"Yours cannot be made on theirs: {why}.", "quiet"),)),) if why else ()
    return (*more, _heading("What they changed"))
