"""Reading the first files in a process of its own, while this one loads what draws the screen.

Loading Textual takes this process 140 ms, which it can do nothing else in; reading briefs, themes
and the configuration takes a tenth of a second and more, with all that has to be loaded for it.
Where a second processor is there, both are done at once: every fifth part of a start. Where
anything is in the way, files are read here, later.
"""

import copyreg
import os
import pickle
import signal
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, BinaryIO, Generic, TypeVar

from tui.brief.files import weight_of_tables

if TYPE_CHECKING:
    from tui.brief.reading import Reading

SMALL = 512 * 1024
"""Bytes of files beyond which handing over what was parsed takes as long as parsing."""


T = TypeVar("T")


class Ahead(Generic[T]):
    """What is read elsewhere, and on its way here."""

    def __init__(self, briefs: Sequence[Path], begin: Callable[[], T]) -> None:
        """Briefs that are one file are read; `begin` finds out what else a start needs."""
        self._begin = begin
        self._begun: T | None = None
        self._readings: dict[Path, Reading] = {}
        self._pipe = -1
        self._child = 0
        briefs = [path for path in briefs if path.is_file() and weight_of_tables(path) <= SMALL]
        if _worth_it(briefs):
            self._send_out(briefs)

    def reading(self, path: Path) -> "Reading | None":
        """A brief as it was a moment ago, once: whoever follows its files finds what came since."""
        self._collect()
        return self._readings.pop(path, None)

    @property
    def begun(self) -> T:
        """What a start needs beside its briefs."""
        self._collect()
        if self._begun is None:
            self._begun = self._begin()
        return self._begun

    def _send_out(self, briefs: Sequence[Path]) -> None:
        self._pipe, end = os.pipe()
        _widen(end)
        self._child = os.fork()
        if self._child:
            os.close(end)
            return
        # The other process: whatever happens, it says nothing and ends here.
        code = 1
        try:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            with os.fdopen(end, "wb") as out:
                _dump((self._begin(), _readings(briefs)), out)
            code = 0
        finally:
            os._exit(code)

    def _collect(self) -> None:
        """Take the answers in, once; they come from no one but our own process."""
        if self._pipe < 0:
            return
        with os.fdopen(self._pipe, "rb") as source:
            sent = source.read()
        self._pipe = -1
        _, status = os.waitpid(self._child, 0)
        if status == 0:
            told = pickle.loads(sent)  # noqa: S301  (our own process wrote it)
            self._begun, self._readings = told


def _readings(briefs: Sequence[Path]) -> "dict[Path, Reading]":
    from tui.brief.load import load  # noqa: PLC0415  (this process has the time)

    return {path: load(path) for path in briefs}


def _dump(told: object, out: BinaryIO) -> None:
    pickler = pickle.Pickler(out, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {**copyreg.dispatch_table, MappingProxyType: _thawed}
    pickler.dump(told)


def _thawed(found: Mapping[Any, Any]) -> tuple[Callable[..., Any], tuple[dict[Any, Any]]]:
    """What a map that cannot be changed is made of anew: there is no pickle of it otherwise."""
    return frozen, (dict(found),)


def frozen(found: dict[Any, Any]) -> Mapping[Any, Any]:
    """A map that cannot be changed; `MappingProxyType` has no name a pickle could call it by."""
    return MappingProxyType(found)


def _widen(pipe: int) -> None:
    """Let the pipe hold all the answers, so that the other process need not wait for us."""
    try:
        import fcntl  # noqa: PLC0415  (POSIX only)

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, 1 << 20)
    except (ImportError, AttributeError, OSError):
        return


def _worth_it(files: Sequence[Path]) -> bool:
    if not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:
        return False
    return sum(path.stat().st_size for path in files) <= SMALL
