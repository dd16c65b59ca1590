"""A brief as documents to search in: one for each record, and one for the brief itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tui.brief.claims import Claimed
from tui.brief.place import Place
from tui.brief.quantity import Quantity
from tui.brief.reading import Reading
from tui.brief.record import Record
from tui.brief.refs import Reference, SourceRef
from tui.brief.register import INNER, sections
from tui.brief.value import Value
from tui.brief.when import When
from tui.filter import Facets, facets
from tui.filter.flat import flat
from tui.presentation import dates, figures
from tui.presentation.marks import brief_mark, marks
from tui.presentation.names import full_name, title_of
from tui.presentation.view import View

HEAD = "brief"
"""Section of the document that is the brief itself: its title, its bottom line, its tags."""
BETWEEN = " · "
_UNSAID = {"id", "key", "spot", "point", "url", "file"}
"""Fields that are no words of the author's."""

_OF_A_BRIEF = Facets(fields={"kind": frozenset({HEAD})})


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """What one record says, as the index keeps it."""

    key: str
    """Of the record in its brief; empty for the brief itself."""
    section: str
    title: str
    text: str
    """Its own words, as written."""
    names: str
    """Its id, and names and other spellings of what it refers to."""
    file: str
    line: int
    facets: Facets
    """What it can be asked for beside its words."""
    mark: str = ""
    """How it is to be handled, as it stands beside every excerpt of it."""


@lru_cache(maxsize=1 << 16)
def folded(text: str) -> str:
    """A text as it is compared: words with single blanks between, no case, no accents."""
    return flat(text).replace("_", " ")


def documents(reading: Reading) -> Iterator[IndexDocument]:
    """Tell a brief record by record, the brief itself first."""
    view = View(reading)
    spellings = [(folded(a), b) for pair in reading.brief.aliases.items() for a, b in _both(pair)]
    yield _head(view)
    for section, records in sections(reading.brief):
        for record in records:
            yield _document(view, record, section, spellings)


def _document(
    view: View, record: Record, section: str, spellings: list[tuple[str, str]]
) -> IndexDocument:
    title = " ".join(full_name(view, record).split())
    gathered = _TextOf(view)
    gathered.gather(vars(record))
    texts = [each for each in dict.fromkeys(gathered.texts) if each and each != title]
    names = [record.id, *gathered.names]
    whole = f" {folded(BETWEEN.join((title, *texts, *names)))} "
    names += [other for here, other in spellings if f" {here} " in whole]
    rest = (each for each in dict.fromkeys(names) if each and each != title)
    text = BETWEEN.join(texts)
    spot = record.spot
    where = (spot.file, spot.line, facets(view, record))
    mark = marks(view, record)
    return IndexDocument(record.key, section, title, text, BETWEEN.join(rest), *where, mark)


def _head(view: View) -> IndexDocument:
    """The brief itself, with what its sections say beside their lists."""
    brief, path = view.brief, view.reading.path
    gathered = _TextOf(view)
    gathered.gather({name: getattr(brief, name) for name in ("note", "tags", "handling", "extra")})
    for name in INNER:
        if part := getattr(brief, name):
            own = {k: v for k, v in vars(part).items() if not isinstance(v, tuple)}
            gathered.gather(own)
    title = " ".join((brief.title or brief.id or path.name).split())
    names = BETWEEN.join((brief.id, path.name, *gathered.names))
    file = brief.spot.file or str(path)
    text = BETWEEN.join(each for each in dict.fromkeys(gathered.texts) if each)
    where = (file, brief.spot.line, _OF_A_BRIEF)
    return IndexDocument("", HEAD, title, text, names, *where, brief_mark(view))


class _TextOf:
    """Gathers every text within a value, and the names of all it refers to."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.texts: list[str] = []
        self.names: list[str] = []

    def gather(self, value: Any) -> None:
        """Take in a value with all that is within it."""
        match value:
            case str():
                self.texts.append(" ".join(value.split()))
            case Place():
                pass  # where a key stands that nobody knows is none of its words
            case tuple():
                for each in value:
                    self.gather(each)
            case Mapping():
                self.gather(tuple(each for name, each in value.items() if name not in _UNSAID))
            case Reference() | SourceRef() | When() | Quantity():
                self._add_value(value)
            case Claimed() | Value():
                self.gather(vars(value))

    def _add_value(self, value: Reference | SourceRef | When | Quantity) -> None:
        """Small values as they are shown, and not field by field."""
        match value:
            case Reference():
                for one in value.each:
                    self.texts.append(one.unnamed)
                    for id_ in (one.id, *(each for each, _ in one.others)):
                        self._name(id_)
            case SourceRef():
                self.texts.append(value.quote)
            case When():
                self.texts += (value.as_written, dates.format_when(value, self._view.home))
            case Quantity():
                self.texts.append(figures.format_quantity(value))

    def _name(self, id_: str) -> None:
        record = self._view.register.find(id_)
        if record is None:
            return
        spelt = getattr(record, "aliases", ()), getattr(record, "names", {}).values()
        self.names += (title_of(record), *spelt[0], *spelt[1])


def _both(pair: tuple[str, str]) -> tuple[tuple[str, str], tuple[str, str]]:
    """Either of two spellings leads to the other."""
    return pair, (pair[1], pair[0])
