"""The way a reader took through the briefs, as a browser keeps it."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

LONGEST = 200
"""Stops kept behind and ahead; the oldest are let go."""
KEPT = 50
"""Stops that are remembered from one start to the next."""


class Stop(NamedTuple):
    """A place in a brief, by the identity of what was read there."""

    path: Path
    """Of the brief, as the desk knows it."""
    tab: int
    key: str
    """Of the row the cursor was on."""
    reading: bool = False
    """Whether the keys went to the page."""
    scroll: int = 0
    """Lines the page was scrolled by."""
    row: int = 0
    """Where in the list that row stood: the place to go to where it is gone."""
    listed: int = 0
    """Lines the list was scrolled by."""
    filter: str | None = None
    """What the list was filtered by, as typed; None: whatever shows the row."""
    dossier: str = ""
    """Key of the dossier that was open above it, if one was."""
    order: str | None = None
    """What the list was sorted by, as `tui.sorting` names it; None: whatever it is sorted by."""

    def near(self, other: "Stop") -> bool:
        """Whether one would not notice having gone from one to the other."""
        return self[:4] == other[:4] and self[7:] == other[7:]


class History:
    """Stops behind and ahead of where the reader is."""

    def __init__(self) -> None:
        self._back: list[Stop] = []
        self._forward: list[Stop] = []

    def kept(self) -> tuple[Stop, ...]:
        """The stops behind that are worth remembering; the last one last."""
        return tuple(self._back[-KEPT:])

    def recall(self, stops: Iterable[Stop]) -> None:
        """Begin with the stops that were kept."""
        self._back[:0] = stops

    def leave(self, here: Stop) -> None:
        """Remember a place before going elsewhere; what lay ahead is forgotten."""
        if not (self._back and self._back[-1].near(here)):
            self._back.append(here)
        del self._back[:-LONGEST]
        self._forward.clear()

    def back(self, here: Stop) -> Stop | None:
        """The place before this one, or None at the beginning."""
        return _move(here, self._back, self._forward)

    def last(self, here: Stop) -> Stop | None:
        """The place before this one, which takes its place: asked again, it leads back here."""
        while self._back and self._back[-1].near(here):
            self._back.pop()
        source = self._back or self._forward
        if not source or source[-1].near(here):
            return None
        there = source.pop()
        self._back.append(here)
        return there

    def forward(self, here: Stop) -> Stop | None:
        """The place one came back from, or None at the end."""
        return _move(here, self._forward, self._back)


def _move(here: Stop, source: list[Stop], target: list[Stop]) -> Stop | None:
    """Go to the next stop that is another place than this one."""
    while source and source[-1].near(here):
        source.pop()
    if not source:
        return None
    target.append(here)
    del target[:-LONGEST]
    return source.pop()
