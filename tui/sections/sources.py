"""The Sources tab: what was read, and what rests on it."""

from collections import Counter

from tui.blocks import Block, Fact, Heading, Item, Row, Span
from tui.brief.model import Source
from tui.brief.record import Record
from tui.brief.refs import SourceRef
from tui.brief.walk import facts, within
from tui.section import Section
from tui.telling import dates
from tui.telling.notes import common, names_fact, text_fact, when_fact
from tui.telling.view import View, title_of


def rows(view: View) -> tuple[Row, ...]:
    """One row a source, with how many records rest on it."""
    counts = Counter(name for ids in _resting(view).values() for name in ids)
    return tuple(_row(view, each, counts[each.id]) for each in view.brief.sources)


def _row(view: View, record: Source, count: int) -> Row:
    when = dates.short(record.published, view.home) if record.published else "undated"
    below = " · ".join(part for part in (record.publisher, record.kind, when) if part)
    return Row(
        record.key,
        (Span(f"{record.id}  ", "source"), Span(_title(record), "title")),
        (Span(below, "quiet"),),
        (Span(f"{count} record{'' if count == 1 else 's'}", "quiet"),),
        view.signs(record),
        spot=record.spot,
    )


def _title(record: Source) -> str:
    return record.title or record.publisher or record.as_written or record.id


def _resting(view: View) -> dict[str, frozenset[str]]:
    """Key of each record → ids of the sources it or anything within it cites."""
    return {key: _cited(each) for key, each in view.register.by_key.items()}


def _cited(record: Record) -> frozenset[str]:
    refs: list[SourceRef] = []
    for each in within(record):
        refs += each.src
    for fact in facts(record):
        for claim in fact.claimed.claims:
            refs += claim.src
    return frozenset(ref.id for ref in refs)


def detail(view: View, key: str) -> tuple[Block, ...]:
    """The whole of one source, and the records that rest on it."""
    record = next((each for each in view.brief.sources if each.key == key), None)
    if record is None:
        return ()
    party = {True: "speaks for a party", False: "speaks for no party", None: ""}
    return (
        Heading((Span(_title(record), "title"),), (Span(record.id, "source"),), level=1),
        *text_fact(view, record, record.kind, "kind"),
        *text_fact(view, record, record.publisher, "publisher"),
        *text_fact(view, record, record.author, "author"),
        *(when_fact(view, record.published, "published") or _undated()),
        *when_fact(view, record.accessed, "read on"),
        *text_fact(view, record, record.lang, "language"),
        *text_fact(view, record, record.url, "address"),
        *text_fact(view, record, record.file, "file"),
        *text_fact(view, record, record.reliability, "reliability", "strong"),
        *text_fact(view, record, record.origin, "origin"),
        *names_fact(view, record.derived_from, "draws on"),
        *text_fact(view, record, party[record.party_to_conflict], "interest"),
        *names_fact(view, (record.of,) if record.of else (), "speaks for"),
        *_rests(view, record),
        *common(view, record),
    )


def _undated() -> tuple[Block, ...]:
    return (Fact("published", (Item((Span("bears no date", "warning"),)),)),)


def _rests(view: View, record: Source) -> tuple[Block, ...]:
    """The records that cite it; those that cite nothing else are marked."""
    resting = {key: ids for key, ids in _resting(view).items() if record.id in ids}
    items = []
    for key, ids in resting.items():
        only = Span("  only here", "silent") if len(ids) == 1 else Span("")
        section = Span(f"{key.partition('/')[0].replace('_', ' ')}  ", "quiet")
        each = view.register.by_key[key]
        items.append(Item((section, Span(title_of(each), "name", key), only)))
    alone = sum(len(ids) == 1 for ids in resting.values())
    count = (Span(f"{len(resting)} records, {alone} of them only here", "quiet"),)
    return (Heading((Span("What rests on it"),), count), Fact("", tuple(items))) if items else ()


SECTION = Section(
    number=9,
    name="sources",
    title="Sources",
    rows=rows,
    detail=detail,
    about="What was read: articles, posts, reports, datasets; and what rests on each.",
    example="""\
sources:
  - id: s1
    kind: article
    publisher: Northern Herald
    title: Talks resume in North City
    published: 2025-06-02
    url: https://example.org/talks
""",
)
