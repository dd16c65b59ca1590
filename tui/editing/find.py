"""Places of some words in a text, whatever the case of their letters, and putting others there."""

from collections.abc import Sequence
from typing import NamedTuple

Point = tuple[int, int]
"""Line and column, from 0."""


class TextMatch(NamedTuple):
    """One place; never over a line end."""

    start: Point
    stop: Point


def found_in(lines: Sequence[str], words: str) -> list[TextMatch]:
    """Every place of some words. Capitals are heeded only where there are capitals in the words."""
    if not words:
        return []
    exact = words != words.lower()
    found: list[TextMatch] = []
    for row, line in enumerate(lines):
        # Where lower case is longer than the letter (İ), columns would shift: look for it as it is.
        text = line if exact or len(line.lower()) != len(line) else line.lower()
        at = text.find(words)
        while at >= 0:
            found.append(TextMatch((row, at), (row, at + len(words))))
            at = text.find(words, at + len(words))
    return found


def replaced(lines: Sequence[str], places: Sequence[TextMatch], by: str) -> list[str]:
    """The lines with another text at every place."""
    made = list(lines)
    for (row, start), (_, stop) in reversed(places):
        made[row] = made[row][:start] + by + made[row][stop:]
    return made
