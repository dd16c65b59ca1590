"""What records are called: in running text, as a link, and where they have no title."""

from tui.blocks import Line, Role, Span, plain
from tui.brief.model import (
    Ceasefire,
    Contact,
    Delegation,
    Event,
    Exchange,
    Organization,
    Party,
    Person,
    Proposal,
    Source,
    Stance,
    Statement,
    ThirdParty,
)
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.roots import party_of
from tui.presentation.view import View

LONGEST = 120
"""Characters of a short name; a longer one is cut."""
_ACTORS = (Party, Organization, Person)


def humanize(word: str) -> str:
    """A word of a vocabulary as people write it: `under way`."""
    return word.replace("_", " ")


def title_of(record: Record) -> str:
    """What a record is called in running text."""
    if isinstance(record, Source):
        return record.title or record.publisher or record.id
    for name in ("name", "title", "text", "question"):
        if text := getattr(record, name, ""):
            return text if isinstance(text, str) else record.id
    return record.id or record.as_written or "?"


def name_link(view: View, who: Reference | str | None) -> Span:
    """The name of what a reference names, as one span that links to it."""
    ref = Reference(who) if isinstance(who, str) else who
    if ref is None:
        return Span("")
    if ref.together:
        # One span has one link: where there is room for several, `name_links` gives them.
        names = "".join(span.text for span in name_links(view, (ref,)))
        return Span(names, view.party_role(ref))
    if ref.unnamed:
        guess = view.register.find(ref.maybe)
        maybe = f", perhaps {title_of(guess)}" if guess else ""
        return Span(f"{ref.unnamed}{maybe}", view.party_role(ref))
    record = view.register.find(ref)
    if record is None:
        return Span(ref.id, "problem")
    if isinstance(record, _ACTORS):
        return Span(title_of(record), view.party_role(ref), record.key)
    return Span(_title(view, record), "name", record.key)


def name_links(view: View, refs: tuple[Reference | None, ...]) -> tuple[Span, ...]:
    """Several names with commas and an `and`; each has its own link."""
    spans: list[Span] = []
    named = [each for ref in refs if ref for each in ref.each]
    for index, ref in enumerate(named):
        if index:
            spans.append(Span(" and " if index == len(named) - 1 else ", "))
        spans.append(name_link(view, ref))
    return tuple(spans)


def _title(view: View, record: Record) -> str:
    """The title of a record, or a name made of its parts; never its id alone."""
    title = title_of(record)
    if title not in {record.id, "?"}:
        return title
    known: dict[str, str] = view.worked_out("titles")
    if record.key not in known:
        # Two records may be made of each other: then one is called by its id.
        known[record.key] = title
        known[record.key] = short_name(view, record)
    return known[record.key]


def record_link(view: View, record: Record) -> Span:
    """The name of a record as one span that links to it."""
    role = name_link(view, record.id).role if record.id else "name"
    return Span(short_name(view, record), "name" if role == "problem" else role, record.key)


def short_name(view: View, record: Record) -> str:
    """The name of a record in one line, cut where it is long."""
    text = " ".join(full_name(view, record).split())
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0] + " …"


def full_name(view: View, record: Record) -> str:
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
            return f"{name_link(view, record.by).text}: {record.text}"
    return _pair(view, record) or _plain_name(record)


def _pair(view: View, record: Record) -> str:
    """Records that are known by the two things they bring together."""
    match record:
        case Stance():
            return f"{name_link(view, record.party).text} on {name_link(view, record.issue).text}"
        case Delegation():
            return f"{name_link(view, record.party).text} at {name_link(view, record.round).text}"
        case ThirdParty():
            who = name_link(view, record.person or record.party).text
            return f"{who}, {humanize(' and '.join(record.roles)) or 'third party'}"
        case Ceasefire() if not record.title:
            by = f" proposed by {name_link(view, record.proposer).text}" if record.proposer else ""
            return f"{f'{record.scope} ceasefire'.lstrip().capitalize()}{by}"
    return ""


def _plain_name(record: Record) -> str:
    title = title_of(record)
    return title if title != "?" else type(record).__name__


def contact_title(view: View, record: Contact) -> Line:
    """A contact's own title, or who, what and with whom."""
    if record.title:
        return (Span(record.title, "title"),)
    if not record.who:
        return (Span(record.as_written or humanize(record.kind) or "contact", "title"),)
    where = f" to {record.place.name}" if record.kind == "visit" and record.place else ""
    spans = [*name_links(view, record.who), Span(f": {humanize(record.kind or 'contact')}{where}")]
    if record.with_ and not where:
        spans += [Span(" with "), *name_links(view, record.with_)]
    return tuple(spans)


def event_title(record: Event) -> str:
    """An event's own title, or what kind of event it is."""
    return record.title or record.sub_type or record.type or record.as_written or "Event"


def statement_title(view: View, record: Statement) -> Line:
    """Who said what: the words quoted, else the gist of them."""
    text = f"“{record.quote}”" if record.quote else record.gist or record.as_written
    role: Role = "quote" if record.quote else ""
    who = (*name_links(view, (record.speaker,)), Span(": ")) if record.speaker else ()
    return (*who, Span(text, role))


def party_suffix(view: View, who: Reference | Record | str | None, *texts: Line) -> Line:
    """The party of a row, in words, unless a text of the row names it already."""
    party = party_of(who, view.register)
    if party is None or party.id not in view.party_roles:
        return ()
    name = party.name or party.id
    written = "".join(span.text for line in texts for span in line)
    apart = " · " if written and texts[-1] else ""
    return () if name in written else (Span(f"{apart}{name}", "quiet"),)
