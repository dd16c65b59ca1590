"""A file that is being edited: its text at the start, and whether it changed on disk since."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.brief.files import read_bytes
from tui.brief.place import Place, Problem
from tui.editing.original import Original, original


@dataclass
class Buffer:
    """One file open in the editor. Whoever edits hands in its lines."""

    path: Path
    base: Original
    """What the edited lines started from: the file when it was opened, saved or reloaded."""
    theirs: bytes | None = None
    """The file on disk, if it is not `base` and was not reloaded; `gone`: it was removed."""
    gone: bool = False

    def dirty(self, lines: Sequence[str]) -> bool:
        """Whether there is anything to save."""
        return tuple(lines) != self.base.lines

    @property
    def behind(self) -> bool:
        """Whether the file on disk is not the one that editing began with."""
        return self.gone or self.theirs is not None

    def settle(self, data: bytes) -> None:
        """Start from these bytes: they are on disk and in the editor."""
        self.base = original(data)
        self.theirs = None
        self.gone = False


def open_buffer(path: Path) -> Buffer | Problem:
    """Open a file to edit it. A file of another encoding cannot be edited as text."""
    data = read_bytes(path)
    if isinstance(data, Problem):
        return data
    if b"\0" in data[:65536]:
        where = Place(str(path))
        return Problem(where, "encoding", "this is no text in UTF-8; save it as UTF-8 first")
    return Buffer(path, original(data))
