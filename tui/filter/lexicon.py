"""What the records of a brief are called, in every spelling it knows of."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from tui.brief.model import Source, Venue
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.roots import party_of
from tui.filter.aliases import AliasIndex
from tui.filter.flat import flat, texts
from tui.presentation.view import View

_NAMES = ("name", "title", "abbreviation", "publisher")


class Lexicon:
    """Names of one view, each looked up once however many records refer to it."""

    def __init__(self, view: View) -> None:
        self.register = view.register
        self.spellings = AliasIndex(view.brief.aliases)
        self._words: dict[Reference, str] = {}
        self._called: dict[int, frozenset[str]] = {}
        self._parties: dict[Reference, frozenset[str]] = {}
        self._above: dict[tuple[str, Reference], frozenset[str]] = {}

    def called(self, record: Record) -> frozenset[str]:
        """How a record is asked for: its id, and its names, each between two `_`."""
        # By identity: records of one brief live as long as its view, and hashing one is slow.
        found = self._called.get(id(record))
        if found is None:
            names = {f"_{each}_" for name in _names(record) if (each := flat(name))}
            others = {self.spellings.others(name) for name in names}
            found = self._called[id(record)] = frozenset({flat(record.id), *names, *others} - {""})
        return found

    def all_called(self, records: Iterable[Record]) -> frozenset[str]:
        """How any of some records is asked for."""
        return frozenset().union(*map(self.called, records))

    def words(self, ref: Reference) -> str:
        """Id and names of what a reference leads to, as a text of `texts`; empty for nobody."""
        if ref not in self._words:
            record = self.register.find(ref) or self.register.find(ref.of)
            names = self.called(record) if record else frozenset()
            parts = sorted({flat(ref.id), *(name.strip("_") for name in names)} - {""})
            self._words[ref] = texts(tuple(parts)) if parts else ""
        return self._words[ref]

    def party(self, ref: Reference) -> frozenset[str]:
        """How the party of somebody is asked for; nothing for who belongs to none."""
        if ref not in self._parties:
            party = party_of(ref, self.register)
            self._parties[ref] = self.called(party) if party else frozenset()
        return self._parties[ref]

    def above(self, ref: Reference, by: str) -> frozenset[str]:
        """How what a reference leads to is asked for, and what that belongs to or lies in."""
        if (by, ref) not in self._above:
            self._above[by, ref] = self.all_called(self.upwards(ref, by))
        return self._above[by, ref]

    def upwards(self, ref: Reference, by: str) -> Iterator[Record]:
        """What a reference leads to, then what that belongs to (`of`) or lies in (`part_of`)."""
        record = self.register.find(ref) or self.register.find(ref.of)
        seen: set[int] = set()
        while record is not None and id(record) not in seen:
            seen.add(id(record))
            yield record
            record = self.register.find(getattr(record, by, None))


@lru_cache(maxsize=2)
def lexicon(view: View) -> Lexicon:
    """The names of a view."""
    return Lexicon(view)


def _names(record: Record) -> Iterator[str]:
    for field in _NAMES:
        if isinstance(name := getattr(record, field, ""), str):
            yield name
    yield from getattr(record, "aliases", ())
    yield from getattr(record, "names", {}).values()
    if isinstance(record, Source):
        yield from (record.author, record.origin)
    if isinstance(record, Venue):
        yield record.city
