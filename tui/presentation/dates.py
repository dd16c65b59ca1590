"""Dates and times in words, one way everywhere: `Mon 2 Jun 2025, 13:00 Istanbul`."""

from datetime import datetime, timedelta

from tui.brief.instants import in_utc, in_zone, zone_of
from tui.brief.moment import Moment
from tui.brief.when import When

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def zone_name(zone: str) -> str:
    """A zone as people call it: `Istanbul` for Europe/Istanbul, `UTC+03:00` for an offset."""
    if zone[:1] in {"+", "-"}:
        return f"UTC{zone}"
    return zone.rpartition("/")[2].replace("_", " ")


def format_when(when: When, home: str) -> str:
    """A date in words, clock times in the `home` zone where they have an instant."""
    if when.start is None and when.end is None:
        return f"“{when.as_written}”" if when.as_written else "date not known"
    text = _bounded(_shift(when, home))
    if when.approx:
        text = f"about {text}"
    if when.uncertain:
        text = f"{text}, uncertain"
    return text + _zone_words(when, home)


def format_short(when: When, home: str) -> str:
    """The same for a list: no year where it is understood is the list's affair; no zone."""
    if when.start is None and when.end is None:
        return f"“{when.as_written}”" if when.as_written else ""
    text = _bounded(_shift(when, home), short=True)
    text = f"about {text}" if when.approx else text
    return f"{text}?" if when.uncertain else text


def format_elsewhere(when: When, home: str, here: str) -> str:
    """The same time in UTC and in the reader's own zone: `10:00 UTC · 12:00 here`; "" for none."""
    moment = when.start or when.end
    zone = zone_of(when.zone or when.assume) if when.zone or when.assume else None
    if not when.clock or zone is None or moment is None:
        return ""
    instant = in_utc(moment.earliest, zone)
    at_home = in_zone(instant, zone_of(home or "UTC"))
    shown: dict[timedelta | None, str] = {}
    for name, word in (("UTC", "UTC"), (here, "here")):
        there = in_zone(instant, zone_of(name)) if name and zone_of(name) else at_home
        if there.utcoffset() in {at_home.utcoffset(), *shown}:
            continue
        day = "" if there.date() == at_home.date() else f"{_DAYS[there.weekday()]} "
        shown[there.utcoffset()] = f"{day}{there:%H:%M} {word}"
    return " · ".join(shown.values())


def format_instant(instant: datetime) -> str:
    """A point in time as a day and a clock time, in its own zone."""
    return f"{_day(instant, year=True)}, {instant:%H:%M}"


def _shift(when: When, home: str) -> When:
    """Move clock times into the home zone; a time without a zone stays as it was told."""
    zone = zone_of(when.zone) if when.zone else None
    there = zone_of(home or "UTC")
    if zone is None or there is None or not when.clock:
        return when
    bounds = {}
    for name in ("start", "end"):
        moment: Moment | None = getattr(when, name)
        if moment is not None and moment.hour is not None:
            local = in_zone(in_utc(moment.earliest, zone), there)
            moment = Moment(local.year, local.month, local.day, local.hour, local.minute)
        bounds[name] = moment
    return When(bounds["start"], bounds["end"], home, when.assume, when.within, when.open)


def _zone_words(when: When, home: str) -> str:
    if not when.clock:
        return ""
    if when.zone:
        known = zone_of(when.zone) and zone_of(home or "UTC")
        return f" {zone_name((home or 'UTC') if known else when.zone)}"
    if when.assume:
        return f", zone not stated; taken as {zone_name(when.assume)} time"
    return ", zone not stated"


def _bounded(when: When, *, short: bool = False) -> str:
    start, end = when.start, when.end
    if start is not None and end is not None:
        if start == end:
            return _moment(start, short=short)
        text = _range(start, end)
        return f"some time within {text}" if when.within and not short else text
    # Some time on one side of a bound is not all the time on that side.
    if start is not None:
        word = "after" if when.open else "some time from" if when.within else "since"
        return f"{word} {_moment(start, short=short)}"
    assert end is not None  # noqa: S101  (one bound is there: the callers looked)
    word = "before" if when.open else "by" if when.within else "until"
    return f"{word} {_moment(end, short=short)}"


def _moment(moment: Moment, *, short: bool = False) -> str:
    coarse = {
        "year": str(moment.year),
        "season": f"{moment.season} {moment.year}",
        "month": f"{_MONTHS[(moment.month or 1) - 1]} {moment.year}",
        "week": f"week {moment.week} of {moment.year}",
    }
    if moment.precision in coarse:
        return coarse[moment.precision]
    text = _day(moment.earliest, year=not short)
    if moment.part:
        return f"{text}, {moment.part}"
    if moment.hour is not None:
        return f"{text}{'' if short else ','} {moment.hour:02}:{moment.minute or 0:02}"
    return text


def _day(date: datetime, *, year: bool) -> str:
    text = f"{_DAYS[date.weekday()]} {date.day} {_MONTHS[date.month - 1]}"
    return f"{text} {date.year}" if year else text


def _range(start: Moment, end: Moment) -> str:
    """Two dates with what they share said once: `26–27 May 2025`."""
    if start.precision == end.precision == "day":
        return _days(start.earliest, end.earliest)
    if start.precision == end.precision == "year":
        return f"{start.year}–{end.year}"
    if start.part == "late" and end.part == "night":
        return f"night of {_days(start.earliest, end.earliest)}"
    if start.clock_only_differs(end):
        return f"{_moment(start)}–{end.hour:02}:{end.minute or 0:02}"
    return f"{_moment(start)} – {_moment(end)}"


def _days(first: datetime, last: datetime) -> str:
    tail = f"{last.day} {_MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{tail}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day} {_MONTHS[first.month - 1]}{year} – {tail}"


def local_zone() -> str:
    """The IANA name of the zone this machine is set to, or its offset now."""
    import os  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    named = os.environ.get("TZ", "").lstrip(":")
    if named and zone_of(named):
        return named
    try:
        target = str(Path("/etc/localtime").resolve())
        if "zoneinfo/" in target and zone_of(target.partition("zoneinfo/")[2]):
            return target.partition("zoneinfo/")[2]
    except OSError:
        pass
    offset = datetime.now().astimezone().utcoffset() or timedelta()
    minutes = int(offset.total_seconds() // 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
