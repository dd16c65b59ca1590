"""What happens beside the talks: events, measures, ceasefires, series."""

from collections.abc import Mapping
from typing import Annotated

from tui.brief.claims import HELD, Claim, Claimed
from tui.brief.fields import ORDERED, REQUIRED, To, Words
from tui.brief.model.positions import Response, Status
from tui.brief.model.registers import JointRef
from tui.brief.quantity import Quantity
from tui.brief.record import Record
from tui.brief.refs import Location, Reference
from tui.brief.value import NO_NAMES, value
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
    by: JointRef | None = None
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
    series: Annotated[Reference | None, To("series")] = None
    """The series that counts the same thing: each figure is held against its points of that day."""
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
    by: JointRef | None = None


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
    actor: Claimed[JointRef] | None = None
    """Who did it."""
    target: Claimed[JointRef] | None = None
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
class CeasefireStatus(Status):
    """How it stands with a ceasefire. Short form: the word alone."""

    status: Annotated[
        str,
        REQUIRED,
        Words("proposed", "agreed", "declared", "in_force", "extended", "violated", "suspended",
              "expired", "rejected", "ended"),
    ] = ""  # fmt: skip


@value
class Ceasefire(Record):
    """A ceasefire, proposed or in force."""

    KEY = ("proposer", "scope", "proposed")

    title: str = ""
    proposer: JointRef | None = None
    scope: Annotated[str, Words("general", "partial", "humanitarian", "unilateral")] = ""
    days: Claimed[Quantity] | None = None
    """How long it is to last."""
    conditions: Annotated[tuple[str, ...], ORDERED] = ()
    proposed: Claimed[When] | None = None
    declared: Claimed[When] | None = None
    effective: Claimed[When] | None = None
    ended: Claimed[When] | None = None
    status: tuple[CeasefireStatus, ...] = ()
    """Where it stands, and who says so; several make its history, by their dates."""
    responses: tuple[Response, ...] = ()
    """What each party answered."""


@value
class Point(Record):
    """One figure of a series: of what day, how many, and who counted."""

    KEY = ("when", "by", "source", "src")

    when: Annotated[When | None, REQUIRED] = None
    value: Annotated[Quantity | None, REQUIRED] = None
    by: JointRef | None = None
    """Who counted, where that is not who counts the series."""
    source: str = ""
    """Who counted, in the words of the table; for those who are nobody of the brief."""
    corrects: Quantity | None = None
    """The figure of the same day that this one takes the place of."""


@value
class Series(Record):
    """One quantity over time: points written here, a table in a file beside the brief, or both."""

    KEY = ("name",)

    name: Annotated[str, REQUIRED] = ""
    unit: str = ""
    predicate: str = ""
    """What is said of the thing counted: `launched`, `killed`."""
    by: JointRef | None = None
    """Who counts."""
    file: str = ""
    """Path of the table (`.csv` or `.tsv`, UTF-8), below the folder of the brief."""
    columns: Mapping[str, str] = NO_NAMES
    """Which column of the table holds what, where its heading says it in other words.

    As `{when: day, value: estimate}`: `when` (or `start` and `end`), `value`, `low`, `high`, `by`,
    `src`, `source`, `note`, `corrects`.
    """
    only: Mapping[str, str] = NO_NAMES
    """The rows of the table that count here: column and text, as `{country: Northland}`."""
    dates: Annotated[str, Words("year-month-day", "day/month/year", "month/day/year")] = ""
    """How the table writes its days, where not as a brief does."""
    points: tuple[Point, ...] = ()
    """Figures written in the brief itself."""
    rows: tuple[Point, ...] = ()
    """The points of the table; the loader fills them in."""

    @property
    def all_points(self) -> tuple[Point, ...]:
        """Those written in the brief, then those of the table, in the order written."""
        return self.points + self.rows

    @property
    def voices(self) -> tuple[Point, ...]:
        """Of the rows of its table, the first of each who counts, and of each source."""
        found: dict[object, Point] = {}
        for row in self.rows:
            if row.by or row.src:
                found.setdefault((row.by, row.src), row)
        return tuple(found.values())


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
