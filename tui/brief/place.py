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


class Repair(NamedTuple):
    """The one obvious way to mend a problem: what to write at its place, and instead of what."""

    old: str
    """The key, word or id as it is written now, at the place or in the map that begins there."""
    new: str = ""
    """What to write instead."""
    end: tuple[int, int] | None = None
    """Line and column after a text that only has to be put in quotes, from the place to here."""

    @property
    def sentence(self) -> str:
        """What it does, in the imperative, without a full stop."""
        return (
            f"put `{self.old}` in quotes"
            if self.end
            else f"write `{self.new}` instead of `{self.old}`"
        )


class Problem(NamedTuple):
    """One thing wrong in a file, in the author's words. Sorts by place."""

    place: Place
    code: str
    """A short stable name of the kind of problem, e.g. `duplicate`; documented in the README."""
    message: str
    """One sentence, no full stop. May quote the file: pass it through `shown` before printing."""
    severity: Severity = "error"
    repair: Repair | None = None
    """How to mend it, where there is one obvious way."""
