"""Changing a field, adding and undoing: the quick way to write in a brief."""

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from tui.brief.shown import shown
from tui.screens.acts.writing import Writing
from tui.screens.reload import Reload

if TYPE_CHECKING:
    from tui.editing.form.additions import Addition
    from tui.screens.form.write import FormEdit


class Forming(Writing, part=True):
    """The form of the record under the cursor, and what was written by it."""

    WRITES = frozenset({"form", "form_add", "unwrite"})

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._written: list[tuple[FormEdit, ...]] = []
        """What forms have written in this run, the last one last."""

    def _under_cursor(self) -> str | None:
        """The key of the record under the cursor; "", the head, where a row is of none."""
        if self.view is None or not self.view.reading.usable:
            return None
        record, row = self.record, self.row
        if record is not None and record.key:
            return record.key
        if row is not None and row.spot.file:
            from tui.brief.edit import record_at  # noqa: PLC0415  (not for the first paint)

            spot = row.spot
            found = record_at(self.view.reading, spot.file, spot.line, spot.column)
            if found is not None:
                return found[0]
        return ""

    def action_form(self) -> None:
        """Open the form of what the cursor is on."""
        from tui.screens.form.screen import FormScreen  # noqa: PLC0415  (not for the first paint)

        found = self._under_cursor()
        if self.view is not None and found is not None:
            self.app.push_screen(
                FormScreen(self.view, found, self.app.session.save_own), self._after_form
            )

    def action_form_add(self) -> None:
        """Choose what to add, then fill it in."""
        from tui.editing.form.additions import additions  # noqa: PLC0415  (rarely asked for)
        from tui.screens.form.choose_addition import (  # noqa: PLC0415
            addition_palette,
            run_entry,
        )

        found = self._under_cursor()
        if self.view is None or found is None:
            return
        things = additions(self.view.reading, found or None, found.partition("/")[0])
        self.app.push_screen(addition_palette(things, partial(self._fill_in, found)), run_entry)

    def _fill_in(self, key: str, addition: "Addition") -> None:
        from tui.screens.form.screen import FormScreen  # noqa: PLC0415

        if self.view is not None:
            screen = FormScreen(self.view, key, self.app.session.save_own, addition)
            self.app.push_screen(screen, self._after_form)

    def _after_form(self, done: "tuple[FormEdit, ...] | None") -> None:
        if not done:
            return
        self._written.append(done)
        self._tell_written("Written to", done, "; Z takes it back")
        if done[-1].new:
            self._bound_for = done[-1].key
        self.post_message(Reload(self.path))

    def _tell_written(self, did: str, done: "tuple[FormEdit, ...]", more: str = "") -> None:
        names = ", ".join(each.path.name for each in done)
        self.notify(shown(f"{did} {names}{more}"))

    @work(group="unwrite", exclusive=True)
    async def action_unwrite(self) -> None:
        """Show what was written last the other way round, and take it back."""
        from tui.saving.save import SaveConflict, Saved  # noqa: PLC0415  (rarely asked for)
        from tui.screens.difference import changes_blocks  # noqa: PLC0415
        from tui.screens.form.write import UNDO  # noqa: PLC0415

        if not self._written or self.view is None:
            self.notify("No form has written anything yet")
            return
        done = self._written[-1]
        page = changes_blocks(
            {each.path: (each.after, each.before) for each in done}, self.size.width
        )
        question = "To be taken back"
        from tui.screens.asking import Asking  # noqa: PLC0415

        if await self.app.push_screen_wait(Asking(question, (UNDO,), page)) != UNDO.key:
            return
        for each in done:
            known = (self.view.reading,)
            saved = await asyncio.to_thread(
                self.app.session.save_own, known, each.path, each.before, each.after
            )
            if not isinstance(saved, Saved):
                why = "it has changed since" if isinstance(saved, SaveConflict) else saved.message
                told = f"{each.path.name} is as it was, nothing is taken back: {why}"
                self.notify(shown(told), severity="error")
                return
        self._written.pop()
        self._tell_written("Taken back in", done)
        self.post_message(Reload(self.path))
