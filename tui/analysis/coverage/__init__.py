"""What a brief rests on: facts per source, what is only in one, and what independence remains."""

from tui.analysis.coverage.facts import TABS, Sourced
from tui.analysis.coverage.rests import Coverage, Origin, coverage

__all__ = ["TABS", "Coverage", "Origin", "Sourced", "coverage"]
