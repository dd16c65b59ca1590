"""The addresses and files a brief names, and which of them a record rests on."""

from collections.abc import Iterator
from typing import NamedTuple

from tui.brief.model import Source
from tui.brief.record import Record
from tui.brief.refs import SourceRef
from tui.brief.walk import facts, within
from tui.presentation.view import View

FIELDS = ("url", "link", "file")
"""Fields of any record that lead out of the brief."""


class ExternalLink(NamedTuple):
    """One way out of a brief, as it is written there."""

    address: str
    """An address, or the name of a file beside the brief. Nothing is known of its safety."""
    record: Record
    """Whose it is: a source, a document, a person."""


def own_links(record: Record) -> Iterator[ExternalLink]:
    """The ways out a record and the records in it have of their own."""
    for part in within(record):
        for name in FIELDS:
            address = getattr(part, name, "")
            if isinstance(address, str) and address.strip():
                yield ExternalLink(address.strip(), record)


def read_in(record: Record) -> dict[str, tuple[SourceRef, ...]]:
    """The ids of all sources named in a record or in its claims, with each place in them."""
    refs = [ref for part in within(record) for ref in getattr(part, "src", ())]
    refs += [ref for fact in facts(record) for claim in fact.claimed.claims for ref in claim.src]
    found: dict[str, tuple[SourceRef, ...]] = {}
    for ref in refs:
        before = found.get(ref.id, ())
        found[ref.id] = before if ref in before else (*before, ref)
    return found


def links_of(view: View, record: Record) -> tuple[ExternalLink, ...]:
    """Its own ways out; of a record that has none, those of its sources, or of the brief's."""
    own = tuple(own_links(record))
    if own or isinstance(record, Source):
        return _once(own)
    ids = tuple(read_in(record)) or tuple(ref.id for ref in view.brief.src)
    found = (view.register.find(each) for each in ids)
    return _once(tuple(link for each in found if each for link in own_links(each)))


def all_links(view: View) -> tuple[ExternalLink, ...]:
    """Every way out of the brief, in the order of its records."""
    return tuple(link for record in view.register.by_key.values() for link in own_links(record))


def _once(links: tuple[ExternalLink, ...]) -> tuple[ExternalLink, ...]:
    return tuple({link.address: link for link in reversed(links)}.values())[::-1]
