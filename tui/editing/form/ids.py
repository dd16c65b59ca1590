"""An id for a new record, in the manner of those there are."""

import re
import unicodedata

from tui.brief.reading import Reading
from tui.brief.register import sections

_NUMBERED = re.compile(r"(\D*)(\d+)")
_LONGEST = 24
"""Letters of an id; people type it again in other places."""
_SMALL = {"the", "a", "an", "of", "and", "to", "in", "on", "for", "at"}


def propose_id(reading: Reading, section: str, title: str) -> str:
    """An id nobody has yet: the next number of `s001`, `s002`; else the words of the title.

    "" where the section does without ids, or there are no words to make one of.
    """
    ids = [each.id for each in dict(sections(reading.brief)).get(section, ())]
    if ids and not any(ids):
        return ""
    numbered = [match for each in ids if (match := _NUMBERED.fullmatch(each))]
    if numbered and len(numbered) == len([each for each in ids if each]):
        last = max(numbered, key=lambda each: int(each[2]))
        return _free(reading, last[1], int(last[2]) + 1, len(last[2]))
    words = _slug(title)
    taken = reading.register.by_id
    return _free(reading, f"{words}-", 2) if words in taken else words


def _free(reading: Reading, prefix: str, number: int, width: int = 0) -> str:
    while (found := f"{prefix}{number:0{width}}") in reading.register.by_id:
        number += 1
    return found


def _slug(title: str) -> str:
    flat = unicodedata.normalize("NFKD", title.replace("ı", "i")).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", flat.lower())
    chosen = [each for each in words if each not in _SMALL] or words
    made = ""
    for word in chosen:
        if made and len(made) + len(word) >= _LONGEST:
            break
        made = f"{made}-{word}".lstrip("-")
    return made[:_LONGEST]
