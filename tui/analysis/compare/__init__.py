"""How the claims of one fact relate to each other: who agrees, who is finer, who disputes.

Every rule errs on the side of no dispute: a contradiction the reader can see for himself is a
smaller harm than one that was never there. Nothing here chooses between claims.
"""

from tui.analysis.compare.claims import compare, compare_claims
from tui.analysis.compare.ground import Ground, ground_of
from tui.analysis.compare.kinds import Kind, Pair, Verdict
from tui.analysis.compare.rosters import RosterVerdict, Seat, compare_rosters
from tui.analysis.compare.seating import Seating, round_date, same_people, seating, titles_of
from tui.analysis.compare.sets import SourceList, compare_sets
from tui.analysis.compare.sides import Side, Sides, sides_of
from tui.analysis.compare.statuses import compare_statuses, current, in_time
from tui.analysis.compare.voices import roots, standing

__all__ = [
    "Ground",
    "Kind",
    "Pair",
    "RosterVerdict",
    "Seat",
    "Seating",
    "Side",
    "Sides",
    "SourceList",
    "Verdict",
    "compare",
    "compare_claims",
    "compare_rosters",
    "compare_sets",
    "compare_statuses",
    "current",
    "ground_of",
    "in_time",
    "roots",
    "round_date",
    "same_people",
    "seating",
    "sides_of",
    "standing",
    "titles_of",
]
