"""A brief as documents to search in: one for each record, and one for the brief itself."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from tui.brief.claims import Claimed
from tui.brief.model import Brief
from tui.brief.reading import Reading
from tui.brief.record import Extra, Record
from tui.brief.refs import Reference, SourceRef
from tui.brief.register import INNER, sections
from tui.brief.spelling import fold
from tui.brief.value import Value
from tui.telling.naming import name_of
from tui.telling.view import View, title_of

HEAD = "brief"
"""Section of the document that is the brief itself: its title, its bottom line, its tags."""
BETWEEN = " · "
_WORD = re.compile(r"[^\W_]+")
_UNSAID = {"id", "key", "spot", "point", "src", "url", "file", "parley", "fields", "column"}
"""Fields that are no words of the author's: ids are found by their column, sources by theirs."""


@dataclass(frozen=True, slots=True)
class Document:
    """What one record says, as the index keeps it."""

    key: str
    """Of the record in its brief; empty for the brief itself."""
    section: str
    title: str
    text: str
    """Its own words, as written."""
    names: str
    """Names and other spellings of what it refers to."""
    file: str
    line: int


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """One word as it is compared: no case, no accents."""
    return " ".join(_WORD.findall(fold(word)))


def plain_words(text: str) -> str:
    """A text as folded words with single blanks between them, and nothing else."""
    return " ".join(_WORD.findall(fold(text)))


def documents(reading: Reading) -> Iterator[Document]:
    """Tell a brief record by record, the brief itself first."""
    brief = reading.brief
    view = View(reading)
    yield _head(brief, reading)
    for section, records in sections(brief):
        for record in records:
            title = " ".join(name_of(view, record).split())
            yield _document(view, record, section, title)


def _document(view: View, record: Record, section: str, title: str) -> Document:
    said, names = _Said(), _named(view, record)
    said.gather(record)
    for id_ in said.referred:
        names += _named(view, view.register.find(id_))
    text = BETWEEN.join(dict.fromkeys(each for each in said.texts if each != title))
    names = [each for each in dict.fromkeys(names) if each and each != title]
    names += _spellings(view.brief, " ".join((title, text, *names)))
    spot = record.spot
    return Document(
        record.key, section, title, text, BETWEEN.join((record.id, *names)), spot.file, spot.line
    )


def _head(brief: Brief, reading: Reading) -> Document:
    """The brief itself, with what its sections say beside their lists."""
    said = _Said()
    for name in ("note", "tags", "handling", "aliases", "extra"):
        said.gather(getattr(brief, name))
    for name in INNER:
        for value in vars(getattr(brief, name) or brief.extra.__class__).values() if 0 else ():
            said.gather(value)
        said.gather_own(getattr(brief, name))
    title = brief.title or brief.id or reading.path.name
    spot = brief.spot
    names = BETWEEN.join((brief.id, reading.path.name))
    file = spot.file or str(reading.path)
    return Document("", HEAD, title, BETWEEN.join(said.texts), names, file, spot.line)
