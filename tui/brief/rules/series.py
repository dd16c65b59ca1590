"""Rules about series and their points."""

from collections.abc import Iterator

from tui.brief.checked import Checked, warning_at
from tui.brief.place import Problem


def corrects_nothing(checked: Checked) -> Iterator[Problem]:
    """A point corrects a figure that nobody gave for that day."""
    for series in checked.brief.conflict.series if checked.brief.conflict else ():
        points = series.all_points
        if not any(point.corrects for point in points):
            continue
        from tui.brief.corrections import corrected  # noqa: PLC0415  (few series have corrections)

        for at in corrected(series).unknown:
            message = "no other point of that day has the figure that this one corrects"
            yield warning_at(points[at].spot.field("corrects"), "correction", message)
