"""Dates of other calendars, as days of the Gregorian one.

Days are counted as `date.toordinal` counts them. Months are numbered as each calendar does: in the
Hebrew one from Nisan on, so that Tishri, with which a year begins, is the seventh.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from tui.brief.lazy_regex import late

APPROXIMATE = frozenset({"islamic"})
"""Calendars whose months begin when the moon is seen: a day may be one off, by place."""
_OFFSETS = {"persian": 621, "islamic": 579, "buddhist": -543, "hebrew": -3760, "minguo": 1911}
"""About how many years of ours to add to a year of each, as years stand in this century."""
_NEAR = 15
_WRITTEN = late(r"(\d{1,4})(?:\D(\d{1,2})(?:\D(\d{1,2}))?)?(?P<rest>[T ~?%].*)?")


class _Calendar(NamedTuple):
    day: Callable[[int, int, int], int]
    """The count of a day by year, month and day; months and days may run over."""
    months: Callable[[int], tuple[int, ...]]
    """The months of a year in their order."""
    years: range
    """The years the rule is known to be right for."""


def gregorian(calendar: str, written: str) -> str:
    """A date of a calendar in the form of our own: a day, or the range of a month or year.

    Raises ValueError, in an author's words, for a date the calendar does not have.
    """
    found = _WRITTEN.fullmatch(written.strip())
    if found is None:
        raise ValueError(f"a date of the {calendar} calendar is written as year-month-day")
    year = int(found[1])
    month, day = (int(each) if each else None for each in found.group(2, 3))
    rule = _RULES[calendar]
    if year not in rule.years:
        known = f"{rule.years[0]} to {rule.years[-1]}"
        raise ValueError(f"years of the {calendar} calendar are known from {known} only")
    first, last = _bounds(calendar, rule, year, month, day)
    try:
        start, end = date.fromordinal(first), date.fromordinal(last)
    except (ValueError, OverflowError):
        raise ValueError("beyond our calendar") from None
    rest = found["rest"] or ""
    if start == end:
        return f"{start.isoformat()}{rest}"
    return f"{start.isoformat()}{rest}/{end.isoformat()}"


def calendar_of(year: int, near: int) -> str:
    """The calendar by which a year would be one near another of ours; "" for none."""
    for name, offset in _OFFSETS.items():
        if abs(year + offset - near) <= _NEAR:
            return name
    return ""


def _bounds(
    calendar: str, rule: _Calendar, year: int, month: int | None, day: int | None
) -> tuple[int, int]:
    """The first and the last day of what is written."""
    months = rule.months(year)
    if month is None:
        return rule.day(year, months[0], 1), _after(rule, year, months[-1]) - 1
    if month not in months:
        raise ValueError(f"the {calendar} year {year} has no month {month}")
    first, after = rule.day(year, month, 1), _after(rule, year, month)
    if day is None:
        return first, after - 1
    if not 1 <= day <= after - first:
        raise ValueError(f"month {month} of the {calendar} year {year} has no day {day}")
    return first + day - 1, first + day - 1


def _after(rule: _Calendar, year: int, month: int) -> int:
    """The first day of the month that follows."""
    months = rule.months(year)
    at = months.index(month) + 1
    if at < len(months):
        return rule.day(year, months[at], 1)
    return rule.day(year + 1, rule.months(year + 1)[0], 1)


def _twelve(_year: int) -> tuple[int, ...]:
    return tuple(range(1, 13))


def _thirteen(_year: int) -> tuple[int, ...]:
    return tuple(range(1, 14))


def _julian(year: int, month: int, day: int) -> int:
    before = year - 1
    late_in_year = 0 if month <= 2 else -1 if year % 4 == 0 else -2
    return -2 + 365 * before + before // 4 + (367 * month - 362) // 12 + late_in_year + day


def _persian(year: int, month: int, day: int) -> int:
    """By the cycle of 33 years, which falls in with the equinox in the years given below."""
    months = 31 * (month - 1) if month <= 7 else 30 * (month - 1) + 6
    return 226894 + 365 * (year - 1) + (8 * year + 21) // 33 + months + day


def _islamic(year: int, month: int, day: int) -> int:
    """By the table of 30 years, the civil epoch."""
    months = 29 * (month - 1) + month // 2
    return 227014 + 354 * (year - 1) + (3 + 11 * year) // 30 + months + day


def _coptic(year: int, month: int, day: int) -> int:
    return 103604 + 365 * (year - 1) + year // 4 + 30 * (month - 1) + day


def _ethiopian(year: int, month: int, day: int) -> int:
    return _coptic(year, month, day) - 103605 + 2796


def _shifted(years: int) -> Callable[[int, int, int], int]:
    """A calendar that is ours but for the number of its years."""
    return lambda year, month, day: date(year + years, month, 1).toordinal() + day - 1


def _hebrew(year: int, month: int, day: int) -> int:
    order = _hebrew_months(year)
    before = sum(_hebrew_length(year, each) for each in order[: order.index(month)])
    return _hebrew_new_year(year) + before + day - 1


def _hebrew_months(year: int) -> tuple[int, ...]:
    leap = (7 * year + 1) % 19 < 7
    return (*range(7, 14 if leap else 13), *range(1, 7))


def _hebrew_new_year(year: int) -> int:
    before, here, after = (_moon(each) for each in (year - 1, year, year + 1))
    # It is put off further where a year would have a length that no year may have.
    put_off = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return here - 1373427 + put_off


def _moon(year: int) -> int:
    """The count of the day a year begins by its new moon, put off from three days of the week."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + ((3 * (day + 1)) % 7 < 3)


def _hebrew_length(year: int, month: int) -> int:
    days = _hebrew_new_year(year + 1) - _hebrew_new_year(year)
    leap = len(_hebrew_months(year)) == 13
    short = month in {2, 4, 6, 10, 13} or (month == 12 and not leap)
    short = short or (month == 8 and days % 10 != 5) or (month == 9 and days % 10 == 3)
    return 29 if short else 30


_RULES = {
    "gregorian": _Calendar(_shifted(0), _twelve, range(1, 9999)),
    "julian": _Calendar(_julian, _twelve, range(1, 9998)),
    "persian": _Calendar(_persian, _twelve, range(1304, 1503)),
    "islamic": _Calendar(_islamic, _twelve, range(1, 2500)),
    "hebrew": _Calendar(_hebrew, _hebrew_months, range(4000, 7000)),
    "buddhist": _Calendar(_shifted(-543), _twelve, range(2484, 4000)),
    "minguo": _Calendar(_shifted(1911), _twelve, range(1, 2000)),
    "coptic": _Calendar(_coptic, _thirteen, range(1, 3000)),
    "ethiopian": _Calendar(_ethiopian, _thirteen, range(1, 3000)),
}
