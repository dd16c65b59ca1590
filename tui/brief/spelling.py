"""The nearest right spelling, and letters that only look right."""

import unicodedata
from collections.abc import Iterable

_LONGEST = 60
"""Characters of a word that may be a slip of the pen."""
_LISTED = 8
"""Keys that are listed where none is near."""


_TURNING = (
    "anti", "counter", "de", "dis", "down", "ex", "former", "il", "im", "in", "ir", "mis", "never",
    "no", "non", "not", "op", "out", "over", "post", "pre", "pro", "un", "under", "up",
)  # fmt: skip
"""What a word may begin with that turns its meaning, or makes it the other one of a pair."""
_ONE_STEM = 0.85
"""Likeness from which on two words behind such a beginning are one."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, or "" where none is near; never its opposite."""
    return next(iter(_alike(word, known, 1, 0.75)), "")


def _alike(word: str, known: Iterable[str], most: int, cutoff: float) -> list[str]:
    """The known words that are somewhat like this one, the most alike first; no opposites."""
    from difflib import get_close_matches  # noqa: PLC0415  (only where there is a mistake)

    if len(word) > _LONGEST:
        return []
    folded = {fold(each): each for each in known}
    found = get_close_matches(fold(word), folded, most + 2, cutoff)
    return [folded[each] for each in found if not _are_opposite(fold(word), each)][:most]


def _are_opposite(word: str, other: str) -> bool:
    """Whether two words differ by a beginning that turns the meaning: `indirect`, `direct`."""
    from difflib import SequenceMatcher  # noqa: PLC0415  (only where there is a mistake)

    if word == other:
        return False
    whole = SequenceMatcher(None, word, other).ratio()
    stems = (
        SequenceMatcher(None, one, two).ratio()
        for start, one in _turned(word)
        for end, two in _turned(other)
        if start != end
    )
    # Of a mere slip the words as they stand are the most alike.
    return any(each >= _ONE_STEM and each > whole for each in stems)


def _turned(word: str) -> list[tuple[str, str]]:
    """A word as it is, and as a turning beginning with the rest, for each that it may have."""
    found = [
        (each, word.removeprefix(each).strip("_")) for each in _TURNING if word.startswith(each)
    ]
    return [("", word), *((start, rest) for start, rest in found if len(rest) > 2)]


def fold(text: str) -> str:
    """Case, accents and separators out of the way: `Under way` and `under_way` are one word."""
    if text.isascii():  # nearly every text: no accents to look for
        return text.lower().replace(" ", "_").replace("-", "_").strip("_")
    flat = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i"))
    # Each letter is looked at once, however often it stands in a long text.
    marks = {ord(c): "" for c in set(flat) if unicodedata.combining(c)}
    return flat.translate({ord(" "): "_", ord("-"): "_"} | marks).strip("_")


def odd_letters(word: str) -> str:
    """Name the letters of an ASCII-looking word that are not: ` (U+0435 …)`, or ""."""
    odd = [c for c in word if not c.isascii()]
    if not odd or len(odd) > 3:
        return ""
    named = (f"U+{ord(c):04X} {unicodedata.name(c, 'unnamed')}" for c in odd)
    return f" (with {', '.join(named)})"


def unknown_key(key: str, known: Iterable[str], guess: str = "") -> str:
    """The message for a key that is not among the known ones: the one meant, or those there are.

    `guess` is the key that was meant, where that is known better than by its letters.
    """
    keys = tuple(known)
    guess = guess or nearest(key, keys)
    hint = f", did you mean `{guess}`?" if guess else _listed(key, keys)
    short = key if len(key) <= _LONGEST else f"{key[:_LONGEST]}…"
    return f"unknown key `{short}`{odd_letters(key)}{hint}"


def _listed(key: str, known: tuple[str, ...]) -> str:
    """Some of the keys there are, the most alike first."""
    first = _alike(key[:_LONGEST], known, _LISTED, 0.0)
    more = f" and {len(known) - len(first)} more" if len(known) > len(first) else ""
    return f"; known are {', '.join(first)}{more}" if first else ""
