"""The wish to have a brief read again; the application hears it, whoever says it."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from textual.message import Message


@dataclass
class Reload(Message):
    """The files of a brief are to be read again."""

    path: Path
    """Of the brief, as the desk knows it."""
    written: "Written | None" = None
    """What the reader did to a file of it, perhaps not alone."""


class Written(NamedTuple):
    """A file that is other than when an editor was opened."""

    file: Path
    before: bytes
    after: bytes
    editor: str
