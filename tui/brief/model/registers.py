"""The registers other records refer to: parties, organizations, people, venues, sources."""

from collections.abc import Mapping
from typing import Annotated, TypeAlias

from tui.brief.claims import Claimed
from tui.brief.fields import REQUIRED, SEVERAL, To, Words
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.value import NO_NAMES, value
from tui.brief.when import When

PartyRef: TypeAlias = Annotated[Reference, To("parties")]
ActorRef: TypeAlias = Annotated[Reference, To("people", "organizations", "parties")]
"""Who may speak, act, be met or be counted."""
JointRef: TypeAlias = Annotated[Reference, To("people", "organizations", "parties"), SEVERAL]
"""The same where several may do it together: `[ru, ua]` for a joint statement."""
VenueRef: TypeAlias = Annotated[Reference, To("venues")]


@value
class Party(Record):
    """A party to the process, or one with an interest in it."""

    KEY = ("name",)
    SORT = ("stance",)

    name: Annotated[str, REQUIRED] = ""
    """Its name, as the brief uses it."""
    kind: Annotated[
        str, Words("state", "armed_group", "coalition", "movement", "organization", "community")
    ] = ""
    """What it is."""
    stance: Annotated[str, Words("belligerent", "mediator", "supporter", "observer", "other")] = ""
    """What it is to this conflict; `belligerent` for the sides of it."""
    side: str = ""
    """Name of the side it stands on, where several parties share one."""
    capital: str = ""
    """Its capital, to name its time by."""
    zone: str = ""
    """IANA time zone of its capital."""
    aliases: tuple[str, ...] = ()
    """Other names it goes by in the sources."""
    names: Mapping[str, str] = NO_NAMES
    """Name by language or script, as `uk: Україна`."""
    link: str = ""


@value
class Organization(Record):
    """A body that speaks or acts: a ministry, a service, a force, an international body."""

    KEY = ("name",)

    name: Annotated[str, REQUIRED] = ""
    of: Annotated[Reference | None, To("parties", "organizations")] = None
    """The party it belongs to, or the body it is part of."""
    abbreviation: str = ""
    kind: str = ""
    """What it is, in a word: ministry, security_service, armed_force, office, agency."""
    aliases: tuple[str, ...] = ()
    names: Mapping[str, str] = NO_NAMES
    """Name by language or script."""
    link: str = ""


@value
class Person(Record):
    """A person. Titles belong to a time and a source, so rosters and statements may give others."""

    KEY = ("name",)

    name: Annotated[str, REQUIRED] = ""
    """Name as the brief writes it."""
    of: Annotated[Reference | None, To("parties", "organizations")] = None
    """The party or body the person belongs to."""
    title: Claimed[str] | None = None
    """Post held at the time of the brief."""
    task: Claimed[str] | None = None
    """What the person does in this process, beside the post: `chief negotiator`."""
    rank: Claimed[str] | None = None
    """Military, diplomatic or academic rank: `Lieutenant General`, `Ambassador`."""
    aliases: tuple[str, ...] = ()
    """Other spellings of the name in the sources."""
    names: Mapping[str, str] = NO_NAMES
    """Name by language or script, as `uk: Рустем Умєров`."""
    born: When | None = None
    link: str = ""


@value
class Venue(Record):
    """Where a meeting is held. `part_of` makes a hall agree with its building."""

    KEY = ("name",)

    name: Annotated[str, REQUIRED] = ""
    city: str = ""
    country: str = ""
    part_of: Annotated[Reference | None, To("venues")] = None
    """The larger place it lies in."""
    zone: str = ""
    """IANA time zone."""
    lat: str = ""
    """Latitude in decimal degrees, WGS 84."""
    lon: str = ""
    """Longitude in decimal degrees, WGS 84."""
    aliases: tuple[str, ...] = ()


@value
class Source(Record):
    """Something that was read. Independence is counted by `origin`, not by article."""

    KEY = ("publisher", "title")
    SORT = ("id",)

    kind: Annotated[
        str,
        Words(
            "article", "wire", "post", "statement", "press_release", "transcript", "interview",
            "broadcast", "dataset", "report", "agreement", "book", "cable", "meeting_note", "web",
        ),
    ] = ""  # fmt: skip
    """What it is."""
    publisher: str = ""
    """Who published it."""
    title: str = ""
    """Its headline or title."""
    author: str = ""
    published: When | None = None
    """Date of publication; left out where the source bears none."""
    accessed: When | None = None
    """When the writer read it."""
    lang: str = ""
    """Language, as a BCP 47 tag: en, tr, uk."""
    url: str = ""
    """Address on the web; opened only if it is http, https or mailto."""
    file: str = ""
    """A copy beside the brief, as a path below its folder."""
    reliability: Annotated[str, Words("A", "B", "C", "D", "E", "F")] = ""
    """Admiralty letter, A (completely reliable) to F (cannot be judged)."""
    origin: str = ""
    """Name of the wire or release it copies: sources of one origin count once."""
    derived_from: Annotated[tuple[Reference, ...], To("sources")] = ()
    """Sources it draws on."""
    party_to_conflict: bool | None = None
    """Whether it speaks for one of the parties."""
    of: Annotated[Reference | None, To("parties", "organizations")] = None
    """The party or body it speaks for."""
