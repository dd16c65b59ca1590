"""The unread changes of a brief, and the marks they are found by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from tui.brief.diff import Change
from tui.presentation.view import Known

KIND = "read"
ALL = ""
"""The name the state is kept under in which all was read; others are keys of records."""


@dataclass(frozen=True)
class UnreadChanges:
    """The unread changes of a brief."""

    changes: Mapping[str, Change] = field(default_factory=lambda: MappingProxyType({}))
    """By key; of what is gone by `GONE` and its key."""
    known: Mapping[str, Known] = field(default_factory=lambda: MappingProxyType({}))
    """What the reader knew before, by the same names."""
    trouble: str = ""
    """Why something that changed may not be told, in a sentence."""


class ReadMark(NamedTuple):
    """The hash of the state something was read in, and when."""

    state: str
    at: str

    @property
    def when(self) -> datetime | None:
        """The moment; None where what was remembered is none."""
        try:
            return datetime.fromisoformat(self.at)
        except ValueError:
            return None
