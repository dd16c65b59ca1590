"""The files of a brief that are open in the editor, each with its text area."""

from pathlib import Path

from tui.brief.place import Problem
from tui.editing.buffer import Buffer, open_buffer
from tui.editing.original import original
from tui.widgets.text_area.yaml_area import YamlArea


class OpenFiles:
    """Files with their texts, and which of them is in front."""

    def __init__(self, buffer: Buffer) -> None:
        self.buffers: dict[Path, Buffer] = {buffer.path: buffer}
        self.areas: dict[Path, YamlArea] = {}
        self.front = buffer.path
        """The file that is shown."""
        self.visited: list[tuple[Path, int, int]] = []
        """File, row and column to go back to, the last one last."""

    @property
    def area(self) -> YamlArea:
        """The text in front."""
        return self.areas[self.front]

    @property
    def buffer(self) -> Buffer:
        """The state of the file in front."""
        return self.buffers[self.front]

    def open(self, file: Path) -> Problem | None:
        """Open a further file, or return why that is not possible."""
        found = open_buffer(file)
        if isinstance(found, Problem):
            return found
        self.buffers[file] = found
        return None

    def pane_id(self, file: Path) -> str:
        """The id of the text area of a file."""
        return f"file{list(self.buffers).index(file)}"

    def new_area(self, file: Path) -> YamlArea:
        """A text area for a file that is open."""
        text = "\n".join(self.buffers[file].base.lines)
        area = self.areas[file] = YamlArea(text, id=self.pane_id(file))
        return area

    def is_dirty(self, file: Path) -> bool:
        """Whether a file has unsaved changes."""
        return file in self.areas and self.buffers[file].dirty(self.areas[file].document.lines)

    @property
    def dirty(self) -> list[Path]:
        """The files with unsaved changes."""
        return [file for file in self.areas if self.is_dirty(file)]

    def bytes_of(self, file: Path) -> bytes:
        """A file as it would be saved now."""
        return self.buffers[file].base.written(self.areas[file].document.lines)

    def contents(self) -> dict[Path, bytes]:
        """All open files as they would be saved now."""
        return {file: self.bytes_of(file) for file in self.areas}

    def put(self, file: Path, data: bytes) -> None:
        """Make a text equal to some bytes: only what differs is replaced, the cursor stays."""
        area, new = self.areas[file], original(data).lines
        old = area.document.lines
        most = min(len(old), len(new))
        first = next((i for i in range(most) if old[i] != new[i]), most)
        if first == len(old) == len(new):
            return
        rest = most - first
        last = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
        area.put_lines(first, len(old) - last, list(new[first : len(new) - last]))
