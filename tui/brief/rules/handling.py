"""Rules about marks of handling."""

from collections.abc import Iterator

from tui.brief.checked import Checked, warning_at
from tui.brief.place import Problem
from tui.brief.spelling import nearest


def unknown_level(checked: Checked) -> Iterator[Problem]:
    """A mark of handling is none of the levels there are: it counts as the most restricted."""
    ladder = checked.ladder
    for mark in checked.marks:
        if not ladder.knows(mark.word):
            guess = nearest(mark.word, ladder.levels)
            hint = f"did you mean `{guess}`?" if guess else f"known are {', '.join(ladder.levels)}"
            word = mark.word if len(mark.word) <= 60 else f"{mark.word[:59]}…"
            message = f"`{word}` is no level of handling, and counts as the most restricted; {hint}"
            yield warning_at(mark.place, "handling", message)
