"""The ways two claims may relate to each other, from the weakest to the strongest."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Kind(StrEnum):
    """How claims of one thing relate to each other. Later members are stronger."""

    SINGLE = "single"
    """One claim, or none: nothing to compare."""
    AGREE = "agree"
    WORDING = "wording"
    """Worded differently; a program cannot tell whether that matters. Never called a dispute."""
    FINER = "finer"
    """Both can be true, one more exact or on a stated condition."""
    COMPATIBLE = "compatible"
    """Both can be true, and neither confirms the other: `over 40` and `at least 5`."""
    ASYMMETRIC = "asymmetric"
    """Different parties in different states, each possible."""
    INCOMPARABLE = "incomparable"
    """Unlike units or predicates, or voices that cannot be told apart: both shown, not compared."""
    DISPUTE = "dispute"
    """Both cannot be true."""

    @property
    def strength(self) -> int:
        """Rank among the kinds; a field with many claims is what its strongest pair is."""
        return _ORDER[self]


_ORDER = {kind: rank for rank, kind in enumerate(Kind)}

Pair: TypeAlias = tuple[int, int, Kind, str]
"""Two claims by their index, how they relate to each other, and the note on it."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How two claims relate to each other, and in what words."""

    kind: Kind
    note: str = ""


AGREE = Relation(Kind.AGREE)
NESTED = "one lies within the other"
OVERLAP = "they overlap in part"
OPEN = "a bound is left open"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of comparing. A computed kind; the writer's own verdict stands beside it."""

    kind: Kind
    note: str = ""
    """Words to show, of the strongest pairs: `agrees if s004 means Istanbul time`."""
    pairs: tuple[Pair, ...] = ()
    """The pairs that do more than agree, or agree with a note."""
    held: str = ""
    """The writer's `held`, untouched."""


def verdict(kind: Kind, pairs: Iterable[Pair]) -> Verdict:
    """Sum up pairs; `kind` is what holds where none is stronger. Notes come in a fixed order."""
    pairs = tuple(pairs)
    if not pairs:
        return Verdict(kind)
    kind = max((kind, *(pair[2] for pair in pairs)), key=lambda each: each.strength)
    notes = {note for _, _, each, note in pairs if each is kind and note}
    # What holds on a condition or for a reason says more than that intervals meet.
    notes = notes - {NESTED, OVERLAP, OPEN} or notes
    return Verdict(kind, "; ".join(sorted(notes)), pairs)
