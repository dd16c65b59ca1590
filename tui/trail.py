"""The way a reader took through a brief, as a browser keeps it."""

from typing import NamedTuple


class Stop(NamedTuple):
    """A place in a brief, by the identity of what was read there."""

    tab: int
    key: str
    """Of the row the cursor was on."""
    reading: bool = False
    """Whether the keys went to the page."""
    scroll: int = 0
    """Lines the page was scrolled by."""


class Trail:
    """Stops behind and ahead of where the reader is."""

    def __init__(self) -> None:
        self._behind: list[Stop] = []
        self._ahead: list[Stop] = []

    def leave(self, here: Stop) -> None:
        """Remember a place before going elsewhere; what lay ahead is forgotten."""
        self._behind.append(here)
        self._ahead.clear()

    def back(self, here: Stop) -> Stop | None:
        """The place before this one, or None at the beginning."""
        return _move(here, self._behind, self._ahead)

    def forward(self, here: Stop) -> Stop | None:
        """The place one came back from, or None at the end."""
        return _move(here, self._ahead, self._behind)


def _move(here: Stop, source: list[Stop], target: list[Stop]) -> Stop | None:
    if not source:
        return None
    target.append(here)
    return source.pop()
