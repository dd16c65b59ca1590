"""One file with the points of series."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tui.brief.place import Problem


@dataclass(frozen=True, eq=False)
class SeriesTable:
    """One table that series of a brief name, as last read."""

    path: Path
    name: str
    """Its path below the folder of the brief."""
    data: bytes
    """The last that could be read."""
    stale: Problem | None = None
    """Why it cannot be read at this moment."""
    readings: dict[Any, Any] = field(default_factory=dict)
    """What was made of it, by what a series says of its columns."""
