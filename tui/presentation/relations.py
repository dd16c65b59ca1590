"""What a record has to do with another that it refers to, in words that follow its name."""

from typing import TYPE_CHECKING

from tui.blocks import Line, Span, plain
from tui.brief.claims import Claim
from tui.brief.model import (
    Contact,
    Delegation,
    Measure,
    Member,
    OutcomeItem,
    Proposal,
    Provision,
    Response,
    Site,
    Stance,
    Statement,
    Status,
    ThirdParty,
)
from tui.brief.model.conflict import Characterisation
from tui.brief.record import Record
from tui.presentation.facts import value
from tui.presentation.names import full_name, humanize, name_link, name_links, record_link
from tui.presentation.view import View

if TYPE_CHECKING:
    from tui.analysis.backlinks import Backlink

WORDS = {
    "Ceasefire.proposer": "proposes", "Contact.related": "belongs with",
    "Delegation.head": "leads the delegation of",
    "Delegation.round": "delegation:",
    "Document.author": "wrote", "Document.related": "belongs with",
    "Document.signatories": "signed", "Document.third_parties": "third party to",
    "Event.actor": "said to have acted in", "Event.response_to": "said to be answered by",
    "Event.target": "said to be the target of", "Exchange.round": "agreed here:",
    "Issue.parent": "includes the issue", "Judgment.basis": "ground for the judgment:",
    "Judgment.by": "judges:", "OpenQuestion.about": "open question:", "Outcome.next": "follows",
    "Point.by": "counts in",
    "Proposal.by": "proposes:", "Proposal.document": "paper of the proposal",
    "Proposal.round": "proposed here:", "Proposal.to": "is proposed to by",
    "Proposed.by": "called for", "Proposed.to": "was called to", "Roster.by": "gave a roster of",
    "Round.agenda": "on the agenda of", "Round.parties": "negotiates at",
    "Round.venue": "venue of",
    "RoundSession.parties": "sits in a session of", "RoundSession.venue": "venue of a session of",
    "Series.by": "counts", "Source.derived_from": "drawn on by",
    "Stance.by": "takes the position of", "Statement.about": "spoken of by",
    "Statement.on_behalf_of": "spoken for by", "Statement.speaker": "says:",
    "Statement.to": "told by", "Statement.via": "passes on:", "TalkingPoint.for": "line to take:",
    "ThirdParty.rounds": "accompanied by", "Tranche.by": "hands over in",
    "Watch.about": "to watch:",
}  # fmt: skip
"""Class and field of a reference → words before the name of the record it is in."""
_MET = {
    "visit": "visited by", "call": "called by", "meeting": "met by",
    "news_conference": "beside", "message": "written to by",
}  # fmt: skip


def relation(view: View, link: "Backlink") -> Line:
    """How the record of a link speaks of whom the link leads to."""
    line = _claimed(view, link) if link.voice else _relation(view, link)
    if not link.part:
        return line
    unnamed = f"“{link.ref.unnamed}”" if link.ref.unnamed else "somebody unnamed"
    perhaps = "perhaps as" if link.part == "maybe" else "through"
    return (Span(f"{perhaps} {unnamed}, ", "quiet"), *line)


def _relation(view: View, link: "Backlink") -> Line:
    owner, record = link.owner, record_link(view, link.record)
    match owner:
        case Statement() if link.field == "speaker":
            return (
                Span("says: "),
                Span(_words_of(owner), "quote" if owner.quote else "", record.link),
            )
        case Contact() if link.field in {"who", "with"}:
            return _contact(view, link, owner, record)
        case Delegation() if link.field == "party":
            at = Span(name_link(view, owner.round).text, "name", record.link)
            return (Span("sends a delegation to "), at)
        case Stance() if link.field != "by":
            return _stance(view, link, owner)
        case ThirdParty() if link.field in {"person", "party"}:
            return _third(view, owner, record)
    return _part(view, link, owner) or _plain(link, record)


def _contact(view: View, link: "Backlink", owner: Contact, record: Span) -> Line:
    if link.field == "who":
        return (Span(f"{humanize(owner.kind or 'contact')}: "), record)
    place = f" in {owner.place.name}" if owner.place else ""
    met = Span(f"{_MET.get(owner.kind, 'met by')} ")
    return (met, *name_links(view, owner.who), Span(f"{place}: "), record)


def _words_of(owner: Statement) -> str:
    return f"“{owner.quote}”" if owner.quote else owner.gist or owner.as_written


def _plain(link: "Backlink", record: Span) -> Line:
    of = WORDS.get(f"{type(link.owner).__name__}.{link.field}")
    return (Span(f"{of or f'{humanize(link.field)} in'} "), record)


def _stance(view: View, link: "Backlink", owner: Stance) -> Line:
    held = owner.position.standing if owner.position else ()
    text = " / ".join(plain(value(view, claim)) for claim in held) or owner.as_written
    what = Span(text or "not said what", "" if text else "quiet", link.record.key)
    on = (Span(", on "), name_link(view, owner.issue))
    who = () if link.field == "party" else (name_link(view, owner.party), Span(" "))
    return (*who, Span("wants"), *(() if link.field == "issue" else on), Span(": "), what)


def _third(view: View, owner: ThirdParty, record: Span) -> Line:
    roles = humanize(" and ".join(owner.roles)) or "third party"
    at = (Span(" at "), *name_links(view, owner.rounds)) if owner.rounds else ()
    attendance = f", {humanize(owner.attendance)}" if owner.attendance else ""
    return (Span(roles, "", record.link), *at, Span(attendance))


def _part(view: View, link: "Backlink", owner: Record) -> Line:
    """References in a part of a record."""
    record = record_link(view, link.record)
    match owner:
        case Member():
            return _member(view, link, owner, record)
        case Status():
            return _state(view, link, owner, record)
        case Response():
            answer = ", ".join(t for t in (humanize(owner.answer), owner.text, owner.quote) if t)
            who = () if link.field == "party" else (name_link(view, owner.party), Span(" "))
            verb = "answers" if link.field == "party" else "is said to answer"
            return (*who, Span(f"{verb} "), record, Span(f": {answer}"))
        case OutcomeItem():
            says = (Span("says of "), record, Span(", outcome")) if link.field == "by" else ()
            return (*(says or (Span("outcome of "), record)), Span(f": {owner.text}"))
    return _voiced_part(link, owner, record)


def _voiced_part(link: "Backlink", owner: Record, record: Span) -> Line:
    match owner:
        case Site():
            place = owner.place.name if owner.place else "a place"
            came = f", {_came(owner)}" if owner.outcome else ""
            return (Span(f"names {place}{came}, in "), record)
        case Provision():
            return (record, Span(f" says: {owner.text}"))
        case Characterisation():
            return (Span("calls "), record, Span(f" “{owner.text}”", "quote"))
        case Proposal() if link.field == "by":
            return (Span("proposes: "), Span(owner.text, "", record.link))
    return ()


def _came(owner: Site) -> str:
    """Events reported at a place."""
    return " / ".join(owner.outcome.stated) if owner.outcome else ""


def _member(view: View, link: "Backlink", owner: Member, record: Span) -> Line:
    delegation = link.record
    seat = [Span("sits for "), record]
    if isinstance(delegation, Delegation):
        at = Span(name_link(view, delegation.round).text, "name", delegation.key)
        seat = [Span("sits for "), name_link(view, delegation.party), Span(" at "), at]
    if link.field != "person":
        verb = {"replaces": "is replaced by"}.get(link.field, "is represented by")
        return (Span(f"{verb} "), name_link(view, owner.person), Span(": "), record)
    marks = ", ".join(humanize(mark) for mark in (owner.role, owner.attendance) if mark)
    return (*seat, Span(f", {marks}" if marks else ""))


def _state(view: View, link: "Backlink", owner: Status, record: Span) -> Line:
    """A state somebody is in, or tells."""
    status = humanize(owner.status)
    if link.field == "party":
        by = (Span(", says "), *name_links(view, (owner.by,))) if owner.by else ()
        return (Span(f"{status}: "), record, *by)
    whose = (Span(" for "), name_link(view, owner.party)) if owner.party else ()
    verb = "passes on of" if link.field == "via" else "says of"
    return (Span(f"{verb} "), record, Span(": "), Span(status, "status"), *whose)


def _claimed(view: View, link: "Backlink") -> Line:
    """A value somebody claims, or passes on."""
    claim: Claim[object] = link.claim or Claim()
    owner = link.owner
    field = humanize(owner.name if isinstance(owner, Measure) else link.field)
    verb = "passes on" if link.voice == "via" else "claims"
    shown = Span(plain(value(view, claim)).strip(), "strong")
    where = (
        record_link(view, link.record) if link.record.key else Span(full_name(view, link.record))
    )
    return (Span(f"{verb}: {field}, "), shown, Span(" — ", "quiet"), where)
