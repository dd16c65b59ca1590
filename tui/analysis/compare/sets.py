"""Comparing lists: what is missing from an open list means nothing, from a closed one it does."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from tui.analysis.compare.kinds import AGREE, Kind, Relation, Verdict, verdict


@dataclass(frozen=True, slots=True)
class SourceList:
    """One list of things, such as the roles of a mediator, as one source gives it."""

    name: str
    """Where it was read."""
    items: frozenset[str]
    closed: bool = False
    """Whatever is not on it is denied."""


def compare_sets(lists: Sequence[SourceList]) -> Verdict:
    """Compare lists two by two; the notes say what is only in which."""
    if len(lists) < 2:
        return Verdict(Kind.SINGLE)
    found = ((i, j, relate_lists(a, b)) for (i, a), (j, b) in combinations(enumerate(lists), 2))
    return verdict(Kind.AGREE, ((i, j, r.kind, r.note) for i, j, r in found if r != AGREE))


def relate_lists(a: SourceList, b: SourceList) -> Relation:
    """Compare two lists."""
    if a.items == b.items:
        return AGREE
    left_out = [f"{closed.name} leaves out {_joined(other.items - closed.items)}"
                for closed, other in ((a, b), (b, a))
                if closed.closed and other.items - closed.items]  # fmt: skip
    if left_out:
        return Relation(Kind.DISPUTE, "; ".join(sorted(left_out)))
    only = [f"only in {one.name}: {_joined(one.items - other.items)}"
            for one, other in ((a, b), (b, a)) if one.items - other.items]  # fmt: skip
    return Relation(Kind.FINER, "; ".join(sorted(only)))


def _joined(items: frozenset[str]) -> str:
    return ", ".join(sorted(items))
