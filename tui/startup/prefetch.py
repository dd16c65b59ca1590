"""Reading the first files in a process of its own, while this one loads what draws the screen.

Loading Textual takes this process 80 ms, during which it can do nothing else; reading the brief, a
theme and the configuration takes 40, with all that has to be loaded for it. With a second processor
that is free both are done at once, which saves a seventh of a start. Without one the second process
only takes time from the first, 45 ms of 270, and files are read here, later.
"""

import os
import signal
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, BinaryIO, Generic, TypeVar

from tui.brief.files import weight_of_tables

if TYPE_CHECKING:
    from tui.brief.reading import Reading

SMALL = 512 * 1024
"""Bytes of files beyond which transferring what was parsed takes as long as parsing."""
FREE = 1.5
"""Processors that have to be idle: one for each process, as far as a load average can tell."""

T = TypeVar("T")


class Prefetch(Generic[T]):
    """Briefs and other data that a second process reads, if that is worth it."""

    def __init__(self, briefs: Sequence[Path], load: Callable[[], T]) -> None:
        """Start reading briefs that consist of one file; `load` reads whatever else is needed."""
        self._load = load
        self._loaded: T | None = None
        self._readings: dict[Path, Reading] = {}
        self._pipe = -1
        self._child = 0
        briefs = [path for path in briefs if path.is_file() and weight_of_tables(path) <= SMALL]
        if _worth_it(briefs):
            self._start(briefs)

    def reading(self, path: Path) -> "Reading | None":
        """A brief as it was a moment ago, once: whoever watches its files sees later changes."""
        self._collect()
        return self._readings.pop(path, None)

    @property
    def loaded(self) -> T:
        """The result of `load`."""
        self._collect()
        if self._loaded is None:
            self._loaded = self._load()
        return self._loaded

    def _start(self, briefs: Sequence[Path]) -> None:
        self._pipe, end = os.pipe()
        _widen(end)
        self._child = os.fork()
        if self._child:
            os.close(end)
            return
        # The child: whatever happens, it writes nothing to the terminal and ends here.
        code = 1
        try:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            with os.fdopen(end, "wb") as out:
                _dump((self._load(), _readings(briefs)), out)
            code = 0
        finally:
            os._exit(code)

    def _collect(self) -> None:
        """Receive the results, once; they come from no one but our own process."""
        if self._pipe < 0:
            return
        with os.fdopen(self._pipe, "rb") as source:
            sent = source.read()
        self._pipe = -1
        _, status = os.waitpid(self._child, 0)
        if status == 0:
            import pickle  # noqa: PLC0415  (most starts on a busy machine do without)

            self._loaded, self._readings = pickle.loads(sent)  # noqa: S301  (our own process wrote it)


def _readings(briefs: Sequence[Path]) -> "dict[Path, Reading]":
    from tui.brief.load import load  # noqa: PLC0415  (this process has the time)

    return {path: load(path) for path in briefs}


def _dump(results: object, out: BinaryIO) -> None:
    import copyreg  # noqa: PLC0415
    import pickle  # noqa: PLC0415

    pickler = pickle.Pickler(out, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {**copyreg.dispatch_table, MappingProxyType: _thawed}
    pickler.dump(results)


def _thawed(found: Mapping[Any, Any]) -> tuple[Callable[..., Any], tuple[dict[Any, Any]]]:
    """How to rebuild a read-only map, which cannot be pickled otherwise."""
    return frozen, (dict(found),)


def frozen(found: dict[Any, Any]) -> Mapping[Any, Any]:
    """A read-only map; a pickle cannot refer to `MappingProxyType` by name."""
    return MappingProxyType(found)


def _widen(pipe: int) -> None:
    """Let the pipe hold all results, so that the child need not wait for us."""
    try:
        import fcntl  # noqa: PLC0415  (POSIX only)

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, 1 << 20)
    except (ImportError, AttributeError, OSError):
        return


def _worth_it(files: Sequence[Path]) -> bool:
    if not hasattr(os, "fork") or _processors() - os.getloadavg()[0] < FREE:
        return False
    return sum(path.stat().st_size for path in files) <= SMALL


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
