"""The values a brief offers for each field: to check a filter against, and to complete it from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from typing import Any, NamedTuple

from tui.brief import model
from tui.brief.fields import Words
from tui.brief.record import Record
from tui.brief.spelling import nearest
from tui.filter.facets import flat_all, kinds, statuses
from tui.filter.flat import begins, flat, texts
from tui.filter.lexicon import Lexicon, lexicon
from tui.filter.match import is_among
from tui.filter.record_text import ACTORS, record_text
from tui.presentation.names import title_of
from tui.presentation.view import View

_SECTIONS = {"party": "parties", "person": "people", "source": "sources", "round": "rounds",
             "venue": "venues"}  # fmt: skip


class FieldValue(NamedTuple):
    """A value one may ask for."""

    word: str
    """What is written in a filter."""
    name: str = ""
    """What it stands for, where the word does not tell."""
    names: str = ""
    """All it is called, in every script, as `tui.filter.flat.texts` has it."""


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The values of one brief. Free words (`text:`) are always known."""

    offered: Mapping[str, tuple[FieldValue, ...]]
    """Field → values to choose from, in the order of the brief."""
    known: Mapping[str, frozenset[str]]
    """Field → every flat id and name that finds something, and the format's own words."""

    def has(self, field: str, value: str) -> bool:
        """Whether a flat value can find something."""
        if field == "text":
            return True
        return is_among(value, field, self.known.get(field, frozenset()))

    def begins(self, field: str, value: str) -> bool:
        """Whether a known value begins so."""
        return any(each.startswith(value) for each in self.known.get(field, ()))

    def nearest(self, field: str, value: str) -> str:
        """The value most like a misspelt one; empty where none is near."""
        offered = self.offered.get(field, ())
        words = {each.word: each.word for each in offered}
        names = {part: each.word for each in offered for part in (each.name, *each.name.split())}
        found = nearest(value, words) or nearest(value, filter(None, names))
        return words.get(found) or names.get(found, "")

    def completions(self, field: str, begun: str) -> tuple[FieldValue, ...]:
        """The offered values that begin so, by their word or a word of their name."""
        start = flat(begun)
        return tuple(
            each for each in self.offered.get(field, ())
            if flat(each.word).startswith(start) or begins(start, each.names)
        )  # fmt: skip


@lru_cache(maxsize=2)
def vocabulary(view: View) -> Vocabulary:
    """What can be asked of a brief; worked out once for a view."""
    records, names = view.register.by_key.values(), lexicon(view)
    actors = [each for each in records if isinstance(each, ACTORS) and each.id]
    of = {field: _in(records, section) for field, section in _SECTIONS.items()} | {"by": actors}
    offered = {field: tuple(_value(names, each) for each in found) for field, found in of.items()}
    offered["id"] = tuple(_value(names, each) for each in records if each.id)
    known = {field: set(names.all_called(found)) for field, found in of.items()}
    known["id"] = set(flat_all(each for record in records for each in (record.id, record.key)))
    known["venue"] |= {f"_{e}_" for record in records for e in flat_all(record_text(record).places)}
    refs = (ref for record in records for _, ref in record_text(record).refs)
    known["by"] |= {f"_{flat(ref.unnamed)}_" for ref in refs if ref.unnamed}
    for field, words in {
        "status": (word for record in records for word in statuses(view, record)),
        "kind": (word for record in records for word in kinds(record)),
        "tag": (word for record in records for word in record_text(record).tags),
    }.items():
        found = set(flat_all(words))
        offered[field] = tuple(FieldValue(each) for each in sorted(found))
        known[field] = found | _format_words(field, *_ALIKE.get(field, ()))
    return Vocabulary(offered, {field: frozenset(each) for field, each in known.items()})


_ALIKE = {"status": ("states",), "kind": ("type",)}
"""Fields of the format whose words are asked for in the same way."""


def _in(records: Iterable[Record], section: str) -> list[Record]:
    return [each for each in records if each.id and each.key.startswith(f"{section}/")]


def _value(names: Lexicon, record: Record) -> FieldValue:
    title = title_of(record)
    called = texts(tuple(sorted(name.strip("_") for name in names.called(record))))
    return FieldValue(record.id, "" if title in {record.id, "?"} else title, called)


@cache
def _format_words(*names: str) -> frozenset[str]:
    """The words the format knows for some fields, whether or not a brief has them."""
    found: set[str] = set()
    for each in model.__all__:
        cls: Any = getattr(model, each)
        for own in fields(cls):
            if own.name in names:
                found.update(_words_in(own.type))
    return frozenset(found)


def _words_in(hint: Any) -> Iterator[str]:
    for each in getattr(hint, "__metadata__", ()):
        if isinstance(each, Words):
            yield from map(flat, each.known)
