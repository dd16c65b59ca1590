"""One time by several clocks: the home zone, UTC, the reader's own, and each capital's."""

from datetime import datetime
from typing import Any

from tui.blocks import Fact, Item, Span
from tui.brief.instants import in_utc, zone_of
from tui.brief.when import When
from tui.presentation import dates
from tui.presentation.view import View


def clocks_fact(view: View, when: When) -> tuple[Fact, ...]:
    """What the clocks show at a time; nothing for a date without a time of day."""
    moment = when.start or when.end
    if not when.clock or moment is None:
        return ()
    zone = zone_of(when.zone or when.assume) if when.zone or when.assume else None
    if zone is None:
        text = "not known: no time zone is stated, and none is assumed"
        return (Fact("elsewhere", (Item((Span(text, "quiet"),)),)),)
    instant = in_utc(moment.earliest, zone)
    shown: dict[str, list[str]] = {}
    for name, where in _places(view):
        local = _local(instant, name)
        if local is not None and where not in shown.setdefault(local, []):
            shown[local].append(where)
    items = [
        Item((Span(f"{time}  "), Span(_listed(names), "quiet"))) for time, names in shown.items()
    ]
    if not when.zone:
        text = f"if {dates.zone_name(when.assume)} time is meant: the source states no zone"
        items.append(Item((Span(text, "quiet"),)))
    return (Fact("by the clocks of", tuple(items)),)


def _places(view: View) -> list[tuple[str, str]]:
    """Zones with a name for each: the home zone first, then UTC, the capitals, the reader."""
    places = [(view.home, dates.zone_name(view.home)), ("UTC", "UTC")]
    parties = (party for party in view.brief.parties if party.zone)
    places += ((each.zone, each.capital or dates.zone_name(each.zone)) for each in parties)
    if view.here:
        places.append((view.here, "here"))
    return places


def _local(instant: datetime, name: str) -> str | None:
    zone: Any = zone_of(name)
    if zone is None:
        return None
    try:
        return dates.format_instant(instant.astimezone(zone))
    except (OverflowError, ValueError):
        return None


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
