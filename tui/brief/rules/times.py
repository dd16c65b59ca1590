"""Rules about dates, zones and the order of things."""

import re
from collections.abc import Iterator

from tui.brief.checked import Checked, warning, warning_at
from tui.brief.claims import Claim
from tui.brief.instants import after_all_of, in_utc, in_zone, never_was, zone_of
from tui.brief.model import Event, Source
from tui.brief.place import Place, Problem, Repair
from tui.brief.spelling import fold, nearest
from tui.brief.walk import ClaimedField
from tui.brief.when import When

_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\bweekend\b", re.I)
_CENTURIES = 300
"""Years from everything else at which a year is more likely one of another calendar."""
_CLOCKLESS = re.compile(r"\D*")
_UTC_OFFSET = re.compile(r"(?:UTC|GMT)\s*([+-])(\d{1,2})(?::?(\d\d))?", re.I)
_NAMED_HOUR = re.compile(r"noon|midday|midnight|o'clock", re.I)


def round_before_its_proposal(checked: Checked) -> Iterator[Problem]:
    """A round is dated before it was proposed."""
    for record in checked.brief.rounds:
        proposals = [each.when for each in record.proposed]
        if record.when and any(after_all_of(each, record.when) for each in proposals if each):
            yield warning(record, "when", "order", "the round is dated before it was proposed")


def effect_before_cause(checked: Checked) -> Iterator[Problem]:
    """An event is said to answer another one that came after it."""
    for event in checked.brief.conflict.events if checked.brief.conflict else ():
        for ref in event.response_to.values if event.response_to else ():
            cause = checked.register.find(ref)
            when = cause.when if isinstance(cause, Event) else None
            if when and event.when and after_all_of(when, event.when):
                message = f"dated before `{ref.id}`, which it is said to answer"
                yield warning(event, "response_to", "order", message)


def unknown_zone(checked: Checked) -> Iterator[Problem]:
    """A time zone is neither an IANA name, nor UTC, nor an offset."""
    for zone, place in _zones(checked):
        if zone and zone_of(zone) is None:
            guesses = [f"`{each}`" for each in _zones_meant(zone)]
            hint = (
                f"did you mean {' or '.join(guesses)}?"
                if guesses
                else "write an IANA name, as Europe/Istanbul"
            )
            repair = Repair(zone, guesses[0].strip("`")) if len(guesses) == 1 else None
            yield Problem(place, "zone", f"unknown time zone `{zone}`; {hint}", "error", repair)


def _zones_meant(zone: str) -> list[str]:
    """The zones of a city, one in another spelling, or the offset in `UTC+3`."""
    from zoneinfo import available_timezones  # noqa: PLC0415  (reads hundreds of files)

    if offset := _UTC_OFFSET.fullmatch(zone):
        return [f"{offset[1]}{int(offset[2]):02}:{offset[3] or '00'}"]
    cities: dict[str, list[str]] = {}
    for name in sorted(available_timezones()):
        cities.setdefault(fold(name), []).append(name)
        if "/" in name:
            cities.setdefault(fold(name.rpartition("/")[2]), []).append(name)
    found = cities.get(fold(zone)) or cities.get(nearest(zone, cities), [])
    near = len(found) < 4 and all(_digits(each) == _digits(zone) for each in found)
    return found if near else []


def _digits(zone: str) -> list[str]:
    return re.findall(r"\d", zone)


def _zones(checked: Checked) -> Iterator[tuple[str, Place]]:
    brief = checked.brief
    yield brief.display_zone, brief.spot.field("display_zone")
    for party in brief.parties:
        yield party.zone, party.spot.field("zone")
    for venue in brief.venues:
        yield venue.zone, venue.spot.field("zone")
    for when in checked.dates:
        yield when.zone, when.place
        yield when.assume, when.place


def hour_that_never_was(checked: Checked) -> Iterator[Problem]:
    """A clock time lies in the hour that is left out where the clocks are put forward."""
    for when in checked.dates:
        name = when.zone or when.assume
        zone = zone_of(name) if when.clock and name else None
        bounds = (when.start,) if when.start == when.end else (when.start, when.end)
        for moment in bounds:
            if zone is None or moment is None or moment.hour is None:
                continue
            if never_was(moment.earliest, zone):
                after = in_zone(in_utc(moment.earliest, zone), zone)
                message = (
                    f"there was no {moment.earliest:%H:%M} in {name} that day: the clocks were put "
                    f"forward; write {after:%H:%M} or the zone that is meant"
                )
                yield Problem(when.place, "clock", message)


def year_of_another_calendar(checked: Checked) -> Iterator[Problem]:
    """A year lies centuries from every other date; `calendar:` says that it is right, or whose."""
    usual = _usual_year(checked)
    for when in checked.dates if usual else ():
        years = {moment.year for moment in (when.start, when.end) if moment}
        if when.calendar or not years or min(abs(year - usual) for year in years) <= _CENTURIES:
            continue
        from tui.brief.calendars import calendar_of  # noqa: PLC0415  (only where a year is odd)

        year = min(years)
        guess = calendar_of(year, usual)
        hint = f"of the {guess} calendar? then " if guess else ""
        message = (
            f"the year {year} lies centuries from the other dates of this brief; {hint}write "
            f"{{start: …, calendar: {guess or 'gregorian'}}}"
        )
        yield warning_at(when.place, "calendar", message)


def _usual_year(checked: Checked) -> int:
    """The year of the brief, else the one in the middle of all its dates; 0 where there is none."""
    as_of = checked.brief.as_of
    if as_of and as_of.start:
        return as_of.start.year
    years = sorted(when.start.year for when in checked.dates if when.start)
    return years[len(years) // 2] if years else 0


def _dates(checked: Checked) -> Iterator[tuple[ClaimedField, Claim[When], When]]:
    for fact in checked.facts:
        for claim in fact.claimed.claims:
            if isinstance(claim.value, When):
                yield fact, claim, claim.value


def finer_than_its_source(checked: Checked) -> Iterator[Problem]:
    """A time to the minute, and the words it was read from hold no number."""
    for _, claim, when in _dates(checked):
        words = claim.as_written or when.as_written
        named = _NAMED_HOUR.search(words)
        if words and when.clock and _CLOCKLESS.fullmatch(words) and not named:
            message = f"a time to the minute, and the source says only “{words}”"
            yield warning_at(claim.spot.place, "precision", message)


def weekday_without_anchor(checked: Checked) -> Iterator[Problem]:
    """A weekday was turned into a date, and no source of it bears a date to count from.

    A `note` on the claim, or on the source, that says what it was counted from, settles it.
    """
    for fact, claim, when in _dates(checked):
        words = claim.as_written or when.as_written
        if not _WEEKDAY.search(words) or claim.note or fact.claimed.note or fact.owner.note:
            continue
        sources = [checked.register.find(ref.id) for ref in fact.sources(claim)]
        dated = [s for s in sources if isinstance(s, Source) and (s.published or s.note)]
        if sources and not dated:
            message = f"“{words}”: no source here bears a date to count from"
            yield warning_at(claim.spot.place, "anchor", message)
