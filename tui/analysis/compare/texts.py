"""Comparing words: short labels such as titles can contradict, prose is only worded differently."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.analysis.compare.ground import Ground
from tui.analysis.compare.kinds import AGREE, Kind, Relation
from tui.analysis.compare.spellings import Spellings, words
from tui.brief.claims import Claim
from tui.brief.spelling import fold

_SMALL = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"}
_CHANGING = {
    "acting", "alternate", "assistant", "associate", "caretaker", "deputy", "designate", "elect",
    "emeritus", "ex", "first", "former", "incoming", "interim", "onetime", "outgoing", "past",
    "previous", "provisional", "retired", "second", "shadow", "sub", "temporary", "then", "under",
    "vice",
}  # fmt: skip
"""Words that, put to a title, make it another post."""
_OF_SOMEBODY = {"assistant", "associate", "deputy", "second", "under"}
"""Those of them that are a post of their own before `of` or `to`: a deputy of a parliament."""
_SHORT = {"dep": "deputy", "dpty": "deputy", "asst": "assistant", "assoc": "associate"}
"""Changing words as they are cut short before a point."""
_LEADING = {"chief", "director"}
"""Words for whoever leads a body, beside `head`; which of them a post has is a translator's."""
_MORE = "one says more than the other"
NOT = {"not", "no", "never", "without", "nor", "neither"}
"""Words that turn what is said into its opposite."""
_BETWEEN = re.compile(r"[,;/&+]|\band\b|\bas well as\b", re.I)
"""What stands between two posts of one person, or between two parts of one post."""


@dataclass(frozen=True, slots=True)
class _Post:
    """One post: its words, and those of them that make it another one."""

    words: frozenset[str]
    changing: frozenset[str]


def relate_labels(a: Claim[str], b: Claim[str], ground: Ground) -> Relation:
    """Compare two titles: a deputy is not a minister, and all else is wording.

    A person may have two posts at once, and a post, a task and a rank; so two titles exclude each
    other only where a changing word stands in one of them, and not in the other, of one post.
    """
    first, second = _both(a, b, ground)
    if first and sorted(_content(first)) == sorted(_content(second)):
        return AGREE
    if a.lang and b.lang and fold(a.lang) != fold(b.lang):
        return Relation(Kind.WORDING, "in two languages")
    if not first or not second:
        return relate_prose(a, b, ground)
    found = _relate_titles(_posts(a, ground), _posts(b, ground))
    if found is None:
        found = _relate_titles(*([_headed(p) for p in _posts(each, ground)] for each in (a, b)))
        if found == AGREE:
            return Relation(Kind.WORDING, "one post in other words")
    return found or Relation(Kind.WORDING, "worded differently")


def _relate_titles(first: list[_Post], second: list[_Post]) -> Relation | None:
    """Compare the posts of two titles; None where they have none in common."""
    pairs = [(one, other) for one in first for other in second]
    if any(one == other for one, other in pairs):
        return AGREE if set(first) == set(second) else Relation(Kind.FINER, _MORE)
    nested = [
        pair for pair in pairs if pair[0].words <= pair[1].words or pair[1].words <= pair[0].words
    ]
    if any(one.changing == other.changing for one, other in nested):
        return Relation(Kind.FINER, _MORE)
    return Relation(Kind.DISPUTE) if nested else None


def _posts(claim: Claim[str], ground: Ground) -> list[_Post]:
    """The posts a title names, each once."""
    parts = (words(part, ground.spellings) for part in _BETWEEN.split(claim.value or ""))
    return list(dict.fromkeys(_post(part) for part in parts if part))


def _post(short: list[str]) -> _Post:
    found = [_SHORT.get(word, word) for word in short]
    after = [*found[1:], "of"]
    changing = frozenset(
        word for word, then in zip(found, after, strict=True)
        if word in _CHANGING and not (word in _OF_SOMEBODY and then in _SMALL)
    )  # fmt: skip
    rest = [word for word in found if word not in changing]
    return _Post(frozenset(_content(rest)), changing)


def _headed(post: _Post) -> _Post:
    """A post with one word for all who lead: a director is a head."""
    return _Post(frozenset("head" if w in _LEADING else w for w in post.words), post.changing)


def relate_prose(a: Claim[str], b: Claim[str], ground: Ground) -> Relation:
    """Compare two wordings: alike, one within the other, or different; never a dispute."""
    first, second = _both(a, b, ground)
    if first and first == second:
        return AGREE
    short, long = sorted((set(_content(first)), set(_content(second))), key=len)
    if short and short < long and not NOT & (long - short):
        return Relation(Kind.FINER, _MORE)
    return Relation(Kind.WORDING, "worded differently")


def relate_words(a: Claim[str], b: Claim[str], known: Sequence[str]) -> Relation:
    """Compare two words of a closed vocabulary; words outside of it are worded differently."""
    first, second = fold((a.value or "").strip()), fold((b.value or "").strip())
    if first == second:
        return AGREE
    if {first, second} <= {*known}:
        return Relation(Kind.DISPUTE)
    return Relation(Kind.WORDING, "worded differently")


def same_words(a: str, b: str, spellings: Spellings) -> bool:
    """Whether two texts differ in case, accents, punctuation and known spellings at most."""
    return bool(a.strip()) and (a == b or words(a, spellings) == words(b, spellings) != [])


def _both(a: Claim[str], b: Claim[str], ground: Ground) -> tuple[list[str], list[str]]:
    return words(a.value or "", ground.spellings), words(b.value or "", ground.spellings)


def _content(found: list[str]) -> list[str]:
    """The words that carry meaning, each once; of a text of only small words, all of them."""
    return list(dict.fromkeys(word for word in found if word not in _SMALL)) or found
