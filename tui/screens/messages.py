"""What screens ask of the application: it hears these messages, wherever they are posted."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from textual.message import Message


class ExternalEdit(NamedTuple):
    """A file that changed while another program edited it."""

    file: Path
    before: bytes
    after: bytes
    editor: str
    """Name of that program."""


@dataclass
class Reload(Message):
    """The files of a brief are to be read again."""

    path: Path
    """Of the brief, as the session knows it."""
    edit: ExternalEdit | None = None
    """What the reader did to a file of it, perhaps not alone."""


@dataclass
class MarkRead(Message):
    """Some changes were read."""

    path: Path
    """Of the brief, as the session knows it."""
    keys: tuple[str, ...] = ()
    """Of the records that changed; none: all of the brief."""


@dataclass
class TakeBack(Message):
    """The last mark as read is to be undone."""

    path: Path
