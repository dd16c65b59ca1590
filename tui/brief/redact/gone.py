"""What is left out of a brief: the ids and names it went by, and how to find them in a text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tui.brief.model import Person
from tui.brief.place import Place
from tui.brief.reading import Reading
from tui.brief.record import Record
from tui.brief.spelling import fold
from tui.brief.value import EMPTY

SHORT = 5
"""Letters below which a name counts as a whole word alone; a longer one may bear an ending."""
_LINKS = ("url", "link", "file")
_CALLED = ("name", "abbreviation", "title")


@dataclass(frozen=True)
class Gone:
    """What is left out so far; going through the brief once more finds what that brings with it."""

    reading: Reading
    keys: frozenset[str] = frozenset()
    """Of records."""
    places: Mapping[Place, str] = EMPTY
    """Where something else begins that is left out, and why."""

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The records left out."""
        return tuple(self.reading.register.by_key[key] for key in sorted(self.keys))

    @cached_property
    def ids(self) -> frozenset[str]:
        """What nothing may refer to any more."""
        return frozenset(record.id for record in self.records if record.id)

    def named_in(self, text: str) -> bool:
        """Whether a text names something that is left out."""
        if not self.keys:
            return False
        ids, names = self._ids, self._names
        return bool(
            (ids and ids.search(text))
            or (names and names.search(fold(text)))
            or any(each in text for each in self._links)
        )

    @cached_property
    def _ids(self) -> re.Pattern[str] | None:
        # A number alone is more often a figure.
        wanted = "|".join(re.escape(each) for each in sorted(self.ids) if not each.isdigit())
        return re.compile(rf"(?<![\w-])(?:{wanted})(?![\w-])") if wanted else None

    @cached_property
    def _names(self) -> re.Pattern[str] | None:
        called = {fold(each) for record in self.records for each in names_of(record)}
        for pair in self.reading.brief.aliases.items():
            if called & set(map(fold, pair)):
                called |= set(map(fold, pair))
        called -= self._kept
        wanted = sorted(each for each in called if len(each) > 1 and not each.isdigit())
        return re.compile("|".join(map(_bounded, wanted))) if wanted else None

    @cached_property
    def _kept(self) -> frozenset[str]:
        """The names of the records that stay, and their words: they say nothing of the others."""
        every = self.reading.register.by_key.items()
        stay = (record for key, record in every if key not in self.keys)
        names = {fold(each) for record in stay for each in names_of(record)}
        return frozenset(names | {word for name in names for word in name.split("_")})

    @cached_property
    def _links(self) -> tuple[str, ...]:
        found = (getattr(record, name, "") for record in self.records for name in _LINKS)
        return tuple(each for each in found if len(each) > SHORT)


def names_of(record: Record) -> Iterator[str]:
    """What a record may be called in a text: its names, and the last name of a person.

    A title of one word says too little: it may be any memorandum.
    """
    for name in _CALLED:
        text = getattr(record, name, "")
        if isinstance(text, str) and text and (name != "title" or " " in text.strip()):
            yield text
    if isinstance(record, Person) and len(last := record.name.rpartition(" ")[2]) > SHORT - 2:
        yield last
    yield from getattr(record, "aliases", ())
    yield from getattr(record, "names", {}).values()


def _bounded(name: str) -> str:
    """A name as a pattern: where letters have cases it begins a word, else it is found anywhere."""
    begins = r"(?<![^\W_])" if _has_case(name[0]) else ""
    ends = r"(?![^\W_])" if _has_case(name[-1]) and len(name) < SHORT else ""
    return f"{begins}{re.escape(name)}{ends}"


def _has_case(letter: str) -> bool:
    return letter.lower() != letter.upper() or letter.isdecimal()
