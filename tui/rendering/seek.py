"""Words to look for in drawn lines: case and accents do not matter, and places stay true."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from tui.blocks import Line, Role, Span
from tui.brief.shown import shown

LONGEST = 200
"""Letters of a pattern that count; nobody types more, and a paste should not stop the screen."""


class Pattern:
    """Some words as a reader types them; blanks between them may be any, a line's end too."""

    def __init__(self, words: str, aliases: Iterable[tuple[str, str]] = ()) -> None:
        """`aliases`: other names and our own for the same; either finds both."""
        self.words = words
        wanted = folded(shown(words[:LONGEST]).strip())[0]
        forms = dict.fromkeys((wanted, *_renamed(wanted, aliases)))
        parts = (r"\s+".join(map(re.escape, form.split())) for form in forms if form)
        self._forms = "|".join(parts)
        self._pattern = re.compile(self._forms or r"(?!)")

    def __bool__(self) -> bool:
        return bool(self._forms)

    def holds(self, text: str) -> bool:
        """Whether the words are in a text that went through `folded`."""
        return self._pattern.search(text) is not None

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where they are in a text as written: first letter, and the one after the last."""
        flat, places = folded(text)
        return [
            (places[m.start()], max(places[m.end()], places[m.end() - 1] + 1))
            for m in self._pattern.finditer(flat)
        ]

    def mark(self, line: Line, role: Role) -> Line:
        """The line, with what was found in it in another role."""
        found = self.spans("".join(span.text for span in line)) if line else []
        return marked(line, found, role) if found else line


def marked(line: Line, found: Sequence[tuple[int, int]], role: Role) -> Line:
    """A line with some of its letters in another role; `found` in order, none over another."""
    made: list[Span] = []
    at = 0
    for span in line:
        end = at + len(span.text)
        edges = {at, end}
        edges.update(edge for piece in found for edge in piece if at < edge < end)
        places = sorted(edges)
        for start, stop in pairwise(places):
            hit = any(first <= start < last for first, last in found)
            text = span.text[start - at : stop - at]
            made.append(Span(text, role if hit else span.role, span.link))
        at = end
    return tuple(made)


def folded(text: str) -> tuple[str, Sequence[int]]:
    """A text without case and accents, and for each of its letters the place it came from.

    One place more than letters: the end of the text.
    """
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for plain in _plain(letter):
            letters.append(plain)
            places.append(place)
    places.append(len(text))
    return "".join(letters), places


@cache
def _plain(letter: str) -> str:
    flat = unicodedata.normalize("NFKD", letter.casefold().replace("ı", "i"))
    return "".join(each for each in flat if not unicodedata.combining(each))


def _renamed(wanted: str, aliases: Iterable[tuple[str, str]]) -> Iterable[str]:
    for pair in aliases:
        one, other = (folded(shown(name))[0] for name in pair)
        for name, instead in ((one, other), (other, one)):
            if len(name) > 2 and name in wanted:
                yield wanted.replace(name, instead)
