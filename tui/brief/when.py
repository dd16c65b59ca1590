"""Dates and times as people know them: to the minute, the day, the month, or only "after"."""

import re
from collections.abc import Sequence
from dataclasses import field, replace
from datetime import timedelta
from typing import Annotated

from tui.brief.fields import Words
from tui.brief.lazy_regex import late
from tui.brief.moment import Moment, read_moment
from tui.brief.place import Place
from tui.brief.value import Value, positional, value

_PRECISIONS = ("minute", "part_of_day", "day", "week", "month", "season", "year")
CALENDARS = (
    "gregorian", "julian", "persian", "islamic", "hebrew", "buddhist", "minguo", "coptic",
    "ethiopian",
)  # fmt: skip
"""Those a date can be written in."""
_LONGEST = 100
"""Characters of a date; whatever is longer is prose."""
_WORDS = late(r"(?P<word>after|before|since|until|about|around|circa)\s+(?P<rest>.+)", re.I)


@positional
class When(Value):
    """A date, a time or a range, with how well it is known (after EDTF, ISO 8601-2).

    Short forms: `2025-06-02`, `2025-05`, `2022`, `2025-W23`, `2025-05-26/2025-05-27`,
    `after 2025-05-16`, `before 2025-05-26`, `2025-06~`, `2025-06-02T10:00Z`,
    `2025-06-02 afternoon`, `2025-06-11/2025-06-12 night` for the night between two days. The long
    form names `start`, `end`, `zone`, `assume`, `within`, `calendar`.
    """

    start: Moment | None = None
    end: Moment | None = None
    """The same as `start` where a single date was given; None with a start: no end is known."""
    zone: str = ""
    """IANA name, `UTC` or an offset; empty: the clock time has no instant."""
    assume: str = ""
    """The zone the writer takes a zone-less time to be in; always shown as an assumption."""
    within: bool = False
    """Some time within the range, and not throughout it."""
    open: bool = False
    """The bound given is itself excluded: `after`, `before`."""
    approx: bool = False
    uncertain: bool = False
    as_written: str = ""
    """The words of the source, or whatever was written where no date could be read in it."""
    calendar: str = ""
    """The calendar it was written in; `start` and `end` are days of ours."""
    place: Place = field(default=Place(""), compare=False)

    @classmethod
    def from_text(cls, text: str, place: Place) -> "When":
        """Read the short form. Raises ValueError with the reason in an author's words."""
        if len(text) > _LONGEST:
            raise ValueError("too long for a date")
        return replace(_read_short(text.strip()), place=place)

    @classmethod
    def from_form(cls, form: "WhenForm", place: Place) -> "When":
        """Read the long form. Raises ValueError as `from_text` does."""
        if not (form.start or form.end):
            raise ValueError("a date needs a `start` or an `end`")
        if form.calendar and form.calendar not in CALENDARS:
            written = " to ".join(filter(None, (form.start, form.end)))
            return cls(as_written=form.as_written or written, calendar=form.calendar, place=place)
        if form.calendar in {"", "gregorian"}:
            read = _read_range(form.start, form.end or form.start)
        else:
            read = _read_foreign(form)
        return replace(
            read,
            start=_coarsen(read.start, form.precision),
            end=_coarsen(read.end, form.precision),
            zone=form.zone or read.zone,
            assume=form.assume,
            within=form.within,
            approx=form.approx or read.approx,
            uncertain=form.uncertain or read.uncertain,
            as_written=form.as_written or read.as_written,
            calendar=form.calendar,
            place=place,
        )

    @property
    def clock(self) -> bool:
        """Whether a time of day is given."""
        return any(m is not None and m.hour is not None for m in (self.start, self.end))

    @property
    def precision(self) -> str:
        """The precision of the better known bound."""
        bound = self.start or self.end
        return bound.precision if bound else ""


def hull(whens: Sequence[When]) -> When | None:
    """One date for several, one of which is true: from where the first begins to the last's end."""
    if len(whens) < 2:
        return whens[0] if whens else None
    starts = [when.start for when in whens if when.start]
    ends = [when.end for when in whens if when.end]
    zones = {(when.zone, when.assume) for when in whens if when.clock}
    zone, assume = zones.pop() if len(zones) == 1 else ("", "")
    return When(
        min(starts, key=lambda each: each.earliest) if len(starts) == len(whens) else None,
        max(ends, key=lambda each: each.latest) if len(ends) == len(whens) else None,
        zone, assume, within=True,
    )  # fmt: skip


@value
class WhenForm(Value):
    """The long form of a date, as written."""

    start: str = ""
    """Beginning, or the only date: `2025-06-02T13:00`. `..` for no beginning."""
    end: str = ""
    """End, itself included; `..` for no end."""
    precision: Annotated[str, Words(*_PRECISIONS)] = ""
    """How well it is known, where that is worse than the date looks."""
    zone: str = ""
    """Time zone of a clock time: IANA name, `UTC` or `+03:00`."""
    assume: str = ""
    """Zone the writer takes a zone-less time to be in."""
    within: bool = False
    """Some time within the range, and not throughout it."""
    approx: bool = False
    uncertain: bool = False
    as_written: str = ""
    """The words of the source."""
    calendar: Annotated[str, Words(*CALENDARS)] = ""
    """The calendar `start` and `end` are written in, as `persian` for 1404-03-12."""


def _coarsen(moment: Moment | None, precision: str) -> Moment | None:
    """Forget what the stated precision says is not known."""
    if moment is None or precision not in _PRECISIONS or precision == "part_of_day":
        return moment
    if _PRECISIONS.index(precision) <= _PRECISIONS.index(moment.precision):
        return moment
    first = moment.earliest
    match precision:
        case "day":
            return Moment(first.year, first.month, first.day)
        case "week":
            year, week, _ = first.isocalendar()
            return Moment(year, week=week)
        case "month":
            return Moment(first.year, first.month)
    return Moment(first.year)


def _read_short(text: str) -> When:
    if match := _WORDS.fullmatch(text):
        return _read_worded(match["word"].lower(), _read_short(match["rest"]))
    if "/" in text:
        return _read_range(*text.split("/", 1))
    moment, zone, doubt = read_moment(text)
    return When(moment, moment, zone, approx=doubt in {"~", "%"}, uncertain=doubt in {"?", "%"})


def _read_worded(word: str, base: When) -> When:
    match word:
        case "after":
            return replace(base, start=base.end or base.start, end=None, within=True, open=True)
        case "before":
            return replace(base, end=base.start or base.end, start=None, within=True, open=True)
        case "since":
            return replace(base, end=None)
        case "until":
            return replace(base, start=None)
    return replace(base, approx=True)


def _read_range(first: str, last: str) -> When:
    start, zone, doubt = _read_bound(first.strip())
    end, end_zone, end_doubt = _read_bound(last.strip())
    if start is None and end is None:
        raise ValueError("a range needs at least one date")
    if zone and end_zone and zone != end_zone:
        raise ValueError("its two ends are in two time zones; write both in one")
    if start and end and end.earliest < start.earliest and end.latest <= start.earliest:
        raise ValueError(f"it ends ({last.strip()}) before it begins ({first.strip()})")
    if _is_night_between(start, end):
        # The night of the 11th to the 12th: from late on the one to the small hours of the other.
        assert start  # noqa: S101
        start = replace(start, part="late")
    doubts = {doubt, end_doubt}
    return When(
        start, end, zone or end_zone,
        approx=bool(doubts & {"~", "%"}), uncertain=bool(doubts & {"?", "%"}),
    )  # fmt: skip


def _is_night_between(start: Moment | None, end: Moment | None) -> bool:
    if start is None or end is None or end.part != "night" or start.precision != "day":
        return False
    return end.earliest - start.earliest == timedelta(days=1)


def _read_foreign(form: "WhenForm") -> When:
    """Read bounds that are written in another calendar; a month of it is a range of our days."""
    from tui.brief.calendars import APPROXIMATE, gregorian  # noqa: PLC0415  (few briefs need them)

    bounds = (form.start, form.end or form.start)
    first, last = (
        text.strip() if text.strip() in {"", ".."} else gregorian(form.calendar, text)
        for text in bounds
    )
    read = _read_range(first.partition("/")[0], last.rpartition("/")[2])
    written = f"{' to '.join(filter(None, (form.start, form.end)))}, {form.calendar} calendar"
    doubt = form.calendar in APPROXIMATE
    return replace(read, approx=read.approx or doubt, as_written=form.as_written or written)


def _read_bound(text: str) -> tuple[Moment | None, str, str]:
    return (None, "", "") if text in {"", ".."} else read_moment(text)
