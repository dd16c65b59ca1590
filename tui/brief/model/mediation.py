"""The people and efforts around the table: third parties, contacts, proposals."""

from typing import Annotated

from tui.brief.claims import Claimed
from tui.brief.fields import REQUIRED, To, Words
from tui.brief.model.overview import AnyRef
from tui.brief.model.positions import Response
from tui.brief.model.registers import ActorRef, JointRef
from tui.brief.model.talks import ATTENDANCE, DocumentRef, Mandate, RoundRef
from tui.brief.record import Record
from tui.brief.refs import Location, Reference
from tui.brief.value import value
from tui.brief.when import When


@value
class ThirdParty(Record):
    """Somebody who mediates, hosts, observes or guarantees."""

    KEY = ("person", "party", "rounds")

    person: Annotated[Reference | None, To("people")] = None
    party: Annotated[Reference | None, To("parties", "organizations")] = None
    roles: Annotated[
        tuple[str, ...],
        Words(
            "mediator", "co-mediator", "facilitator", "good_offices", "host", "convener", "chair",
            "observer", "witness", "guarantor", "monitor", "donor", "participant",
        ),
    ] = ()  # fmt: skip
    role_as_written: Claimed[str] | None = None
    """The role in the words of a source."""
    title: Claimed[str] | None = None
    rounds: tuple[RoundRef, ...] = ()
    from_: When | None = None
    to: When | None = None
    mandate: Mandate | None = None
    consent: str = ""
    """Whether and how the parties accepted it."""
    leverage: str = ""
    """What it can bring to bear."""
    attendance: Annotated[str, ATTENDANCE] = ""


@value
class Contact(Record):
    """A visit, call, meeting or message around the talks."""

    KEY = ("kind", "who", "when", "place")

    title: str = ""
    kind: Annotated[str, Words("visit", "call", "meeting", "news_conference", "message")] = ""
    who: Annotated[tuple[ActorRef, ...], REQUIRED] = ()
    """Who made the contact."""
    with_: tuple[ActorRef, ...] = ()
    """With whom."""
    place: Location | None = None
    when: Claimed[When] | None = None
    about: str = ""
    outcome: Claimed[str] | None = None
    cameo: str = ""
    """CAMEO event code: 041 telephone, 042 visit, 043 host a visit."""
    related: tuple[AnyRef, ...] = ()


@value
class Proposal(Record):
    """What somebody put to the parties."""

    KEY = ("by", "text")

    text: Annotated[str, REQUIRED] = ""
    by: JointRef | None = None
    to: tuple[ActorRef, ...] = ()
    when: Claimed[When] | None = None
    document: DocumentRef | None = None
    round: RoundRef | None = None
    responses: tuple[Response, ...] = ()


@value
class Mediation(Record):
    """The people and efforts around the table."""

    third_parties: tuple[ThirdParty, ...] = ()
    """Who mediates, hosts, observes."""
    contacts: tuple[Contact, ...] = ()
    """Shuttle visits, calls, messages."""
    proposals: tuple[Proposal, ...] = ()
    """What third parties proposed."""
