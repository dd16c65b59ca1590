"""Comparing what is said to have happened at one place, and what came of one thing at a round."""

from collections.abc import Mapping

from tui.analysis.compare.ground import Ground
from tui.analysis.compare.kinds import AGREE, Kind, Relation
from tui.analysis.compare.spellings import words
from tui.analysis.compare.texts import NOT, relate_prose
from tui.brief.claims import Claim

LABEL = 8
"""Words a text may have and still say in short what came of something."""
_WAYS: Mapping[str, frozenset[str]] = {
    "harmed": frozenset({
        "destroyed", "damaged", "hit", "struck", "burned", "burnt", "burning", "sunk", "wrecked",
        "demolished", "razed", "bombed", "shelled", "breached",
    }),
    "spared": frozenset({
        "repelled", "repulsed", "intercepted", "foiled", "thwarted", "prevented", "averted",
        "missed", "undamaged", "intact", "unharmed", "failed",
    }),
    "taken": frozenset({
        "captured", "taken", "seized", "occupied", "fell", "fallen", "overrun", "lost",
        "liberated",
    }),
    "kept": frozenset({"held", "defended", "retained", "kept", "repelled", "repulsed"}),
}  # fmt: skip
"""What may come of an attack, in the words used for it."""
_APART = (("harmed", "spared"), ("taken", "kept"))


def relate_outcomes(a: Claim[str], b: Claim[str], ground: Ground) -> Relation:
    """Compare what two voices say happened at one place: a few words, often a single one."""
    first, second = (words(each.value or "", ground.spellings) for each in (a, b))
    if not (0 < len(first) <= LABEL and 0 < len(second) <= LABEL):
        return relate_prose(a, b, ground)
    if first == second:
        return AGREE
    here, there = _bare(first), _bare(second)
    if here and here == there:
        return Relation(Kind.DISPUTE)  # `hit` and `not hit`
    ways = [_ways(each) for each in (first, second)]
    for one, other in _APART:
        if (one in ways[0] and other in ways[1]) or (other in ways[0] and one in ways[1]):
            return Relation(Kind.DISPUTE)
    return relate_prose(a, b, ground)


def relate_agreed(a: Claim[str], b: Claim[str], _ground: Ground) -> Relation:
    """Compare what came of one thing at a round: `agreed`, `not agreed`, `put off`."""
    if a.value == b.value:
        return AGREE
    if "agreed" in {a.value, b.value}:
        return Relation(Kind.DISPUTE)
    return Relation(Kind.FINER, "what is put off is not agreed")


def _bare(found: list[str]) -> list[str]:
    return [word for word in found if word not in NOT]


def _ways(found: list[str]) -> set[str]:
    """What the words come to; nothing where they deny it."""
    if NOT & set(found):
        return set()
    return {way for way, known in _WAYS.items() if known & set(found)}
