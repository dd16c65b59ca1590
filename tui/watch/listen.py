"""Folder events from watchfiles, in a thread of their own, restarted when it fails."""

import asyncio
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from itertools import islice
from math import inf

from tui.watch.folders import FolderSnapshot
from tui.watch.ledger import EventPaths

MOST_FOLDERS = 4000
"""Folders heard at most; the sweep sees to the rest. Twice as many keep the interpreter 100 ms."""
FAILURES, WINDOW = 3, 60.0
"""So many failures within so many seconds, and events are given up."""
RETRY = 0.1
"""Seconds before the first restart; doubles with each further failure."""

Heard = dict[str, FolderSnapshot]
"""Folders by their real path: one with another snapshot is listened to again."""


class FolderListener:
    """Hears folders and collects the paths of events; everything here runs in the event loop."""

    def __init__(self, concerns: Callable[[str], bool]) -> None:
        self.wake = asyncio.Event()
        self.given_up = ""
        """Why there are no events any more; empty while there are."""
        self._concerns = concerns
        self._loop = asyncio.get_running_loop()
        self._hints = EventPaths()
        self._failures: deque[float] = deque(maxlen=FAILURES)
        self._asked: Heard | None = None
        self._live: _Ear | None = None
        self._coming: _Ear | None = None
        self._not_before = -inf

    def hear(self, folders: Heard) -> None:
        """Hear other folders; the old ones are heard until the new ones are."""
        if folders is self._asked or self.given_up or self._loop.time() < self._not_before:
            return
        self._asked = folders
        if self._coming is not None:
            self._coming.stop()
        self._coming = _Ear(dict(islice(folders.items(), MOST_FOLDERS)), self)
        self._coming.start()

    def collect(self) -> EventPaths:
        """Return the events since the last call."""
        self.wake.clear()
        hints, self._hints = self._hints, EventPaths()
        return hints

    def close(self) -> None:
        """Stop hearing; the threads end within a few hundredths of a second."""
        for ear in (self._live, self._coming):
            if ear is not None:
                ear.stop()

    def on_live(self, ear: "_Ear") -> None:
        """Let the new ear take over from the old."""
        if ear is not self._coming:
            return
        before: Heard = {}
        if self._live is not None:
            before = self._live.folders
            self._live.stop()
        self._live, self._coming = ear, None
        self._hints.fresh |= {
            real for real, spot in ear.folders.items() if before.get(real) != spot
        }
        self.wake.set()

    def on_heard(self, paths: set[str]) -> None:
        """Keep the paths until they are taken."""
        self._hints.paths |= paths
        self.wake.set()

    def on_failed(self, ear: "_Ear", reason: str) -> None:
        """Start again after a while, or give up; a folder that vanished is no failure."""
        if ear is self._live:
            self._live = None
        elif ear is self._coming:
            self._coming = None
        else:
            return
        now = self._loop.time()
        if reason:
            self._failures.append(now)
        if len(self._failures) == FAILURES and now - self._failures[0] < WINDOW:
            self.given_up = reason
            self.close()
        self._asked, self._hints.missed = None, True
        pause = RETRY * 2 ** len(self._failures)
        self._not_before = now + pause
        self._loop.call_later(pause, self.wake.set)
        self.wake.set()

    def concerns(self, path: str) -> bool:
        """Whether an event is worth waking for; called in the ear's thread."""
        return self._concerns(path)

    def call_back(self, callback: Callable[..., None], *args: object) -> None:
        """Call back in the event loop, from the ear's thread."""
        with suppress(RuntimeError):  # the loop is closed: nobody is left to tell
            self._loop.call_soon_threadsafe(callback, *args)


class _Ear(threading.Thread):
    """One run of watchfiles over one set of folders.

    A thread because starting to watch some thousand folders blocks for a tenth of a second. Not a
    daemon: one that is killed inside Rust code aborts the process.
    """

    def __init__(self, folders: Heard, listener: FolderListener) -> None:
        super().__init__(name="listen")
        self.folders, self._listener = folders, listener
        self._stopped = False
        self._is_live = False

    def stop(self) -> None:
        """Have the thread end at the next step of watchfiles."""
        self._stopped = True

    def is_set(self) -> bool:
        """Be watchfiles' stop event, which is first asked when the folders are being watched."""
        if not self._is_live:
            self._is_live = True
            self._listener.call_back(self._listener.on_live, self)
        return self._stopped or not threading.main_thread().is_alive()

    def run(self) -> None:
        """Hear until stopped or failed."""
        reason = "folder events ended"
        try:
            self._hear()
        except FileNotFoundError:
            reason = ""
        except (ImportError, OSError, RuntimeError) as error:  # the last is watchfiles' own
            reason = str(error) or type(error).__name__
        finally:
            if not self._stopped:
                self._listener.call_back(self._listener.on_failed, self, reason)

    def _hear(self) -> None:
        from watchfiles import watch  # noqa: PLC0415 (37 ms that the first paint need not wait)

        for changes in watch(
            *self.folders,
            watch_filter=None,
            debounce=100,
            step=20,  # each step takes the interpreter: 10 ms cost 0.4 % of a core, 20 half of that
            stop_event=self,
            force_polling=False,  # its polling compares whole seconds; the sweep does not
            recursive=False,
        ):
            paths = {path for _, path in changes if self._listener.concerns(path)}
            if paths:
                self._listener.call_back(self._listener.on_heard, paths)
