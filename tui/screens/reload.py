"""The wish to have a brief read again; the application hears it, whoever says it."""

from dataclasses import dataclass
from pathlib import Path

from textual.message import Message


@dataclass
class Reload(Message):
    """The files of a brief are to be read again."""

    path: Path
    """Of the brief, as the desk knows it."""
