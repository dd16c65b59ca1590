"""A long series in few lines: what it was month by month, or year by year."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from tui.blocks import Block, Heading, Line, Span, Table
from tui.brief.corrections import voice_of
from tui.presentation.points import Course, Entry, number, tell_figure, who
from tui.presentation.view import View

MOST = 60
"""Lines up to which months are told; of more, years, and of those, centuries."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SPANS: tuple[tuple[str, Callable[[datetime], str]], ...] = (
    ("Month by month", lambda day: f"{_MONTHS[day.month - 1]} {day.year}"),
    ("Year by year", lambda day: str(day.year)),
    ("Century by century", lambda day: f"{day.year // 100}00–{day.year // 100}99"),
)


def periods(view: View, course: Course) -> Iterator[Block]:
    """One line a month and a voice: how many points, the first, the last, the lowest, the highest.

    What a correction took the place of is not among them.
    """
    counting = [entry for entry in course.counting if entry.start and entry.end]
    for title, name_of in _SPANS:
        found: dict[tuple[str, tuple[Any, ...]], list[Entry]] = {}
        for entry in counting:
            key = name_of(entry.start or datetime.min), voice_of(course.series, entry.point)
            found.setdefault(key, []).append(entry)
        if len(found) <= MOST or title == _SPANS[-1][0]:
            break
    several = len({voice for _, voice in found}) > 1
    rows = []
    for (name, _), entries in found.items():
        said = (who(view, course.series, entries[0].point),) if several else ()
        rows.append(((Span(name),), *said, *_summed(course, entries)))
    heads = ("", *(("who",) if several else ()), "points", "first", "last", "lowest", "highest")
    yield Heading((Span(title),))
    yield Table(tuple((Span(head),) for head in heads), tuple(rows))


def _summed(course: Course, entries: list[Entry]) -> tuple[Line, ...]:
    """How many points there are, and four of them; words that are no number are left aside."""
    numbered = [entry for entry in entries if number(entry.point.value) is not None] or entries
    ends = (
        numbered[0],
        numbered[-1],
        min(numbered, key=lambda entry: number(entry.point.value) or 0),
        max(numbered, key=lambda entry: number(entry.point.value, high=True) or 0),
    )
    told = (
        tell_figure(course.series, each.point.value) if each.point.value else "" for each in ends
    )
    return (Span(f"{len(entries):,}"),), *((Span(text),) for text in told)
