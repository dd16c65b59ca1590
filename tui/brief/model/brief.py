"""The head of a brief and its sections."""

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated

from tui.brief.fields import ORDERED, REQUIRED
from tui.brief.handling import LEVELS, Levels
from tui.brief.model.conflict import Conflict
from tui.brief.model.mediation import Mediation
from tui.brief.model.overview import OpenQuestion, Overview
from tui.brief.model.papers import Document, Exchange, Statement
from tui.brief.model.positions import Positions
from tui.brief.model.registers import Organization, Party, Person, Source, Venue
from tui.brief.model.talks import Delegation, Round
from tui.brief.record import NOWHERE, Extra, Spot
from tui.brief.refs import SourceRef
from tui.brief.value import NO_NAMES, Value, value
from tui.brief.when import When


@value
class Redacted(Value):
    """What `parley redact` says of a brief it wrote."""

    level: str = ""
    """The level of handling above which nothing was kept."""
    left_out: int | None = None
    """How many records, claims and texts are not in this brief."""


@value
class Brief(Value):
    """One brief about one peace process, at one time. Only the first three fields are required."""

    parley: Annotated[int | None, REQUIRED] = None
    """Version of the format: 1."""
    id: Annotated[str, REQUIRED] = ""
    """Short name of the brief, unique in its library."""
    title: Annotated[str, REQUIRED] = ""
    """What the brief is about, in one line."""
    as_of: When | None = None
    """Information cut-off: nothing later is in the brief."""
    display_zone: str = ""
    """IANA time zone that times are shown in first, as `Europe/Istanbul`; UTC where absent."""
    handling: Annotated[str, Levels(*LEVELS)] = ""
    """Handling mark; always on screen and on every export."""
    embargo_until: When | None = None
    """When an embargo ends."""
    redacted: Redacted | None = None
    """What was left out of this brief to hand it on; written by `parley redact`."""
    previous: str = ""
    """Id of the brief this one follows."""
    aliases: Mapping[str, str] = NO_NAMES
    """Other spellings and the one used here, as `Kiev: Kyiv`."""
    src: tuple[SourceRef, ...] = ()
    """Sources the whole brief rests on, for records that name none."""
    note: str = ""
    tags: tuple[str, ...] = ()

    overview: Overview | None = None
    """The brief in a minute: bottom line, judgments, what to watch."""
    rounds: tuple[Round, ...] = ()
    """Meetings and their outcomes."""
    delegations: tuple[Delegation, ...] = ()
    """Who sits for whom in which round."""
    mediation: Mediation | None = None
    """Third parties, their contacts and their proposals."""
    conflict: Conflict | None = None
    """What happens beside the talks."""
    positions: Positions | None = None
    """Issues, and where each party stands on them."""
    statements: tuple[Statement, ...] = ()
    """What was said, by whom, to whom, through which channel."""
    documents: tuple[Document, ...] = ()
    """Drafts, agreements, decrees, with their state for each party."""
    exchanges: tuple[Exchange, ...] = ()
    """Exchanges of prisoners, bodies, civilians, children, wounded."""
    open_questions: Annotated[tuple[OpenQuestion, ...], ORDERED] = ()
    """What is not known, why it matters and what would settle it."""
    sources: tuple[Source, ...] = ()
    """Publications, posts and datasets the brief rests on."""

    parties: tuple[Party, ...] = ()
    """Parties to the process."""
    organizations: tuple[Organization, ...] = ()
    """Ministries, services, forces, international organizations."""
    people: tuple[Person, ...] = ()
    """Everybody who is named."""
    venues: tuple[Venue, ...] = ()
    """Where meetings are held."""

    extra: tuple[Extra, ...] = ()
    spot: Spot = field(default=NOWHERE, compare=False, repr=False)
