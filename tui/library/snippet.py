"""The piece of a record where the words stand that were looked for, with the words marked."""

import re

from tui.blocks import Line, Role, Span
from tui.library.documents import BETWEEN, folded
from tui.library.index_query import IndexQuery
from tui.library.search import Hit
from tui.presentation.marks import PARTS

MARK: Role = "chosen"
"""The role of a word that was looked for."""
WORDS_BEFORE = 5
"""Words told before the first one that was looked for."""
LONGEST = 40
"""Words told in all; where they are shown they are cut to the line."""
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")


def title(hit: Hit, asked: IndexQuery | None, role: Role = "title") -> Line:
    """The title of a record with the words marked, and how it is to be handled."""
    mark = (Span(f" [{hit.mark}]", "handling"),) if hit.mark else ()
    return (*_marked(hit.title, _wanted(asked), role), *mark)


def snippet(hit: Hit, asked: IndexQuery | None) -> Line:
    """The words around the first hit; where only a name it refers to was hit, the names.

    None of a record with parts that the filter hides: which words are theirs the index cannot tell.
    """
    if hides_words(hit, asked):
        return ()
    wanted = _wanted(asked)
    for text in (hit.text, hit.names):
        for at, word in enumerate(_WORD.finditer(text)):
            if _is_wanted(word[0], wanted):
                return _around(text, at, wanted)
    return _around(hit.text, 0, wanted) if hit.text else ()


def hides_words(hit: Hit, asked: IndexQuery | None) -> bool:
    """Whether the words of a record are kept back, as some of them are confidential."""
    return asked is not None and asked.hides_marked and PARTS in hit.mark


def _around(text: str, at: int, wanted: tuple[str, ...]) -> Line:
    words = list(_WORD.finditer(text))
    first = max(0, at - WORDS_BEFORE) if at > WORDS_BEFORE + 3 else 0
    last = min(len(words), first + LONGEST)
    begin = words[first].start() if first and words else 0
    end = words[last - 1].end() if last < len(words) else len(text)
    before = (Span("… ", "quiet"),) if begin else ()
    return (*before, *_marked(text[begin:end].strip(BETWEEN), wanted, "quiet"))


def _marked(text: str, wanted: tuple[str, ...], role: Role) -> Line:
    spans: list[Span] = []
    at = 0
    for word in _WORD.finditer(text):
        if _is_wanted(word[0], wanted):
            spans += [Span(text[at : word.start()], role), Span(word[0], MARK)]
            at = word.end()
    return tuple(span for span in (*spans, Span(text[at:], role)) if span.text)


def _wanted(asked: IndexQuery | None) -> tuple[str, ...]:
    """Each word looked for; a whole one ends with a blank."""
    found: list[str] = []
    for each in asked.words if asked else ():
        *whole, last = each.text.split("_")
        found += [f"{word} " for word in whole] + [f"{last} " if each.whole else last]
    return tuple(found)


def _is_wanted(word: str, wanted: tuple[str, ...]) -> bool:
    return f"{folded(word)} ".startswith(wanted) if wanted else False
