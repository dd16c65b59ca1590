"""When Python looks for cycles of garbage: never while a brief is read, nor over what it holds.

A reading has no cycles: it goes as soon as nobody holds it. Looking through the half a million
objects of a big brief finds nothing and takes longer than to read them, so they are frozen: the
collector passes them by. Screens do have cycles, and a frozen one that is closed would stay, with
all it refers to. So everything is looked through again once three times as much is frozen.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

LARGE = 256 * 1024
"""Bytes of a brief from which on what was made of it is frozen."""
GROWTH = 3
"""How many times as much has to be frozen as was looked through, until all of it is again."""


class Collector:
    """The garbage collector of this process. May be used from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pauses = 0
        self._enabled = False
        """Whether it ran before the first pause."""
        self._known = 0
        """Objects frozen when all of them were last looked through."""

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Pause it; it goes on, if it ran before, at the end of the last pause of all threads."""
        with self._lock:
            if not self._pauses:
                self._enabled = gc.isenabled()
                gc.disable()
            self._pauses += 1
        try:
            yield
        finally:
            with self._lock:
                self._pauses -= 1
                if self._enabled and not self._pauses:
                    gc.enable()

    def start(self) -> None:
        """Freeze what a start has made, and let it run."""
        gc.freeze()
        self._known = gc.get_freeze_count()
        gc.enable()

    def freeze(self) -> None:
        """Freeze what there is now: call it after a large load, in the same pause."""
        gc.freeze()
        if gc.get_freeze_count() > self._known * GROWTH:
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            self._known = gc.get_freeze_count()


COLLECTOR = Collector()
