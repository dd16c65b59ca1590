"""The wish to have changes taken as read; the application hears it, whoever says it."""

from dataclasses import dataclass
from pathlib import Path

from textual.message import Message


@dataclass
class MarkRead(Message):
    """Some changes were read."""

    path: Path
    """Of the brief, as the desk knows it."""
    keys: tuple[str, ...] = ()
    """Of the records that changed; none: all of the brief."""


@dataclass
class TakeBack(Message):
    """The last mark was a mistake."""

    path: Path
