"""What the word being typed in a filter may become."""

import re
from typing import NamedTuple

from tui.filter.parse import ALL_FIELDS
from tui.filter.query import STATES
from tui.filter.vocabulary import FieldValue, Vocabulary

_LAST = re.compile(r"[^\s()\"]*$")
_ABOUT = {
    "party": "whom it concerns", "by": "who says or does it", "source": "where it was read",
    "status": "what holds now", "kind": "what it is", "tag": "", "id": "", "person": "who is named",
    "round": "", "venue": "where", "text": "its own words alone", "after": "a date",
    "before": "a date", "on": "a date, as well known as it is: 2025, 2025-06, 2025-06-02",
    "is": "disputed, unread, stale …",
}  # fmt: skip


class Completion(NamedTuple):
    """Ways to go on."""

    start: int
    """Where in the text the word begins that each of them takes the place of."""
    values: tuple[FieldValue, ...] = ()

    def put(self, text: str, index: int) -> str:
        """The text with one of them; they go round."""
        return text[: self.start] + self.values[index % len(self.values)].word


def complete(text: str, known: Vocabulary | None) -> Completion:
    """How the end of a filter may go on: fields, then their values, in the order of the brief."""
    found = _LAST.search(text)
    word = (found[0] if found else "").lstrip("-")
    start = len(text) - len(word)
    field, colon, begun = word.partition(":")
    if not colon:
        fields = (each for each in ALL_FIELDS if word and each.startswith(word.lower()))
        return Completion(start, tuple(FieldValue(f"{each}:", _ABOUT[each]) for each in fields))
    name, start = field.lower(), start + len(field) + 1
    if name == "is":
        states = (each for each in STATES if each.startswith(begun.lower()))
        return Completion(start, tuple(map(FieldValue, states)))
    return Completion(start, known.completions(name, begun) if known else ())
