from pathlib import Path

from tui.analysis.compare import compare
from tui.brief.load import load
from tui.brief.walk import facts_of
from tui.presentation.view import View

BRIEF = Path(__file__).parents[2] / "briefs" / "istanbul-2025.yaml"


def test_a_verdict_is_that_of_its_own_value():
    """Figures of a measure are made anew at each look, often where one before them was."""
    view = View(load(BRIEF))
    for _ in range(3):
        for fact in facts_of(view.brief):
            fresh = compare(fact, view.register, view.brief.aliases)
            assert view.verdict(fact) == fresh, fact.owner
