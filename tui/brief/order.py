"""The order of things that have none of their own: it is worked out, never taken from the file.

Whoever swaps two claims, two sources or two people of a register has said nothing, so nothing
that is shown may change by it. Lists are therefore put in order where they are read: records by
date, then by name, then by id; claims with the accepted one first and those the writer has struck
last, then by the day they were said, by speaker, source and value; references and words by
themselves, words of a vocabulary as the vocabulary has them.

A list whose order is its writer's own is marked `ORDERED` in the model and stays as it is written:
judgments, an agenda, issues, conditions, provisions, the people of a roster as their source ranks
them.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from functools import cache, lru_cache
from typing import Any, TypeAlias, TypeVar, cast

from tui.brief.claims import STRUCK, Claim, Claimed
from tui.brief.fields import ORDERED
from tui.brief.quantity import Quantity
from tui.brief.record import Record
from tui.brief.refs import Reference, SourceRef
from tui.brief.value import Value, compared
from tui.brief.when import When

T = TypeVar("T")
Rank: TypeAlias = tuple[int | str, ...]
Key: TypeAlias = Callable[[Any], Rank]

_DATES = (
    "when", "agreed", "proposed", "declared", "effective", "from_", "as_of", "completed",
    "states", "status", "tranches",
)  # fmt: skip
"""Fields that date a record, the first that has a date before the others."""
_UNDATED = "~"
"""After every date."""
_LONG = 12
"""Digits of a number in a text: `r2` comes before `r10`."""


def in_order(things: tuple[T, ...], words: tuple[str, ...] = ()) -> tuple[T, ...]:
    """Things without an order of their own, the same ones in the same order however written.

    `words` is the vocabulary they are of, if they are of one.
    """
    if len(things) < 2:
        return things
    return tuple(_sorted_by(things, _keys(things[0], words)))


def _sorted_by(things: Sequence[T], keys: Sequence[Key]) -> Iterable[T]:
    """Things by the first key; by the next ones only those that it leaves together."""
    if len(things) < 2 or not keys:
        return things
    groups: dict[Rank, list[T]] = {}
    for each in things:
        groups.setdefault(keys[0](each), []).append(each)
    return (each for rank in sorted(groups) for each in _sorted_by(groups[rank], keys[1:]))


def _keys(thing: Any, words: tuple[str, ...]) -> tuple[Key, ...]:
    """What things of one kind are put in order by, the cheapest first."""
    if isinstance(thing, Record):
        return _by_date, lambda record: (_name(record), natural(record.id)), _by_content
    match thing:
        case str():
            known = {word: index for index, word in enumerate(words)}
            return (lambda text: (known.get(text, len(known)), natural(text)), _by_content)
        case SourceRef():
            return lambda ref: (natural(ref.id),), lambda ref: (natural(ref.at),), _by_content
        case Reference():
            return lambda ref: (_of(ref),), _by_content
        case Claim():
            return _by_speaker, _by_source, _by_content
    return (_by_content,)


def _by_date(record: Record) -> Rank:
    return (*_first(record), date_of(record) or _UNDATED)


def _by_speaker(claim: Claim[Any]) -> Rank:
    held = -1 if claim.held == "accepted" else int(claim.held in STRUCK)
    return held, starts(claim.when) or _UNDATED, _of(claim.by)


def _by_source(claim: Claim[Any]) -> Rank:
    return " ".join(natural(ref.id) for ref in claim.src), _words(claim.value)


def _by_content(thing: Any) -> Rank:
    return (content(thing),)


def _first(record: Record) -> Rank:
    """The fields a kind of record is sorted by before its date."""
    return tuple(_index(record, name) for name in record.SORT)


def _index(record: Record, name: str) -> str:
    """A field as text; of a word of a vocabulary its place there, unknown ones last."""
    kind: Any = type(record)
    words, text = _vocabulary(kind, name), getattr(record, name)
    return f"{words.index(text) if text in words else len(words):04}" if words else natural(text)


@cache
def _vocabulary(cls: Any, name: str) -> tuple[str, ...]:
    hint = next(each.type for each in fields(cls) if each.name == name)
    about = getattr(hint, "__metadata__", ())
    return next((known for each in about if (known := getattr(each, "known", ()))), ())


def _name(record: Record) -> str:
    return "\n".join(_words(getattr(record, name)) for name in record.KEY)


def _words(value: Any) -> str:
    """A part of what names a record, as text to sort by."""
    match value:
        case str() | int():
            return natural(str(value))
        case Reference() | None:
            return _of(value)
        case tuple():
            return " ".join(_words(each) for each in value)
        case When():
            return starts(value)
        case Claimed():
            return " ".join(_words(each) for each in value.stated)
    return natural(_number(value) if isinstance(value, Quantity) else content(value))


def _number(value: Quantity) -> str:
    known = (n for n in (value.best, value.low, value.high) if n is not None)
    return str(next(known, value.as_written))


def _of(ref: Reference | None) -> str:
    return natural(ref.id or f"{ref.of} {ref.unnamed}") if ref else ""


@lru_cache(maxsize=4096)
def natural(text: str) -> str:
    """A text to sort by: capitals aside, and numbers in it by their size."""
    text = text.casefold()
    return text if text.isalpha() else re.sub(r"\d+", lambda number: number[0].zfill(_LONG), text)


def date_of(record: Record) -> str:
    """The date a record is sorted by, as text; empty where it bears none."""
    given = record.__dict__
    for name in _DATES:
        if name in given and (date := starts(given[name])):
            return date
    return ""


def starts(value: Any) -> str:
    """When something has begun for certain; of several dates the first.

    What is dated by a month alone comes after what was on a day of it: nothing says that it was
    first, and of a long round the next one does not follow its beginning.
    """
    match value:
        case When():
            bound = value.start or value.end
            return bound.latest.isoformat() if bound else ""
        case Claimed():
            return _earliest(value.stated, starts)
        case tuple():
            return _earliest((each for each in value if isinstance(each, Record)), date_of)
    return ""


def _earliest(things: Any, date: Callable[[Any], str]) -> str:
    return min((found for each in things if (found := date(each))), default="")


def content(value: Any) -> str:
    """All that a value says, as one text: what decides where nothing else does."""
    match value:
        case Value():
            kind: Any = type(value)
            parts = (f"{name}={content(value.__dict__[name])}"
                     for name in compared(kind) if name in value.__dict__)  # fmt: skip
            return f"{kind.__name__}({','.join(parts)})"
        case tuple():
            return f"[{','.join(content(each) for each in value)}]"
        case Mapping():
            return f"{{{','.join(f'{key}={text}' for key, text in sorted(value.items()))}}}"
    return str(value)


@cache
def has_order(cls: Any, name: str) -> bool:
    """Whether a list of the model keeps the order it is written in."""
    hint = next(each.type for each in fields(cls) if each.name == name)
    return ORDERED in getattr(hint, "__metadata__", ())


def sorted_lists(whole: Any, parts: Iterable[Any]) -> dict[str, Any]:
    """The lists of records of a brief or a section, joined out of its parts, in order.

    A list that one part has alone is in order as it was read.
    """
    kind = cast("Any", type(whole))
    filled = Counter(
        each.name for part in parts for each in fields(kind)
        if type(getattr(part, each.name)) is tuple and getattr(part, each.name)
    )  # fmt: skip
    return {
        name: in_order(getattr(whole, name)) for name, count in filled.items()
        if count > 1 and not has_order(kind, name)
    }  # fmt: skip
