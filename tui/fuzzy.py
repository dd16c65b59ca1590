"""How well a name answers to what was typed: from its beginning, by its words, by its letters."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from tui.brief.spelling import fold

T = TypeVar("T")
LONGEST = 40
"""Letters of a name up to which scattered letters count; beyond, everything would match."""


def rank(typed: str, name: str, about: str = "") -> int | None:
    """How far a name is from what was typed: 0 is nearest, None is no match.

    Case, accents and the dots of an i do not matter. `about` is looked through for whole texts.
    """
    return _rank(fold(typed), fold(name), fold(about))


def _rank(wanted: str, folded: str, about: str) -> int | None:
    if folded.startswith(wanted):
        return 0
    words = folded.replace("_", " ")
    parts = wanted.replace("_", " ").split()
    if all(f" {each}" in f" {words}" for each in parts):
        return 1
    if wanted in folded:
        return 2
    # Against the text below the name scattered letters would match nearly anything.
    if wanted in about:
        return 3
    letters = wanted.replace("_", "")
    return 4 if len(folded) <= LONGEST and _follow(letters, folded) else None


def _follow(letters: str, text: str) -> bool:
    """Whether the letters stand in the text in this order; one pass, whatever is typed."""
    rest = iter(text)
    return all(letter in rest for letter in letters)


class FuzzyIndex(Generic[T]):
    """Things by name and what is said of them, made ready once for being ranked at each key."""

    def __init__(self, named: Iterable[tuple[str, str, T]]) -> None:
        self._ready = [(fold(name), fold(about), thing) for name, about, thing in named]

    def nearest(self, typed: str, most: int | None = None) -> list[T]:
        """Those that match, the nearest first; of those as near as each other the earlier ones."""
        wanted = fold(typed)
        found = ((_rank(wanted, name, about), thing) for name, about, thing in self._ready)
        near = [(at, thing) for at, thing in found if at is not None]
        return [thing for _, thing in sorted(near, key=lambda each: each[0])[:most]]


def nearest(typed: str, named: Iterable[tuple[str, str, T]]) -> list[T]:
    """Things by name and what is said of them: those that match, the nearest first.

    Of those as near as each other the earlier stays before.
    """
    return FuzzyIndex(named).nearest(typed)
