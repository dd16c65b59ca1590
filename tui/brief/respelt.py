"""Dates and numbers in other ways of writing them, put into the format's own.

Only what can mean one thing: `2/6/2025` is in June or in February, and `220.000` may be 220.
"""

import re
from collections.abc import Iterator

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DAY_FIRST = re.compile(rf"{_DAY}\.? +(?:of +)?(?P<month>[a-z]+)\.?,? +(?P<year>\d{{4}})")
_MONTH_FIRST = re.compile(rf"(?P<month>[a-z]+)\.?(?: +{_DAY},?)? +(?P<year>\d{{4}})")
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})"
)
_DOTS = re.compile(r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})")
_SLASHES = re.compile(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})")
_GROUPS = re.compile(r"\d{1,3}(?:(?P<sign>['’_])\d{3})(?:(?P=sign)\d{3})*|\d{1,3}(?:\.\d{3}){2,}")
_LONGEST = 60


def respelt(text: str) -> Iterator[str]:
    """The same date or number as the format writes it; nothing where it is not plain."""
    if len(text) > _LONGEST:
        return
    yield from (each for each in _date(text.strip().lower()) if each != text)
    number = _GROUPS.sub(lambda found: re.sub(r"\D", ",", found[0]), text)
    if number != text:
        yield number


def _date(text: str) -> Iterator[str]:
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        if (found := pattern.fullmatch(text)) and (month := _month(found["month"])):
            yield _written(found["year"], month, found["day"])
    for pattern in (_YEAR_FIRST, _DOTS):
        if found := pattern.fullmatch(text):
            yield _written(found["year"], int(found["month"]), found["day"])
    if found := _SLASHES.fullmatch(text):
        first, second = int(found["first"]), int(found["second"])
        if first > 12 or first == second:
            yield _written(found["year"], second, found["first"])
        elif second > 12:
            yield _written(found["year"], first, found["second"])


def _month(name: str) -> int:
    """The number of a month by its name, or the beginning of it; 0 for none."""
    found = [n for n, each in enumerate(_MONTHS, 1) if each.startswith(name)]
    return found[0] if len(found) == 1 and len(name) > 2 else 0


def _written(year: str, month: int, day: str | None) -> str:
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")
