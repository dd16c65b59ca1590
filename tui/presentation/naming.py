"""What any record is called, in one line that leads to it."""

from tui.blocks import Span
from tui.brief.model import (
    Ceasefire,
    Contact,
    Delegation,
    Event,
    Exchange,
    Proposal,
    Stance,
    Statement,
    ThirdParty,
)
from tui.brief.record import Record
from tui.presentation.facts import plain
from tui.presentation.notes import words
from tui.presentation.titles import contact_title, event_title, statement_title
from tui.presentation.view import View, title_of

LONGEST = 120
"""Characters of a name; a longer one is cut, and the record tells the rest."""


def called(view: View, record: Record) -> Span:
    """The name of a record as one span that leads to it."""
    role = view.name(record.id).role if record.id else "name"
    return Span(short_name(view, record), "name" if role == "problem" else role, record.key)


def short_name(view: View, record: Record) -> str:
    """The name of a record in one line, cut where it is long."""
    text = " ".join(name_of(view, record).split())
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0] + " …"


def name_of(view: View, record: Record) -> str:
    """The whole name of a record; where it has none, who, what and when of it."""
    match record:
        case Statement():
            return plain(statement_title(view, record))
        case Contact():
            return plain(contact_title(view, record))
        case Event():
            return event_title(record)
        case Exchange():
            return record.title or f"Exchange of {record.kind or 'people'}"
        case Proposal() if record.by:
            return f"{view.name(record.by).text}: {record.text}"
    return _pair(view, record) or _plain_name(record)


def _pair(view: View, record: Record) -> str:
    """Records that are known by the two things they bring together."""
    match record:
        case Stance():
            return f"{view.name(record.party).text} on {view.name(record.issue).text}"
        case Delegation():
            return f"{view.name(record.party).text} at {view.name(record.round).text}"
        case ThirdParty():
            who = view.name(record.person or record.party).text
            return f"{who}, {words(' and '.join(record.roles)) or 'third party'}"
        case Ceasefire() if not record.title:
            by = f" proposed by {view.name(record.proposer).text}" if record.proposer else ""
            return f"{f'{record.scope} ceasefire'.lstrip().capitalize()}{by}"
    return ""


def _plain_name(record: Record) -> str:
    told = title_of(record)
    return told if told != "?" else type(record).__name__
