"""Rules about the day a brief was closed, its `as_of`."""

from collections.abc import Iterable, Iterator
from typing import Any

from tui.brief.checked import Checked, warning
from tui.brief.claims import Claimed
from tui.brief.instants import stretch
from tui.brief.moment import Moment
from tui.brief.place import Problem
from tui.brief.record import Record
from tui.brief.when import When

_PLANS = {"proposed", "scheduled", "announced", "postponed", "expected"}
"""States that may name a day to come."""


def later_than_the_brief(checked: Checked) -> Iterator[Problem]:
    """Something that is done is dated after the brief was closed.

    What may lie ahead is left alone: rounds that are planned, deadlines, what to watch.
    """
    brief = checked.brief
    last = brief.as_of.end if brief.as_of else None
    if brief.as_of is None or last is None:
        return
    closed, home = stretch(brief.as_of, brief.display_zone), brief.display_zone
    day = _day(last)
    for record, field in _done(checked):
        value = getattr(record, field)
        dates: tuple[When, ...] = value.values if isinstance(value, Claimed) else (value,)
        # Two of a thousand are after the day: only of these the instants are worked out.
        if dates and all(
            each.start and _day(each.start) >= day and closed.before(stretch(each, home))
            for each in dates
        ):
            yield warning(record, field, "later", "dated after the brief was closed (`as_of`)")


def _day(moment: Moment) -> tuple[int, int, int]:
    """A day to compare by: the first one a moment may mean, or one before it."""
    return moment.year, moment.month or 0, moment.day or 0


def _done(checked: Checked) -> Iterator[tuple[Record, str]]:
    """Records with the field that dates them."""
    brief = checked.brief
    if brief.conflict:
        yield from _dated(brief.conflict.events, "when")
    yield from _dated(brief.statements, "when")
    for dated in (brief.rounds, brief.exchanges):
        for each in dated:
            yield from _dated((s for s in each.status if s.status not in _PLANS), "when")
    for document in brief.documents:
        yield from _dated((s for s in document.states if s.status not in _PLANS), "when")
    for round_ in brief.rounds:
        if any(state.status == "concluded" for state in round_.status):
            yield from _dated((round_,), "when")
    for exchange in brief.exchanges:
        yield from _dated((exchange,), "completed")
        yield from _dated(exchange.tranches, "when")


def _dated(records: Iterable[Any], field: str) -> Iterator[tuple[Record, str]]:
    return ((each, field) for each in records if getattr(each, field) is not None)
