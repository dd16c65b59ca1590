"""Opening a file of a brief in the reader's own editor, at the place under the cursor."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tui.brief.files import read_bytes
from tui.brief.place import Place, Problem
from tui.brief.shown import shown
from tui.screens.guarded import Guarded
from tui.screens.reload import Reload, Written

if TYPE_CHECKING:
    from subprocess import Popen

    from textual.notifications import SeverityLevel as Severity

    from tui.editors import EditorCommand

SOON = 1.0
"""Seconds within which an editor that leaves no change behind has only handed the file on."""
FOLLOWS = "Parley follows the file"


class Outside(Guarded, part=True):
    """A screen with places in files; `e` opens an editor at one of them."""

    WRITES = frozenset({"edit"})

    @property
    def place(self) -> Place | None:
        """What to open; None: nothing is read yet."""
        raise NotImplementedError

    @property
    def brief_path(self) -> Path:
        """The brief to be read again once the editor is left."""
        raise NotImplementedError

    def action_edit(self) -> None:
        """Open the file of what is under the cursor in one's own editor, at its line."""
        from tui.editors import command  # noqa: PLC0415  (not needed before this key)

        place = self.place
        if place is None:
            return
        if self.app.is_web:
            self._say("In a browser no editor can be opened", "warning")
            return
        found = command(
            os.environ, self.app.settings.config.editor, place.file, place.line, place.column
        )
        if isinstance(found, Problem):
            self._say(found.message, "error")
            return
        if found.note:
            self._say(found.note)
        try:
            (self._beside if found.window else self._within)(found, Path(place.file))
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self._say(f"{found.name} could not be started: {reason}", "error")

    def _within(self, command: "EditorCommand", file: Path) -> None:
        """Leave the terminal to an editor until it ends; then read the brief again."""
        from tui.editors.run import run  # noqa: PLC0415

        before, failed = read_bytes(file), None
        try:
            # Nothing may leave this block but by its end: Textual would stay suspended. Nor may
            # anything be awaited in it, as nothing else runs meanwhile.
            with self.app.suspend():
                try:
                    ended = run(command)
                except (OSError, ValueError) as error:
                    failed = error
        except SuspendNotSupported:
            self._say("This terminal cannot be left to another program", "warning")
            return
        if failed is not None:
            raise failed
        after, written = read_bytes(file), None
        if isinstance(before, bytes) and isinstance(after, bytes) and before != after:
            written = Written(file, before, after, command.name)
        self.post_message(Reload(self.brief_path, written))
        if ended.code:
            self._tell_end(command.name, ended.code)
        elif ended.seconds < SOON and after == before:
            self._say(f"{command.name} returned at once; {FOLLOWS}")

    def _beside(self, command: "EditorCommand", _file: Path) -> None:
        """Start an editor with a window of its own, and go on."""
        from tui.editors.run import start  # noqa: PLC0415

        watch = self._look_after(command.name, start(command))
        self.app.run_worker(watch, group="editor", exit_on_error=False)
        self._say(f"opened in {command.name}; {FOLLOWS}")

    async def _look_after(self, name: str, process: "Popen[bytes]") -> None:
        """Wait until an editor ends, which it may do after us, and say so where it failed."""
        import asyncio  # noqa: PLC0415  (Textual has imported it long before)

        # Not in a thread: one that waits would keep Parley from ending.
        try:
            while process.poll() is None:
                await asyncio.sleep(SOON / 4)
        finally:
            if process.returncode is None:
                # We end first: whoever takes over our children reaps it, and Python need not warn.
                process.returncode = 0
        if process.returncode:
            self._tell_end(name, process.returncode)

    def _tell_end(self, name: str, code: int) -> None:
        how = f"was ended by signal {-code}" if code < 0 else f"ended with code {code}"
        self._say(f"{name} {how}", "warning")

    def _say(self, message: str, severity: "Severity" = "information") -> None:
        self.app.notify(shown(message), severity=severity, title="Editor")
