"""Who is who: people, parties, organizations and venues with all that is written of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tui.blocks import Block, Fact, Heading, Item, Line, Span
from tui.brief.model import Document, Issue, Organization, Party, Person, Source, Venue
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.when import When
from tui.presentation.facts import claimed, margin
from tui.presentation.marks import marked_page
from tui.presentation.names import full_name, humanize, name_link
from tui.presentation.notes import common, line_fact, names_fact, text_fact, when_fact
from tui.presentation.view import View

_ABOVE = ("of", "part_of", "parent")
"""Fields that name what a record belongs to."""


def who_is_who(view: View) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """The registers: the heading of each entry, and the entry."""
    brief = view.brief
    registers: tuple[tuple[str, tuple[Record, ...]], ...] = (
        ("Parties", brief.parties),
        ("Organizations", brief.organizations),
        ("People", brief.people),
        ("Venues", brief.venues),
    )
    for title, records in registers:
        for record in records:
            # What a source says in its own words is quoted in full; else only the place is given.
            brief_src = not any(ref.quote for ref in record.src)
            read_in = margin(view, record.src) if brief_src else ()
            name = Heading((Span(full_name(view, record), "title"),), read_in, level=1)
            rest = common(view, replace(record, src=()) if brief_src else record)
            page = (name, *register_facts(view, record), *rest)
            yield title, marked_page(view, record.key, page)


def brief_facts(view: View) -> tuple[Block, ...]:
    """What is written of the brief itself, beside its title, date and handling mark."""
    brief = view.brief
    spellings = (
        Item((Span(f"{other}  ", "quiet"), Span(ours))) for other, ours in brief.aliases.items()
    )
    head = Record(src=brief.src, note=brief.note, tags=brief.tags, extra=brief.extra)
    return (
        *when_fact(view, brief.embargo_until, "embargo ends"),
        *text_fact(view, Record(), brief.previous, "follows"),
        *text_fact(view, Record(), brief.display_zone, "zone"),
        *([Fact("spelling", tuple(spellings))] if brief.aliases else []),
        *common(view, head),
    )


def register_facts(view: View, record: Record) -> tuple[Block, ...]:
    """Who or what a record is, without what it has to do with others."""
    match record:
        case Person():
            return _person(view, record)
        case Party():
            return _party(view, record)
        case Organization():
            return _organization(view, record)
        case Venue():
            return _venue(view, record)
    return _other(view, record)


def _person(view: View, record: Person) -> tuple[Block, ...]:
    return (
        *claimed(view, record, "title", "post"),
        *claimed(view, record, "task", "task"),
        *claimed(view, record, "rank", "rank"),
        *_chain(view, record.of, "of"),
        *_names(record.aliases, record.names),
        *when_fact(view, record.born, "born"),
        *text_fact(view, Record(), record.link, "link"),
    )


def _party(view: View, record: Party) -> tuple[Block, ...]:
    kind = ", ".join(humanize(word) for word in (record.kind, record.stance) if word)
    capital = ", ".join(part for part in (record.capital, record.zone) if part)
    return (
        *text_fact(view, Record(), kind, "kind"),
        *text_fact(view, Record(), record.side, "side"),
        *text_fact(view, Record(), capital, "capital"),
        *_names(record.aliases, record.names),
        *text_fact(view, Record(), record.link, "link"),
    )


def _organization(view: View, record: Organization) -> tuple[Block, ...]:
    return (
        *text_fact(view, Record(), record.abbreviation, "short"),
        *text_fact(view, Record(), humanize(record.kind), "kind"),
        *_chain(view, record.of, "of"),
        *_names(record.aliases, record.names),
        *text_fact(view, Record(), record.link, "link"),
    )


def _venue(view: View, record: Venue) -> tuple[Block, ...]:
    where = ", ".join(dict.fromkeys(part for part in (record.city, record.country) if part))
    point = ", ".join(part for part in (record.lat, record.lon) if part)
    return (
        *text_fact(view, Record(), where, "where"),
        *_chain(view, record.part_of, "part of"),
        *text_fact(view, Record(), record.zone, "zone"),
        *text_fact(view, Record(), point, "coordinates"),
        *_names(record.aliases, {}),
    )


def _other(view: View, record: Record) -> tuple[Block, ...]:
    """Records with their own tab: enough to identify each."""
    match record:
        case Source():
            return (
                *text_fact(view, Record(), record.kind, "kind"),
                *text_fact(view, Record(), record.publisher, "publisher"),
                *when_fact(view, record.published, "published"),
            )
        case Document():
            return (
                *names_fact(view, (record.author,) if record.author else (), "author"),
                *text_fact(view, Record(), record.kind, "kind"),
                *claimed(view, record, "when", "date"),
            )
        case Issue():
            return (
                *text_fact(view, Record(), humanize(record.kind), "kind"),
                *_chain(view, record.parent, "part of"),
            )
    when = getattr(record, "when", None)
    if isinstance(when, When):
        return when_fact(view, when, "when")
    return claimed(view, record, "when", "when")


def _names(aliases: tuple[str, ...], names: Mapping[str, str]) -> tuple[Fact, ...]:
    """Other spellings, and the name in other languages and scripts."""
    facts = []
    if aliases:
        facts.append(Fact("also", (Item((Span(", ".join(aliases)),)),)))
    if names:
        items = (Item((Span(f"{lang}  ", "quiet"), Span(name))) for lang, name in names.items())
        facts.append(Fact("names", tuple(items)))
    return tuple(facts)


def _chain(view: View, ref: Reference | None, label: str) -> tuple[Fact, ...]:
    """What it belongs to, up to the party: `Ministry of Defence of Ukraine → Ukraine`."""
    line: list[Span] = []
    seen: set[str] = set()
    while ref is not None and ref.id not in seen:
        seen.add(ref.id)
        line += [*([Span(" → ", "quiet")] if line else []), name_link(view, ref)]
        above = view.register.find(ref)
        ref = next(
            (up for n in ("of", "part_of", "parent") if (up := getattr(above, n, None))), None
        )
    spans: Line = tuple(line)
    return line_fact(view, Record(), spans, label)
