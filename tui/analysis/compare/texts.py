"""Comparing words: short labels such as titles can contradict, prose is only worded differently."""

import re
from collections.abc import Mapping
from functools import lru_cache

from tui.analysis.compare.ground import Ground
from tui.analysis.compare.kinds import AGREE, Kind, Relation
from tui.brief.claims import Claim
from tui.brief.spelling import fold

LABEL = 8
"""Words a text may have and still be a label, whose difference means something."""
_SMALL = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"}
_CHANGING = {"deputy", "vice", "former", "ex", "assistant", "under", "shadow"}
"""Words that, put before a title, make it another post."""
_LEADING = {"chief", "director"}
"""Words for whoever leads a body, beside `head`; which of them a post has is a translator's."""
_NOT = {"not", "no", "never", "without", "nor", "neither"}
_BRITISH = {
    "advisor": "adviser", "advisors": "advisers", "center": "centre", "centers": "centres",
    "defense": "defence", "labor": "labour", "neighbor": "neighbour", "offense": "offence",
    "program": "programme", "programs": "programmes",
}  # fmt: skip
_IZE = re.compile(r"(?<=..)iz(?=(?:e|ed|es|ing|ers?|ations?|ational)$)")
"""-ize and -ization, to be written with an s; both spellings of a word pass through it alike."""


def relate_labels(a: Claim[str], b: Claim[str], ground: Ground) -> Relation:
    """Compare two titles: another post is a dispute, a more exact one is finer."""
    first, second = _both(a, b, ground)
    if first and sorted(_content(first)) == sorted(_content(second)):
        return AGREE
    if not (0 < len(first) <= LABEL and 0 < len(second) <= LABEL):
        return relate_prose(a, b, ground)
    found = _relate_posts(_content(first), _content(second))
    if found.kind is not Kind.DISPUTE:
        return found
    one, other = (_content(_led(each)) for each in (first, second))
    if sorted(one) == sorted(other):
        return Relation(Kind.WORDING, "one post in other words")
    return _relate_posts(one, other)


def _relate_posts(first: list[str], second: list[str]) -> Relation:
    """Compare the words of two posts that are not the same words."""
    short, long = sorted((first, second), key=len)
    if not set(short) <= set(long):
        return Relation(Kind.DISPUTE)
    lead = long[: min(long.index(word) for word in short)]
    if _CHANGING & set(lead):
        return Relation(Kind.DISPUTE)
    return Relation(Kind.FINER, "one says more than the other")


def relate_prose(a: Claim[str], b: Claim[str], ground: Ground) -> Relation:
    """Compare two wordings: alike, one within the other, or different; never a dispute."""
    first, second = _both(a, b, ground)
    if first and first == second:
        return AGREE
    short, long = sorted((set(_content(first)), set(_content(second))), key=len)
    if short and short < long and not _NOT & (long - short):
        return Relation(Kind.FINER, "one says more than the other")
    return Relation(Kind.WORDING, "worded differently")


def same_words(a: str, b: str, spellings: Mapping[str, str]) -> bool:
    """Whether two texts differ in case, accents, punctuation and known spellings at most."""
    return bool(a.strip()) and (a == b or words(a, spellings) == words(b, spellings) != [])


def words(text: str, spellings: Mapping[str, str]) -> list[str]:
    """The words of a text with case, accents, punctuation and known spellings out of the way."""
    flat = _flat(text)
    for other, ours in sorted(spellings.items()):
        if found := _flat(other):
            flat = f" {flat} ".replace(f" {found} ", f" {_flat(ours)} ").strip()
    return flat.split()


@lru_cache(maxsize=4096)
def _flat(text: str) -> str:
    bare = re.sub(r"['’]s\b", "", text)
    found = re.findall(r"\w+", fold(bare).replace("_", " "))
    return " ".join(_IZE.sub("is", _BRITISH.get(word, word)) for word in found)


def _both(a: Claim[str], b: Claim[str], ground: Ground) -> tuple[list[str], list[str]]:
    return words(a.value or "", ground.spellings), words(b.value or "", ground.spellings)


def _led(found: list[str]) -> list[str]:
    """The words with one word for all who lead: a director is a head."""
    return ["head" if word in _LEADING else word for word in found]


def _content(found: list[str]) -> list[str]:
    """The words that carry meaning, each once; of a text of only small words, all of them."""
    return list(dict.fromkeys(word for word in found if word not in _SMALL)) or found
