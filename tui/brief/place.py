"""Where something stands in a file, and what is wrong there."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a file. Lines and columns count from 1; columns count code points."""

    file: str
    """Path as the reader was given it; may hold surrogate escapes for names that are not UTF-8."""
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in a file, in the author's words. Sorts by place."""

    place: Place
    code: str
    """A short stable name of the kind of problem, e.g. `duplicate`; documented in the README."""
    message: str
    """One sentence, no full stop. May quote the file: pass it through `shown` before printing."""
    severity: Severity = "error"
