"""What a whole brief rests on, in words and tables: for the first row of the Sources tab."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.blocks import Block, Fact, Heading, Item, Line, Prose, Span, Table
from tui.brief.model import Source
from tui.brief.walk import facts_of
from tui.presentation.facts import grade, margin
from tui.presentation.figures import counted
from tui.presentation.names import name_link, record_link, title_of
from tui.presentation.source_support import (
    TITLES,
    by_record,
    covered,
    grade_words,
    margins,
    part_words,
)
from tui.presentation.view import View

if TYPE_CHECKING:
    from tui.analysis.coverage import Coverage, Sourced

SHORT = {
    "overview": "Ovw", "rounds": "Rnd", "delegations": "Del", "mediation": "Med",
    "conflict": "Cnf", "positions": "Pos", "deliverables": "Dlv", "registers": "Who",
}  # fmt: skip
"""Heads of narrow columns; the table of the parts says what they stand for."""
FACTS = (
    "A fact is a record of the brief, a value in it that can be claimed (several claims of one "
    "thing are one fact), or a part of it that names sources of its own. It rests on the sources "
    "it names, else on those of the record around it."
)


def coverage_page(view: View) -> tuple[Block, ...]:
    """The whole page."""
    found = covered(view)
    return (
        Heading((Span("What the brief rests on", "title"),), level=1),
        *_summary(view, found),
        Prose((Span(FACTS, "quiet"),)),
        *_parts(found),
        *_matrix(view, found),
        *_independence(view, found),
        *_one_sided(view, found),
        *_unattributed(view, found),
        *_undated(found),
        *_grades(view),
    )


def share(part: int, whole: int) -> str:
    """A part of a whole as a percentage, never rounded to all or nothing."""
    if not whole:
        return "–"
    percent = round(100 * part / whole)
    if part and not percent:
        return "<1 %"
    return ">99 %" if percent == 100 and part < whole else f"{percent} %"


def _summary(view: View, found: "Coverage") -> tuple[Block, ...]:
    whole, single = len(found.facts), len(found.single)
    count = len(view.brief.sources)
    counts = (
        ("facts", f"{whole:,}", f", read in {counted(count, 'source')}"),
        ("one source", f"{single:,}", f" ({share(single, whole)}): read nowhere else"),
        ("one voice", f"{len(found.echoed):,}", ": several sources, one speaker or one origin"),
        ("one side", f"{len(found.one_sided):,}", ": told by one side of the conflict alone"),
        ("no source", f"{len(found.unattributed):,}", ": not said where they were read"),
    )
    return tuple(
        Fact(label, (Item((Span(figure, "strong"), Span(words, "quiet"))),))
        for label, figure, words in counts
    )


def _figure(count: int) -> Line:
    """A figure; a dot for none, so that the others stand out."""
    return (Span(f"{count:,}") if count else Span("·", "quiet"),)


def _parts(found: "Coverage") -> tuple[Block, ...]:
    """A row for each part of the brief."""
    counts = [
        Counter(fact.tab for fact in facts)
        for facts in (found.facts, found.single, found.one_sided, found.unattributed)
    ]
    rows = []
    for tab, title in TITLES.items():
        whole, *parts = (count[tab] for count in counts)
        if whole:
            part = (Span(share(parts[0], whole)),)
            cells = (_figure(whole), part, *map(_figure, parts[1:]))
            rows.append(((Span(f"{SHORT[tab]}  ", "quiet"), Span(title)), *cells))
    heads = ("Part", "Facts", "1 only", "One side", "No source")
    columns = tuple((Span(each),) for each in heads)
    about = (Span("share with one source only; told by one side; without a source", "quiet"),)
    return (Heading((Span("By part of the brief"),), about), Table(columns, tuple(rows)))


def _matrix(view: View, found: "Coverage") -> tuple[Block, ...]:
    """Sources by parts of the brief, those with most facts first."""
    tabs = [tab for tab in TITLES if any(fact.tab == tab for fact in found.facts)]
    rows = []
    sources = sorted(view.brief.sources, key=lambda s: -len(found.by_source.get(s.id, ())))
    for source in sources:
        facts = found.by_source.get(source.id, ())
        by_tab = Counter(fact.tab for fact in facts)
        only = sum(fact.sources == (source.id,) for fact in facts)
        name = (Span(source.id, "source", source.key),)
        cells = (_figure(by_tab[tab]) for tab in tabs)
        rows.append((name, _figure(len(facts)), _figure(only), *cells))
    heads = ("Source", "All", "Only", *(SHORT[tab] for tab in tabs))
    about = (Span("facts; those with no other source; facts in each part", "quiet"),)
    columns = tuple((Span(each),) for each in heads)
    return (Heading((Span("By source"),), about), Table(columns, tuple(rows))) if rows else ()


def _independence(view: View, found: "Coverage") -> tuple[Block, ...]:
    """Origins that several sources share, and what looks confirmed and is not."""
    count = len(view.brief.sources)
    left = f"{counted(count, 'source')} of at most {counted(found.apart, 'independent origin')}"
    blocks: list[Block] = [Heading((Span("Independence"),), (Span(left, "quiet"),))]
    for origin in found.origins:
        names = margin(view, ())
        for source in origin.sources:
            names = (*names, Span(" " if names else ""), Span(source.id, "source", source.key))
        counts = Span(f"  {counted(len(origin.sources), 'source')}, counted as one: ", "quiet")
        items = [Item((Span(origin.name, "strong"), counts, *names))]
        items += _records(view, origin.echoes, depth=1)
        blocks.append(Fact("", tuple(items)))
    if found.echoed:
        text = "Several sources, one voice: they quote one speaker, or go back to one origin."
        items = [Item((Span(text, "quiet"),)), *_records(view, found.echoed, depth=1)]
        blocks.append(Fact("", tuple(items)))
    if len(blocks) == 1:
        text = "No two sources are said to share an origin. That may only mean that nobody looked."
        blocks.append(Prose((Span(text, "quiet"),)))
    return tuple(blocks) if view.brief.sources else ()


def _records(view: View, facts: "Iterable[Sourced]", *, depth: int = 0) -> list[Item]:
    """One item a record, with its values that are meant."""
    items = []
    for here in by_record(facts):
        parts = part_words(view, here)
        spans = [record_link(view, here[0].record)]
        if parts:
            spans.append(Span(f"  {parts}"))
        items.append(Item(tuple(spans), margins(view, here), depth=depth))
    return items


def _one_sided(view: View, found: "Coverage") -> tuple[Block, ...]:
    facts = found.one_sided
    if not facts:
        return ()
    about = (Span(f"{counted(len(facts), 'fact')} voiced by one side alone", "quiet"),)
    blocks: list[Block] = [Heading((Span("Told by one side only"),), about)]
    for side in dict.fromkeys(fact.side for fact in facts):
        name = name_link(view, side) if view.register.find(side) else Span(side, "name")
        here = [fact for fact in facts if fact.side == side]
        blocks.append(Heading((name,), (Span(str(len(here)), "quiet"),), level=3))
        blocks.append(Fact("", tuple(_records(view, here))))
    return tuple(blocks)


def _unattributed(view: View, found: "Coverage") -> tuple[Block, ...]:
    facts = found.unattributed
    if not facts:
        return ()
    about = (Span(f"{counted(len(facts), 'fact')} without `src` on or around them", "quiet"),)
    blocks: list[Block] = [Heading((Span("No source named"),), about)]
    for tab, title in TITLES.items():
        here = [fact for fact in facts if fact.tab == tab]
        if here:
            blocks.append(Heading((Span(title),), (Span(str(len(here)), "quiet"),), level=3))
            blocks.append(Fact("", tuple(_records(view, here))))
    return tuple(blocks)


def _undated(found: "Coverage") -> tuple[Block, ...]:
    if not found.undated:
        return ()
    about = (Span("how old their news was cannot be told", "quiet"),)
    items = tuple(_source_item(each) for each in found.undated)
    return (Heading((Span("Sources without a date"),), about), Fact("", items))


def _source_item(source: Source) -> Item:
    title = title_of(source)
    counts = f"  {title}" if title != source.id else ""
    return Item((Span(source.id, "source", source.key), Span(counts)))


def _grades(view: View) -> tuple[Block, ...]:
    """The grades in use, in words; they are never added up."""
    letters = Counter(each.reliability for each in view.brief.sources)
    claims = (claim for fact in facts_of(view.brief) for claim in fact.claimed.claims)
    digits = Counter(grade(view, claim) for claim in claims)
    items = [
        Item((Span(grade_words(mark), "strong"), Span(f": {counted(count, noun)}", "quiet")))
        for counts, noun in ((letters, "source"), (digits, "claim"))
        for mark, count in sorted(counts.items())
        if mark
    ]
    if not items:
        return ()
    ungraded = Item((Span(f"not graded: {counted(letters[''], 'source')}", "quiet"),))
    return (Heading((Span("Grades"),), (Span("Admiralty code", "quiet"),)),
            Fact("", (*items, *([ungraded] if letters[""] else []))))  # fmt: skip
