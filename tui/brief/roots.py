"""Whose voice a claim is, when all relays are taken away: what independence is counted by."""

from typing import Any

from tui.brief.claims import Claim
from tui.brief.model import Party, Source
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.register import Register
from tui.brief.walk import ClaimedField


def root_of(claim: Claim[Any], fact: ClaimedField, known: Register) -> str:
    """A name for the origin of a claim: its speaker, else the origin of its source.

    Two papers quoting one speaker are one root; so are two copies of one wire report.
    """
    if claim.by:
        return f"by {claim.by.name}"
    for ref in fact.sources(claim):
        source = known.find(ref.id)
        origin = source.origin if isinstance(source, Source) else ""
        return f"from {origin or ref.id}"
    return "nobody"


def party_of(who: Reference | Record | str | None, known: Register) -> Party | None:
    """The party somebody belongs to: a person's, by way of organizations; a party's own.

    Several who do something together have one where they all have the same.
    """
    if isinstance(who, Reference) and who.together:
        found = [party_of(each, known) for each in who.together]
        return found[0] if all(each is found[0] for each in found) else None
    record = who if isinstance(who, Record) else known.find(who)
    if record is None and isinstance(who, Reference) and who.of:
        record = known.find(who.of)
    seen: set[int] = set()
    while record is not None and not isinstance(record, Party) and id(record) not in seen:
        seen.add(id(record))
        record = known.find(getattr(record, "of", None))
    return record if isinstance(record, Party) else None
