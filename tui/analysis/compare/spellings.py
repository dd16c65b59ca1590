"""The words of a text with everything out of the way in which equal texts may differ."""

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache

from tui.brief.spelling import fold

_BRITISH = {
    "advisor": "adviser", "advisors": "advisers", "center": "centre", "centers": "centres",
    "defense": "defence", "labor": "labour", "neighbor": "neighbour", "offense": "offence",
    "program": "programme", "programs": "programmes",
}  # fmt: skip
_IZE = re.compile(r"(?<=..)iz(?=(?:e|ed|es|ing|ers?|ations?|ational)$)")
"""-ize and -ization, to be written with an s; both spellings of a word pass through it alike."""


class Spellings:
    """Other spellings and the ones to use, found by their first word however many there are."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = known

    @cached_property
    def _by_word(self) -> Mapping[str, tuple[tuple[int, str, str], ...]]:
        """First word of a spelling → all that begin with it: their place, words, and ours."""
        found: dict[str, list[tuple[int, str, str]]] = {}
        for place, (other, ours) in enumerate(sorted(self._known.items())):
            if flat := _flat(other):
                found.setdefault(flat.split()[0], []).append((place, flat, _flat(ours)))
        return {word: tuple(entries) for word, entries in found.items()}

    def settle(self, flat: str) -> str:
        """Put our spelling for every other one, each once, in the order of the alphabet."""
        done = -1
        while True:
            entries = (e for word in flat.split() for e in self._by_word.get(word, ()))
            left = [e for e in entries if e[0] > done and f" {e[1]} " in f" {flat} "]
            if not left:
                return flat
            done, other, ours = min(left)
            flat = f" {flat} ".replace(f" {other} ", f" {ours} ").strip()


def words(text: str, spellings: Spellings) -> list[str]:
    """The words of a text with case, accents, punctuation and known spellings out of the way."""
    return spellings.settle(_flat(text)).split()


@lru_cache(maxsize=4096)
def _flat(text: str) -> str:
    bare = re.sub(r"['’]s\b", "", text)
    found = re.findall(r"\w+", fold(bare).replace("_", " "))
    return " ".join(_IZE.sub("is", _BRITISH.get(word, word)) for word in found)
