"""Comparing words: short labels such as titles can contradict, prose is only worded differently."""

from tui.analysis.compare.ground import Ground
from tui.analysis.compare.kinds import AGREE, Kind, Relation
from tui.analysis.compare.spellings import Spellings, words
from tui.brief.claims import Claim

LABEL = 8
"""Words a text may have and still be a label, whose difference means something."""
_SMALL = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"}
_CHANGING = {"deputy", "vice", "former", "ex", "assistant", "under", "shadow"}
"""Words that, put before a title, make it another post."""
_LEADING = {"chief", "director"}
"""Words for whoever leads a body, beside `head`; which of them a post has is a translator's."""
NOT = {"not", "no", "never", "without", "nor", "neither"}
"""Words that turn what is said into its opposite."""


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
    one, other = (_content(_heads_as_one(each)) for each in (first, second))
    if sorted(one) == sorted(other):
        return Relation(Kind.WORDING, "one post in other words")
    return _relate_posts(one, other)


def _relate_posts(first: list[str], second: list[str]) -> Relation:
    """Compare the words of two posts that are not the same words."""
    short, long = sorted((first, second), key=len)
    if not set(short) <= set(long):
        return Relation(Kind.DISPUTE)
    before = long[: min(long.index(word) for word in short)]
    if _CHANGING & set(before):
        return Relation(Kind.DISPUTE)
    return Relation(Kind.FINER, "one says more than the other")


def relate_prose(a: Claim[str], b: Claim[str], ground: Ground) -> Relation:
    """Compare two wordings: alike, one within the other, or different; never a dispute."""
    first, second = _both(a, b, ground)
    if first and first == second:
        return AGREE
    short, long = sorted((set(_content(first)), set(_content(second))), key=len)
    if short and short < long and not NOT & (long - short):
        return Relation(Kind.FINER, "one says more than the other")
    return Relation(Kind.WORDING, "worded differently")


def same_words(a: str, b: str, spellings: Spellings) -> bool:
    """Whether two texts differ in case, accents, punctuation and known spellings at most."""
    return bool(a.strip()) and (a == b or words(a, spellings) == words(b, spellings) != [])


def _both(a: Claim[str], b: Claim[str], ground: Ground) -> tuple[list[str], list[str]]:
    return words(a.value or "", ground.spellings), words(b.value or "", ground.spellings)


def _heads_as_one(found: list[str]) -> list[str]:
    """The words with one word for all who lead: a director is a head."""
    return ["head" if word in _LEADING else word for word in found]


def _content(found: list[str]) -> list[str]:
    """The words that carry meaning, each once; of a text of only small words, all of them."""
    return list(dict.fromkeys(word for word in found if word not in _SMALL)) or found
