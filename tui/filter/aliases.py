"""Other spellings: `Kiev` finds what says Kyiv, and the other way round."""

from collections.abc import Mapping
from functools import lru_cache

from tui.brief.value import Names
from tui.filter.flat import flat, stands, texts


def other_spellings(aliases: Mapping[str, str], text: str) -> str:
    """What else could stand for words of a text of `texts`, as one; empty for nothing.

    `aliases` are spellings and the ones the brief prefers.
    """
    if not aliases:
        return ""
    by_word = _by_word(Names(aliases))
    pairs = (pair for word in set(text.split("_")) for pair in by_word.get(word, ()))
    found = sorted({other for words, other in pairs if stands(words, text)})
    return texts(tuple(found)) if found else ""


@lru_cache(maxsize=4)
def _by_word(aliases: Names) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """First word of a spelling → every spelling it begins, each with the one it stands for."""
    found: dict[str, list[tuple[str, str]]] = {}
    for other, ours in aliases.items():
        one, two = flat(other), flat(ours)
        # Accents are out of the way already: `Ciragan` and `Çırağan` are one.
        if one and two and one != two:
            found.setdefault(one.split("_")[0], []).append((one, two))
            found.setdefault(two.split("_")[0], []).append((two, one))
    return {word: tuple(pairs) for word, pairs in found.items()}
