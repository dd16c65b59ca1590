"""Which folders to listen to and which files in them matter."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

MAIN = "brief.yaml"
"""The file that makes a sub-folder of a library a brief."""


@dataclass(frozen=True)
class WatchedPath:
    """One path the reader opened, which need not exist yet; changes name files under it as given.

    A `file` is that one file. A `folder` is every brief file directly in it. A `library` is that
    and, for each sub-folder with a `brief.yaml`, every brief file in the sub-folder. Folders that
    are links are not entered below the path itself (hazards 4.1).
    """

    path: Path
    kind: Literal["file", "folder", "library"] = "file"

    def wants(self, path: Path) -> bool:
        """Whether a path, by its name alone, is a file of this place."""
        if self.kind == "file":
            return path == self.path
        if not is_brief(path.name):
            return False
        return path.parent == self.path or self._is_in_library(path.parent)

    def may_hold(self, path: Path) -> bool:
        """Whether a path, by its name alone, can be a folder this place depends on."""
        return path == self.path or path in self.path.parents or self._is_in_library(path)

    def folders(self) -> Iterator[Path]:
        """Yield the folders to listen to that exist now, the one above the path included.

        Where that one does not exist either, the nearest one above it is used.
        """
        yield next(above for above in self._above() if is_folder(above))
        if self.kind == "file" or not is_folder(self.path):
            return
        yield self.path
        if self.kind == "library":
            with os.scandir(self.path) as found:
                names = [e.name for e in found if e.is_dir(follow_symlinks=False)]
            yield from (self.path / name for name in names if not name.startswith("."))

    def names(self, folder: Path) -> tuple[str, ...]:
        """Return the names in one existing folder that are files of this place."""
        if self.kind == "file":
            return (self.path.name,) if folder == self.path.parent else ()
        if folder != self.path and not self._is_in_library(folder):
            return ()
        names = tuple(filter(is_brief, os.listdir(folder)))  # noqa: PTH208 (names, not paths)
        return names if folder == self.path or MAIN in names else ()

    def _is_in_library(self, folder: Path) -> bool:
        return (
            self.kind == "library"
            and folder.parent == self.path != folder
            and not folder.name.startswith(".")
        )

    def _above(self) -> Iterator[Path]:
        yield from self.path.parents
        yield Path()


def is_folder(path: Path) -> bool:
    """Tell a folder; False where it may not be looked at (`Path.is_dir` raises there)."""
    return os.path.isdir(path)  # noqa: PTH112


def is_brief(name: str) -> bool:
    """Tell a brief file from swap, lock, backup and temporary names.

    watchfiles' own filter is no use here: it drops whatever lies under a `.git` or `node_modules`
    anywhere in the path.
    """
    return name.endswith((".yaml", ".yml")) and not name.startswith(".")
