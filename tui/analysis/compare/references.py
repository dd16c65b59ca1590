"""Comparing who and where: the same record, one within the other, or another one."""

from collections.abc import Mapping
from functools import lru_cache

from tui.analysis.compare.countries import country_code
from tui.analysis.compare.ground import Ground
from tui.analysis.compare.kinds import AGREE, Kind, Relation
from tui.analysis.compare.namesakes import are_one
from tui.analysis.compare.spellings import words
from tui.brief.claims import Claim
from tui.brief.model import Issue, Venue
from tui.brief.record import Record
from tui.brief.refs import Reference

_UPWARD = ("part_of", "of", "parent")
"""Fields that lead from a record to the larger one it belongs to."""


def relate_references(
    a: Claim[Reference], b: Claim[Reference], ground: Ground, *, several: bool = False
) -> Relation:
    """Compare two references by id, by name and by what belongs to what.

    `several`: one thing may have several of them, so that one voice may name them one by one.
    """
    assert a.value and b.value  # noqa: S101  (the caller takes claims with a value)
    first, second = a.value.each, b.value.each
    if len(first) == len(second) == 1:
        found = _relate(a.value, b.value, ground)
        if several and found.kind is Kind.DISPUTE and _one_voice(a, b):
            return Relation(Kind.FINER, "one voice names both")
        return found
    return _relate_groups(first, second, ground)


def _one_voice(a: Claim[Reference], b: Claim[Reference]) -> bool:
    """Whether two claims are of one speaker in one source."""
    sources = [{ref.id for ref in each.src} for each in (a, b)]
    return a.by == b.by and bool(sources[0] & sources[1])


def _relate_groups(
    first: tuple[Reference, ...], second: tuple[Reference, ...], ground: Ground
) -> Relation:
    """Compare those who are said to do one thing together: the same, some more, or others."""
    pairs = [(one, other, _relate(one, other, ground)) for one in first for other in second]
    fitting = [each for each in pairs if each[2].kind in {Kind.AGREE, Kind.FINER}]
    if all(
        any(each[at] == one and each[2] == AGREE for each in fitting)
        for at, group in ((0, first), (1, second))
        for one in group
    ):
        return AGREE
    if fitting:
        return Relation(Kind.FINER, "one names more than the other")
    unknown = next((found for *_, found in pairs if found.kind is Kind.INCOMPARABLE), None)
    return unknown or Relation(Kind.DISPUTE)


def _relate(first: Reference, second: Reference, ground: Ground) -> Relation:
    if first == second or (first.id and first.id == second.id):
        return AGREE
    if not (first.id and second.id):
        return _unnamed(first, second, ground)
    found = ground.known.find(first), ground.known.find(second)
    if found[0] is None or found[1] is None:
        missing = sorted(
            r.id for r, record in zip((first, second), found, strict=True) if record is None
        )
        return Relation(Kind.INCOMPARABLE, f"not in this brief: {', '.join(missing)}")
    return _relate_records(found[0], found[1], ground)


def _relate_records(first: Record, second: Record, ground: Ground) -> Relation:
    one, other = sorted((first, second), key=lambda record: record.id)
    if are_one(one, other, ground):
        return Relation(Kind.FINER, f"{_name(one)} and {_name(other)} are one by their names")
    for inner, outer in ((one, other), (other, one)):
        if outer.id in chain(inner.id, ground) or _lies_in(inner, outer, ground):
            return Relation(Kind.FINER, f"{_name(inner)} {_link(inner)} {_name(outer)}")
    if _countries(one) & _countries(other):
        return Relation(Kind.FINER, f"{_name(one)} and {_name(other)} are one country")
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


def _lies_in(inner: Record, outer: Record, ground: Ground) -> bool:
    """Whether one venue is a place the other lies in by what is written of town and country.

    What a place lies in may be written there, or with any place on the way up to it.
    """
    if not (isinstance(inner, Venue) and isinstance(outer, Venue)):
        return False
    wanted = {_key(name, ground) for name in (outer.name, *outer.aliases)} - {""}
    # A country may be told by its name in one place and by its code in another.
    codes = _countries(outer)
    seen: set[str] = set()
    waiting = [inner.id]
    while waiting:
        here = ground.known.find(waiting.pop())
        if not isinstance(here, Venue) or here.id in seen:
            continue
        seen.add(here.id)
        own = {_key(name, ground) for name in (here.name, *here.aliases)} - {""}
        towns = own | {_key(here.city, ground)} - {""}
        # What country a town is in may be written with another house in it.
        countries = {here.country}.union(*(_by_town(ground).get(town, ()) for town in towns))
        above = {_key(name, ground) for name in (here.city, *countries)} - {""}
        if above & wanted or (here is not inner and own & wanted):
            return True
        if any(country_code(country) in codes for country in countries):
            return True
        waiting += [here.part_of.id] if here.part_of else []
        waiting += [id_ for name in above | own for id_ in _by_name(ground).get(name, ())]
    return False


def _countries(record: Record) -> set[str]:
    """The codes of the country that a venue is; a name of two letters may be another's code."""
    if not isinstance(record, Venue):
        return set()
    names = [name for name in (record.name, *record.aliases) if len(name) > 2 or name == "UK"]
    return {country_code(name) for name in names} - {""}


def _key(name: str, ground: Ground) -> str:
    """A name of a place as it is looked for: spellings the brief knows are one."""
    return " ".join(words(name, ground.spellings))


@lru_cache(maxsize=4)
def _by_name(ground: Ground) -> Mapping[str, tuple[str, ...]]:
    """Name of a venue → the ids of those that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for record in ground.known.by_key.values():
        if isinstance(record, Venue):
            for name in {_key(each, ground) for each in (record.name, *record.aliases)} - {""}:
                found[name] = (*found.get(name, ()), record.id)
    return found


@lru_cache(maxsize=4)
def _by_town(ground: Ground) -> Mapping[str, frozenset[str]]:
    """Name of a town → the countries it is written to be in."""
    found: dict[str, frozenset[str]] = {}
    for record in ground.known.by_key.values():
        if isinstance(record, Venue) and record.city and record.country:
            town = _key(record.city, ground)
            found[town] = found.get(town, frozenset()) | {record.country}
    return found


def _link(record: Record) -> str:
    if isinstance(record, Venue):
        return "lies in"
    return "is part of" if isinstance(record, Issue) else "belongs to"


def _name(record: Record) -> str:
    return str(getattr(record, "name", "") or getattr(record, "title", "") or record.id)
