"""Folder events turned into settled, hashed, coalesced changes of files.

Events are hints. A hint has the file looked at again; if its metadata changed it settles, is read
and compared with what is known of it (`settle`). Every two seconds all files are looked at, so
that lost events, links that point elsewhere and remote file systems are seen too. The work for an
event depends on what it touched, not on how many files are watched.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from tui.watch.fingerprint import Fingerprint, fingerprint
from tui.watch.folders import Folders
from tui.watch.ledger import FileChange, Ledger
from tui.watch.listen import FolderListener
from tui.watch.place import WatchedPath
from tui.watch.settle import Read

__all__ = ["FileChange", "Fingerprint", "WatchedPath", "fingerprint", "follow"]

POLL = 1.0
"""Seconds between two stats of every file when there are no events."""


async def follow(
    watches: Iterable[WatchedPath], *, read: Read, known: Mapping[Path, Fingerprint] | None = None
) -> AsyncIterator[FileChange]:
    """Yield the changes of the watched files until cancelled or closed.

    `known` holds the fingerprints of the contents the caller has, by their paths as watched. The
    folders are being watched before any file is compared with it, so a write after the caller's
    load is yielded; so is every file that is not in it, and a known one that is absent is gone.
    `read` returns the bytes of a file, or None where it cannot; it is called in a thread. To watch
    other places, close this and follow again with what is known by then.
    """
    folders = Folders(watches)
    ledger = Ledger(folders, read, known or {})
    listener = FolderListener(folders.concerns)
    reported = False
    try:
        await asyncio.to_thread(folders.survey)
        listener.hear(folders.heard)
        await listener.wake.wait()
        while True:
            change = await asyncio.to_thread(ledger.step, listener.collect())
            listener.hear(folders.heard)
            if change:
                yield change
            if listener.given_up and not reported:
                reported, ledger.period = True, POLL
                yield FileChange(notice=f"live reload looks once a second: {listener.given_up}")
            await _pause(listener.wake, ledger.due - asyncio.get_running_loop().time())
    finally:
        listener.close()


async def _pause(wake: asyncio.Event, seconds: float) -> None:
    """Wait until woken, at most so long."""
    # Not wait_for: that of Python 3.11 forgets a cancellation that comes together with the wake.
    with suppress(TimeoutError):
        async with asyncio.timeout(max(0, seconds)):
            await wake.wait()
