"""The talks: rounds and delegations."""

from typing import Annotated, TypeAlias

from tui.brief.claims import Claimed
from tui.brief.fields import ORDERED, REQUIRED, SEVERAL, To, Words
from tui.brief.model.positions import Status
from tui.brief.model.registers import ActorRef, JointRef, PartyRef, VenueRef
from tui.brief.quantity import Quantity
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.value import value
from tui.brief.when import When

RoundRef: TypeAlias = Annotated[Reference, To("rounds")]
IssueRef: TypeAlias = Annotated[Reference, To("issues")]
DocumentRef: TypeAlias = Annotated[Reference, To("documents")]

LEVELS = ("heads", "ministers", "senior_officials", "technical")
"""How high those rank who meet."""
ATTENDANCE = Words("expected", "present", "absent", "replaced")


@value
class Proposed(Record):
    """Who called for a round, and when."""

    by: JointRef | None = None
    when: Claimed[When] | None = None
    to: tuple[ActorRef, ...] = ()


@value
class RoundSession(Record):
    """One sitting of a round that has several, with its day, place and parties."""

    KEY = ("title", "when", "venue")

    title: str = ""
    """Its name: `opening`, `second day`, `security committee`."""
    when: Claimed[When] | None = None
    venue: Claimed[VenueRef] | None = None
    """Its place, if other than that of the round."""
    parties: tuple[PartyRef, ...] = ()
    """Who sat in it; left out: those of the round."""
    text: str = ""
    """Its subject, or its result."""


@value
class OutcomeItem(Record):
    """One thing agreed, not agreed or put off. Short form: its text."""

    KEY = ("text",)
    SHORT = "text"

    text: Annotated[str, REQUIRED] = ""
    exchange: Annotated[Reference | None, To("exchanges")] = None
    document: DocumentRef | None = None
    issue: IssueRef | None = None
    by: JointRef | None = None
    """Who says so."""


@value
class Outcome(Record):
    """What a round came to."""

    agreed: Annotated[tuple[OutcomeItem, ...], ORDERED] = ()
    not_agreed: Annotated[tuple[OutcomeItem, ...], ORDERED] = ()
    deferred: Annotated[tuple[OutcomeItem, ...], ORDERED] = ()
    next: str = ""
    """The next round, by its id, or when it is to be."""


@value
class Openness(Record):
    """What the public may see of a round."""

    opening: str = ""
    """The opening remarks: live, public, closed."""
    session: str = ""
    """The talks themselves."""


@value
class RoundStatus(Status):
    """Where a round stands. Short form: the word alone."""

    status: Annotated[
        str,
        REQUIRED,
        Words(
            "proposed", "scheduled", "under_way", "concluded", "adjourned", "postponed",
            "cancelled", "collapsed",
        ),
    ] = ""  # fmt: skip
    for_: When | None = None
    """The day it was scheduled for, or put off to. A meeting that moved has several such lines."""


@value
class Round(Record):
    """A meeting of the parties."""

    KEY = ("n", "title", "when")

    title: str = ""
    n: int | None = None
    """Its number in the series."""
    series: str = ""
    """The series it counts in, as `Istanbul 2025`."""
    status: Annotated[tuple[RoundStatus, ...], REQUIRED] = ()
    """Where it stands; several make its history, by their dates. The latest is now."""
    when: Annotated[Claimed[When] | None, REQUIRED] = None
    venue: Claimed[VenueRef] | None = None
    parties: tuple[PartyRef, ...] = ()
    """Who negotiates; left out: the belligerent parties of the brief."""
    format: Annotated[
        tuple[str, ...],
        Words("direct", "indirect", "proximity", "shuttle", "trilateral", "multilateral", "online"),
    ] = ()
    track: Annotated[str, Words("1", "1.5", "2")] = ""
    """1 official, 1.5 officials in private capacity, 2 unofficial."""
    level: Claimed[str] | None = None
    """heads, ministers, senior_officials, technical, of which two exclude each other; or as a
    source words it."""
    proposed: tuple[Proposed, ...] = ()
    sessions: tuple[RoundSession, ...] = ()
    """Its days, sites and committees, each on its own."""
    agenda: Annotated[tuple[IssueRef, ...], ORDERED] = ()
    outcome: Outcome | None = None
    openness: Openness | None = None
    duration: Claimed[Quantity] | None = None
    languages: tuple[str, ...] = ()
    significance: Claimed[str] | None = None
    """What sources make of it: `highest direct contact in nearly three years`."""
    summary: Claimed[str] | None = None
    """What the mediator, or whoever chaired it, said of the round in sum."""


@value
class Member(Record):
    """Somebody on a roster. Short form: the id of the person."""

    KEY = ("person",)
    SHORT = "person"

    person: Annotated[Reference | None, To("people"), REQUIRED] = None
    role: Annotated[
        str,
        Words("head", "deputy_head", "member", "expert", "adviser", "interpreter", "spokesperson"),
    ] = ""
    title: Claimed[str] | None = None
    """Post, as this source gives it."""
    on_behalf_of: JointRef | None = None
    attendance: Annotated[str, ATTENDANCE] = ""
    replaces: Annotated[Reference | None, To("people")] = None
    from_: When | None = None
    to: When | None = None


@value
class Roster(Record):
    """The members of a delegation as one source lists them."""

    KEY = ("src", "as_of")

    list: Annotated[str, Words("open", "closed")] = ""
    """Closed: whoever is not on it is not a member. Open: others may be."""
    as_of: When | None = None
    basis: str = ""
    """What the list rests on: a decree, an announcement, a photograph."""
    by: JointRef | None = None
    """Who announced it."""
    members: Annotated[tuple[Member, ...], ORDERED] = ()


@value
class Mandate(Record):
    """What a delegation or a third party may do, and who says so. Short form: its text."""

    SHORT = "text"

    text: str = ""
    basis: str = ""
    """The decree, directive or invitation."""


@value
class Delegation(Record):
    """Who sits for one party at one round."""

    KEY = ("party", "round")

    party: Annotated[PartyRef | None, REQUIRED] = None
    round: Annotated[RoundRef | None, REQUIRED] = None
    head: Claimed[Annotated[Reference, To("people"), SEVERAL]] | None = None
    """Who leads it."""
    rosters: tuple[Roster, ...] = ()
    """One list of members per source."""
    mandate: Mandate | None = None
