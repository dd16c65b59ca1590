"""Issues, where each party stands on them, and statuses with their history."""

from typing import Annotated

from tui.brief.claims import Claimed
from tui.brief.fields import ORDERED, REQUIRED, To, Words
from tui.brief.model.registers import ActorRef, JointRef, PartyRef
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.value import value
from tui.brief.when import When


@value
class Status(Record):
    """A state something was in, as somebody reports it. Short form: the word alone."""

    KEY = ("status", "by", "party", "when")
    SHORT = "status"

    status: Annotated[str, REQUIRED] = ""
    """The word, from the vocabulary of the section."""
    as_of: When | None = None
    """When it was so, as far as known."""
    when: When | None = None
    """When it came about."""
    party: ActorRef | None = None
    """The party the state holds for, where parties may be in different states."""
    by: JointRef | None = None
    """Who says so."""
    via: ActorRef | None = None
    """Who passed it on."""


@value
class Response(Record):
    """What a party answered to a proposal."""

    KEY = ("party", "answer")

    party: Annotated[ActorRef | None, REQUIRED] = None
    answer: Annotated[
        str,
        Words("accepted", "accepted_with_conditions", "rejected", "deferred", "none", "unclear"),
    ] = ""
    text: str = ""
    """The answer in the writer's words."""
    quote: str = ""
    """The party's own words, only where the source has them in quotation marks."""
    by: JointRef | None = None
    """Who says so."""
    when: When | None = None


@value
class Issue(Record):
    """A question the parties negotiate, or refuse to."""

    KEY = ("title",)

    title: Annotated[str, REQUIRED] = ""
    kind: str = ""
    """Sort of issue: security, political, humanitarian, procedural, territorial, economic."""
    parent: Annotated[Reference | None, To("issues")] = None
    """The larger issue it is part of."""


@value
class Stance(Record):
    """Where one party stands on one issue."""

    KEY = ("issue", "party", "round", "when")

    issue: Annotated[Reference | None, To("issues"), REQUIRED] = None
    party: Annotated[PartyRef | None, REQUIRED] = None
    position: Annotated[Claimed[str] | None, REQUIRED] = None
    """What the party says it wants."""
    interest: str = ""
    """Why it wants it, as far as known."""
    red_line: str = ""
    """What it says it will not accept."""
    flexibility: str = ""
    """Where it may move."""
    conditions: Annotated[tuple[str, ...], ORDERED] = ()
    """What it makes its position depend on."""
    basis: Annotated[str, Words("stated", "inferred")] = ""
    """Said by the party, or inferred by somebody."""
    when: When | None = None
    round: Annotated[Reference | None, To("rounds")] = None
    """The round it was taken at."""
    movement: Annotated[str, Words("hardened", "softened", "same", "new")] = ""
    """Against the party's stance before."""
    by: JointRef | None = None
    """Who says that this is the stance."""


@value
class Positions(Record):
    """Issues and stances."""

    issues: Annotated[tuple[Issue, ...], ORDERED] = ()
    """What is negotiated."""
    stances: tuple[Stance, ...] = ()
    """Who wants what."""
