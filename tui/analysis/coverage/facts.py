"""The facts of a brief, each with its sources, voices and sides.

A fact is a record of the brief (a contact, a statement, a document), a value in it that can be
claimed (its date, its venue, a figure; all claims of one thing are one fact), or a part of it that
names its own sources (a state, an outcome, a roster, an answer). A fact rests on the sources it
names, else on those of the record around it, else on those of the brief. What only the writer says,
judgments and questions, and entries of the registers count where they name a source, and lack
nothing where they do not.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tui.analysis.compare import Sides, roots, sides_of
from tui.analysis.gathered import spoken
from tui.brief.claims import Claim, Claimed
from tui.brief.model import (
    Brief,
    Delegation,
    Issue,
    Judgment,
    Measure,
    OpenQuestion,
    Organization,
    OutcomeItem,
    Party,
    Person,
    Point,
    Response,
    Roster,
    Series,
    Site,
    Stance,
    Statement,
    Status,
    TalkingPoint,
    Venue,
    Watch,
)
from tui.brief.model.conflict import Characterisation
from tui.brief.record import Record
from tui.brief.refs import SourceRef
from tui.brief.register import INNER, Register, sections
from tui.brief.spelling import fold
from tui.brief.walk import ClaimedField, facts, within

TABS: Mapping[str, str] = {
    "judgments": "overview", "watch": "overview", "talking_points": "overview",
    "open_questions": "overview", "overview": "overview", "rounds": "rounds",
    "delegations": "delegations", "third_parties": "mediation", "contacts": "mediation",
    "proposals": "mediation", "mediation": "mediation", "events": "conflict",
    "ceasefires": "conflict", "measures": "conflict", "series": "conflict", "conflict": "conflict",
    "issues": "positions", "stances": "positions", "positions": "positions",
    "statements": "positions", "documents": "deliverables", "exchanges": "deliverables",
    "parties": "registers", "organizations": "registers", "people": "registers",
    "venues": "registers",
}  # fmt: skip
"""List of the file → the part of the brief it is counted in."""
WRITERS = (Judgment, Watch, TalkingPoint, OpenQuestion, Issue, Party, Organization, Person, Venue)
"""Records that need no source: the writer's own words, and who is who."""
OWN_VOICE = (Statement, Stance, Characterisation)
"""What somebody says for himself: that one side says it is what it is, and no weakness."""
REPORTED = (Status, OutcomeItem, Roster, Series, Point, Response, Site, Stance)
"""Records whose `by` is who says so; the `by` of others is who did it."""
OWN_ACTS = frozenset({
    "announced", "proposed", "drafting", "prepared", "sent", "presented", "agreed", "signed",
    "rejected", "withdrawn",
})  # fmt: skip
"""States somebody brings about by saying so; of himself, they need no second voice."""


@dataclass(frozen=True, slots=True)
class Sourced:
    """One fact and what it rests on."""

    tab: str
    record: Record
    """The record of a section it belongs to."""
    owner: Record
    """The record it is in: the same, or a part of it."""
    field: str
    """The key of a value; empty for the record or the part as such."""
    refs: tuple[SourceRef, ...]
    voices: frozenset[str]
    """Its origins, as `tui.analysis.compare.roots` counts them."""
    side: str
    """The one side of the conflict whose voices alone tell it; empty: others do, or nobody."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of its sources, each once."""
        return tuple(dict.fromkeys(ref.id for ref in self.refs))


def sourced(brief: Brief, known: Register) -> Iterator[Sourced]:
    """Every fact of a brief, in the order of its sections."""
    sides = sides_of(brief, known)
    around: dict[str, tuple[SourceRef, ...]] = {}
    for name in INNER:
        section = getattr(brief, name)
        if section is None:
            continue
        around |= dict.fromkeys((n for n, tab in TABS.items() if tab == name), section.src)
        for fact in facts(section, brief.src):
            if fact.owner is section:
                yield _value(name, section, fact, sides)
    for name, records in sections(brief):
        for record in records if name in TABS else ():
            yield from _facts(TABS[name], record, around.get(name) or brief.src, sides)


def _facts(tab: str, record: Record, src: tuple[SourceRef, ...], sides: Sides) -> Iterator[Sourced]:
    """The record, its values, and the parts of it that name sources."""
    values = [_value(tab, record, spoken(fact), sides) for fact in facts(record, src)]
    rows = record.voices if isinstance(record, Series) else ()
    inner = (*within(record), *rows)
    named = [p for p in inner if p is not record and p.src and not isinstance(p, Measure)]
    parts = [_part(tab, record, alike, (), sides) for alike in _alike(named)]
    inside = tuple(ref for each in (*values, *parts) for ref in each.refs)
    writers = isinstance(record, WRITERS)
    refs = record.src or inside or (() if writers else src)
    if not isinstance(record, Measure) and (refs or not writers):
        yield _part(tab, record, [record], refs, sides)
    yield from values
    yield from parts


def _value(tab: str, record: Record, fact: ClaimedField, sides: Sides) -> Sourced:
    refs = tuple(dict.fromkeys(r for claim in fact.claimed.claims for r in fact.sources(claim)))
    if not refs and isinstance(fact.owner, Delegation) and fact.field == "head":
        refs = _listed_heads(fact.owner)
    return _sourced(tab, record, fact, refs, sides)


def _listed_heads(record: Delegation) -> tuple[SourceRef, ...]:
    """Sources of the rosters that name as head whom the delegation does."""
    heads = [each for ref in (record.head.values if record.head else ()) for each in ref.each]
    return tuple(
        ref
        for roster in record.rosters
        if any(member.role == "head" and member.person in heads for member in roster.members)
        for ref in roster.src
    )


def _alike(parts: list[Record]) -> Iterator[list[Record]]:
    """Parts that report one state of one holder are one fact, told by several."""
    found: dict[object, list[Record]] = defaultdict(list)
    for part in parts:
        state = isinstance(part, Status) and (type(part), fold(part.status), part.party)
        found[state or id(part)].append(part)
    yield from found.values()


def _part(
    tab: str, record: Record, parts: list[Record], src: tuple[SourceRef, ...], sides: Sides
) -> Sourced:
    """Parts as claims of one thing: of whoever each says, read in its sources."""
    claims: list[Claim[str]] = [
        Claim(by=part.by if isinstance(part, REPORTED) else None, src=part.src or src)
        for part in parts
    ]
    refs = tuple(dict.fromkeys(ref for claim in claims for ref in claim.src))
    return _sourced(
        tab, record, ClaimedField(parts[0], "", Claimed(tuple(claims)), src), refs, sides
    )


def _sourced(
    tab: str, record: Record, fact: ClaimedField, refs: tuple[SourceRef, ...], sides: Sides
) -> Sourced:
    alone = "" if _of_himself(fact.owner, sides) else _side(fact, sides)
    return Sourced(tab, record, fact.owner, fact.field, refs, roots(fact, sides.known), alone)


def _of_himself(owner: Record, sides: Sides) -> bool:
    """Whether it tells what somebody says or does himself."""
    if isinstance(owner, Status) and owner.status in OWN_ACTS:
        return owner.party is None or sides.of_party(owner.party) == sides.of_party(owner.by)
    return isinstance(owner, OWN_VOICE)


def _side(fact: ClaimedField, sides: Sides) -> str:
    """The side all voices of a fact stand on; "" where one of them is of no side."""
    found = {sides.of(claim, fact) for claim in fact.claimed.claims}
    return found.pop() if len(found) == 1 else ""
