"""Comparing who and where: the same record, one within the other, or another one."""

from tui.analysis.compare.ground import Ground
from tui.analysis.compare.kinds import AGREE, Kind, Relation
from tui.brief.claims import Claim
from tui.brief.model import Issue, Venue
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.spelling import fold

_UPWARD = ("part_of", "of", "parent")
"""Fields that lead from a record to the larger one it belongs to."""


def relate_references(a: Claim[Reference], b: Claim[Reference], ground: Ground) -> Relation:
    """Compare two references by id and by what belongs to what."""
    assert a.value and b.value  # noqa: S101  (the caller takes claims with a value)
    first, second = a.value, b.value
    if first == second:
        return AGREE
    if not (first.id and second.id):
        return _unnamed(first, second, ground)
    if first.id == second.id:
        return AGREE
    found = ground.known.find(first), ground.known.find(second)
    if None in found:
        missing = sorted(r.id for r, record in zip((first, second), found, strict=True)
                         if record is None)  # fmt: skip
        return Relation(Kind.INCOMPARABLE, f"not in this brief: {', '.join(missing)}")
    one, other = sorted((r for r in found if r), key=lambda record: record.id)
    for inner, outer in ((one, other), (other, one)):
        if outer.id in chain(inner.id, ground) or _city(inner, outer):
            return Relation(Kind.FINER, f"{_name(inner)} {_link(inner)} {_name(outer)}")
    return Relation(Kind.DISPUTE)


def chain(start: str, ground: Ground) -> tuple[str, ...]:
    """The ids of a record and of all it belongs to, the nearest first."""
    found: list[str] = []
    while start and start not in found:
        found.append(start)
        record = ground.known.find(start)
        ups = (getattr(record, name, None) for name in _UPWARD)
        start = next((up.id for up in ups if isinstance(up, Reference)), "")
    return tuple(found)


def _unnamed(a: Reference, b: Reference, ground: Ground) -> Relation:
    """Compare where at least one is not named: a hint that fits is no more than that."""
    belongs = [set(chain(each.id or each.of, ground)) - {""} for each in (a, b)]
    if (a.unnamed, a.of) == (b.unnamed, b.of):
        return AGREE
    if {a.maybe, a.id} & {b.maybe, b.id} - {""}:
        return Relation(Kind.FINER, "perhaps the same voice")
    tops = [each.id or each.of for each in (a, b)]
    if tops[0] in belongs[1] or tops[1] in belongs[0]:
        return Relation(Kind.FINER, "one is not named")
    return Relation(Kind.INCOMPARABLE, "one is not named")


def _city(inner: Record, outer: Record) -> bool:
    """Whether one venue is the town the other says it lies in."""
    if not (isinstance(inner, Venue) and isinstance(outer, Venue) and inner.city):
        return False
    return fold(inner.city) in {fold(name) for name in (outer.name, *outer.aliases)}


def _link(record: Record) -> str:
    if isinstance(record, Venue):
        return "lies in"
    return "is part of" if isinstance(record, Issue) else "belongs to"


def _name(record: Record) -> str:
    return str(getattr(record, "name", "") or getattr(record, "title", "") or record.id)
