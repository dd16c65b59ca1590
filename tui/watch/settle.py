"""One file's way from a hint to a settled change (hazards 4.3)."""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from pathlib import Path

from tui.watch.fingerprint import Fingerprint, fingerprint, looks_torn
from tui.watch.stamp import Stamp, is_whole, stamp

SETTLE = 0.04
"""Seconds between the two equal stats that make a file settled."""
TRIES = 20
"""Stats after which a file that never rests is read as it is."""
DOUBT = 1.0
"""Seconds a content that looks torn has to rest before it is taken."""
LONGEST_DOUBT = 10.0
"""Seconds after which it is taken even if it never rested."""
GRACE = 2.0
"""Seconds a file may be absent before it counts as gone: editors and git take it away a moment."""
APART = 0.25
"""Seconds between two changes of the same file, at least."""

Read = Callable[[Path], bytes | None]


@dataclass
class FileState:
    """What is known of a file; no fingerprint where it was never handed on, or is gone."""

    fingerprint: Fingerprint | None = None
    stamp: Stamp | None = None
    taken: float = -inf
    """When it was last handed on."""


@dataclass
class Settling:
    """A file that may have changed and is due to be looked at."""

    due: float
    stamp: Stamp | None = None
    tries: int = 0
    rests: float = -inf
    """When it is looked at again, whatever is heard: two hints are no reason to settle sooner."""
    absent: float | None = None
    """Since when it is absent or unreadable."""
    doubted: Stamp | None = None
    """The file that looked torn when last read."""
    doubt_began: float = inf
    doubt_ends: float = inf


@dataclass(frozen=True)
class Taken:
    """A settled content that differs from the known one."""

    content: bytes
    torn: bool


@dataclass(frozen=True)
class Wait:
    """The file has to be looked at again at this time."""

    until: float


Outcome = Taken | Wait | bool
"""A bool where it is over without a new content: True for gone, False for unchanged."""


def look(path: Path, entry: FileState, settling: Settling, now: float, read: Read) -> Outcome:
    """Look once at a file that may have changed; keeps `entry` and `settling` up to date."""
    if now < (earliest := max(entry.taken + APART, settling.rests)):
        return Wait(earliest)
    found = stamp(path)
    if found is None:
        return _miss(entry, settling, now, None)
    if found == entry.stamp and not found.coarse:
        return False
    patient = settling.tries < TRIES
    if found != settling.stamp:
        settling.stamp = found
        settling.tries += 1
        if patient and not is_whole(path, found, entry.stamp):
            return _rest(settling, now)
    content = read(path)
    if patient and stamp(path) != found:
        return _rest(settling, now)
    return _weigh(content, entry, settling, now)


def _rest(settling: Settling, now: float) -> Wait:
    settling.rests = now + SETTLE
    return Wait(settling.rests)


def _weigh(content: bytes | None, entry: FileState, settling: Settling, now: float) -> Outcome:
    if content is None:
        return _miss(entry, settling, now, settling.stamp)
    settling.absent = None
    old, new = entry.fingerprint, fingerprint(content)
    if old is not None and old.digest == new.digest:
        entry.fingerprint, entry.stamp = new, settling.stamp
        return False
    torn = old is not None and looks_torn(content, old)
    if torn and settling.doubted != settling.stamp:
        settling.doubted = settling.stamp
        settling.doubt_began = min(now, settling.doubt_began)
        settling.doubt_ends = min(now + DOUBT, settling.doubt_began + LONGEST_DOUBT)
    if torn and now < settling.doubt_ends:
        settling.tries = 0
        return Wait(settling.doubt_ends)
    entry.fingerprint, entry.stamp, entry.taken = new, settling.stamp, now
    return Taken(content, torn)


def _miss(entry: FileState, settling: Settling, now: float, found: Stamp | None) -> Outcome:
    """Wait out the grace time; a file that cannot be read is as good as absent."""
    settling.stamp = found
    if entry.fingerprint is not None:
        settling.absent = now if settling.absent is None else settling.absent
        if now < settling.absent + GRACE:
            return Wait(settling.absent + GRACE)
    gone = entry.fingerprint is not None
    entry.fingerprint, entry.stamp = None, found
    return gone
