"""Which part of time to draw: the whole of it without its empty stretches, or around one thing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import nlargest, nsmallest

from tui.brief.instants import Stretch

REACH = timedelta(days=10)
"""How far a window reaches on either side, where nobody says."""
FEWEST = 3
"""Things that should lie in a window; one with fewer reaches out further."""
NEAREST = 2
"""Things on either side that such a window reaches out for."""
EMPTY = 5
"""An empty stretch of more than one part in so many of the whole is left out."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of time to be drawn in one scale."""

    start: datetime
    end: datetime
    count: int
    """Things that begin in it."""


def pieces(spans: Iterable[Stretch]) -> tuple[Piece, ...]:
    """The time things lie in, with its long empty stretches left out. An open end counts for
    nothing beyond the bound that is known."""
    ends = sorted(bounds for span in spans if (bounds := _bounds(span)))
    if not ends:
        return ()
    whole = max(end for _, end in ends) - ends[0][0]
    gap = max(whole / EMPTY, 30 * _DAY)
    made: list[Piece] = []
    for start, end in ends:
        if made and start - made[-1].end <= gap:
            last = made[-1]
            made[-1] = Piece(last.start, max(last.end, end), last.count + 1)
        else:
            made.append(Piece(start, end, 1))
    return tuple(made)


def window(middle: Stretch, others: Iterable[Stretch], reach: timedelta = REACH) -> Stretch | None:
    """The time around something: some days, and as far as the nearest things on either side."""
    bounds = _bounds(middle)
    if bounds is None:
        return None
    start, end = _moved(bounds[0], -reach), _moved(bounds[1], reach)
    ends = [each for other in others if (each := _bounds(other))]
    inside = sum(first < end and last >= start for first, last in ends)
    if inside < FEWEST:
        before = nlargest(NEAREST, (first for first, last in ends if last <= bounds[0]))
        after = nsmallest(NEAREST, (last for first, last in ends if first >= bounds[1]))
        start, end = min((start, *before)), max((end, *after))
    return Stretch(start, end)


def drawable(span: Stretch, frame: Stretch) -> bool:
    """Whether a date says something within a frame: touches it, and is not wider than all of it."""
    bounds = _bounds(span)
    if bounds is None or frame.start is None or frame.end is None:
        return False
    first, last = bounds
    wider = first < frame.start and last > frame.end
    return not wider and first < frame.end and last >= frame.start


def _bounds(span: Stretch) -> tuple[datetime, datetime] | None:
    start, end = span.start or span.end, span.end or span.start
    return (start, end) if start and end else None


def _moved(moment: datetime, by: timedelta) -> datetime:
    try:
        return moment + by
    except OverflowError:
        return moment
