"""The nearest right spelling, and letters that only look right."""

import unicodedata
from collections.abc import Iterable

_LONGEST = 60
"""Characters of a word that may be a slip of the pen."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, or "" where none is near."""
    from difflib import get_close_matches  # noqa: PLC0415  (only where there is a mistake)

    if len(word) > _LONGEST:
        return ""
    folded = {fold(each): each for each in known}
    found = get_close_matches(fold(word), folded, n=1, cutoff=0.75)
    return folded[found[0]] if found else ""


def fold(text: str) -> str:
    """Case, accents and separators out of the way: `Under way` and `under_way` are one word."""
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


def unknown_key(key: str, known: Iterable[str]) -> str:
    """The message for a key the format does not have."""
    guess = nearest(key, known)
    hint = f", did you mean `{guess}`?" if guess else ""
    short = key if len(key) <= _LONGEST else f"{key[:_LONGEST]}…"
    return f"unknown key `{short}`{odd_letters(key)}{hint}"
