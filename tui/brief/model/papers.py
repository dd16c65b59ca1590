"""Deliverables and words: documents, exchanges, statements."""

from typing import Annotated

from tui.brief.claims import Claimed
from tui.brief.fields import ORDERED, REQUIRED, To, Words
from tui.brief.model.overview import AnyRef
from tui.brief.model.positions import Response, Status
from tui.brief.model.registers import ActorRef, JointRef
from tui.brief.quantity import Quantity
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.value import value
from tui.brief.when import When


@value
class DocumentStatus(Status):
    """What became of a document. Short form: the word alone."""

    status: Annotated[
        str,
        REQUIRED,
        Words(
            "announced", "drafting", "prepared", "sent", "received", "not received", "presented",
            "discussed", "answered", "agreed", "signed", "not signed", "rejected", "leaked",
            "withdrawn", "superseded",
        ),
    ] = ""  # fmt: skip


@value
class ExchangeStatus(Status):
    """How far an exchange is. Short form: the word alone."""

    status: Annotated[
        str,
        REQUIRED,
        Words("proposed", "agreed", "under_way", "partly_done", "completed", "stalled", "disputed"),
    ] = ""


@value
class Provision(Record):
    """One point of a document."""

    KEY = ("text",)

    text: Annotated[str, REQUIRED] = ""
    issue: Annotated[Reference | None, To("issues")] = None
    """The issue it settles or touches."""
    at: str = ""
    """Article or paragraph."""


@value
class Document(Record):
    """A paper between the parties. Its state may differ by party, and each may be true."""

    KEY = ("title",)

    title: Annotated[str, REQUIRED] = ""
    author: JointRef | None = None
    """Who drew it up."""
    kind: Annotated[
        str,
        Words(
            "memorandum", "proposal", "agreement", "communique", "decree", "letter", "draft",
            "statement", "roadmap", "protocol", "resolution", "report",
        ),
    ] = ""  # fmt: skip
    stage: str = ""
    """Stage of the process it belongs to (PA-X): pre, ceasefire, framework, substantive,
    implementation, renewal."""
    states: tuple[DocumentStatus, ...] = ()
    """What became of it, by whom and when."""
    when: Claimed[When] | None = None
    """Its own date."""
    languages: tuple[str, ...] = ()
    """Languages it exists in, as BCP 47 tags."""
    scope: Claimed[str] | None = None
    """What it is about."""
    signatories: tuple[ActorRef, ...] = ()
    third_parties: tuple[ActorRef, ...] = ()
    """Who witnessed, guaranteed or hosted it."""
    responses: tuple[Response, ...] = ()
    """What each party answered to it."""
    provisions: Annotated[tuple[Provision, ...], ORDERED] = ()
    """What it says."""
    related: tuple[AnyRef, ...] = ()
    file: str = ""
    """A copy beside the brief."""
    link: str = ""


@value
class Tranche(Record):
    """One part of an exchange."""

    KEY = ("when", "count")

    when: Claimed[When] | None = None
    count: Claimed[Quantity] | None = None
    """How many, from each side where nothing else is said; `780 from both sides` is a total."""
    by: JointRef | None = None
    """Who handed over."""
    where: str = ""


@value
class ExchangeSide(Record):
    """What one side gives in an exchange."""

    KEY = ("party", "count")

    party: Annotated[Reference | None, To("parties"), REQUIRED] = None
    count: Annotated[Claimed[Quantity] | None, REQUIRED] = None
    """How many, and of what where it matters: `5000`, `up to 1,000 prisoners`, `1,212 bodies`."""


@value
class Exchange(Record):
    """An exchange of people, alive or dead."""

    KEY = ("kind", "formula")

    title: str = ""
    kind: Annotated[str, Words("prisoners", "bodies", "civilians", "children", "wounded")] = ""
    formula: str = ""
    """The formula as the parties name it: `1,000 for 1,000`."""
    per_side: Claimed[Quantity] | None = None
    """How many from each side, where both give as many. Where the formula names two numbers, as
    `5,000 for 1,000`, or none, the `by` of a claim is whose number it is."""
    sides: tuple[ExchangeSide, ...] = ()
    """How many from each side, where the numbers differ or are of several things."""
    categories: tuple[str, ...] = ()
    """Who was to be exchanged."""
    round: Annotated[Reference | None, To("rounds")] = None
    """The round it was agreed at."""
    agreed: Claimed[When] | None = None
    """When it was agreed."""
    status: tuple[ExchangeStatus, ...] = ()
    tranches: tuple[Tranche, ...] = ()
    """What was carried out so far."""
    completed: Claimed[When] | None = None
    """When it was carried out in full."""
    stage: Annotated[str, Words("pre", "conf")] = ""
    """Before the agreement, or confirming it (PA-X)."""


@value
class Statement(Record):
    """Something said. `quote` holds only words that stand in quotation marks in a source."""

    KEY = ("speaker", "when", "quote", "gist")

    speaker: Annotated[JointRef | None, REQUIRED] = None
    on_behalf_of: JointRef | None = None
    when: Claimed[When] | None = None
    channel: str = ""
    """Through what: news conference, post, statement, interview, phone call."""
    to: tuple[ActorRef, ...] = ()
    """To whom."""
    quote: str = ""
    """Words quoted by a source, verbatim."""
    gist: str = ""
    """What was said, in the writer's words."""
    about: tuple[AnyRef, ...] = ()
    """Issues, documents, rounds, people it concerns."""
    cameo: str = ""
    """CAMEO event code."""
    via: ActorRef | None = None
    """Who passed it on."""
