"""One point in civil time, as far as it is known, and how it is written (after EDTF)."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from tui.brief.lazy_regex import late
from tui.brief.value import Value, positional

PARTS_OF_DAY = {
    "midnight": (0, 1),
    "night": (0, 6),
    "early": (0, 9),
    "early morning": (0, 9),
    "morning": (6, 12),
    "noon": (11, 13),
    "afternoon": (12, 18),
    "evening": (18, 24),
    "late": (20, 24),
    "late evening": (20, 24),
}
"""Hours of its day that a part is put at, local time; comparing takes the edges as soft."""

_LENGTHS = {"minute": timedelta(), "day": timedelta(days=1), "week": timedelta(weeks=1)}
_MONTHS = {"month": 1, "season": 3, "year": 12}
_SEASONS = {"21": (3, "spring"), "22": (6, "summer"), "23": (9, "autumn"), "24": (12, "winter")}

_MOMENT = late(
    r"""(?P<year>\d{4})
        (?:-?W(?P<week>\d\d)
          |-(?P<month>\d\d)
           (?:-(?P<day>\d\d)
            (?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?
               \s?(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?
              |\ (?P<part>midnight|night|(?:early\ )?morning|noon|afternoon
                  |(?:late\ )?evening|early|late))?)?)?
        (?P<doubt>[~?%])?""",
    re.VERBOSE | re.ASCII,
)
_OTHER_DIGITS = late(r"(?=.*[^\x00-\x7f])\d{2,4}\D\d{1,2}\D\d{1,2}.*", re.DOTALL)


@positional
class Moment(Value):
    """A point in civil time, as far as it is known: a year, a month, a day, or a minute of it."""

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    part: str = ""
    """A part of the day, from `PARTS_OF_DAY`."""
    week: int | None = None
    """ISO 8601 week of the year, instead of a month."""
    season: str = ""
    """spring, summer, autumn or winter of the north, as EDTF numbers them 21 to 24."""

    @property
    def precision(self) -> str:
        """minute, part_of_day, day, week, month, season or year."""
        known = (
            ("minute", self.hour), ("part_of_day", self.part or None), ("day", self.day),
            ("week", self.week), ("season", self.season or None), ("month", self.month),
        )  # fmt: skip
        return next((name for name, value in known if value is not None), "year")

    @property
    def earliest(self) -> datetime:
        """The first minute it may mean, in the zone it is given in (no zone attached)."""
        if self.week is not None:
            return datetime.fromisocalendar(self.year, self.week, 1)
        hour = PARTS_OF_DAY[self.part][0] if self.part else self.hour or 0
        month = 1 if self.month is None else self.month
        day = 1 if self.day is None else self.day
        return datetime(self.year, month, day, hour, self.minute or 0)

    @property
    def latest(self) -> datetime:
        """The first minute it can no longer mean; equal to `earliest` for a minute."""
        start = self.earliest
        precision = self.precision
        if precision == "part_of_day":
            low, high = PARTS_OF_DAY[self.part]
            return start + timedelta(hours=high - low)
        if precision in _MONTHS:
            return _months_on(start, _MONTHS[precision])
        return _add(start, _LENGTHS[precision])

    def clock_only_differs(self, other: "Moment") -> bool:
        """Whether both are times of one day."""
        day = (self.year, self.month, self.day)
        return (
            self.hour is not None
            and other.hour is not None
            and day == (other.year, other.month, other.day)
        )


def _add(start: datetime, length: timedelta) -> datetime:
    """Add, with the last representable date standing for what lies beyond the calendar."""
    return start + length if start <= datetime.max - length else datetime.max


def _months_on(start: datetime, months: int) -> datetime:
    count = start.month - 1 + months
    year = start.year + count // 12
    if year > datetime.max.year:
        return datetime.max
    return start.replace(year=year, month=count % 12 + 1)


def _next_day(moment: Moment) -> Moment:
    """The hour 0 of the day that follows: what the hour 24 of a day is."""
    day = replace(moment, hour=0).earliest + timedelta(days=1)
    return replace(moment, year=day.year, month=day.month, day=day.day, hour=0)


def read_moment(text: str) -> tuple[Moment, str, str]:
    """Read one date: the moment, its zone ("" for none) and its mark of doubt (`~`, `?`, `%`).

    Raises ValueError, in an author's words, for what is no date or is not in the calendar.
    """
    match = _MOMENT.fullmatch(text)
    if match is None:
        if _OTHER_DIGITS.fullmatch(text):
            raise ValueError(
                "not a date of our calendar; if it is of another one, write it as "
                "{start: 1404-03-12, calendar: persian}"
            )
        raise ValueError("not a date; write 2025-06-02, 2025-06-02T10:00Z, 2025-05 or 2022")
    month = match["month"]
    season = _SEASONS.get(month or "")
    if season and match["day"]:
        raise ValueError(f"there is no month {month}")
    if int(match["second"] or 0) > 60:  # 60 is a leap second, told as the minute it ends
        raise ValueError(f"there is no second {match['second']}")
    moment = Moment(
        int(match["year"]),
        season[0] if season else _int(month),
        _int(match["day"]), _int(match["hour"]), _int(match["minute"]),
        match["part"] or "", _int(match["week"]), season[1] if season else "",
    )  # fmt: skip
    try:
        if moment.hour == 24 and not moment.minute:
            moment = _next_day(moment)
        moment.earliest  # noqa: B018  (built only to learn whether the calendar has such a day)
        moment.latest  # noqa: B018
    except (ValueError, OverflowError) as error:
        raise ValueError(_calendar_words(match, error)) from None
    zone = match["zone"] or ""
    return moment, "UTC" if zone in {"Z", "GMT"} else _offset(zone), match["doubt"] or ""


def _calendar_words(match: re.Match[str], error: Exception) -> str:
    if match["day"] and "day" in str(error):
        return f"{match['year']}-{match['month']} has no day {int(match['day'])}"
    if match["month"] and "month" in str(error):
        return f"there is no month {match['month']}"
    return f"the calendar has no such date ({error})"


def _int(text: str | None) -> int | None:
    return int(text) if text is not None else None


def _offset(zone: str) -> str:
    """Write an offset in one way, `+03:00`; other zones as they are."""
    if not zone or zone[0] not in "+-":
        return zone
    digits = zone[1:].replace(":", "").ljust(4, "0")
    if int(digits[:2]) > 14 or int(digits[2:]) > 59:
        raise ValueError(f"no place on earth has the offset {zone}")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"
