"""Which point of a series takes the place of which."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import Any, NamedTuple

from tui.brief.model import Point, Series
from tui.brief.quantity import Quantity


class Corrected(NamedTuple):
    """The corrections of a series, by the places of its points."""

    later: Mapping[int, int]
    """Place of a figure that no longer counts → place of the one that took its place."""
    unknown: tuple[int, ...] = ()
    """Points that say they correct a figure nobody gave for that day."""


def corrected(series: Series) -> Corrected:
    """Find what each correction corrects: a figure of the same day, of the same voice if there is.

    A figure is corrected once; of several alike the last one before the correction is meant.
    """
    points = series.all_points
    wanted = [at for at, point in enumerate(points) if _is_number(point.corrects)]
    if not wanted:
        return Corrected({})
    known: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, point in enumerate(points):
        for figure in _figures(point.value):
            known[point.when, figure].append(at)
            known[point.when, figure, voice_of(series, point)].append(at)
    later: dict[int, int] = {}
    unknown = []
    for at in wanted:
        point = points[at]
        figure = _figures(point.corrects)[-1]
        own = _taken(known[point.when, figure, voice_of(series, point)], at, later)
        found = own if own is not None else _taken(known[point.when, figure], at, later)
        if found is None:
            unknown.append(at)
        else:
            later[found] = at
    return Corrected(later, tuple(unknown))


def voice_of(series: Series, point: Point) -> tuple[Any, ...]:
    """Who counted a point; where nobody is named, those who wrote what it was read in."""
    if point.by or point.source or series.by:
        return point.by, point.source
    return tuple(ref.id for ref in point.src or series.src)


def _figures(quantity: Quantity | None) -> tuple[Hashable, ...]:
    """What a figure may be called by: as a whole, and by its best value, bounds left aside."""
    if quantity is None:
        return ()
    best = quantity.best
    if best is None:
        return ((quantity.bounds, quantity.as_written),)
    return (best,) if quantity.low is None and quantity.high is None else (best, quantity.bounds)


def _is_number(quantity: Quantity | None) -> bool:
    return quantity is not None and quantity.bounds != (None, None)


def _taken(places: list[int], at: int, later: Mapping[int, int]) -> int | None:
    """The last of some places before one, else the first after it, that is not corrected yet."""
    after = bisect_left(places, at)
    while after and places[after - 1] in later:
        after -= 1
        del places[after]
    if after:
        return places[after - 1]
    itself = int(places[:1] == [at])
    while len(places) > itself and places[itself] in later:
        del places[itself]
    return places[itself] if len(places) > itself else None
