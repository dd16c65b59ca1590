"""What records without a title of their own are called."""

from pathlib import Path

from tui.blocks import Block, Heading, Line, Role, Row, Span
from tui.brief.model import Contact, Event, Statement
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.roots import party_of
from tui.presentation.notes import words
from tui.presentation.view import View


def contact_title(view: View, record: Contact) -> Line:
    """A contact's own title, or who, what and with whom."""
    if record.title:
        return (Span(record.title, "title"),)
    if not record.who:
        return (Span(record.as_written or words(record.kind) or "contact", "title"),)
    where = f" to {record.place.name}" if record.kind == "visit" and record.place else ""
    spans = [*view.names(record.who), Span(f": {words(record.kind or 'contact')}{where}")]
    if record.with_ and not where:
        spans += [Span(" with "), *view.names(record.with_)]
    return tuple(spans)


def event_title(record: Event) -> str:
    """An event's own title, or what kind of event it is."""
    return record.title or record.sub_type or record.type or record.as_written or "Event"


def statement_title(view: View, record: Statement) -> Line:
    """Who said what: the words quoted, else the gist of them."""
    said = f"“{record.quote}”" if record.quote else record.gist or record.as_written
    role: Role = "quote" if record.quote else ""
    who = (view.name(record.speaker), Span(": ")) if record.speaker else ()
    return (*who, Span(said, role))


def beside(view: View, who: Reference | Record | str | None, *said: Line) -> Line:
    """The party whose colour marks a row, where no word of the row says which one it is."""
    party = party_of(who, view.register)
    if party is None or party.id not in view.party_roles:
        return ()
    name = party.name or party.id
    told = "".join(span.text for line in said for span in line)
    apart = " · " if told and said[-1] else ""
    return () if name in told else (Span(f"{apart}{name}", "quiet"),)


def placed(row: Row | None, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A page that says beside its title where in its file the record of a row stands."""
    if not (row and row.spot.file and blocks and isinstance(blocks[0], Heading)):
        return blocks
    where = Span(f"{Path(row.spot.file).name}:{row.spot.line}", "source")
    aside = (*blocks[0].aside, Span("  "), where) if blocks[0].aside else (where,)
    return (blocks[0]._replace(aside=aside), *blocks[1:])
