"""The brief as values: each class is a part of the file format, and its manual.

The text under a field says what an author writes there. Field names are the field's own: UCDP,
ACLED, PA-X, Popolo, EDTF, the Admiralty code and ICD 203.
"""

from tui.brief.model.brief import Brief
from tui.brief.model.conflict import (
    Casualties,
    Ceasefire,
    CeasefireStatus,
    Conflict,
    Event,
    Measure,
    Point,
    Series,
    Site,
)
from tui.brief.model.mediation import Contact, Mediation, Proposal, ThirdParty
from tui.brief.model.overview import Judgment, OpenQuestion, Overview, TalkingPoint, Watch
from tui.brief.model.papers import Document, Exchange, ExchangeSide, Provision, Statement, Tranche
from tui.brief.model.positions import Issue, Positions, Response, Stance, Status
from tui.brief.model.registers import Organization, Party, Person, Source, Venue
from tui.brief.model.talks import (
    Delegation,
    Mandate,
    Member,
    Openness,
    Outcome,
    OutcomeItem,
    Proposed,
    Roster,
    Round,
    RoundSession,
    RoundStatus,
)

__all__ = [
    "Brief",
    "Casualties",
    "Ceasefire",
    "CeasefireStatus",
    "Conflict",
    "Contact",
    "Delegation",
    "Document",
    "Event",
    "Exchange",
    "ExchangeSide",
    "Issue",
    "Judgment",
    "Mandate",
    "Measure",
    "Mediation",
    "Member",
    "OpenQuestion",
    "Openness",
    "Organization",
    "Outcome",
    "OutcomeItem",
    "Overview",
    "Party",
    "Person",
    "Point",
    "Positions",
    "Proposal",
    "Proposed",
    "Provision",
    "Response",
    "Roster",
    "Round",
    "RoundSession",
    "RoundStatus",
    "Series",
    "Site",
    "Source",
    "Stance",
    "Statement",
    "Status",
    "TalkingPoint",
    "ThirdParty",
    "Tranche",
    "Venue",
    "Watch",
]
