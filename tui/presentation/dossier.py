"""A dossier: who or what a record is, and everything in the brief that refers to it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from tui.blocks import Block, Fact, Gap, Heading, Item, Line, Span
from tui.brief.model import Delegation, Organization, Person, Source, Stance, Venue
from tui.brief.record import Record
from tui.brief.refs import SourceRef
from tui.brief.walk import ClaimedField
from tui.presentation import dates
from tui.presentation.facts import margin
from tui.presentation.figures import counted
from tui.presentation.marks import marked_page, noted
from tui.presentation.names import full_name, humanize, record_link
from tui.presentation.notes import common
from tui.presentation.registers import register_facts
from tui.presentation.relations import relation
from tui.presentation.source_support import covered, rests_on
from tui.presentation.stated import is_disputed, say_date, stated_of
from tui.presentation.view import View

if TYPE_CHECKING:
    from tui.analysis.backlinks import Backlink

MEMBERS = {(Person, "of"), (Organization, "of"), (Source, "of"), (Venue, "part_of")}
"""References that say what something consists of; they are shown as its members."""
_NOUNS = {
    "people": "person", "parties": "party", "organizations": "organization",
    "third_parties": "third-party role", "series": "series", "watch": "thing to watch",
    "talking_points": "line to take",
}  # fmt: skip


@lru_cache(maxsize=2)
def referring(view: View) -> "Mapping[str, tuple[Backlink, ...]]":
    """Every reference of the brief by where it leads; worked out once for a view."""
    from tui.analysis.backlinks import backlinks  # noqa: PLC0415  (not for the first screen)

    return backlinks(view.brief, view.register)


def dossier(view: View, key: str) -> tuple[Block, ...]:
    """Everything the brief says of the record with a key; nothing where there is none."""
    record = view.register.by_key.get(key)
    if record is None:
        return ()
    mine = view.register.find(record.id) is record
    links = referring(view).get(record.id, ()) if mine else ()
    named = tuple(e for e in _once(links) if (type(e.owner), e.field) not in MEMBERS or e.part)
    return marked_page(view, key, _page(view, record, named, used=bool(links)))


def _page(
    view: View, record: Record, named: "tuple[Backlink, ...]", *, used: bool
) -> tuple[Block, ...]:
    kind = Span(_noun(record.key.partition("/")[0]), "quiet")
    return (
        Heading((Span(full_name(view, record), "title"),), (kind,), level=1),
        *register_facts(view, record),
        *_members(view, record.id),
        *_references(view, named, record, used=used),
        *(rests_on(view, record.id) if isinstance(record, Source) else ()),
        *([Gap(), *rest] if (rest := common(view, record)) else []),
    )


def _noun(section: str) -> str:
    return _NOUNS.get(section, humanize(section.removesuffix("s")))


def _once(links: "tuple[Backlink, ...]") -> "tuple[Backlink, ...]":
    """One link for what one part or claim of a record says several times: who wants, and says so.

    A delegation and a position are given as themselves, whatever else of them names the same.
    """
    best: dict[tuple[int, int], Backlink] = {}
    for link in sorted(links, key=lambda each: bool(each.voice)):
        best.setdefault(_place_of(link), link)
    return tuple(link for link in links if best[_place_of(link)] is link)


def _place_of(link: "Backlink") -> tuple[int, int]:
    whole = isinstance(link.owner, Stance | Delegation)
    return id(link.owner), 0 if whole else id(link.claim)


def _members(view: View, id_: str) -> tuple[Block, ...]:
    """Bodies, people and places that belong to it, those of a body below the body."""
    items = tuple(_member_items(view, id_, 0, {id_}))
    if not items:
        return ()
    about = (Span(str(len(items)), "quiet"),)
    return (Heading((Span("Belonging to it"),), about), Fact("", items))


def _member_items(view: View, id_: str, depth: int, seen: set[str]) -> Iterator[Item]:
    for link in referring(view).get(id_, ()):
        record = link.owner
        if (type(record), link.field) not in MEMBERS or link.part or record.id in seen:
            continue
        seen.add(record.id)
        title = record.title if isinstance(record, Person) else None
        posts = " / ".join(title.stated) if title else ""
        spans: Line = (record_link(view, record), Span(f"  {posts}" if posts else "", "quiet"))
        yield Item(spans, margin(view, record.src), depth=depth)
        if record.id:
            yield from _member_items(view, record.id, depth + 1, seen)


def _references(
    view: View, links: "tuple[Backlink, ...]", of: Record, *, used: bool
) -> tuple[Block, ...]:
    """What refers to it: counted, then in time order, then what has no date."""
    if not links and (used or (isinstance(of, Source) and covered(view).by_source.get(of.id))):
        return ()
    if not links:
        text = "No other record of the brief refers to it."
        return (Heading((Span("In the brief"),)), Fact("", (Item((Span(text, "quiet"),)),)))
    records = {link.record.key or "conflict" for link in links}
    counts = Counter(key.partition("/")[0] for key in sorted(records))
    places = ", ".join(
        f"{count} {_noun(section) if count == 1 else humanize(section)}"
        for section, count in counts.most_common()
    )
    dated = tuple(link for link in links if link.dated)
    undated = tuple(link for link in links if not link.dated)
    blocks: list[Block] = [
        Heading(
            (Span("In the brief"),), (Span(f"named in {counted(len(links), 'place')}", "quiet"),)
        ),
        Fact("", (Item((Span(places, "quiet"),)),)),
    ]
    if dated:
        blocks.append(Fact("", tuple(_dated(view, dated))))
    if undated:
        blocks.append(Heading((Span("Without a date"),), level=3))
        blocks.append(Fact("", tuple(_alike(view, undated))))
    return tuple(blocks)


def _dated(view: View, links: "tuple[Backlink, ...]") -> Iterator[Item]:
    """Each below its date, which is given once."""
    for when, group in groupby(links, key=lambda each: _date(view, each)):
        yield Item((Span(when, "strong"),))
        yield from (item._replace(depth=1) for item in _alike(view, group))


def _date(view: View, link: "Backlink") -> str:
    if link.dates is None or len(link.dates.claims) < 2:
        return dates.format_when(link.when, view.home) if link.when else ""
    fact = ClaimedField(link.record, "when", link.dates, link.src)
    text = stated_of(view, fact, say_date)
    undecided = is_disputed(view, fact) and not link.dates.accepted
    return f"{text}, disputed" if undecided else text


def _alike(view: View, links: "Iterable[Backlink]") -> Iterator[Item]:
    """One item for all who say it in the same words, with their sources."""
    places: dict[Line, tuple[SourceRef, ...]] = {}
    for link in links:
        line = relation(view, link)
        line = line if link.owner is link.record else noted(view, link.owner, line)
        places[line] = (*places.get(line, ()), *link.src)
    for line, src in places.items():
        yield Item(line, margin(view, tuple(dict.fromkeys(src))))
