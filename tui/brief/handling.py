"""How text may be handed on: levels from the most open to the most restricted."""

from collections.abc import Iterable
from typing import NamedTuple

from tui.brief.fields import Words
from tui.brief.place import Place
from tui.brief.spelling import fold
from tui.brief.value import Value, positional

CONFIDENTIAL = "confidential"
LEVELS = ("public", "internal", "embargo", CONFIDENTIAL)
"""Where nobody set others.

An embargo is a time and no circle of readers. While it lasts nobody may hand the text on, so it is
held stricter than `internal`, which names a circle that may.
"""


class Levels(Words):
    """Words of a field that are levels of handling: which ones there are is the reader's to say."""


class Mark(NamedTuple):
    """A mark of handling as it stands in a file: of the whole brief, of a record, of a claim."""

    word: str
    place: Place


@positional
class Ladder(Value):
    """Levels of handling in their order. A word that is none of them is the most restricted."""

    levels: tuple[str, ...] = LEVELS

    def rank(self, word: str) -> int:
        """How restricted a mark is: 0 for the most open level and for none."""
        wanted = fold(word)
        if not wanted:
            return 0
        folded = [fold(each) for each in self.levels]
        return folded.index(wanted) if wanted in folded else len(folded)

    def knows(self, word: str) -> bool:
        """Whether a word is one of the levels."""
        return self.rank(word) < len(self.levels)

    def named(self, word: str) -> str:
        """A mark as it is shown; empty: it asks for nothing.

        A level is called by its name. Any other word is why the text is confidential.
        """
        rank = self.rank(word)
        if rank == 0:
            return ""
        if rank < len(self.levels):
            return self.levels[rank]
        return CONFIDENTIAL if fold(word) == CONFIDENTIAL else f"{CONFIDENTIAL}: {word}"


LADDER = Ladder()


def strictest(marks: Iterable[str]) -> str:
    """The most restricted of some marks; "" where there is none."""
    return max(marks, key=LADDER.rank, default="")
