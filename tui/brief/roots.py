"""Whose voice a claim is, when all relays are taken away: what independence is counted by."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from tui.brief.claims import Claim
from tui.brief.model import Organization, Party, Source
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.register import Register
from tui.brief.spelling import fold
from tui.brief.walk import ClaimedField

_NOT_STATED = frozenset({"unknown", "not_known", "not_stated", "unclear", "unnamed"})
"""Words in `origin:` that say that the origin is not known."""


def root_of(claim: Claim[Any], fact: ClaimedField, known: Register) -> str:
    """A name for the origin of a claim: its speaker, else the origin of its source.

    Two papers quoting one speaker are one root; so are two copies of one wire report.
    """
    if claim.by:
        return f"by {claim.by.name}"
    found = sorted(origin_of(ref.id, known) for ref in fact.sources(claim))
    return f"from {found[0]}" if found else "nobody"


def origin_of(source: str, known: Register) -> str:
    """The wire or release a source copies, or what it is derived from, by whatever steps.

    An agency has one name, whether a wire bears it or a paper names it, in any spelling. Of
    several sources that one is derived from, the first by name stands for them.
    """
    return _origins(known).get(source, source)


def independent(claims: Iterable[Claim[Any]], fact: ClaimedField, known: Register) -> int:
    """How many voices are known to be independent of each other.

    Either speakers who belong to different parties or bodies; or sources whose origins are stated
    and differ, none of them derived from what another is derived from. Where nobody says what a
    source draws on, it may draw on the other.
    """
    bodies: list[frozenset[str]] = []
    lineages: list[frozenset[str]] = []
    for claim in claims:
        speaker = claim.via or claim.by
        if speaker:
            bodies.append(frozenset(_body(each, known) for each in speaker.each))
            continue
        for ref in fact.sources(claim):
            source = known.find(ref.id)
            if isinstance(source, Source) and source.of:
                bodies.append(frozenset({_body(source.of, known)}))
            else:
                lineages.append(_lineage(ref.id, known))
    stated = sum(any(name.startswith("origin ") for name in group) for group in _apart(lineages))
    return max(sum(1 for _ in _apart(bodies)), stated)


def party_of(who: Reference | Record | str | None, known: Register) -> Party | None:
    """The party somebody belongs to: a person's, by way of organizations; a party's own.

    Several who do something together have one where they all have the same.
    """
    if isinstance(who, Reference) and who.together:
        parties = [party_of(each, known) for each in who.together]
        return parties[0] if all(each is parties[0] for each in parties) else None
    found = _top(who, known)
    return found if isinstance(found, Party) else None


def _top(who: Reference | Record | str | None, known: Register) -> Record | None:
    """The largest body somebody belongs to; himself, where he belongs to none."""
    if isinstance(who, Record):
        return _above(who, known)
    found = _top_of(who.id if isinstance(who, Reference) else who, known)
    return _top_of(who.of, known) if found is None and isinstance(who, Reference) else found


@lru_cache(maxsize=4096)
def _top_of(name: str | None, known: Register) -> Record | None:
    record = known.find(name)
    return _above(record, known) if record else None


def _above(start: Record, known: Register) -> Record | None:
    record: Record | None = start
    seen: set[int] = set()
    while record is not None and not isinstance(record, Party) and id(record) not in seen:
        seen.add(id(record))
        larger = known.find(getattr(record, "of", None))
        if larger is None:
            return record
        record = larger
    return record


def _body(who: Reference, known: Register) -> str:
    """A name for whom somebody speaks for: a side, a party, a body, else himself."""
    top = _top(who, known)
    if top is None and who.maybe:
        top = _top(who.maybe, known)
    if isinstance(top, Party) and top.side:
        return f"side {top.side}"
    return top.key if top else who.name


@lru_cache(maxsize=4096)
def _lineage(source: str, known: Register) -> frozenset[str]:
    """A source, all that it is derived from, and the origins they state."""
    found: set[str] = set()
    left = [source]
    while left:
        name = left.pop()
        if name in found:
            continue
        found.add(name)
        record = known.find(name)
        if isinstance(record, Source):
            found |= {f"origin {origin}" for origin in _stated(record, known)}
            left += [ref.id for ref in record.derived_from]
            left += _others(record, _agencies(known)[1])
    return frozenset(found)


def _apart(lineages: Iterable[frozenset[str]]) -> Iterator[frozenset[str]]:
    """Groups of names with nothing in common; those that share anything are one."""
    groups: list[frozenset[str]] = []
    for lineage in lineages:
        touching = [each for each in groups if each & lineage]
        groups = [each for each in groups if not each & lineage]
        groups.append(lineage.union(*touching))
    yield from groups


def _stated(source: Source, known: Register) -> frozenset[str]:
    """What a source says of its origin, in one spelling; a wire is its own; empty for nothing.

    Of words such as `AFP, by telephone` the agencies in them count. The name of another source is
    no origin but a way to it.
    """
    names, sources = _agencies(known)
    written = source.origin or (source.publisher if source.kind == "wire" else "")
    parts = _words(written)
    phrases = {"".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 1, i + 7)}
    flat = "".join(parts)
    known_phrases = (each for each in phrases if each in names and (len(each) > 2 or each == flat))
    if named := frozenset(names[each] for each in known_phrases):
        return named
    unsaid = not flat or fold(written) in _NOT_STATED
    return frozenset() if unsaid or _others(source, sources) else frozenset({flat})


def _words(text: str) -> list[str]:
    """The words of a name; `A.F.P.` is one of them."""
    return re.findall(r"\w+", fold(text.replace(".", "")).replace("_", " "))


def _flat(text: str) -> str:
    return "".join(_words(text))


def _others(source: Source, sources: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The sources that one names as its origin."""
    named = sources.get(_flat(source.origin), ()) if source.origin else ()
    return tuple(each for each in named if each != source.id)


@lru_cache(maxsize=4)
def _agencies(known: Register) -> tuple[Mapping[str, str], Mapping[str, tuple[str, ...]]]:
    """Spellings of agencies and ids of wires → one name; names of sources → their ids."""
    names: dict[str, str] = {}
    sources: dict[str, tuple[str, ...]] = {}
    for record in known.by_key.values():
        if isinstance(record, Organization):
            forms = (record.id, record.name, record.abbreviation, *record.aliases,
                     *record.names.values())  # fmt: skip
            names |= {flat: _flat(record.name) for form in forms if (flat := _flat(form))}
    for record in known.by_key.values():
        if isinstance(record, Source):
            if record.kind == "wire" and (flat := _flat(record.publisher)):
                wire = names.setdefault(flat, flat)
                names |= {_flat(record.id): wire} if record.id else {}
            for form in {_flat(record.id), _flat(record.publisher), _flat(record.title)} - {""}:
                sources[form] = (*sources.get(form, ()), record.id)
    return names, sources


@lru_cache(maxsize=4)
def _origins(known: Register) -> Mapping[str, str]:
    """Id of each source → the name its origin is counted under."""
    found = (each for each in known.by_key.values() if isinstance(each, Source) and each.id)
    return {each.id: _origin(each, known) for each in found}


def _origin(source: Source, known: Register) -> str:
    if own := _stated(source, known):
        return min(own)
    lineage = _lineage(source.id, known)
    stated = [name.removeprefix("origin ") for name in lineage if name.startswith("origin ")]
    above = (known.find(name) for name in lineage if not name.startswith("origin "))
    first = (s.id for s in above if isinstance(s, Source) and not s.derived_from and not s.origin)
    return min(stated or first, default=min(lineage))
