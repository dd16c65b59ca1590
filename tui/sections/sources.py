"""The Sources tab: what was read, and what rests on it."""

from tui.blocks import Block, Fact, Heading, Item, Row, Span
from tui.brief.model import Source
from tui.presentation import dates
from tui.presentation.figures import counted
from tui.presentation.notes import common, line_fact, names_fact, text_fact, when_fact
from tui.presentation.source_support import covered, grade_words, rests_on
from tui.presentation.view import View
from tui.section import Section

WHOLE = "sources#whole"
"""Key of the row about all sources together."""


def rows(view: View) -> tuple[Row, ...]:
    """What the brief rests on as a whole, then one row a source."""
    if not view.brief.sources:
        return ()
    return (_whole_row(view), *(_row(view, each) for each in view.brief.sources))


def _whole_row(view: View) -> Row:
    found = covered(view)
    text = f"{len(found.single):,} on one source, {len(found.unattributed):,} on none"
    return Row(
        WHOLE,
        (Span("What the brief rests on", "title"),),
        (Span(text, "quiet"),),
        (Span(counted(len(found.facts), "fact"), "quiet"),),
    )


def _row(view: View, record: Source) -> Row:
    when = dates.format_short(record.published, view.home) if record.published else "undated"
    below = " · ".join(part for part in (record.publisher, record.kind, when) if part)
    count = len(covered(view).by_source.get(record.id, ()))
    return Row(
        record.key,
        (Span(f"{record.id}  ", "source"), Span(_title(record), "title")),
        (Span(below, "quiet"),),
        (Span(counted(count, "fact"), "quiet"),),
        view.signs(record),
        spot=record.spot,
    )


def _title(record: Source) -> str:
    return record.title or record.publisher or record.as_written or record.id


def detail(view: View, key: str) -> tuple[Block, ...]:
    """The whole of one source, and the records that rest on it."""
    if key == WHOLE and view.brief.sources:
        from tui.presentation.coverage import coverage_page  # noqa: PLC0415  (not for the first screen)

        return coverage_page(view)
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
        *text_fact(view, record, grade_words(record.reliability), "reliability", "strong"),
        *_origin(view, record),
        *names_fact(view, record.derived_from, "draws on"),
        *text_fact(view, record, party[record.party_to_conflict], "interest"),
        *names_fact(view, (record.of,) if record.of else (), "speaks for"),
        *rests_on(view, record.id),
        *common(view, record),
    )


def _origin(view: View, record: Source) -> tuple[Block, ...]:
    """The wire or release it copies, and the other copies, which add no voice to it."""
    groups = (origin for origin in covered(view).origins if record in origin.sources)
    others = [each for origin in groups for each in origin.sources if each.id != record.id]
    if not (record.origin or others):
        return ()
    spans = [Span(record.origin, "strong")] if record.origin else []
    if others:
        spans.append(Span(f"{', ' if spans else ''}counted as one with ", "quiet"))
    for index, other in enumerate(others):
        spans += [Span(" " if index else ""), Span(other.id, "source", other.key)]
    return line_fact(view, record, tuple(spans), "origin")


def _undated() -> tuple[Block, ...]:
    return (Fact("published", (Item((Span("bears no date", "warning"),)),)),)


SECTION = Section(
    number=9,
    name="sources",
    title="Sources",
    rows=rows,
    detail=detail,
    home=True,
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
