"""The steps of a save, so that a failure can be named in plain words."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

from tui.brief.place import Place, Problem

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EROFS: "the disk may only be read",
    errno.EIO: "the disk reports an error",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.ENOENT: "the folder is not there",
    errno.ENOTDIR: "a part of the path is not a folder",
}


class StepError(Exception):
    """A step of a save that the system refused. Never leaves this package."""

    def __init__(self, step: str, error: OSError) -> None:
        super().__init__(step)
        self.step = step
        self.error = error
        self.whole = True
        """Whether the file on disk is still what it was."""
        self.state = "the file on disk is as it was"
        """The same as a clause for the reader."""

    @property
    def reason(self) -> str:
        """Why, in a few words."""
        number = self.error.errno or errno.EIO
        return _REASONS.get(number) or os.strerror(number)

    def problem(self, path: str | os.PathLike[str]) -> Problem:
        """The failure as whoever saves sees it."""
        message = f"not saved: {self.reason} (while {self.step}); {self.state}"
        return Problem(Place(os.fspath(path)), "save", message)


@contextmanager
def step(doing: str) -> Iterator[None]:
    """Name what is done inside; raises `StepError` with this name where the system refuses it."""
    try:
        yield
    except OSError as error:
        raise StepError(doing, error) from error
