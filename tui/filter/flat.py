"""Texts as a filter compares them: words without case, accents and punctuation, one `_` between."""

import re
import unicodedata

from tui.brief.spelling import fold

_BETWEEN = re.compile(r"[\W_]+")
_UNSPACED = "\u0e00"
"""From here on are the scripts that put no space between words."""


def flat(text: str) -> str:
    """The words of a text: `Çırağan Palace, 2 June` is `ciragan_palace_2_june`."""
    # Letters of one sort first: what is folded once stays as it is when it is folded again.
    plain = text.lower() if text.isascii() else fold(unicodedata.normalize("NFKC", text))
    return _BETWEEN.sub("_", plain).strip("_")


def texts(parts: tuple[str, ...]) -> str:
    """Flat texts as one, in which no run of words reaches from one into the next."""
    return f"_{'__'.join(parts)}_"


def begins(words: str, text: str) -> bool:
    """Whether words stand in a text of `texts`, the last of them perhaps only begun."""
    return (words if words[:1] >= _UNSPACED else f"_{words}") in text


def has_words(words: str, text: str) -> bool:
    """Whether words stand in a text of `texts`, each of them whole."""
    return f"_{words}_" in text
