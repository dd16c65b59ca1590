"""Rules about dates, zones and the order of things."""

import re
from collections.abc import Iterator

from tui.brief.checked import Checked, warning, warning_at
from tui.brief.claims import Claim
from tui.brief.instants import after_all_of, zone_of
from tui.brief.model import Event, Source
from tui.brief.place import Place, Problem, Repair
from tui.brief.spelling import fold, nearest
from tui.brief.walk import ClaimedField
from tui.brief.when import When

_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\bweekend\b", re.I)
_CLOCKLESS = re.compile(r"\D*")
_UTC_OFFSET = re.compile(r"(?:UTC|GMT)\s*([+-])(\d{1,2})(?::?(\d\d))?", re.I)
_NAMED_HOUR = re.compile(r"noon|midday|midnight|o'clock", re.I)


def round_before_its_proposal(checked: Checked) -> Iterator[Problem]:
    """A round is dated before it was proposed."""
    home = checked.brief.display_zone
    for record in checked.brief.rounds:
        proposals = [each.when for each in record.proposed]
        if record.when and any(after_all_of(each, record.when, home) for each in proposals if each):
            yield warning(record, "when", "order", "the round is dated before it was proposed")


def effect_before_cause(checked: Checked) -> Iterator[Problem]:
    """An event is said to answer another one that came after it."""
    home = checked.brief.display_zone
    for event in checked.brief.conflict.events if checked.brief.conflict else ():
        for ref in event.response_to.values if event.response_to else ():
            cause = checked.register.find(ref)
            when = cause.when if isinstance(cause, Event) else None
            if when and event.when and after_all_of(when, event.when, home):
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
    for _, _, when in _dates(checked):
        yield when.zone, when.place
        yield when.assume, when.place


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
