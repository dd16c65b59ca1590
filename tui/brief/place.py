"""Places in files, and problems at them."""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Place(NamedTuple):
    """A point in a file. Lines and columns count from 1; columns count code points."""

    file: str
    """Path as the reader was given it; may hold surrogate escapes for names that are not UTF-8."""
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """One thing wrong in a file, in the author's words. Sorts by place."""

    place: Place
    code: str
    """A short stable name of the kind of problem, e.g. `duplicate`; documented in the README."""
    message: str
    """One sentence, no full stop. May quote the file: pass it through `shown` before printing."""
    severity: Severity = "error"
