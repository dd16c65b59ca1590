"""What rests on a source, told for the Sources tab and for a source's dossier."""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.blocks import SILENT, Block, Fact, Heading, Item, Line, Span
from tui.brief.model import Measure, OutcomeItem, Point, Response, Roster, Series, Site, Status
from tui.brief.model.conflict import Characterisation
from tui.brief.record import Record
from tui.presentation.facts import margin
from tui.presentation.figures import counted
from tui.presentation.names import humanize, name_link, record_link
from tui.presentation.view import View

if TYPE_CHECKING:
    from tui.analysis.coverage import Coverage, Sourced

MOST = 6
"""Parts of one record that are named; beyond that, only their number is given."""
TITLES = {
    "overview": "Overview", "rounds": "Rounds", "delegations": "Delegations",
    "mediation": "Mediation", "conflict": "Conflict", "positions": "Positions",
    "deliverables": "Deliverables", "registers": "Who is who",
}  # fmt: skip
"""Parts of a brief by the words of `tui.analysis.coverage`."""
GRADES = {
    "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable",
    "D": "not usually reliable", "E": "unreliable", "F": "reliability cannot be judged",
    "1": "confirmed by other sources", "2": "probably true", "3": "possibly true",
    "4": "doubtful", "5": "improbable", "6": "truth cannot be judged",
}  # fmt: skip
"""The letters and digits of the Admiralty code (NATO STANAG 2511) in words."""


@lru_cache(maxsize=2)
def covered(view: View) -> "Coverage":
    """What the brief rests on; worked out once for a view."""
    from tui.analysis.coverage import coverage  # noqa: PLC0415  (not for the first screen)

    return coverage(view.brief, view.register)


def grade_words(grade: str) -> str:
    """A letter, a digit or both with their meaning: `C3, fairly reliable, possibly true`."""
    return ", ".join([grade, *(GRADES[sign] for sign in grade if sign in GRADES)])


def rests_on(view: View, source: str) -> tuple[Block, ...]:
    """The facts that rest on a source, by part of the brief; those only here are marked."""
    found = covered(view).by_source.get(source, ())
    if not found:
        whole = any(ref.id == source for ref in view.brief.src)
        text = ("No fact rests on it; the brief as a whole names it as a source." if whole
                else "No fact of the brief rests on it.")  # fmt: skip
        nothing = (Span(text, "quiet"),)
        return (Heading((Span("What rests on it"),)), Fact("", (Item(nothing),)))
    only = sum(fact.sources == (source,) for fact in found)
    count = (Span(f"{counted(len(found), 'fact')}, {only} of them only here", "quiet"),)
    blocks: list[Block] = [Heading((Span("What rests on it"),), count)]
    for tab, title in TITLES.items():
        here = [fact for fact in found if fact.tab == tab]
        if here:
            blocks.append(Heading((Span(title),), (Span(str(len(here)), "quiet"),), level=3))
            blocks.append(Fact("", tuple(_items(view, here, source))))
    return tuple(blocks)


def _items(view: View, found: "list[Sourced]", source: str) -> Iterable[Item]:
    for facts in by_record(found):
        refs = dict.fromkeys(r for fact in facts for r in fact.refs if r.id == source)
        spans: list[Span] = [record_link(view, facts[0].record)]
        # Where the whole record rests on it, its parts are named only if some rest on it alone.
        whole = any(fact.owner is fact.record and not fact.field for fact in facts)
        if parts := "" if whole else part_words(view, facts):
            spans.append(Span(f"  {parts}", "quiet"))
        only = [fact for fact in facts if fact.sources == (source,)]
        if only:
            some = part_words(view, only) if len(only) < len(facts) else ""
            spans.append(Span(f"  only here{': ' if some else ''}{some}", SILENT.role))
        yield Item(tuple(spans), margin(view, tuple(refs)))


def by_record(found: "Iterable[Sourced]") -> "tuple[list[Sourced], ...]":
    """Facts of one record together, in the order of the records."""
    records: dict[int, list[Sourced]] = {}
    for fact in found:
        records.setdefault(id(fact.record), []).append(fact)
    return tuple(records.values())


def part_words(view: View, facts: "Iterable[Sourced]") -> str:
    """The values and parts of a record that are meant; empty where it is the record as such."""
    names = [name for fact in facts if (name := _part_name(view, fact))]
    names_shown = [
        n if names.count(n) == 1 else f"{n} ×{names.count(n)}" for n in dict.fromkeys(names)
    ]
    rest = len(names_shown) - MOST
    return ", ".join(names_shown[:MOST]) + (f" and {rest} more" if rest > 0 else "")


def _part_name(view: View, fact: "Sourced") -> str:
    owner = fact.owner
    if fact.field and not isinstance(owner, Measure):
        return humanize(fact.field)
    if owner is fact.record and not isinstance(owner, Measure):
        return ""
    return _own_name(view, owner) or _KINDS.get(type(owner), humanize(type(owner).__name__.lower()))


def _own_name(view: View, part: Record) -> str:
    match part:
        case Measure():
            return part.name
        case Status():
            return humanize(part.status)
        case Response():
            return f"answer of {name_link(view, part.party).text}"
        case Site() if part.place:
            return part.place.name
    return ""


_KINDS: dict[type, str] = {
    OutcomeItem: "outcome",
    Roster: "roster",
    Series: "series",
    Point: "point",
    Characterisation: "what it is called",
}


def margins(view: View, facts: "Iterable[Sourced]") -> Line:
    """All sources of some facts, each once."""
    return margin(view, tuple(dict.fromkeys(ref for fact in facts for ref in fact.refs)))
