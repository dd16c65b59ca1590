"""What happens beside the talks: events, measures, ceasefires, series."""

from typing import Annotated

from tui.brief.claims import HELD, Claim, Claimed
from tui.brief.fields import REQUIRED, To, Words
from tui.brief.model.positions import Response
from tui.brief.model.registers import ActorRef
from tui.brief.quantity import Quantity
from tui.brief.record import Record
from tui.brief.refs import Location, Reference
from tui.brief.value import value
from tui.brief.when import When

EVENT_TYPES = Words(
    "battles", "explosions/remote violence", "violence against civilians", "protests", "riots",
    "strategic developments",
)  # fmt: skip
"""ACLED event types."""


@value
class Site(Record):
    """A place an event touched, with what is said to have happened there. Short form: its name."""

    KEY = ("place", "by")
    SHORT = "place"

    place: Annotated[Location | None, REQUIRED] = None
    by: ActorRef | None = None
    """Who names the place."""
    outcome: Claimed[str] | None = None
    """What happened there."""


@value
class Measure(Record):
    """One thing counted, by whoever counts it. Unlike units and predicates stay side by side."""

    KEY = ("name",)

    name: Annotated[str, REQUIRED] = ""
    """What is counted."""
    claims: tuple[Claim[Quantity], ...] = ()
    """The figures, each with its speaker, predicate and unit."""
    held: HELD = ""
    """The writer's verdict."""
    why: str = ""
    """The writer's reason."""

    @property
    def figures(self) -> Claimed[Quantity]:
        """The figures as any other claimed value."""
        return Claimed(self.claims, self.held, self.why, self.note, self.spot)


@value
class Casualties(Record):
    """People killed and wounded."""

    killed: Claimed[Quantity] | None = None
    wounded: Claimed[Quantity] | None = None
    missing: Claimed[Quantity] | None = None
    displaced: Claimed[Quantity] | None = None


@value
class Characterisation(Record):
    """What somebody calls an event: their words, not ours."""

    KEY = ("by", "text")

    text: Annotated[str, REQUIRED] = ""
    by: ActorRef | None = None


@value
class Event(Record):
    """Something that happened in the conflict."""

    KEY = ("title", "when", "type")

    title: str = ""
    when: Annotated[Claimed[When] | None, REQUIRED] = None
    type: Annotated[str, EVENT_TYPES] = ""
    """ACLED event type."""
    sub_type: str = ""
    """ACLED sub-event type."""
    actor: Claimed[ActorRef] | None = None
    """Who did it."""
    target: Claimed[ActorRef] | None = None
    """Whom it struck."""
    text: Claimed[str] | None = None
    """What happened, as told."""
    places: tuple[Site, ...] = ()
    measures: tuple[Measure, ...] = ()
    casualties: Casualties | None = None
    response_to: Claimed[Annotated[Reference, To("events")]] | None = None
    """The event it is said to answer."""
    characterised_as: tuple[Characterisation, ...] = ()


@value
class Ceasefire(Record):
    """A ceasefire, proposed or in force."""

    KEY = ("proposer", "scope", "proposed")

    title: str = ""
    proposer: ActorRef | None = None
    scope: Annotated[str, Words("general", "partial", "humanitarian", "unilateral")] = ""
    days: Claimed[Quantity] | None = None
    """How long it is to last."""
    conditions: tuple[str, ...] = ()
    proposed: Claimed[When] | None = None
    declared: Claimed[When] | None = None
    effective: Claimed[When] | None = None
    ended: Claimed[When] | None = None
    status: Annotated[
        str,
        Words("proposed", "agreed", "declared", "in_force", "violated", "expired", "rejected",
              "ended"),
    ] = ""  # fmt: skip
    responses: tuple[Response, ...] = ()
    """What each party answered."""


@value
class Series(Record):
    """A table of figures over time, kept in a file beside the brief."""

    KEY = ("name",)

    name: Annotated[str, REQUIRED] = ""
    unit: str = ""
    file: str = ""
    """Path of the table, below the folder of the brief."""
    by: ActorRef | None = None
    """Who counts."""


@value
class Conflict(Record):
    """The conflict the talks are about."""

    name: str = ""
    """What the brief calls it."""
    started: Claimed[When] | None = None
    duration: Claimed[str] | None = None
    """How long it has lasted, as sources put it."""
    events: tuple[Event, ...] = ()
    ceasefires: tuple[Ceasefire, ...] = ()
    measures: tuple[Measure, ...] = ()
    """Figures about the conflict as a whole."""
    series: tuple[Series, ...] = ()
